// What else differs? Words left over on both sides speak of two things; words that one side adds only refine it.
#include "check/pair_gates.h"

namespace crosscheck {
namespace {

struct Rest {
  uint32_t words = 0, names = 0, first = 0;
};

Rest rest_of(const PairSide& side) {
  Rest out;
  for (uint32_t u = side.predicate; u < side.units.size(); ++u) {
    const Unit& unit = side.units[u];
    if (!unit.content() || !side.left_over(u)) continue;
    if (out.words++ == 0) out.first = u;
    out.names += unit.name || unit.number;
  }
  return out;
}

bool stray_negator(const PairSide& side) {
  for (uint32_t u = 0; u < side.units.size(); ++u)
    if (side.units[u].is(negator) && !side.matched(u) && !side.spent[u]) return true;
  return false;
}

}  // namespace

Gate wording_gate(const AlignedPair& pair, int denying) {
  const Rest a = rest_of(pair.a), b = rest_of(pair.b);
  if (stray_negator(pair.a) || stray_negator(pair.b)) return {"wording", Answer::closed, "a second negation"};
  if (a.words > 0 && b.words > 0) return {"wording", Answer::closed, "\"" + pair.a.text(a.first) + "\" against \"" + pair.b.text(b.first) + "\" as well"};
  const Rest& more = a.words > 0 ? a : b;
  const PairSide& side = a.words > 0 ? pair.a : pair.b;
  if (more.words == 0) return {"wording", Answer::passed, "all other words line up"};
  const std::string words = "only one side says \"" + side.text(more.first) + "\"";
  const bool long_tail = more.words > 4 || more.names > 0;
  // "Do not drive at night" does not deny "You can drive".
  if (denying == (a.words > 0 ? 1 : 2)) return {"wording", Answer::closed, words + ", which narrows the denial"};
  return {"wording", long_tail ? Answer::closed : Answer::open, words};
}

}  // namespace crosscheck
