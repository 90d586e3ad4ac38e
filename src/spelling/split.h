// Two words without the blank between them: "infectionleads".
#pragma once

#include <string>

#include "spelling/census.h"
#include "spelling/dictionary.h"

namespace crosscheck {

struct Split {
  std::string first, second;
  double worth = -100;  // above 0: rather two words than one; on the scale of Candidate::rank
  uint32_t pair = 0;    // how often the background has the one after the other
};

Split best_split(const std::string& word, const Collection& texts, const Census& census, const Dictionary& dictionary);

}  // namespace crosscheck
