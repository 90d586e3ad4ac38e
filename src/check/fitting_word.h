// Which word fits where another stands, as the background texts have it: for spelling.real_word.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "spelling/census.h"
#include "spelling/word_table.h"

namespace crosscheck {

struct Fit {
  const WordTable& words;
  double total = 1.4e6;          // of words in the background
  double least = 10;             // how much better a common word must fit than a rare one
  double least_of_slips = 6.5;   // than another common one
};

struct Surroundings {  // as far as they stand in the same phrase
  std::string_view before_left, left, right;
};

// Two words with a blank between.
bool beside(const Token& a, const Token& b);

Surroundings neighbours_of(const Collection& texts, const WordPlace& at);

// The common word one letter away that fits between the neighbours where `word` does not, or "".
std::string fits_better(const Fit& fit, std::string_view word, std::string_view lemma, const Surroundings& beside);

// Which of the words meant fits where `word` does not, or "". Both neighbours must have been met beside it, or one often.
std::string meant_by_slip(const Fit& fit, std::string_view word, const std::vector<std::string>& others, const Surroundings& beside);

}  // namespace crosscheck
