// .crosscheck.yaml: which rules run, at which level, with which settings; what is no document; words and rules of
// the house. All paths are relative to the file.
//
//   rules:
//     style.serial_comma: off
//     spelling: warning               # a whole family
//     text.repeated_word: { level: error, allowed+: [bye] }
//   style: [uk, patient-leaflet]      # rules/styles; what rules: says goes before it
//   skip: { references: [style] }     # parts of a text that rules do not look at
//   exclude: ["drafts/"]
//   authority: label.txt
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

// What a configuration file lists under `exclude` or `authority`. Throws RulebookError.
std::vector<std::string> listed_in(const std::string& config_path, const char* key);

// A file as a configuration names it: relative to the configuration's folder.
std::string seen_from(const std::string& folder, const std::string& path);

// The configuration for a folder: .crosscheck.yaml there or in a folder above, else
// $XDG_CONFIG_HOME/crosscheck/crosscheck.yaml (or ~/.config), else "".
std::string find_config(const std::string& folder);

}  // namespace crosscheck
