// Tested by tests/rooms/propositions.cpp.
#include "claim/layout.h"

#include <algorithm>

namespace crosscheck {
namespace {

// "Side effects include", "Keep it:"; not "It is mild."
bool leads_in(const Document& document, const Passage& passage) {
  return passage.kind != PassageKind::table_cell && passage.kind != PassageKind::code && passage.first_sentence < passage.end_sentence && !document.sentences[passage.end_sentence - 1].terminated;
}

bool has_number(const Document& document, const Passage& passage) {
  for (uint32_t s = passage.first_sentence; s < passage.end_sentence; ++s)
    for (uint32_t i = document.sentences[s].first_token; i < document.sentences[s].end_token; ++i)
      if (document.tokens[i].kind == TokenKind::number) return true;
  return false;
}

}  // namespace

void Layout::read(const Document& document) {
  const auto& passages = document.passages;
  const auto count = static_cast<uint32_t>(passages.size());
  lead_in_.assign(count, kNone), row_head_.assign(count, kNone), column_head_.assign(count, kNone);
  open_lists_.clear();
  int32_t table = -1, row = -1;
  uint32_t first_of_row = kNone;
  bool named_columns = false;
  for (uint32_t p = 0; p < count; ++p) {
    const Passage& passage = passages[p];
    if (passage.list >= 0) {
      const auto open = std::find_if(open_lists_.begin(), open_lists_.end(), [&](const auto& list) { return list.first == passage.list; });
      if (open != open_lists_.end()) open_lists_.erase(open + 1, open_lists_.end());
      else open_lists_.emplace_back(passage.list, p > 0 && leads_in(document, passages[p - 1]) ? p - 1 : kNone);
      lead_in_[p] = open_lists_.back().second;
    } else {
      open_lists_.clear();
    }
    if (passage.table < 0) continue;
    if (passage.table != table) table = passage.table, row = -1, first_row_.clear(), named_columns = true;
    if (passage.row != row) row = passage.row, first_of_row = p;
    const auto column = static_cast<size_t>(passage.column);
    if (first_row_.empty() || passage.row == passages[first_row_.front()].row) {
      first_row_.push_back(p);
      // A first row with figures in it is a row like any other.
      named_columns &= column == 0 || !has_number(document, passage);
      if (!named_columns)
        for (const uint32_t cell : first_row_) row_head_[cell] = cell == first_of_row ? kNone : first_of_row;
    } else if (p != first_of_row) {
      row_head_[p] = first_of_row;
      const auto head = std::find_if(first_row_.begin(), first_row_.end(), [&](uint32_t cell) { return passages[cell].column == passage.column; });
      if (named_columns && head != first_row_.end()) column_head_[p] = *head;
    }
  }
}

}  // namespace crosscheck
