// The report as Markdown, for a pull request or a wiki page.
//
// Tested by tests/rooms/report.cpp.
#include "report/excerpt.h"
#include "report/report.h"

namespace crosscheck {
namespace {

constexpr size_t kQuoted = 160;
constexpr size_t kMostQuoted = 6;

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view("\\`*_{}[]<>#|~").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string quotation(const Place& place) {
  const Excerpt quoted = excerpt(place, kQuoted);
  return "> " + escaped(quoted.before) + "**" + escaped(quoted.words) + "**" + escaped(quoted.after) + "  \n> " + escaped(whereabouts(place)) + "\n";
}

std::string section(const ReportFinding& finding) {
  std::string out = "#### " + std::string(name_of(finding.level)) + ": " + escaped(finding.message) + "\n\n";
  size_t quoted = 0;
  for (const Place& place : finding.evidence) {
    if (quoted++ == kMostQuoted) break;
    if (quoted > 1) out += ">\n";
    out += quotation(place);
  }
  out += '\n';
  if (finding.places > kMostQuoted) out += "and " + std::to_string(finding.places - kMostQuoted) + " more places\n\n";
  out += escaped(finding.why) + "\n";
  if (!finding.fixes.empty()) {
    const std::string replacement = mended(finding);
    out += replacement.empty() ? "\nFix: delete it\n" : "\nFix: " + escaped(replacement) + "\n";
  }
  return out + "\n`" + finding.rule->id + "` · `" + finding.fingerprint + "`\n\n";
}

}  // namespace

std::string markdown_report(const Report& report, const Display&) {
  const Summary summary = summarise(report.findings);
  std::string out = "# crosscheck\n\n" + std::to_string(summary.error) + " errors, " + std::to_string(summary.warning) + " warnings, " + std::to_string(summary.suggestion) + " suggestions.\n\n";
  std::string set = "\x01", document;
  for (const ReportFinding& finding : report.findings) {
    if (finding.set != set) {
      set = finding.set;
      document.clear();
      out += "## " + escaped(set) + "\n\n";
    }
    if (finding.evidence.front().document != document) {
      document = finding.evidence.front().document;
      out += "### " + escaped(document) + "\n\n";
    }
    out += section(finding);
  }
  out += "## What was checked\n\n| set | document | format | encoding | hash | |\n| --- | --- | --- | --- | --- | --- |\n";
  for (const SetReport& checked : report.sets)
    for (const DocumentReport& entry : checked.documents)
      out += "| " + escaped(checked.id) + " | " + escaped(entry.name) + " | " + entry.format + " | " + entry.encoding + " | " + entry.hash + " | " + escaped(entry.left_out) + " |\n";
  if (!report.tool.rules_off.empty()) {
    out += "\nRules off:";
    for (const std::string& id : report.tool.rules_off) out += " `" + id + "`";
    out += '\n';
  }
  for (const Trouble& trouble : report.trouble) out += "\n- " + escaped(trouble.document) + ": " + escaped(trouble.message) + "\n";
  return out;
}

}  // namespace crosscheck
