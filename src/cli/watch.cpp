// Files are looked at twice a second: documents are few, editors replace files in many ways, and network folders
// send no notices.
//
// Tested by tests/cli/commands.py.
#include "cli/watch.h"

#include <unistd.h>

#include <chrono>
#include <exception>
#include <filesystem>
#include <iostream>
#include <map>
#include <thread>
#include <utility>

#include "cli/inputs.h"
#include "cli/log.h"

namespace crosscheck {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using State = std::map<std::string, std::pair<fs::file_time_type, uintmax_t>>;

void add(State& state, const std::string& path) {
  std::error_code error;
  const auto time = fs::last_write_time(path, error);
  if (!error) state[path] = {time, fs::file_size(path, error)};
}

// Every document and configuration of the sets, with its age and size.
State state_of(const Options& options) {
  State state;
  Rulebooks rulebooks(options);
  Inputs inputs(options, rulebooks);
  while (const std::optional<SetInput> set = inputs.next()) {
    for (const DocumentInput& document : set->documents)
      if (!document.path.empty()) add(state, document.path);
    if (const std::string& config = rulebooks.config_of(set->folder); !config.empty()) add(state, config);
  }
  return state;
}

}  // namespace

int watch(const Options& options, const std::function<void()>& work) {
  for (const std::string& path : options.paths)
    if (path == "-" || path.ends_with(".ndjson") || path.ends_with(".jsonl")) throw UsageError("--watch takes files and folders, not " + path);
  const bool clears = options.output.empty() && options.format == "text" && ::isatty(1) != 0;
  for (State before;;) {
    if (State now = state_of(options); now != before) {
      before = std::move(now);
      if (clears) std::cout << "\x1b[2J\x1b[H" << std::flush;
      try {
        work();
      } catch (const UsageError&) {
        throw;
      } catch (const std::exception& wrong) {
        std::cerr << "crosscheck: " << wrong.what() << '\n';
      }
      tell(options, "watching; Ctrl-C ends");
    }
    std::this_thread::sleep_for(500ms);
  }
}

}  // namespace crosscheck
