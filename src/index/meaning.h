// Words as meanings: one key for the forms of a word and for words that say the same ("lasts", "keeps"), and a kind
// that tells what a word does in a comparison.
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/document.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

using Key = uint32_t;  // 0: no content

enum class WordKind : uint8_t {
  function,  // "the", "of"
  filler,    // "generally", "given": a sentence says the same without it
  content,
  population,  // "children"
  time,        // "before", "first", "overnight"
  route,       // "oral"
  form,        // "tablet"
  degree,      // "severe", "upper"
  measure,     // "maximum", "mean", "first": what is measured
};

inline bool is_scope(WordKind kind) { return kind >= WordKind::population; }
const char* name_of(WordKind kind);

// rules/lexicon/synonyms.yaml, scope.yaml, grammar.yaml
struct MeaningTable {
  explicit MeaningTable(Rulebook& book);
  // The key of a word outside of any cluster: of its stem.
  Key key_of(std::string_view word) const;

  std::vector<Key> keys;         // by Symbol of the rulebook
  std::vector<WordKind> kinds;   // by Symbol of the rulebook
  PhraseSet phrases;             // of several words; the value indexes phrase_keys
  std::vector<Key> phrase_keys;
  WordSet negators, pronouns, limits, trial, sample, statistics, lists, labels, romans, coordinators;

 private:
  std::unordered_map<Key, Key> clusters_;  // stem to cluster
};

// The meanings of one set's words.
class Meanings {
 public:
  Meanings() = default;
  Meanings(const MeaningTable& table, const SymbolTable& symbols);
  Key key(Symbol word) const { return word < base_ ? table_->keys[word] : own_[word - base_]; }
  WordKind kind(Symbol word) const { return word < base_ ? table_->kinds[word] : WordKind::content; }
  const MeaningTable& table() const { return *table_; }

 private:
  const MeaningTable* table_ = nullptr;
  Symbol base_ = 0;
  std::vector<Key> own_;
};

}  // namespace crosscheck
