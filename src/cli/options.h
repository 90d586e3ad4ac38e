// What was asked for on the command line. Stops at cli/: no room sees it.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "model/rule_info.h"

namespace crosscheck {

// Wrong arguments: shown with a hint at --help, exit status 2.
struct UsageError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct Options {
  std::vector<std::string> paths;
  std::string format = "text";
  std::string output;
  Level min_level = Level::suggestion;
  Level fail_on = Level::error;
  std::vector<std::string> only, skip;
  std::string config;
  bool no_config = false;
  std::string rules;
  unsigned threads = 0;  // 0: as many as there are cores
  std::string input;
  bool one_set = false;
  bool help = false;
};

// Throws UsageError.
Options parse_options(const std::string& command, const std::vector<std::string>& arguments);

}  // namespace crosscheck
