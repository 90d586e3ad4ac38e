// Finds what the rules of the house are about (rulebook/house_rules.h).
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "check/check.h"

namespace re2 {
class RE2;
}

namespace crosscheck {

// All house rules of a rulebook, compiled. All patterns look at a passage at once; only those that are in it are
// then asked where.
class HouseRules {
 public:
  explicit HouseRules(Rulebook& book);
  ~HouseRules();
  void run(const Collection& texts, const Index& index, const Rulebook& book, const std::vector<Contrast>& contrasts, Findings& findings) const;

 private:
  struct Pattern;
  struct Compiled;
  struct Hit;
  void look(const Collection& texts, uint32_t document, const Passage& passage, std::vector<std::vector<Hit>>& hits) const;

  std::unique_ptr<const Compiled> compiled_;
};

}  // namespace crosscheck
