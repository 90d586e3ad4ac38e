// Mends what a greedy parser gets wrong most about "and" and "or". A conjunct is hung on a word of another kind when
// the parser had to decide before it saw the whole list; the tree around it tells where it belongs:
//
//   Patients, their carers and nurses should know.   "know" is no conjunct of "Patients": "nurses" is
//   It is mild and may cause fever, a rash and pain. "pain" is no conjunct of "mild": "rash" has its kind
#pragma once

#include <vector>

#include "language/features.h"
#include "language/parser.h"

namespace crosscheck {

void mend_coordination(const std::vector<ParseWord>& words, std::vector<Parser::Arc>& arcs);

}  // namespace crosscheck
