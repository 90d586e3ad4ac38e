// Lists of formats that know no lists, only paragraphs with a marker: which items belong together.
//
// A paragraph between two bulleted items parts them; a numbered list goes on after it when its number does.
#pragma once

#include <cstdint>
#include <vector>

#include "model/document.h"

namespace crosscheck {

class FlatLists {
 public:
  // Fills in the list of an item whose marker, number and level are known. `key`: what the format holds to be one list.
  void place(Passage& item, int64_t key);
  // A paragraph that is no item came.
  void interrupt() { interrupted_ = true; }

 private:
  struct Open {
    int64_t key;
    int32_t list, number;
  };
  std::vector<Open> open_;  // by level; list -1: none at that level
  bool interrupted_ = false;
  int32_t lists_ = 0;
};

}  // namespace crosscheck
