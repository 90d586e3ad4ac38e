// A Hunspell dictionary, spelt out: every form that its affix rules allow.
#pragma once

#include <functional>
#include <string>

namespace crosscheck {

// Calls `visit` with each form as it is written, and whether it may be suggested. Throws std::runtime_error.
void expand_hunspell(const std::string& dictionary, const std::string& affixes, const std::function<void(const std::string&, bool)>& visit);

}  // namespace crosscheck
