// Tested by tests/rooms/rulebook.cpp.
#include "rulebook/words.h"

#include <algorithm>

#include "text/fold.h"
#include "text/pieces.h"

namespace crosscheck {

void WordSet::add(Symbol word) {
  if (word / 64 >= bits_.size()) bits_.resize(word / 64 + 1);
  bits_[word / 64] |= uint64_t{1} << (word % 64);
}

void WordSet::add_all(const WordSet& others) {
  if (others.bits_.size() > bits_.size()) bits_.resize(others.bits_.size());
  for (size_t i = 0; i < others.bits_.size(); ++i) bits_[i] |= others.bits_[i];
}

std::vector<std::string> split_phrase(std::string_view phrase) {
  std::vector<Piece> pieces;
  cut_pieces(phrase, 0, static_cast<uint32_t>(phrase.size()), pieces);
  std::vector<std::string> words;
  for (const Piece& piece : pieces) words.push_back(fold(phrase.substr(piece.begin, piece.end - piece.begin)));
  return words;
}

void PhraseSet::add(std::string_view phrase, int32_t value, SymbolTable& symbols) {
  Entry entry{{}, value};
  for (const std::string& word : split_phrase(phrase)) entry.words.push_back(symbols.intern(word));
  if (entry.words.empty()) return;
  firsts_.add(entry.words.front());
  std::vector<Entry>& entries = by_first_[entry.words.front()];
  const auto longer = [](const Entry& a, const Entry& b) { return a.words.size() > b.words.size(); };
  entries.insert(std::upper_bound(entries.begin(), entries.end(), entry, longer), std::move(entry));
}

std::vector<Symbol> PhraseSet::firsts() const {
  std::vector<Symbol> out;
  for (const auto& [first, entries] : by_first_) out.push_back(first);
  std::sort(out.begin(), out.end());
  return out;
}

PhraseSet::Match PhraseSet::longest(const std::vector<Token>& tokens, size_t at, size_t end, bool by_lemma) const {
  const auto key = [&](size_t i) { return by_lemma ? tokens[i].lemma : tokens[i].word; };
  const auto found = by_first_.find(key(at));
  if (found == by_first_.end()) return {};
  for (const Entry& entry : found->second) {
    if (at + entry.words.size() > end) continue;
    size_t matched = 1;
    while (matched < entry.words.size() && (key(at + matched) == entry.words[matched] || tokens[at + matched].word == entry.words[matched])) ++matched;
    if (matched == entry.words.size()) return {static_cast<uint32_t>(matched), entry.value};
  }
  return {};
}

}  // namespace crosscheck
