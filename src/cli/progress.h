// How far a run is, on one line of standard error that is rewritten and wiped at the end.
#pragma once

#include <chrono>
#include <cstddef>

#include "cli/options.h"

namespace crosscheck {

class Progress {
 public:
  // `total` 0: not known.
  Progress(const Options& options, size_t total);
  ~Progress();
  void step();

 private:
  bool shown_ = false, drawn_ = false;
  size_t done_ = 0, total_;
  std::chrono::steady_clock::time_point next_;
};

}  // namespace crosscheck
