// From gold sentences to the sections of the model file. Training uses floats and may differ between machines, so
// the model is trained once and shipped with its checksum; reading it uses integers only.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "language/model_file.h"
#include "rulebook/rulebook.h"
#include "train/treebank.h"

namespace crosscheck::train {

struct Settings {
  int tagger_epochs = 8;
  int parser_epochs = 10;
  int folds = 4;                   // each fold is tagged by a tagger that has not seen it, as the parser will meet errors
  unsigned tagger_bits = 19, transition_bits = 21, relation_bits = 18;  // cells, as powers of two
  float tagger_least = 0.6f, transition_least = 2.1f, relation_least = 1.4f;  // smaller weights are left out
  std::ostream* log = nullptr;  // progress
};

using Sentences = std::vector<const GoldSentence*>;

// Sections: weights of the tags, dictionary.
std::string train_tagger(const Sentences& sentences, int epochs, const Settings& settings);
// Sections: weights of the transitions, weights of the relations. The sentences carry the tags they will be met with.
std::string train_parser(const Sentences& sentences, const Settings& settings);

// All sections. Replaces the tags of the sentences. Where `rules` are given, the parser learns from sentences with
// quantities twice: as they stand, and with each quantity as one word.
std::string train_model(std::vector<GoldSentence>& sentences, const Rulebook* rules, const Settings& settings);

}  // namespace crosscheck::train
