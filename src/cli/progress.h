// How far a run is, on one line of standard error that is rewritten and wiped at the end.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <thread>

#include "cli/options.h"

namespace crosscheck {

class Progress {
 public:
  // `documents` 0: not known.
  Progress(const Options& options, size_t documents);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void step(size_t documents, size_t sentences, size_t findings);

 private:
  void tick();
  void draw();

  size_t documents_ = 0, sentences_ = 0, findings_ = 0;
  const size_t all_documents_;
  const std::chrono::steady_clock::time_point begun_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool ended_ = false, drawn_ = false;
  std::thread ticker_;  // only where the line is wanted
};

}  // namespace crosscheck
