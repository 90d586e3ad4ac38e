// Workflow commands that GitHub Actions shows as annotations in the changed files.
//
// Tested by tests/rooms/report.cpp.
#include "report/excerpt.h"
#include "report/report.h"

namespace crosscheck {
namespace {

std::string escaped(std::string_view text, bool property) {
  std::string out;
  for (const char c : text) {
    if (c == '%') out += "%25";
    else if (c == '\r') out += "%0D";
    else if (c == '\n') out += "%0A";
    else if (property && c == ':') out += "%3A";
    else if (property && c == ',') out += "%2C";
    else out += c;
  }
  return out;
}

}  // namespace

std::string github_report(const Report& report, const Display& display) {
  std::string out;
  for (const ReportFinding& finding : report.findings) {
    const Place& first = finding.evidence.front();
    out += std::string("::") + (finding.level == Level::suggestion ? "notice" : name_of(finding.level)) + " file=" + escaped(path_of(report, display.root, finding.set, first.document), true);
    out += ",line=" + std::to_string(first.line) + ",endLine=" + std::to_string(first.end_line) + ",col=" + std::to_string(first.column) + ",endColumn=" + std::to_string(first.end_column);
    out += ",title=" + escaped(finding.rule->id, true) + "::" + escaped(finding.message, false);
    for (size_t i = 1; i < finding.evidence.size() && i < 4; ++i) out += "%0A" + escaped(whereabouts(finding.evidence[i]) + ": " + one_line(finding.evidence[i].text), false);
    out += "\n";
  }
  return out;
}

}  // namespace crosscheck
