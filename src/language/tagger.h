// Part-of-speech tags, one word after the other from left to right.
#pragma once

#include <array>
#include <atomic>
#include <string_view>
#include <vector>

#include "language/features.h"
#include "language/model_file.h"

namespace crosscheck {

// A word as the tagger and the parser need it, and its share of the tagger's sums.
struct KnownWord {
  KnownWord(std::string_view folded, const Model& model, const WordNet& wordnet);
  WordFeatures features;
  std::array<int16_t, kTagSums> own_sums{};
};

// The words of the rulebook. They are most of what stands in a text, so all sets share them; each is made when it is
// first asked for, by whichever thread comes first.
class KnownWords {
 public:
  explicit KnownWords(Symbol size) : known_(size) {}
  ~KnownWords();
  bool holds(Symbol word) const { return word < known_.size(); }
  Symbol size() const { return static_cast<Symbol>(known_.size()); }
  const KnownWord& of(Symbol word, const SymbolTable& symbols, const Model& model, const WordNet& wordnet);

 private:
  std::vector<std::atomic<const KnownWord*>> known_;  // by Symbol
};

// Fills in ParseWord::tag.
void tag_words(const Model& model, std::vector<ParseWord>& words);

}  // namespace crosscheck
