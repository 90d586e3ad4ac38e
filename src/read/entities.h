// Character references of HTML and Markdown: "&nbsp;", "&#8211;", "&eacute".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace crosscheck {

struct Entity {
  uint32_t bytes = 0;  // of the source; 0: no reference starts here
  std::string text;
};

// The reference at the start of `source`, which begins with '&'.
Entity entity_at(std::string_view source);

}  // namespace crosscheck
