// A sentence to its clauses: stretches that say one thing each.
#pragma once

#include <cstdint>
#include <vector>

#include "claim/grammar.h"
#include "model/document.h"

namespace crosscheck {

class SentenceTree;

struct Clause {
  static constexpr uint32_t kUnparsed = UINT32_MAX;

  uint32_t first = 0, end = 0;  // tokens
  uint32_t condition_end = 0;   // an opening condition ("If you are pregnant, ") ends here; = first when there is none
  // Where the clause was read from a parse: the token that says what is said, to which subject and arguments hang;
  // in "is a plasma product" that is "product". Nested clauses stand between first and end, too.
  uint32_t predicate = kUnparsed;
  const SentenceTree* tree = nullptr;  // of its sentence, with a predicate
};

// Clauses are parted by semicolons, by "but" and its like, and by "and" or "or" where a new subject with its verb
// or a second quantity of the same kind follows.
void find_clauses(const Document& document, uint32_t first, uint32_t end, const GrammarTable& grammar, const std::vector<Quantity>& quantities, std::vector<Clause>& out);

}  // namespace crosscheck
