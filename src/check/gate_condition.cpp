// Does one side hold under a condition that the other leaves out? "Dogs are allowed if they are on a lead".
#include "check/pair_gates.h"

namespace crosscheck {
namespace {

int32_t condition_at(const PairSide& side) {
  for (uint32_t u = 0; u < side.units.size(); ++u)
    if (side.units[u].is(condition_word) && !side.matched(u) && !side.spent[u]) return static_cast<int32_t>(u);
  return -1;
}

}  // namespace

Gate condition_gate(const AlignedPair& pair, int allowing) {
  const int32_t a = condition_at(pair.a), b = condition_at(pair.b);
  if (a < 0 && b < 0) return {"condition", Answer::passed, ""};
  const PairSide& side = a >= 0 ? pair.a : pair.b;
  const uint32_t at = static_cast<uint32_t>(a >= 0 ? a : b);
  const std::string words = "\"" + side.text(at, static_cast<uint32_t>(side.units.size())) + "\"";
  if (a >= 0 && b >= 0) return {"condition", Answer::closed, "each side has its own"};
  // "Dogs are allowed if they are on a lead" and "Dogs are not allowed" cannot both stand.
  if (allowing == (a >= 0 ? 1 : 2) && at > side.predicate) return {"condition", Answer::passed, words};
  return {"condition", side.units[at].clause == 0 && at < side.predicate ? Answer::closed : Answer::open, "only one side says " + words};
}

}  // namespace crosscheck
