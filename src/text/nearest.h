// The word that was probably meant, for messages about misspelt keys, flags and names.
#pragma once

#include <string_view>
#include <vector>

namespace crosscheck {

// The candidate nearest to `word`, or "" when none is near.
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates);

}  // namespace crosscheck
