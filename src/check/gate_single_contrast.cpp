// Is this the only contrast? A second pair of opposites, of class members or of numbers means two statements
// about two things: "small stones pass, large stones do not".
#include "check/pair_gates.h"

namespace crosscheck {

Gate single_contrast_gate(const AlignedPair& pair) {
  for (uint32_t u = 0; u < pair.a.units.size(); ++u) {
    if (!pair.a.comparable(u) || pair.a.spent[u]) continue;
    return {"single contrast", Answer::closed, "\"" + pair.a.text(u) + "\" and \"" + pair.b.text(static_cast<uint32_t>(pair.a.match[u].partner)) + "\" differ too"};
  }
  return {"single contrast", Answer::passed, ""};
}

}  // namespace crosscheck
