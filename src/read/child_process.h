// Another program, run for what it writes: with a list of arguments (no shell), its input in memory, and limits on
// time, memory and output that end it.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace crosscheck {

struct ChildLimits {
  std::chrono::seconds time{60};
  size_t memory = 1u << 30;  // of its address space
  size_t output = 256u << 20;
};

struct ChildResult {
  enum class End : unsigned char { exited, killed, out_of_time, too_much_output, not_started };
  End end = End::not_started;
  int status = 0;
  std::string complaints;  // the start of its standard error
};

// Where a program lies, by PATH; empty when it is not installed.
std::string find_program(const std::string& name);

// `take` gets the output piece by piece; its exceptions end the child and pass through.
ChildResult run_child(const std::string& program, const std::vector<std::string>& arguments, std::string_view input, const ChildLimits& limits, const std::function<void(std::string_view)>& take);

}  // namespace crosscheck
