// How many of the subject (all, most, some, none, only) and how often (rarely, very common).
//
// Tested by tests/rooms/claims.cpp.
#include "claim/facets.h"

namespace crosscheck {

void find_quantifier(const Document& document, const Clause& clause, const GrammarTable& grammar, Claim& claim) {
  for (uint32_t i = clause.condition_end; i < clause.end;) {
    const Token& token = document.tokens[i];
    const bool in_subject = claim.subject.contains(token.span);
    uint32_t step = 1;
    if (in_subject && claim.quantifier == Quantifier::unstated) {
      const PhraseSet::Match match = grammar.quantifiers.match(document.tokens, i, clause.end);
      if (match.tokens > 0) claim.quantifier = static_cast<Quantifier>(match.value);
    }
    const PhraseSet::Match match = grammar.frequencies.match(document.tokens, i, clause.end);
    if (match.tokens > 0 && !claim.frequency) {
      const auto value = static_cast<size_t>(match.value);
      const GrammarTable::FrequencyClass& kind = grammar.frequency_classes[grammar.frequency_class_of[value]];
      claim.frequency = Frequency{{token.span.begin, document.tokens[i + match.tokens - 1].span.end}, {}, kind.name, kind.low, kind.high};
      step = match.tokens;
    }
    i += step;
  }
}

}  // namespace crosscheck
