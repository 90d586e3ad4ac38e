#include "cli/progress.h"

#include <unistd.h>

#include <cstdio>

namespace crosscheck {

using namespace std::chrono_literals;

Progress::Progress(const Options& options, size_t total) : total_(total), next_(std::chrono::steady_clock::now() + 500ms) {
  shown_ = !options.quiet && (options.progress == When::always || (options.progress == When::automatic && ::isatty(2) != 0));
}

Progress::~Progress() {
  if (drawn_) std::fputs("\r\x1b[K", stderr);
}

void Progress::step() {
  ++done_;
  if (!shown_ || std::chrono::steady_clock::now() < next_) return;
  next_ = std::chrono::steady_clock::now() + 200ms;
  drawn_ = true;
  if (total_ > 0) std::fprintf(stderr, "\r\x1b[Kcrosscheck: set %zu of %zu", done_, total_);
  else std::fprintf(stderr, "\r\x1b[Kcrosscheck: set %zu", done_);
}

}  // namespace crosscheck
