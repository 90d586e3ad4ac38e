// Findings that somebody decided about on an earlier day, by fingerprint: with --baseline only the others count.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "model/report.h"

namespace crosscheck {

// What was decided about one finding. The HTML report exports the same shape.
struct Decision {
  std::string fingerprint, rule, set, document, message;
  std::string decision;  // "known", "dismissed"; "accepted": right, and reported until it is mended
  std::string reason, who, when;
  bool silences() const { return decision != "accepted"; }
};

class Baseline {
 public:
  Baseline() = default;
  // Throws UsageError when the file is missing or no baseline.
  explicit Baseline(const std::string& path);
  // The decision about a finding, or nullptr. What was asked for is not stale.
  const Decision* find(const ReportFinding& finding);
  // Entries whose finding did not come again, though their rule ran and their set was checked.
  std::vector<const Decision*> stale(const std::set<std::string>& sets, const std::vector<std::string>& rules_off) const;

 private:
  std::map<std::string, Decision> entries_;
  std::set<std::string> met_;
};

// A decision of today about a finding: by $CROSSCHECK_USER, else the user's name on this machine.
Decision decide(const ReportFinding& finding, const std::string& decision, const std::string& reason);
std::string user_name();
std::string today();  // "2026-03-01", of SOURCE_DATE_EPOCH where it is set

// The content of a baseline file: JSON, one finding a line, so that a version control system shows what came and went.
std::string baseline_text(const std::vector<Decision>& decisions);
// One line of --audit: a decision and what became of it in this run ("written", "left out", "reported", "stale").
std::string audit_line(const Decision& decision, const std::string& event, const std::string& baseline);

}  // namespace crosscheck
