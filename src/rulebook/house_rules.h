// Rules that users write themselves, in YAML, with the keys of Vale's rules and samples of their own:
//
//   extends: substitution        # or existence, consistency
//   message: "Write \"{replacement}\" instead of \"{match}\""
//   level: warning
//   swap: { utili[sz]e: use }
//   bad:  ["Utilise the inhaler."]
//   good: ["Use the inhaler."]
//
// A file style/plain.yaml is the rule house.plain. README.md lists the keys; check/house.h finds the words.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rulebook/rulebook.h"

namespace crosscheck {

// Adds the rules of the files and folders that house_rules: names, relative to `folder`. Throws RulebookError.
void read_house_rules(const Value& paths, const std::string& folder, std::vector<Rule>& rules);

// The rule house.rejected: words that the house rejects; nothing when it rejects none.
std::optional<Rule> rule_of_rejected(const HouseWords& house);

}  // namespace crosscheck
