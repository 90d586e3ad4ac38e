// Sets of words and of phrases, as Symbols, for rules and rooms to look up tokens in.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "model/token.h"
#include "text/symbols.h"

namespace crosscheck {

class WordSet {
 public:
  void add(Symbol word);
  bool contains(Symbol word) const { return word / 64 < bits_.size() && (bits_[word / 64] >> (word % 64) & 1) != 0; }
  bool empty() const { return bits_.empty(); }
  void add_all(const WordSet& others);

 private:
  std::vector<uint64_t> bits_;
};

// Values by word. Most words of a text are in no such map: their bit says so before the hash table is asked.
template <class T>
class WordMap {
 public:
  T& operator[](Symbol word) {
    known_.add(word);
    return values_[word];
  }
  // Keeps the value that is there.
  void emplace(Symbol word, T value) {
    known_.add(word);
    values_.emplace(word, std::move(value));
  }
  bool contains(Symbol word) const { return known_.contains(word); }
  // Null when the word has no value.
  const T* find(Symbol word) const { return known_.contains(word) ? &values_.find(word)->second : nullptr; }
  const WordSet& words() const { return known_; }

 private:
  WordSet known_;
  std::unordered_map<Symbol, T> values_;
};

// Phrases of one or more words, each with a number of the caller's choice. Matching is longest first.
class PhraseSet {
 public:
  struct Match {
    uint32_t tokens = 0;  // 0: nothing matched
    int32_t value = 0;
  };

  // Splits the phrase as segment/ splits text ("don't" is two words, so is "follow-up").
  void add(std::string_view phrase, int32_t value, SymbolTable& symbols);
  // The longest phrase that starts at tokens[at], looking no further than `end`.
  Match match(const std::vector<Token>& tokens, size_t at, size_t end, bool by_lemma = false) const {
    return firsts_.contains(by_lemma ? tokens[at].lemma : tokens[at].word) ? longest(tokens, at, end, by_lemma) : Match();
  }
  bool empty() const { return by_first_.empty(); }
  // The words phrases start with, in order.
  std::vector<Symbol> firsts() const;

 private:
  struct Entry {
    std::vector<Symbol> words;
    int32_t value;
  };
  Match longest(const std::vector<Token>& tokens, size_t at, size_t end, bool by_lemma) const;
  WordSet firsts_;
  std::unordered_map<Symbol, std::vector<Entry>> by_first_;  // longest first
};

// The words of a phrase, folded and split as segment/ does: letters, numbers, marks.
std::vector<std::string> split_phrase(std::string_view phrase);

}  // namespace crosscheck
