// Obligation and denial. "Must not" is forbidden with positive polarity; "does not help" is asserted and negative.
// A denial counts where it stands in the verb group, or opens the subject ("no patient", "neither").
//
// Tested by tests/rooms/claims.cpp.
#include "claim/facets.h"

namespace crosscheck {
namespace {

bool within(Span span, const Token& token) { return span.begin <= token.span.begin && token.span.end <= span.end; }

}  // namespace

void find_modality(const Document& document, const Clause& clause, const GrammarTable& grammar, Claim& claim) {
  bool denied = false, modal = false;
  for (uint32_t i = clause.condition_end; i < clause.end;) {
    const Token& token = document.tokens[i];
    const bool in_relation = within(claim.relation, token) || (claim.relation.empty() && i == clause.condition_end) || token.span.begin == claim.relation.begin;
    if (!in_relation) {
      ++i;
      continue;
    }
    const PhraseSet::Match phrase = grammar.modal_phrases.match(document.tokens, i, clause.end);
    // "Do not crush" is an order, "they do not help" is none.
    const bool order = grammar.do_.contains(token.word) || grammar.negators.contains(token.word) || phrase.tokens == 1;
    const bool gives_order = claim.subject.empty() || grammar.modals.contains(token.word) || phrase.tokens > 2;
    if (phrase.tokens > 0 && (!order || gives_order)) {
      const auto value = static_cast<Modality>(phrase.value);
      if (!modal || value != Modality::possible) claim.modality = value;
      modal = true;
      i += phrase.tokens;
      continue;
    }
    if (const Modality* found = grammar.modals.find(token.word); found && !modal) claim.modality = *found, modal = true;
    denied |= grammar.negators.contains(token.word);
    ++i;
  }
  const bool opens_denied = clause.condition_end < clause.end && grammar.negators.contains(document.tokens[clause.condition_end].word) && !claim.relation.empty() &&
                            claim.relation.begin > document.tokens[clause.condition_end].span.begin;
  if (denied && claim.modality == Modality::required) claim.modality = Modality::forbidden, denied = false;
  else if (denied && claim.modality == Modality::recommended) claim.modality = Modality::not_recommended, denied = false;
  if (denied != opens_denied) claim.polarity = Polarity::negative;
}

}  // namespace crosscheck
