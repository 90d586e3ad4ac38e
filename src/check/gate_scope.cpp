// Whom, where, when, in which form? A scope word on one side alone, or a label ("type 2", "stage III") that
// differs, makes another statement.
#include "check/pair_gates.h"

namespace crosscheck {
namespace {

bool narrows(const PairSide& side, uint32_t u) {
  if (!side.left_over(u)) return false;
  const Unit& unit = side.units[u];
  if (unit.is(scope_word | label_word | time_link) && !unit.is(soft_frequency)) return true;
  return u > 0 && side.units[u - 1].is(label_word) && (unit.number || unit.name || side.document->tokens[unit.token].span.size() <= 2);
}

// "in winter", "at night", "on the beach": a place or time that one side adds after a preposition.
int32_t first_narrowing(const PairSide& side) {
  for (uint32_t u = 0; u < side.units.size(); ++u)
    if (narrows(side, u)) return static_cast<int32_t>(u);
  return -1;
}

}  // namespace

Gate scope_gate(const AlignedPair& pair) {
  for (const PairSide* side : {&pair.a, &pair.b})
    if (const int32_t u = first_narrowing(*side); u >= 0) return {"scope", Answer::closed, "only one side says \"" + side->text(static_cast<uint32_t>(u)) + "\""};
  return {"scope", Answer::passed, "same people, time and form"};
}

}  // namespace crosscheck
