// Part-of-speech tags, one word after the other from left to right.
#pragma once

#include <vector>

#include "language/features.h"
#include "language/model_file.h"

namespace crosscheck {

// Fills in ParseWord::tag.
void tag_words(const Model& model, std::vector<ParseWord>& words);

}  // namespace crosscheck
