// Is one side somebody's view, or what was once thought? Then it contradicts nothing.
#include "check/pair_gates.h"

namespace crosscheck {

Gate attribution_gate(const AlignedPair& pair) {
  for (const PairSide* side : {&pair.a, &pair.b})
    for (uint32_t u = 0; u < side->units.size(); ++u)
      if (side->units[u].is(report_word | hedge) && !side->units[u].is(auxiliary) && side->left_over(u)) return {"attribution", Answer::closed, "\"" + side->text(u) + "\" reports a view"};
  return {"attribution", Answer::passed, ""};
}

}  // namespace crosscheck
