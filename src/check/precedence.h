// One disagreement is reported once: rules/lexicon/precedence.yaml says which of two rules speaks for both.
#pragma once

#include <string>
#include <vector>

#include "check/check.h"

namespace crosscheck {

class Precedence {
 public:
  explicit Precedence(Rulebook& book);
  // Removes the findings that another one speaks for.
  void apply(Findings& findings, const Collection& texts) const;
  bool speaks_for(const Finding& winner, const Finding& loser, const Collection& texts) const;

 private:
  struct Over {
    std::string rule;
    std::vector<std::string> drops;
    bool by_sentence = false, by_minority = false;
  };
  std::vector<Over> over_;
  std::vector<std::string> ranked_;
};

}  // namespace crosscheck
