// .crosscheck.yaml: which rules run, at which level, with which settings; what is no document; words and rules of
// the house. All paths are relative to the file.
//
//   rules:
//     style.serial_comma: off
//     spelling: warning               # a whole family
//     text.repeated_word: { level: error, allowed+: [bye] }
//   exclude: ["drafts/"]
//   words: { accept: [accept.txt, Zeltara], reject: [reject.txt] }
//   house_rules: [style/]
#pragma once

#include <string>
#include <vector>

#include "rulebook/rulebook.h"

namespace crosscheck {

// Lays book.config over the book: house rules and words first, then levels and settings. Throws RulebookError at
// the place of a mistake.
void apply_config(Rulebook& book);

// The patterns of exclude: in a configuration file. Throws RulebookError.
std::vector<std::string> excluded_by(const std::string& config_path);

// The configuration for a folder: .crosscheck.yaml there or in a folder above, else
// $XDG_CONFIG_HOME/crosscheck/crosscheck.yaml (or ~/.config), else "".
std::string find_config(const std::string& folder);

}  // namespace crosscheck
