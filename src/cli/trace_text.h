// Comparisons and the places they are about, as text.
#pragma once

#include <string>
#include <vector>

#include "check/trace.h"

namespace crosscheck {

// "leaflet.md:3:14"
std::string address(const Document& document, Span span);
// One comparison: both places, the slot, the values as understood, every gate, the outcome.
std::string as_text(const Comparison& comparison, const Collection& texts);

}  // namespace crosscheck
