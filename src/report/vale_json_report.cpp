// The JSON of Vale (`vale --output=JSON`), so that editors' plug-ins for it can be pointed at crosscheck.
// Spans there are inclusive columns of one line.
//
// Tested by tests/rooms/report.cpp.
#include <algorithm>
#include <map>

#include "report/excerpt.h"
#include "report/json.h"
#include "report/report.h"

namespace crosscheck {

std::string vale_json_report(const Report& report, const Display& display) {
  std::map<std::string, std::vector<const ReportFinding*>> by_path;
  for (const ReportFinding& finding : report.findings) by_path[path_of(report, display.root, finding.set, finding.evidence.front().document)].push_back(&finding);
  JsonWriter json;
  json.open('{');
  for (const auto& [path, findings] : by_path) {
    json.key(path).open('[');
    for (const ReportFinding* finding : findings) {
      const Place& place = finding->evidence.front();
      const uint32_t last = place.end_line == place.line ? place.end_column - 1 : place.column;
      json.open('{').key("Action").open('{').field("Name", finding->fixes.empty() ? "" : "replace").key("Params").open('[');
      if (!finding->fixes.empty()) json.value(finding->fixes.front().replacement);
      json.close(']').close('}').key("Span").open('[').value(place.column).value(std::max(last, place.column)).close(']');
      json.field("Check", finding->rule->id).field("Description", finding->why).field("Link", "").field("Message", finding->message);
      json.field("Severity", name_of(finding->level)).field("Match", place.text).field("Line", place.line).close('}');
    }
    json.close(']');
  }
  json.close('}').line_break();
  return std::move(json.out);
}

}  // namespace crosscheck
