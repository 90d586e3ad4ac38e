// What every room may know of a rule: its id, level and page (rules/checks/<family>/<rule>.yaml).
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace crosscheck {

enum class Level : unsigned char { suggestion, warning, error };

inline const char* name_of(Level level) {
  return level == Level::error ? "error" : level == Level::warning ? "warning" : "suggestion";
}

// A sample text of a rule page: one document, or a small set of named ones.
using Sample = std::vector<std::pair<std::string, std::string>>;  // name, text

struct RuleInfo {
  std::string id;  // "contradiction.count"
  Level level = Level::warning;
  bool off = false;       // unless a style or the configuration switches it on
  std::string title;      // one line: what is wrong
  std::string rationale;  // why a reader minds
  std::string fix;        // what to do about it
  std::vector<std::pair<std::string, std::string>> messages;  // name, template; the first is the default
  std::vector<Sample> bad, good;
  bool house = false;  // written by the user, not shipped

  std::string family() const { return id.substr(0, id.find('.')); }
};

}  // namespace crosscheck
