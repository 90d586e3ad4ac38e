// Changes of a file as a unified diff that `patch` accepts.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace crosscheck {

struct Change {
  size_t begin, end;  // bytes
  std::string replacement;
};

// `changes` from first to last, none overlapping another.
std::string unified_diff(const std::string& path, const std::string& before, const std::vector<Change>& changes);

}  // namespace crosscheck
