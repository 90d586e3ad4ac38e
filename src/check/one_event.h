// Does a sentence tell what happened, and do its words say of a thing what it is like or only which one is meant?
//
//   "A nurse in a blue coat was standing at the gate."   happened once; the coat is told about
//   "The nurse in the blue coat was standing there."     the coat says which nurse
//   "A blue coat protects from acids."                   holds in general
#pragma once

#include "check/aligned_pair.h"

namespace crosscheck {

// Past tense, or something going on.
bool tells_what_happened(const PairSide& side);
// The unit belongs to the words that say which thing is meant.
bool picks_out(const PairSide& side, uint32_t u);
// "is on the second floor", "finished in third place": the unit says where a thing stands.
bool tells_where(const PairSide& side, uint32_t u);
// "is a nurse", "is in France": the unit says what or where a thing is.
bool tells_what_it_is(const PairSide& side, uint32_t u);

}  // namespace crosscheck
