// What a sentence stands among: the sentences before it in its passage, the headings above it, the title of its
// document. "The canister must be removed" under "Airova" speaks of Airova's.
#pragma once

#include "check/aligned_pair.h"

namespace crosscheck {

class Surroundings {
 public:
  Surroundings(const Collection& texts, const PairSide& side);
  // A word of another sentence stands here too, in this form or another.
  bool names(const PairSide& other, uint32_t u) const;

 private:
  template <class Visit>
  void each_token(Visit visit) const;

  const Document& document_;
  uint32_t sentence_;
};

}  // namespace crosscheck
