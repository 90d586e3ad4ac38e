// Tested by tests/rooms/text.cpp.
#include "text/symbols.h"

namespace crosscheck {

SymbolTable::SymbolTable() { intern(""); }

SymbolTable::SymbolTable(const SymbolTable& base, bool) : base_(&base), first_(base.size()) {}

Symbol SymbolTable::find(std::string_view word) const {
  const auto found = index_.find(word);
  if (found != index_.end()) return found->second;
  return base_ ? base_->find(word) : 0;
}

Symbol SymbolTable::intern(std::string_view word) {
  const auto found = index_.find(word);
  if (found != index_.end()) return found->second;
  if (base_) {
    const Symbol known = base_->find(word);
    if (known != 0 || word.empty()) return known;
  }
  const Symbol symbol = size();
  words_.emplace_back(word);
  index_.emplace(words_.back(), symbol);
  return symbol;
}

std::string_view SymbolTable::text(Symbol symbol) const {
  const SymbolTable* table = this;
  while (symbol < table->first_) table = table->base_;
  return table->words_[symbol - table->first_];
}

}  // namespace crosscheck
