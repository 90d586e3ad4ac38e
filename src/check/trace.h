// How places were compared, for `crosscheck explain`: nothing is noted while a set is checked. Whoever asks about
// two places has them judged again by the same functions, so an explanation costs nothing where none is wanted.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "check/check.h"

namespace crosscheck {

struct Comparison {
  const char* by = "";      // "values", "wording"
  Evidence a, b;
  std::string slot;         // what both are held to say something about
  std::string says_a, says_b;  // the values as understood
  Gates gates;
  std::string outcome;      // "error: every gate passed", "silent: a gate is closed"
  bool candidate = true;    // false: such a pair is not compared in a run
};

using Wanted = std::function<bool(const Evidence&, const Evidence&)>;

// Every comparison of two places that are wanted, in either order; with `all`, pairs that a run would not have
// compared are judged as well.
std::vector<Comparison> compare_again(const Collection& texts, const Index& index, const Rulebook& rules, const Wanted& wanted, bool all);

}  // namespace crosscheck
