// .crosscheck.yaml: which rules run, at which level, with which settings; what is no document.
//
//   rules:
//     style.serial_comma: off
//     spelling: warning               # a whole family
//     terms.preferred: { level: error, settings... }
//   exclude: ["drafts/*"]
#pragma once

#include <string>

#include "rulebook/rulebook.h"

namespace crosscheck {

// Lays book.config over book.rules. Throws RulebookError at the place of a mistake.
void apply_config(Rulebook& book);

// The configuration for a folder: .crosscheck.yaml there or in a folder above, else
// $XDG_CONFIG_HOME/crosscheck/crosscheck.yaml (or ~/.config), else "".
std::string find_config(const std::string& folder);

}  // namespace crosscheck
