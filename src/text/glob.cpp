// Tested by tests/rooms/house.cpp.
#include "text/glob.h"

#include <vector>

namespace crosscheck {
namespace {

// Does `c` belong to the class that starts at pattern[at] == '['? Moves `at` behind it.
bool in_class(std::string_view pattern, size_t& at, char c) {
  size_t i = at + 1;
  const bool negated = i < pattern.size() && (pattern[i] == '!' || pattern[i] == '^');
  if (negated) ++i;
  bool found = false;
  for (const size_t first = i; i < pattern.size() && (pattern[i] != ']' || i == first); ++i) {
    if (i + 2 < pattern.size() && pattern[i + 1] == '-' && pattern[i + 2] != ']') {
      found = found || (pattern[i] <= c && c <= pattern[i + 2]);
      i += 2;
    } else {
      found = found || pattern[i] == c;
    }
  }
  at = i + 1;
  return found != negated && c != '/';
}

// The states of the pattern are walked side by side, so the cost is pattern times path whatever the stars.
bool matches_whole(std::string_view pattern, std::string_view path) {
  std::vector<char> now(pattern.size() + 1), next(pattern.size() + 1);
  const auto spread = [&](std::vector<char>& states) {
    for (size_t i = 0; i < pattern.size(); ++i) {
      if (!states[i] || pattern[i] != '*') continue;
      const bool deep = pattern.substr(i, 2) == "**";
      states[i + (deep ? 2 : 1)] = 1;
      if (deep && pattern.substr(i, 3) == "**/") states[i + 3] = 1;
    }
  };
  now[0] = 1;
  spread(now);
  for (const char c : path) {
    std::fill(next.begin(), next.end(), 0);
    for (size_t i = 0; i < pattern.size(); ++i) {
      if (!now[i]) continue;
      if (pattern[i] == '*') {
        if (c != '/' || pattern.substr(i, 2) == "**") next[i] = 1;
      } else if (pattern[i] == '?') {
        if (c != '/') next[i + 1] = 1;
      } else if (pattern[i] == '[') {
        size_t after = i;
        if (in_class(pattern, after, c) && after <= pattern.size()) next[after] = 1;
      } else if (pattern[i] == c) {
        next[i + 1] = 1;
      }
    }
    spread(next);
    now.swap(next);
  }
  return now[pattern.size()] != 0;
}

}  // namespace

bool glob_matches(std::string_view pattern, std::string_view path) {
  while (pattern.starts_with("./")) pattern.remove_prefix(2);
  while (path.starts_with("./")) path.remove_prefix(2);
  const bool folder_only = pattern.ends_with('/');
  if (folder_only) pattern.remove_suffix(1);
  const bool anchored = pattern.find('/') != std::string_view::npos;
  if (pattern.starts_with('/') && !path.starts_with('/')) pattern.remove_prefix(1);
  // The path itself, then every folder above it.
  for (std::string_view part = path; !part.empty();) {
    const size_t slash = part.rfind('/');
    if (part.size() < path.size() || !folder_only) {
      const std::string_view subject = anchored || slash == std::string_view::npos ? part : part.substr(slash + 1);
      if (matches_whole(pattern, subject)) return true;
    }
    if (slash == std::string_view::npos) break;
    part = part.substr(0, slash);
  }
  return false;
}

}  // namespace crosscheck
