// The statements that a sentence joins.
#include "language/main_clauses.h"

#include <doctest/doctest.h>

#include <string>

#include "language/analyse.h"
#include "rulebook/rulebook.h"
#include "run.h"
#include "segment/segment.h"

namespace crosscheck {
namespace {

const Rulebook& book() {
  static const Rulebook rules = make_ready({std::string(CROSSCHECK_SOURCE) + "/rules", find_home().data}, "");
  return rules;
}

std::vector<std::string> clauses(const std::string& text) {
  Collection texts{book().symbols};
  texts.documents.emplace_back().text = text;
  std::vector<Trouble> trouble;
  segment(texts, book());
  analyse(texts, book(), trouble);
  const Document& document = texts.documents[0];
  REQUIRE(document.sentences.size() == 1);
  std::vector<std::string> out;
  for (const ClauseTokens& clause : main_clauses(document, document.sentences[0], book().table<WordRelations>())) {
    std::string& words = out.emplace_back();
    for (const TokenRange& range : clause)
      for (uint32_t i = range.first; i < range.end; ++i)
        if (document.tokens[i].kind != TokenKind::punctuation) words.append(words.empty() ? "" : " ").append(document.text_of(document.tokens[i]));
  }
  return out;
}

using Clauses = std::vector<std::string>;

TEST_CASE("two statements with subjects of their own") {
  CHECK(clauses("The capsule is swallowed whole, and the patch is changed every week.") == Clauses{"The capsule is swallowed whole", "the patch is changed every week"});
}

TEST_CASE("a remark behind a comma is cut off") {
  CHECK(clauses("The museum was founded by a rich brewer, who left it his whole house.") == Clauses{"The museum was founded by a rich brewer"});
}

TEST_CASE("a condition holds the sentence together") {
  CHECK(clauses("Take the tablets with food and do not drink any alcohol if you are ill.").empty());
  const Clauses opened = clauses("If you feel dizzy, the pump must be off and the door must be open.");
  CHECK(opened.size() <= 1);  // the second statement is not free of the condition
}

TEST_CASE("one statement is not taken apart") { CHECK(clauses("The capsule is swallowed whole with a large glass of cold water.").empty()); }

}  // namespace
}  // namespace crosscheck
