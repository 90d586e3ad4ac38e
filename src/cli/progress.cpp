// The line is drawn by a thread of its own, so that it moves while one large set is at work.
//
// Tested by tests/cli/commands.py.
#include "cli/progress.h"

#include "cli/output.h"

#include <unistd.h>

#include <cstdio>
#include <string>

namespace crosscheck {
namespace {

using namespace std::chrono_literals;

std::string counted(size_t number, const char* noun) { return std::to_string(number) + " " + noun + (number == 1 ? "" : "s"); }

std::string duration(double seconds) {
  const auto whole = static_cast<size_t>(seconds + 0.5);
  return whole < 90 ? std::to_string(whole) + " s" : std::to_string((whole + 30) / 60) + " min";
}

}  // namespace

Progress::Progress(const Options& options, size_t documents) : all_documents_(documents), begun_(std::chrono::steady_clock::now()) {
  const bool shown = !options.quiet && (options.progress == When::always || (options.progress == When::automatic && ::isatty(2) != 0));
  if (shown) ticker_ = std::thread([this] { tick(); });
}

Progress::~Progress() {
  if (!ticker_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  wake_.notify_one();
  ticker_.join();
  if (drawn_) std::fputs("\r\x1b[K", stderr);
  progress_is_shown(false);
}

void Progress::step(size_t documents, size_t sentences, size_t findings) {
  const std::lock_guard lock(mutex_);
  documents_ += documents, sentences_ += sentences, findings_ += findings;
}

void Progress::tick() {
  std::unique_lock lock(mutex_);
  for (auto pause = 500ms; !wake_.wait_for(lock, pause, [this] { return ended_; }); pause = 200ms) draw();
}

void Progress::draw() {
  drawn_ = true;
  progress_is_shown(true);
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun_).count();
  std::string line = all_documents_ > 0 ? std::to_string(documents_) + " of " + counted(all_documents_, "document") : counted(documents_, "document");
  line += ", " + counted(sentences_, "sentence") + ", " + counted(findings_, "finding");
  const bool foreseeable = all_documents_ > documents_ && documents_ * 20 >= all_documents_ && documents_ > 0;
  line += foreseeable ? ", about " + duration(seconds * static_cast<double>(all_documents_ - documents_) / static_cast<double>(documents_)) + " left" : ", " + duration(seconds);
  std::fprintf(stderr, "\r\x1b[Kcrosscheck: %s", line.c_str());
}

}  // namespace crosscheck
