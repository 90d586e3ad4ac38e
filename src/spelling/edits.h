// How far one spelling is from another, weighed by what slips of hand and ear do.
#pragma once

#include <string_view>

namespace crosscheck {

// 0 for the same word; about 1 for each letter that is wrong, less where letters are swapped, doubled or sound alike,
// more at the start of the word. Gives up above `limit` and returns more than that.
double edit_cost(std::string_view written, std::string_view meant, double limit);

// Letters wrong, missing, too many or swapped with their neighbour: the plain count.
unsigned edits_between(std::string_view written, std::string_view meant, unsigned limit);

}  // namespace crosscheck
