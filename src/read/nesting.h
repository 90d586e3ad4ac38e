// HTML made fit for a parser that follows any nesting down: tags beyond a depth no page needs are blanked out,
// byte for byte, so that offsets stay.
#pragma once

#include <string>
#include <string_view>

namespace crosscheck {

constexpr size_t kDeepestHtml = 256;

// True when tags had to be blanked in `page`. Drawings and formulas (svg, math) are blanked without saying so.
bool flatten_html(std::string& page);
// A quick look: false when flatten_html would leave the page as it is.
bool needs_flattening(std::string_view page);

}  // namespace crosscheck
