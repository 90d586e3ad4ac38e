// JUnit XML: a suite a set, a test a document, a failure a finding, for build servers that read nothing else.
//
// Tested by tests/rooms/report.cpp.
#include "report/excerpt.h"
#include "report/report.h"

namespace crosscheck {
namespace {

// U+FFFE and U+FFFF are no characters of XML, nor are control characters.
std::string escaped(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (text.substr(at, 3) == "\xEF\xBF\xBE" || text.substr(at, 3) == "\xEF\xBF\xBF") {
      out += '?';
      at += 2;
      continue;
    }
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

// What could not be checked: a suite of its own, so that no build server takes silence for success.
std::string troubles(const Report& report) {
  std::string cases;
  uint32_t errors = 0;
  for (const Trouble& trouble : report.trouble) {
    if (trouble.kind != TroubleKind::error) continue;
    ++errors;
    cases += "    <testcase classname=\"input\" name=\"" + escaped(trouble.document) + "\">\n      <error type=\"input\" message=\"" + escaped(trouble.message) + "\"/>\n    </testcase>\n";
  }
  if (errors == 0) return "";
  return "  <testsuite name=\"input\" tests=\"" + std::to_string(errors) + "\" failures=\"0\" errors=\"" + std::to_string(errors) + "\">\n" + cases + "  </testsuite>\n";
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
  return out + troubles(report) + "</testsuites>\n";
}

}  // namespace crosscheck
