// The statements a sentence joins, each by itself:
//
//   The capsule is swallowed whole, and the patch is changed every week.   two
//   The museum was founded by a brewer, who left it his house.             one, and what is said beside it
//   If you feel dizzy, sit down and call us.                               none: both hang on the condition
//
// What limits the whole sentence (a condition, an opening phrase) stays with it: such a sentence is not taken apart.
#pragma once

#include <vector>

#include "language/syntax.h"
#include "language/word_relations.h"
#include "model/document.h"

namespace crosscheck {

// The tokens of one statement; a clause within it may be cut out.
using ClauseTokens = std::vector<TokenRange>;

// Empty where the sentence is one statement.
std::vector<ClauseTokens> main_clauses(const Document& document, const Sentence& sentence, const WordRelations& words);

}  // namespace crosscheck
