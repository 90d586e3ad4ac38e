// How good a model is: tags, arcs, relations against gold sentences, and how fast.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "language/model_file.h"
#include "train/treebank.h"

namespace crosscheck::train {

// Prints one table for one test file. Punctuation does not count for arcs; relations count by their base.
void evaluate(const Model& model, const std::string& name, std::vector<GoldSentence>& sentences, bool detail, std::ostream& out);

}  // namespace crosscheck::train
