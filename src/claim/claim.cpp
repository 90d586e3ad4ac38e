// Each sentence to its claims: quantities first, then clauses, then the facets of each clause.
//
// Tested by tests/rooms/claims.cpp.
#include "claim/claim.h"

#include <algorithm>

#include "claim/facets.h"
#include "language/quantities.h"

namespace crosscheck {
namespace {

void claims_of(const Document& document, uint32_t d, uint32_t s, const QuantityTable& amounts, const GrammarTable& grammar, std::vector<Quantity>& quantities,
               std::vector<Clause>& clauses, std::vector<Claim>& out) {
  const Sentence& sentence = document.sentences[s];
  quantities.clear(), clauses.clear();
  amounts.read(document, sentence.first_token, sentence.end_token, quantities);
  find_clauses(document, sentence.first_token, sentence.end_token, grammar, quantities, clauses);
  for (const Clause& clause : clauses) {
    Claim& claim = out.emplace_back();
    claim.document = d;
    claim.sentence = s;
    claim.span = {document.tokens[clause.first].span.begin, document.tokens[clause.end - 1].span.end};
    for (Quantity& quantity : quantities) {
      if (quantity.first < clause.first || quantity.first >= clause.end) continue;
      find_measured(document, clause.end, grammar, quantity);
      claim.quantities.push_back(std::move(quantity));
    }
    find_relation(document, clause, grammar, claim);
    find_modality(document, clause, grammar, claim);
    find_quantifier(document, clause, grammar, claim);
    find_conditions(document, clause, grammar, claim);
    find_definition(document, clause, grammar, out);
  }
}

}  // namespace

std::vector<Claim> claim(const Collection& texts, const Rulebook& rules) {
  const auto& amounts = rules.table<QuantityTable>();
  const auto& grammar = rules.table<GrammarTable>();
  std::vector<Claim> out;
  std::vector<Quantity> quantities;
  std::vector<Clause> clauses;
  for (uint32_t d = 0; d < texts.documents.size(); ++d)
    for (uint32_t s = 0; s < texts.documents[d].sentences.size(); ++s) claims_of(texts.documents[d], d, s, amounts, grammar, quantities, clauses, out);
  return out;
}

}  // namespace crosscheck
