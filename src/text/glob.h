// Names with wildcards, as in .gitignore: "*" and "?" stay within one folder, "**" crosses folders, "[a-z]" is a
// class. A pattern without a slash is about the last part of the path, one that ends with a slash about a folder
// and all it holds.
#pragma once

#include <string_view>

namespace crosscheck {

bool glob_matches(std::string_view pattern, std::string_view path);

}  // namespace crosscheck
