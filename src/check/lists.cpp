// Tested by the fixtures of style.list_case and style.list_punctuation.
#include "check/lists.h"

#include <algorithm>
#include <map>

namespace crosscheck {

bool holds_lost_items(const Document& document, uint32_t passage) {
  const std::string_view text = document.text_of(document.passages[passage].body);
  uint32_t dashes = 0;
  for (size_t at = text.find(" - "); at != std::string_view::npos; at = text.find(" - ", at + 2)) ++dashes;
  return dashes >= 2;
}

std::vector<ListItems> lists_of(const Document& document) {
  std::map<std::pair<int32_t, uint8_t>, ListItems> by_list;
  for (uint32_t p = 0; p < document.passages.size(); ++p) {
    const Passage& passage = document.passages[p];
    if (passage.kind == PassageKind::list_item && passage.list >= 0 && passage.first_sentence < passage.end_sentence) by_list[{passage.list, passage.level}].push_back(p);
  }
  std::vector<ListItems> lists;
  for (auto& [key, items] : by_list)
    if (std::none_of(items.begin(), items.end(), [&](uint32_t p) { return holds_lost_items(document, p); })) lists.push_back(std::move(items));
  return lists;
}

}  // namespace crosscheck
