// Tested by tests/rooms/spelling.cpp.
#include "spelling/word_table.h"

#include <cstring>

namespace crosscheck {

using namespace words_format;

WordTable::WordTable(const std::string& path) : file_(path, kMagic, kVersion) {
  if (!file_) return;
  const char* at = file_.bytes().data();
  std::memcpy(&counts_, at, sizeof counts_);
  at += sizeof counts_;
  const auto section = [&](auto*& pointer, uint32_t count) {
    pointer = reinterpret_cast<std::remove_reference_t<decltype(pointer)>>(at);
    at += size_t{count} * sizeof(*pointer);
  };
  section(pairs_, counts_.pairs);
  section(slots_, counts_.slots);
  section(rows_, counts_.rows);
  section(delete_starts_, counts_.delete_starts);
  section(deletes_, counts_.deletes);
  section(sound_starts_, counts_.sound_starts);
  section(sounds_, counts_.sounds);
  section(letters_, counts_.letters);
  text_ = {at, counts_.text};
}

ListedWord WordTable::at(uint32_t row) const {
  const Row& entry = rows_[row];
  return {text(row), entry.flags, entry.count, entry.partner == kNone ? std::string_view() : text(entry.partner)};
}

ListedWord WordTable::find(std::string_view word) const {
  if (counts_.slots == 0) return {};
  for (uint32_t slot = slot_of(hash_of(word), counts_.slots); slots_[slot] != kNone; slot = (slot + 1) & (counts_.slots - 1))
    if (text(slots_[slot]) == word) return at(slots_[slot]);
  return {};
}

uint32_t WordTable::pair(std::string_view first, std::string_view second) const {
  if (counts_.pairs == 0) return 0;
  const uint64_t hash = pair_hash(first, second);
  for (uint32_t slot = slot_of(hash, counts_.pairs); pairs_[slot] != 0; slot = (slot + 1) & (counts_.pairs - 1))
    if ((pairs_[slot] & ~uint64_t{0xFFFF}) == hash) return static_cast<uint32_t>(pairs_[slot] & 0xFFFF);
  return 0;
}

double WordTable::oddness(std::string_view word) const {
  if (counts_.letters == 0 || word.empty()) return 0;
  uint32_t before = 0, eighths = 0;
  for (size_t i = 0; i <= word.size(); ++i) {
    const uint32_t letter = i < word.size() ? letter_of(word[i]) : 0;
    eighths += letters_[before * kLetters + letter];
    before = before % (kLetters * kLetters) * kLetters + letter;
  }
  return static_cast<double>(eighths) / 8.0 / static_cast<double>(word.size() + 1);
}

}  // namespace crosscheck
