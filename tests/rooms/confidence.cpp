#include "check/confidence.h"

#include <doctest/doctest.h>

#include "run.h"

namespace crosscheck {
namespace {

const Rulebook& rules() {
  static const Rulebook book = make_ready({std::string(CROSSCHECK_SOURCE) + "/rules", find_home().data}, "");
  return book;
}

// The terms of the only contradiction between two texts.
std::vector<Term> terms_between(const std::string& a, const std::string& b, double* confidence = nullptr) {
  std::vector<Term> terms;
  const SetInput input{"set", {{"a.txt", "", a, {}, false}, {"b.txt", "", b, {}, false}}, {}};
  const SetResult result = run(input, rules(), false, [&](const Collection& texts, const Index& index, const std::vector<Finding>& all) {
    for (const Finding& finding : all)
      if (terms.empty()) terms = terms_of(finding, texts, index, rules());
  });
  for (const ReportFinding& finding : result.findings)
    if (confidence && finding.rule->family() == "contradiction") *confidence = finding.confidence;
  return terms;
}

double value_of(const std::vector<Term>& terms, std::string_view name) {
  for (const Term& term : terms)
    if (term.name == name) return term.value;
  return -1;
}

constexpr const char* kOne = "The starting dose of Calvadine is 20 mg once daily.\n";

}  // namespace

TEST_CASE("what bears on a contradiction is named") {
  double confidence = 0;
  const std::vector<Term> terms = terms_between(kOne, "The starting dose of Calvadine is 10 mg once daily.\n", &confidence);
  CHECK(value_of(terms, "always") == 1);
  CHECK(value_of(terms, "every gate passed") == 1);
  CHECK(value_of(terms, "gates that stay open") == 0);
  CHECK(value_of(terms, "share of words in both") == 1);
  CHECK(value_of(terms, "one document") == 0);
  CHECK(confidence == doctest::Approx(rules().table<ConfidenceTable>().confidence(terms)));
}

TEST_CASE("what stays open makes a contradiction less sure") {
  const auto& table = rules().table<ConfidenceTable>();
  std::vector<Term> terms = terms_between(kOne, "The starting dose of Calvadine is 10 mg once daily.\n");
  const double sure = table.confidence(terms);
  CHECK(sure > 0.8);
  for (Term& term : terms) {
    if (term.name == "every gate passed") term.value = 0;
    if (term.name == "gates that stay open") term.value = 2;
  }
  CHECK(table.confidence(terms) < sure - 0.2);
}

TEST_CASE("other findings keep their confidence") { CHECK(terms_between("Talk to the the nurse.\n", "Talk to the nurse.\n").empty()); }

}  // namespace crosscheck
