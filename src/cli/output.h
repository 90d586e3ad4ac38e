// Where a report goes: standard output, or a file that is replaced whole or not at all.
#pragma once

#include <cstdio>
#include <stdexcept>
#include <string>
#include <string_view>

namespace crosscheck {

struct OutputError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Writes a file in one step; what stood there stays whole until then. Throws OutputError.
void write_file(const std::string& path, std::string_view content);

// Throws OutputError where a file could not be written: better before a long run than behind it.
void expect_writable(const std::string& path);

// Adds lines to the end of a file, in one piece. Throws OutputError.
void append_to_file(const std::string& path, std::string_view lines);

class Output {
 public:
  // "": standard output. Throws OutputError where the file cannot be made.
  explicit Output(const std::string& path);
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  void write(std::string_view text);
  // Whoever read the output went away: nothing more need be written.
  bool closed() const { return closed_; }
  // Everything is written or OutputError is thrown.
  void finish();

 private:
  [[noreturn]] void fail();

  std::string path_, draft_;  // the draft takes the file's place at the end; empty: written in place
  std::FILE* file_ = nullptr;
  bool closed_ = false;
};

// A line of progress stands on standard error: an interrupt ends it first.
void progress_is_shown(bool shown);

// An interrupt takes the draft away and ends the run with status 130; a closed pipe is an error like others.
void prepare_signals();

}  // namespace crosscheck
