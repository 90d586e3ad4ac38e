// Under what condition, when, and according to whom.
//
// Tested by tests/rooms/claims.cpp.
#include <algorithm>

#include "claim/facets.h"

namespace crosscheck {

void find_conditions(const Document& document, const Clause& clause, const GrammarTable& grammar, Claim& claim) {
  const auto& tokens = document.tokens;
  const auto span = [&](uint32_t first, uint32_t end) { return Span{tokens[first].span.begin, tokens[end - 1].span.end}; };
  if (clause.condition_end > clause.first) {
    uint32_t end = clause.condition_end;
    if (tokens[end - 1].word == grammar.comma && end - 1 > clause.first) --end;
    (grammar.time_openers.contains(tokens[clause.first].word) ? claim.time.emplace(span(clause.first, end)), void() : claim.conditions.push_back(span(clause.first, end)));
  }
  for (uint32_t i = clause.condition_end; i < clause.end; ++i) {
    const bool behind = tokens[i].span.begin >= claim.relation.end && !claim.relation.empty();
    if (behind && grammar.time_openers.contains(tokens[i].word)) {
      uint32_t end = i + 1;
      while (end < clause.end && end < i + 8 && tokens[end].kind != TokenKind::punctuation && !grammar.condition_words.contains(tokens[end].word)) ++end;
      if (end > i + 1 && !claim.time) claim.time = span(i, end);
      continue;
    }
    const bool counted = std::any_of(claim.quantities.begin(), claim.quantities.end(), [&](const Quantity& q) { return q.first <= i && i < q.end; });
    if (behind && !counted && grammar.conditions.match(tokens, i, clause.end).tokens > 0) {
      claim.conditions.push_back(span(i, clause.end));
      break;
    }
  }
  for (uint32_t i = clause.first; i < clause.end; ++i)
    if (const PhraseSet::Match match = grammar.attributions.match(tokens, i, clause.end); match.tokens > 0) {
      claim.attribution = span(i, i + match.tokens);
      break;
    }
}

}  // namespace crosscheck
