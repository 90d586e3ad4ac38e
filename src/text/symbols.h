// Words as integers. A word is folded once, interned, and compared as a number ever after.
//
// The rulebook interns its words first and then stays frozen; each document set adds
// its own words in a table of its own above that base, so sets run in parallel without a
// lock and a rule's word keeps its number in every set.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace crosscheck {

// An interned string; 0 is the empty string. Valid in the table that made it and in tables based on it.
using Symbol = uint32_t;

class SymbolTable {
 public:
  SymbolTable();                                       // a base table
  explicit SymbolTable(const SymbolTable& base, bool); // a table above `base`, which must stay unchanged
  static SymbolTable above(const SymbolTable& base) { return SymbolTable(base, true); }

  Symbol intern(std::string_view word);
  // The symbol of a word, or 0 when nobody interned it.
  Symbol find(std::string_view word) const;
  std::string_view text(Symbol symbol) const;
  // One more than the greatest symbol.
  Symbol size() const { return first_ + static_cast<Symbol>(words_.size()); }

 private:
  // Every token of every document is looked up: one hash serves this table and those below it, and a slot holds half
  // of it, so that words are compared only where they are equal.
  struct Slot {
    uint32_t hash = 0;
    Symbol symbol = 0;  // 0: free
  };
  Symbol find(std::string_view word, uint64_t hash) const;
  Slot& slot_for(uint64_t hash);
  void grow();

  const SymbolTable* base_ = nullptr;
  Symbol first_ = 0;
  std::deque<std::string> words_;
  std::vector<Slot> slots_;  // a power of two of them, at most half in use
};

}  // namespace crosscheck
