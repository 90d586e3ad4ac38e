// Two sets may say the same in documents of the same name: the second finding gets a fingerprint of its own.
#pragma once

#include <xxhash.h>

#include <cstdio>
#include <string>
#include <unordered_map>

namespace crosscheck {

class Fingerprints {
 public:
  void make_unique(std::string& print) {
    if (counts_.size() > kMost) counts_.clear();
    const uint32_t before = counts_[XXH3_64bits(print.data(), print.size())]++;
    if (before == 0) return;
    const std::string numbered = print + "#" + std::to_string(before);
    char out[17];
    std::snprintf(out, sizeof out, "%016llx", static_cast<unsigned long long>(XXH3_64bits(numbered.data(), numbered.size())));
    print = out;
  }

 private:
  static constexpr size_t kMost = 1u << 20;  // of an endless stream
  std::unordered_map<uint64_t, uint32_t> counts_;
};

}  // namespace crosscheck
