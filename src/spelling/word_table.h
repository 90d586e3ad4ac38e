// A compiled word list, mapped into memory: is it a word, how common is it, what is near to it.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "rulebook/table_file.h"
#include "spelling/words_format.h"

namespace crosscheck {

// A word of a list. Words are folded (text/fold.h).
struct ListedWord {
  std::string_view text;
  uint16_t flags = 0;  // words_format::Source
  uint32_t count = 0;  // in the background texts
  std::string_view partner;  // its other spelling: "colour" for "color"
  bool known() const { return flags != 0; }
};

class WordTable {
 public:
  WordTable() = default;
  // Empty when there is no such table; trouble() says why.
  explicit WordTable(const std::string& path);

  explicit operator bool() const { return static_cast<bool>(file_); }
  const std::string& trouble() const { return file_.trouble(); }

  ListedWord find(std::string_view word) const;
  // Every word that `key` is, or is but for one letter left out.
  template <class Visit>
  void with_delete(std::string_view key, Visit visit) const {
    if (counts_.deletes == 0) return;
    // Most words of a bucket are there because their hashes fell together: their texts alone are looked at.
    const auto if_left = [&](uint32_t row) {
      if (leaves(text(row), key)) visit(at(row));
    };
    visit_bucket(delete_starts_, counts_.delete_starts - 1, deletes_, key, if_left);
  }
  // Every word that may sound like this: words_format::sound_of; also a few others, whose hashes fell together.
  template <class Visit>
  void with_sound(std::string_view sound, Visit visit) const {
    const auto each = [&](uint32_t row) { visit(at(row)); };
    if (counts_.sounds > 0) visit_bucket(sound_starts_, counts_.sound_starts - 1, sounds_, sound, each);
  }
  // How often the background texts have one word after the other.
  uint32_t pair(std::string_view first, std::string_view second) const;
  // How unlikely these letters are for an English word, in bits a letter.
  double oddness(std::string_view word) const;

 private:
  ListedWord at(uint32_t row) const;
  std::string_view text(uint32_t row) const { return text_.substr(rows_[row].text, rows_[row + 1].text - rows_[row].text); }
  // Is `key` the word, or the word with one letter left out?
  static bool leaves(std::string_view word, std::string_view key) {
    if (word.size() == key.size()) return word == key;
    if (word.size() != key.size() + 1) return false;
    size_t i = 0;
    while (i < key.size() && word[i] == key[i]) ++i;
    return word.substr(i + 1) == key.substr(i);
  }
  template <class Visit>
  void visit_bucket(const uint32_t* starts, uint32_t buckets, const uint32_t* rows, std::string_view key, Visit& visit) const {
    const uint32_t slot = words_format::slot_of(words_format::hash_of(key), buckets);
    for (uint32_t i = starts[slot]; i < starts[slot + 1]; ++i) visit(rows[i]);
  }

  TableFile file_;
  words_format::Counts counts_{};
  const uint64_t* pairs_ = nullptr;
  const uint32_t* slots_ = nullptr;
  const words_format::Row* rows_ = nullptr;
  const uint32_t *delete_starts_ = nullptr, *deletes_ = nullptr, *sound_starts_ = nullptr, *sounds_ = nullptr;
  const uint8_t* letters_ = nullptr;
  std::string_view text_;
};

}  // namespace crosscheck
