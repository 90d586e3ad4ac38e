// The marker of a list item, where it stands in the text: "3. ", "12) ", "(b) ", "iv) ", "- ", "• ".
#pragma once

#include <cstdint>
#include <string_view>

#include "model/document.h"

namespace crosscheck {

struct MarkerFound {
  Marker marker = Marker::none;
  int32_t number = 0;
  uint32_t bytes = 0;  // marker and the blanks after it
};

// At the start of a line; no bytes when there is none.
MarkerFound marker_at(std::string_view line);

}  // namespace crosscheck
