#include "index/index.h"

namespace crosscheck {

Index build_index(const Collection& texts, std::vector<Claim> claims, const Rulebook& rules) {
  Index index;
  index.claims = std::move(claims);
  index.abbreviations = find_abbreviations(texts, rules);
  return index;
}

}  // namespace crosscheck
