// A small word that lost the blank beside it: "obesityor if you", "through theveins of".
#pragma once

#include <string>

#include "spelling/candidates.h"
#include "spelling/split.h"

namespace crosscheck {

// What stands before and after a word in its phrase: a word, "#" for a number, or nothing.
struct Beside {
  std::string_view left, right;
};

// The two words, or a worth below 0. `near` is what else may be meant; where that goes as well with the neighbours, a
// letter is sooner wrong than a blank lost.
Split glued(const std::string& word, const Beside& beside, const Candidate* near, const Dictionary& dictionary);

}  // namespace crosscheck
