// Tested by tests/rooms/read_parts.cpp.
#include "read/flat_lists.h"

#include <algorithm>

namespace crosscheck {

void FlatLists::place(Passage& item, int64_t key) {
  const size_t level = std::min<size_t>(item.level, 16);
  if (open_.size() > level + 1) open_.resize(level + 1);
  while (open_.size() < level + 1) open_.push_back({0, -1, 0});
  Open& open = open_[level];
  const bool goes_on = item.number > 1 && item.number - 1 == open.number;
  if (open.list < 0 || open.key != key || (interrupted_ && !goes_on)) open = {key, lists_++, 0};
  open.number = item.number;
  item.kind = PassageKind::list_item;
  item.list = open.list;
  interrupted_ = false;
}

}  // namespace crosscheck
