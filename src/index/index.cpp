#include "index/index.h"

namespace crosscheck {

Index build_index(const Collection&, std::vector<Claim> claims, const Rulebook&) {
  Index index;
  index.claims = std::move(claims);
  return index;
}

}  // namespace crosscheck
