// The report for a terminal.
//
// Tested by tests/rooms/report.cpp.
#include "report/report.h"

namespace crosscheck {

std::string text_report(const Report& report, const Display&) {
  std::string out;
  for (const ReportFinding& finding : report.findings) {
    const Place& first = finding.evidence.front();
    out += first.document + ":" + std::to_string(first.line) + ":" + std::to_string(first.column) + ": " + name_of(finding.level) + ": " + finding.message + " [" + finding.rule->id + "]\n";
    for (const Place& place : finding.evidence) out += "    " + place.document + ":" + std::to_string(place.line) + ": " + place.text + "\n";
  }
  const Summary summary = summarise(report.findings);
  out += std::to_string(summary.error) + " errors, " + std::to_string(summary.warning) + " warnings, " + std::to_string(summary.suggestion) + " suggestions\n";
  return out;
}

}  // namespace crosscheck
