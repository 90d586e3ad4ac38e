// What the layout of a document says of a sentence without a verb: an item belongs to the words above its list, a
// cell to its row and column, a field to its name.
//
//   Side effects may include:        headache: "Side effects | may include | headache"
//     - headache
//   Adults | 5 mg   under Dose       "Adults | Dose | 5 mg"
//   Storage: below 25 °C             "Storage | | below 25 °C"
#pragma once

#include <vector>

#include "model/document.h"

namespace crosscheck {

class Layout {
 public:
  static constexpr uint32_t kNone = UINT32_MAX;

  // Once a document.
  void read(const Document& document);

  // The passage whose end leads into the list of an item; kNone when the item stands under none.
  uint32_t lead_in(uint32_t passage) const { return lead_in_[passage]; }
  // The first cell of the row and of the column; kNone for those themselves.
  uint32_t row_head(uint32_t passage) const { return row_head_[passage]; }
  uint32_t column_head(uint32_t passage) const { return column_head_[passage]; }

 private:
  std::vector<uint32_t> lead_in_, row_head_, column_head_;
  std::vector<uint32_t> first_row_;  // cells of the table at hand
  std::vector<std::pair<int32_t, uint32_t>> open_lists_;
};

}  // namespace crosscheck
