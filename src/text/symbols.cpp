// Tested by tests/rooms/text.cpp.
#include "text/symbols.h"

#include <cstring>

namespace crosscheck {
namespace {

constexpr size_t kFewestSlots = 256;

// Eight bytes at a time. The high half chooses nothing and tells words apart, the low half chooses the slot.
uint64_t hash_of(std::string_view word) {
  uint64_t hash = word.size() * 0x9E3779B97F4A7C15u;
  const auto mix = [&](uint64_t part) {
    hash = (hash ^ part) * 0xD6E8FEB86659FD93u;
    hash ^= hash >> 32;
  };
  size_t at = 0;
  for (; at + 8 <= word.size(); at += 8) {
    uint64_t part;
    std::memcpy(&part, word.data() + at, 8);
    mix(part);
  }
  uint64_t rest = 0;
  std::memcpy(&rest, word.data() + at, word.size() - at);
  mix(rest);
  return hash * 0x9E3779B97F4A7C15u ^ hash >> 29;
}

}  // namespace

SymbolTable::SymbolTable() : slots_(kFewestSlots) { words_.emplace_back(); }

SymbolTable::SymbolTable(const SymbolTable& base, bool) : base_(&base), first_(base.size()), slots_(kFewestSlots) {}

Symbol SymbolTable::find(std::string_view word, uint64_t hash) const {
  for (size_t at = hash & (slots_.size() - 1); slots_[at].symbol != 0; at = (at + 1) & (slots_.size() - 1))
    if (slots_[at].hash == hash >> 32 && words_[slots_[at].symbol - first_] == word) return slots_[at].symbol;
  return base_ ? base_->find(word, hash) : 0;
}

Symbol SymbolTable::find(std::string_view word) const { return word.empty() ? 0 : find(word, hash_of(word)); }

SymbolTable::Slot& SymbolTable::slot_for(uint64_t hash) {
  size_t at = hash & (slots_.size() - 1);
  while (slots_[at].symbol != 0) at = (at + 1) & (slots_.size() - 1);
  return slots_[at];
}

void SymbolTable::grow() {
  slots_.assign(slots_.size() * 2, {});
  for (size_t i = 0; i < words_.size(); ++i) {
    if (words_[i].empty()) continue;
    const uint64_t hash = hash_of(words_[i]);
    slot_for(hash) = {static_cast<uint32_t>(hash >> 32), first_ + static_cast<Symbol>(i)};
  }
}

Symbol SymbolTable::intern(std::string_view word) {
  if (word.empty()) return 0;
  const uint64_t hash = hash_of(word);
  if (const Symbol known = find(word, hash); known != 0) return known;
  const Symbol symbol = size();
  words_.emplace_back(word);
  if (words_.size() * 2 > slots_.size()) grow();
  else slot_for(hash) = {static_cast<uint32_t>(hash >> 32), symbol};
  return symbol;
}

std::string_view SymbolTable::text(Symbol symbol) const {
  const SymbolTable* table = this;
  while (symbol < table->first_) table = table->base_;
  return table->words_[symbol - table->first_];
}

}  // namespace crosscheck
