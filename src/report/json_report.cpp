// The JSON report of design A3: others' scripts depend on it, so nothing here changes without `schema` changing.
//
// Tested by tests/rooms/report.cpp.
#include "report/json.h"
#include "report/report.h"

namespace crosscheck {
namespace {

double rounded(double confidence) { return static_cast<double>(static_cast<int>(confidence * 100 + 0.5)) / 100; }

void write(JsonWriter& json, const Place& place) {
  json.open('{').field("document", place.document).field("passage", place.passage);
  json.field("start", place.start).field("end", place.end).field("line", place.line).field("column", place.column);
  json.field("end_line", place.end_line).field("end_column", place.end_column).field("text", place.text).field("sentence", place.sentence);
  if (!place.location.empty()) json.field("location", place.location);
  json.field("side", place.side).close('}');
}

void write(JsonWriter& json, const ReportFinding& finding) {
  json.open('{').field("rule", finding.rule->id).field("level", name_of(finding.level)).field("confidence", rounded(finding.confidence));
  json.field("set", finding.set).field("message", finding.message).field("why", finding.why);
  json.key("evidence").open('[');
  for (const Place& place : finding.evidence) write(json, place);
  json.close(']').field("places", finding.places);
  if (finding.authority > 0) json.field("authority", finding.authority);
  json.key("fixes").open('[');
  for (const Edit& fix : finding.fixes)
    json.open('{').field("document", fix.document).field("start", fix.start).field("end", fix.end).field("replacement", fix.replacement).field("safe", fix.safe).close('}');
  json.close(']').field("fingerprint", finding.fingerprint).close('}');
}

void write(JsonWriter& json, const SetReport& set) {
  json.open('{').field("id", set.id).field("documents", static_cast<uint32_t>(set.documents.size())).field("passages", set.passages);
  json.field("sentences", set.sentences).field("claims", set.claims).field("suppressed", set.suppressed);
  json.key("checked").open('[');
  for (const DocumentReport& document : set.documents) {
    json.open('{').field("document", document.name).field("format", document.format).field("encoding", document.encoding).field("hash", document.hash);
    if (!document.left_out.empty()) json.field("left_out", document.left_out);
    json.close('}');
  }
  json.close(']').close('}');
}

}  // namespace

std::string json_report(const Report& report, const Display&) {
  JsonWriter json;
  json.open('{').field("schema", 1).key("tool").open('{').field("name", "crosscheck").field("version", report.tool.version).key("data").open('[');
  for (const std::string& name : report.tool.data) json.value(name);
  json.close(']').key("rules_off").open('[');
  for (const std::string& id : report.tool.rules_off) json.value(id);
  json.close(']').close('}').key("sets").open('[');
  for (const SetReport& set : report.sets) write(json, set);
  json.close(']').key("findings").open('[');
  for (const ReportFinding& finding : report.findings) {
    json.line_break();
    write(json, finding);
  }
  json.close(']').key("trouble").open('[');
  for (const Trouble& trouble : report.trouble)
    json.open('{').field("document", trouble.document).field("kind", trouble.kind == TroubleKind::error ? "error" : "note").field("message", trouble.message).close('}');
  json.close(']').key("skipped").open('[');
  for (const Skipped& skipped : report.skipped) json.open('{').field("document", skipped.document).field("why", skipped.why).close('}');
  const Summary summary = summarise(report.findings);
  json.close(']').key("summary").open('{').field("error", summary.error).field("warning", summary.warning).field("suggestion", summary.suggestion);
  json.close('}').close('}').line_break();
  return std::move(json.out);
}

std::string ndjson_line(const ReportFinding& finding) {
  JsonWriter json;
  write(json, finding);
  json.line_break();
  return std::move(json.out);
}

std::string ndjson_report(const Report& report, const Display&) {
  std::string out;
  for (const ReportFinding& finding : report.findings) out += ndjson_line(finding);
  return out;
}

}  // namespace crosscheck
