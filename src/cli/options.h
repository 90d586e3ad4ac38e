// What was asked for on the command line. Stops at cli/: no room sees it.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "model/document.h"
#include "model/rule_info.h"

namespace crosscheck {

// Wrong arguments: shown with a hint at --help, exit status 2.
struct UsageError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

enum class When : uint8_t { automatic, always, never };

struct Options {
  std::vector<std::string> paths;  // as given, with those of --file-list
  std::string format = "text";
  std::string output;
  Level min_level = Level::suggestion;
  Level fail_on = Level::error;
  std::vector<std::string> only, skip;
  std::string config;
  bool no_config = false;
  std::string rules;
  std::string baseline, write_baseline, reason, audit;
  std::string since, cache;
  bool watch = false, no_exit = false;
  unsigned threads = 0;  // 0: as many as there are cores
  bool ndjson = false;                // --input ndjson
  std::optional<Format> input;        // --input, other formats
  bool unsorted = false, one_set = false;
  std::vector<std::string> globs, extensions;
  bool file_list = false;  // paths came from one
  std::string stdin_filename;
  std::string finding;
  std::string pair;  // --pair: the first place; the second is among the paths
  bool test = false, dry_run = false;
  When color = When::automatic, progress = When::automatic;
  bool quiet = false, verbose = false;
  bool help = false, version = false;
};

// Throws UsageError.
Options parse_options(const std::string& command, const std::vector<std::string>& arguments);

// Are colours wanted on this stream (1: standard output, 2: standard error)?
bool wants_color(const Options& options, int stream);

}  // namespace crosscheck
