// Sentences that name who or what holds a place of which there is one: "The author of the hymn is Clara Weiss."
//
// Tested by tests/checks/contradiction/entity.yaml.
#include <algorithm>

#include "check/found_contrast.h"

namespace crosscheck {
namespace {

// "The author of the leaflet is ...": the slot that the subject names.
std::string slot_of_subject(const PairSide& side, const WordRelations& words) {
  for (uint32_t u = 0; u < std::max(side.predicate, 1u) && u < side.units.size(); ++u) {
    if (!side.matched(u)) continue;
    const WordRelations::Match match = words.match_slot(side.document->tokens, side.units[u].token, side.units[side.predicate].token);
    if (match.tokens > 0) return words.slot_name(match.entry);
  }
  return {};
}

bool after_copula(const PairSide& side, uint32_t first) {
  while (first > side.predicate + 1 && side.units[first - 1].name && side.matched(first - 1)) --first;  // "Julia London", "Julia Quinn"
  if (first == 0 || first - 1 < side.predicate || !side.matched(first - 1)) return false;
  const std::string verb = side.text(first - 1);
  return verb == "is" || verb == "was" || verb == "are" || verb == "were";
}

bool all_named(const PairSide& side, uint32_t first, uint32_t end) {
  return std::any_of(side.units.begin() + first, side.units.begin() + end, [](const Unit& u) { return u.name; });
}

}  // namespace

std::string slot_of_subjects(const AlignedPair& pair, const Found& found, const WordRelations& words) {
  if (!after_copula(pair.a, found.a_first) || !after_copula(pair.b, found.b_first)) return {};
  if (!all_named(pair.a, found.a_first, found.a_end) || !all_named(pair.b, found.b_first, found.b_end)) return {};
  return slot_of_subject(pair.a, words);
}

}  // namespace crosscheck
