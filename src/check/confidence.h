// How sure a contradiction is: a small logistic over what is known of the two places, fitted on labelled pairs by
// `./dev train grade` (rules/lexicon/confidence.yaml says on which). It orders findings and tells a reader how much to
// trust one; the level is the business of the gates alone.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "index/index.h"
#include "model/document.h"
#include "model/finding.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

// One piece of evidence: "gates that stay open", 2.
struct Term {
  std::string name;
  double value = 0;
};

class ConfidenceTable {
 public:
  explicit ConfidenceTable(Rulebook& book);

  double weight(const std::string& term) const;
  // Between 0 and 1.
  double confidence(const std::vector<Term>& terms) const;

 private:
  std::map<std::string, double> weights_;
};

// What the confidence of a contradiction is weighed from; empty for other findings.
std::vector<Term> terms_of(const Finding& finding, const Collection& texts, const Index& index, const Rulebook& rules);

// Sets the confidence of the contradictions.
void weigh(std::vector<Finding>& findings, const Collection& texts, const Index& index, const Rulebook& rules);

}  // namespace crosscheck
