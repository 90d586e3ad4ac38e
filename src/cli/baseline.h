// Findings of an earlier day, by fingerprint: with --baseline only new ones are reported.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

#include "model/report.h"

namespace crosscheck {

class Baseline {
 public:
  Baseline() = default;
  // Throws UsageError when the file is missing or no baseline.
  explicit Baseline(const std::string& path);
  bool knows(const ReportFinding& finding) const { return prints_.contains(finding.fingerprint); }

  // A line for a finding of today, for the next baseline.
  void note(const ReportFinding& finding);
  // What was noted, as the content of a file.
  std::string noted() const;
  size_t size() const { return lines_.size(); }

 private:
  std::unordered_set<std::string> prints_;
  std::vector<std::string> lines_;
};

}  // namespace crosscheck
