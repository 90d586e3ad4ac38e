// rules/checks/<family>/<rule>.yaml to a Rule.
#pragma once

#include <string>

#include "rulebook/rulebook.h"

namespace crosscheck {

// Throws RulebookError when the page is incomplete or its id is not its path.
Rule read_rule_page(const std::string& path, const CompiledRules* compiled);
// "off" has no Level; anything else but the three names fails at the value's place.
Level read_level(const Value& value);
// bad: or good: of a page; a sample is a text, or several documents by name.
std::vector<Sample> read_samples(const Value& list);

}  // namespace crosscheck
