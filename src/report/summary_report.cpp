// Counts by rule and by document: what a set needs, at a glance.
//
// Tested by tests/rooms/report.cpp.
#include <algorithm>
#include <map>

#include "report/report.h"

namespace crosscheck {
namespace {

using Counts = std::map<std::string, Summary>;

void count(Counts& counts, const std::string& key, Level level) {
  Summary& summary = counts[key];
  ++(level == Level::error ? summary.error : level == Level::warning ? summary.warning : summary.suggestion);
}

std::string padded(std::string text, size_t width, bool right) {
  const std::string blanks(text.size() < width ? width - text.size() : 0, ' ');
  return right ? blanks + text : text + blanks;
}

std::string table(const char* title, const Counts& counts) {
  size_t width = std::string_view(title).size();
  for (const auto& [key, unused] : counts) width = std::max(width, key.size());
  std::string out = padded(title, width, false) + "   errors  warnings  suggestions\n";
  for (const auto& [key, n] : counts)
    out += padded(key, width, false) + padded(std::to_string(n.error), 9, true) + padded(std::to_string(n.warning), 10, true) + padded(std::to_string(n.suggestion), 13, true) + "\n";
  return out + "\n";
}

}  // namespace

std::string summary_report(const Report& report, const Display&) {
  Counts rules, documents;
  for (const SetReport& set : report.sets)
    for (const DocumentReport& document : set.documents) documents[set.id + "/" + document.name];
  for (const ReportFinding& finding : report.findings) {
    count(rules, finding.rule->id, finding.level);
    count(documents, finding.set + "/" + finding.evidence.front().document, finding.level);
  }
  const Summary all = summarise(report.findings);
  Counts total;
  total["all"] = all;
  return table("rule", rules) + table("document", documents) + table("total", total);
}

}  // namespace crosscheck
