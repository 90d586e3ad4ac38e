// Tested by the fixtures of style.list_case and style.list_punctuation.
#include "check/lists.h"

#include <map>

namespace crosscheck {

std::vector<ListItems> lists_of(const Document& document) {
  std::map<std::pair<int32_t, uint8_t>, ListItems> by_list;
  for (uint32_t p = 0; p < document.passages.size(); ++p) {
    const Passage& passage = document.passages[p];
    if (passage.kind == PassageKind::list_item && passage.list >= 0 && passage.first_sentence < passage.end_sentence) by_list[{passage.list, passage.level}].push_back(p);
  }
  std::vector<ListItems> lists;
  for (auto& [key, items] : by_list) lists.push_back(std::move(items));
  return lists;
}

}  // namespace crosscheck
