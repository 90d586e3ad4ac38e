#include "check/precedence.h"

#include <doctest/doctest.h>

#include "segment/segment.h"

namespace crosscheck {

TEST_CASE("one disagreement is reported once") {
  Rulebook book = load_rulebook({std::string(CROSSCHECK_SOURCE) + "/rules", ""}, "");
  book.prepare<SegmentTables>();
  const Precedence precedence(book);
  Collection texts(book.symbols);
  texts.documents.emplace_back().text = "Take two tablets at night. Take three tablets at night. Wait an hour.";
  segment(texts, book);
  RuleInfo quantity, negation, near, garbled, spacing;
  quantity.id = "contradiction.quantity";
  negation.id = "contradiction.negation";
  near.id = "variation.near_duplicate";
  garbled.id = "text.garbled";
  spacing.id = "text.spacing";
  const auto make = [](const RuleInfo& rule, double confidence, std::vector<Evidence> places) {
    Finding out;
    out.rule = &rule;
    out.level = Level::error;
    out.confidence = confidence;
    out.evidence = std::move(places);
    return out;
  };
  const Evidence two{0, {5, 8}, 1}, three{0, {32, 37}, 2}, tablets{0, {9, 16}, 1}, tablets_again{0, {38, 45}, 2}, hour{0, {64, 68}, 1};

  SUBCASE("a contradiction speaks for the near copy of the same sentences") {
    Findings findings{make(near, 0.9, {tablets, tablets_again}), make(quantity, 0.8, {two, three})};
    precedence.apply(findings, texts);
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().rule->id == "contradiction.quantity");
  }
  SUBCASE("the surer of two contradictions between the same sentences stands") {
    Findings findings{make(negation, 0.9, {tablets, tablets_again}), make(quantity, 0.8, {two, three})};
    precedence.apply(findings, texts);
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().rule->id == "contradiction.negation");
  }
  SUBCASE("equal ones do not drop each other") {
    Findings findings{make(quantity, 0.8, {two, three}), make(quantity, 0.8, {tablets, tablets_again})};
    precedence.apply(findings, texts);
    CHECK(findings.size() == 1);
  }
  SUBCASE("other words stay") {
    Findings findings{make(garbled, 0.8, {two, three}), make(spacing, 0.8, {hour}), make(spacing, 0.8, {two})};
    precedence.apply(findings, texts);
    CHECK(findings.size() == 2);
  }
}

}  // namespace crosscheck
