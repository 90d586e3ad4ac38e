// Where a passage stands, as a person finds it in a document that has no lines to speak of:
// "page 3, Dose > Children, paragraph 2", "footnote 4", "Dose, table 1, row 2, column 3".
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/document.h"

namespace crosscheck {

class Locations {
 public:
  explicit Locations(const Document& document);
  // Empty for a document whose lines tell enough.
  std::string of(uint32_t passage) const;

 private:
  const Document& document_;
  std::vector<int32_t> above_;       // of a heading, the heading it stands under; of all others the nearest
  std::vector<uint32_t> paragraph_;  // counted from the heading or the start of the part; 0: not counted
};

}  // namespace crosscheck
