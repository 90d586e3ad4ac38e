// How findings come about, for people: the second half of `crosscheck explain`.
#pragma once

#include <string>
#include <string_view>

#include "cli/options.h"

namespace crosscheck {

int explain_finding(const Options& options);  // --finding FINGERPRINT [PATH...]
int explain_pair(const Options& options);     // --pair FILE:LINE FILE:LINE [PATH...]

// Text in lines of 80 columns.
std::string wrapped(std::string_view text, size_t indent);

}  // namespace crosscheck
