// Findings as a table for a spreadsheet; the documents that were checked and what went wrong follow as rows of
// their own kind.
//
// Tested by tests/rooms/report.cpp.
#include <initializer_list>

#include "report/excerpt.h"
#include "report/report.h"

namespace crosscheck {
namespace {

// Quoted where needed. A text that a spreadsheet would run as a formula is kept as text by a leading apostrophe.
std::string cell(std::string_view text) {
  std::string content(text);
  if (!content.empty() && std::string_view("=+@-\t").find(content.front()) != std::string_view::npos) content.insert(0, "'");
  if (content.find_first_of(",\"\r\n") == std::string::npos) return content;
  std::string out = "\"";
  for (const char c : content) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + '"';
}

std::string row(std::initializer_list<std::string> cells) {
  std::string out;
  for (const std::string& content : cells) {
    if (&content != cells.begin()) out += ',';
    out += cell(content);
  }
  return out + "\r\n";
}

}  // namespace

std::string csv_report(const Report& report, const Display&) {
  std::string out = row({"kind", "set", "document", "line", "column", "level", "rule", "message", "text", "other document", "other line", "other text", "why", "fix", "confidence", "fingerprint"});
  for (const ReportFinding& finding : report.findings) {
    const Place& first = finding.evidence.front();
    const Place* second = finding.evidence.size() > 1 ? &finding.evidence[1] : nullptr;
    out += row({"finding", finding.set, first.document, std::to_string(first.line), std::to_string(first.column), name_of(finding.level), finding.rule->id, finding.message, one_line(first.text),
                second ? second->document : "", second ? std::to_string(second->line) : "", second ? one_line(second->text) : "", finding.why,
                finding.fixes.empty() ? "" : finding.fixes.front().replacement, std::to_string(static_cast<int>(finding.confidence * 100 + 0.5)) + " %", finding.fingerprint});
  }
  for (const SetReport& set : report.sets)
    for (const DocumentReport& document : set.documents)
      out += row({"document", set.id, document.name, "", "", "", "", document.left_out.empty() ? "checked" : "left out: " + document.left_out, document.format + ", " + document.encoding + ", " + document.hash, "", "", "", "", "", "", ""});
  for (const Trouble& trouble : report.trouble)
    out += row({"trouble", "", trouble.document, "", "", trouble.kind == TroubleKind::error ? "error" : "note", "", trouble.message, "", "", "", "", "", "", "", ""});
  return out;
}

}  // namespace crosscheck
