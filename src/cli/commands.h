// The commands: arguments to an exit status.
#pragma once

#include <string>
#include <vector>

namespace crosscheck {

using Arguments = std::vector<std::string>;

int check_command(const Arguments& arguments);

}  // namespace crosscheck
