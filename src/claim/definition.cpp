// Other names and definitions: "IVIG, also called immune globulin, is ...". The name is a claim of its own beside
// the clause it stands in.
//
// Tested by tests/rooms/claims.cpp.
#include "claim/facets.h"

namespace crosscheck {

void find_definition(const Document& document, const Clause& clause, const GrammarTable& grammar, std::vector<Claim>& out) {
  const auto& tokens = document.tokens;
  for (uint32_t i = clause.condition_end + 1; i + 1 < clause.end; ++i) {
    const PhraseSet::Match match = grammar.definitions.match(tokens, i, clause.end);
    if (match.tokens == 0) continue;
    const uint32_t name = i + match.tokens;
    uint32_t stop = name;
    while (stop < clause.end && tokens[stop].word != grammar.comma && tokens[stop].word != grammar.close && !(stop > name && grammar.auxiliary(tokens[stop].word))) ++stop;
    if (stop == name) return;
    uint32_t owner_end = i;
    while (owner_end > clause.condition_end && (tokens[owner_end - 1].kind == TokenKind::punctuation || grammar.be.contains(tokens[owner_end - 1].word) || tokens[owner_end - 1].word == grammar.that)) --owner_end;
    if (owner_end == clause.condition_end) return;
    Claim claim;
    claim.document = out.back().document, claim.sentence = out.back().sentence;
    claim.span = {tokens[clause.condition_end].span.begin, tokens[stop - 1].span.end};
    claim.subject = {tokens[clause.condition_end].span.begin, tokens[owner_end - 1].span.end};
    claim.relation = {tokens[i].span.begin, tokens[name - 1].span.end};
    claim.arguments.push_back({tokens[name].span.begin, tokens[stop - 1].span.end});
    claim.confidence = 0.7;
    // The clause itself says nothing else when its verb is the definition.
    if (out.back().relation.overlaps(claim.relation)) {
      out.back().confidence = 0.7;
      return;
    }
    out.push_back(std::move(claim));
    return;
  }
}

}  // namespace crosscheck
