// JUnit XML: a suite a set, a test a document, a failure a finding, for build servers that read nothing else.
//
// Tested by tests/rooms/report.cpp.
#include "report/excerpt.h"
#include "report/report.h"

namespace crosscheck {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\n': out += "&#10;"; break;
      default: out += static_cast<unsigned char>(c) < 32 && c != '\t' ? '?' : c;
    }
  }
  return out;
}

std::string failure(const ReportFinding& finding) {
  std::string body = finding.why + "\n";
  for (const Place& place : finding.evidence) body += whereabouts(place) + ": " + one_line(place.text) + "\n";
  return "      <failure type=\"" + escaped(finding.rule->id) + "\" message=\"" + escaped(finding.message) + "\">" + escaped(body) + "</failure>\n";
}

}  // namespace

std::string junit_report(const Report& report, const Display&) {
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"crosscheck\">\n";
  for (const SetReport& set : report.sets) {
    std::string cases;
    uint32_t failures = 0;
    for (const DocumentReport& document : set.documents) {
      cases += "    <testcase classname=\"" + escaped(set.id) + "\" name=\"" + escaped(document.name) + "\">\n";
      for (const ReportFinding& finding : report.findings) {
        if (finding.set != set.id || finding.evidence.front().document != document.name) continue;
        cases += failure(finding);
        ++failures;
      }
      cases += "    </testcase>\n";
    }
    out += "  <testsuite name=\"" + escaped(set.id) + "\" tests=\"" + std::to_string(set.documents.size()) + "\" failures=\"" + std::to_string(failures) + "\">\n" + cases + "  </testsuite>\n";
  }
  return out + "</testsuites>\n";
}

}  // namespace crosscheck
