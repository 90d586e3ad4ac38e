// Tested by tests/cli/commands.py.
#include "cli/output.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>

namespace crosscheck {
namespace {

namespace fs = std::filesystem;

// The draft to take away when a signal ends the run; set and cleared around its life.
char draft_of_signal[4096];

// Set while a line of progress is on the terminal.
volatile std::sig_atomic_t progress_shown = 0;

void end_by_signal(int signal) {
  if (progress_shown && ::write(2, "\n", 1) < 0) progress_shown = 0;
  if (draft_of_signal[0] != '\0') ::unlink(draft_of_signal);
  ::_exit(128 + signal);
}

}  // namespace

void progress_is_shown(bool shown) { progress_shown = shown; }

void prepare_signals() {
  std::signal(SIGINT, end_by_signal);
  std::signal(SIGTERM, end_by_signal);
  std::signal(SIGPIPE, SIG_IGN);
}

Output::Output(const std::string& path) : path_(path) {
  if (path.empty() || path == "-") {
    path_.clear();
    file_ = stdout;
    return;
  }
  std::error_code error;
  if (const fs::path real = fs::weakly_canonical(path, error); !error) path_ = real.string();
  struct stat there {};
  const bool exists = ::stat(path_.c_str(), &there) == 0;
  if (exists && S_ISDIR(there.st_mode)) throw OutputError(path + ": is a folder; -o takes a file");
  if (exists && !S_ISREG(there.st_mode)) {
    file_ = std::fopen(path_.c_str(), "wb");
    if (!file_) fail();
    return;
  }
  if (exists && ::access(path_.c_str(), W_OK) != 0) fail();
  draft_ = path_ + ".XXXXXX";
  const int descriptor = ::mkstemp(draft_.data());
  if (descriptor < 0) {
    draft_.clear();
    fail();
  }
  const mode_t mask = ::umask(0);
  ::umask(mask);
  if (::fchmod(descriptor, exists ? there.st_mode & 0777 : 0666 & ~mask) != 0) errno = 0;
  if (draft_.size() < sizeof draft_of_signal) std::memcpy(draft_of_signal, draft_.c_str(), draft_.size() + 1);
  file_ = ::fdopen(descriptor, "wb");
}

Output::~Output() {
  if (file_ && file_ != stdout) std::fclose(file_);
  if (!draft_.empty()) ::unlink(draft_.c_str());
  draft_of_signal[0] = '\0';
}

void Output::fail() {
  const std::string why = std::strerror(errno);
  throw OutputError((path_.empty() ? std::string("standard output") : path_) + ": cannot be written: " + why);
}

void Output::write(std::string_view text) {
  if (closed_ || text.empty()) return;
  if (std::fwrite(text.data(), 1, text.size(), file_) == text.size()) return;
  if (errno != EPIPE) fail();
  closed_ = true;
}

void Output::finish() {
  if (!closed_ && std::fflush(file_) != 0) {
    if (errno != EPIPE) fail();
    closed_ = true;
  }
  if (file_ == stdout) return;
  std::FILE* file = file_;
  file_ = nullptr;
  if (std::fclose(file) != 0 && !closed_) fail();
  if (draft_.empty()) return;
  if (std::rename(draft_.c_str(), path_.c_str()) != 0) fail();
  draft_.clear();
}

void expect_writable(const std::string& path) {
  std::error_code error;
  const fs::path folder = fs::path(path).parent_path();
  const bool exists = fs::exists(path, error);
  if (fs::is_directory(path, error)) throw OutputError(path + ": is a folder, not a file");
  if (::access(exists ? path.c_str() : folder.empty() ? "." : folder.c_str(), W_OK) != 0) throw OutputError(path + ": cannot be written: " + std::strerror(errno));
}

void append_to_file(const std::string& path, std::string_view lines) {
  std::FILE* file = std::fopen(path.c_str(), "ab");
  const bool written = file && std::fwrite(lines.data(), 1, lines.size(), file) == lines.size();
  const bool closed = file && std::fclose(file) == 0;
  if (!written || !closed) throw OutputError(path + ": cannot be written: " + std::strerror(errno));
}

void write_file(const std::string& path, std::string_view content) {
  Output out(path);
  out.write(content);
  out.finish();
}

}  // namespace crosscheck
