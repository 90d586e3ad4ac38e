// Sentences with their gold analysis, from files of four columns: form, tag, head, relation.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <vector>

#include "language/features.h"

namespace crosscheck::train {

struct GoldWord {
  TagId tag = 0;
  int head = -1;  // -1: root
  RelationId relation = 0;
  bool seen = true;  // the form stands in the training sentences
};

struct GoldSentence {
  std::vector<ParseWord> words;
  std::vector<GoldWord> gold;
  std::vector<std::string> forms;
};

// Words are kept once and shared by all sentences.
class Treebank {
 public:
  explicit Treebank(const std::string& data_folder) : wordnet_(data_folder) {}
  // Reads a .tsv or .tsv.xz file. Sentences of 250 words and more are left out. Throws std::runtime_error.
  std::vector<GoldSentence> load(const std::string& path);
  const WordNet& wordnet() const { return wordnet_; }

 private:
  ParseWord word(const std::string& form);

  WordNet wordnet_;
  std::map<std::string, WordFeatures> known_;
};

}  // namespace crosscheck::train
