// SARIF 2.1.0, for code-scanning services and editors. Paths are relative to the repository, columns count code
// points, the second place of a disagreement is a related location, and the fingerprint keeps a finding the same
// across commits.
//
// Tested by tests/rooms/report.cpp.
#include <algorithm>
#include <cctype>

#include "report/excerpt.h"
#include "report/json.h"
#include "report/report.h"

namespace crosscheck {
namespace {

const char* sarif_level(Level level) { return level == Level::suggestion ? "note" : name_of(level); }

std::string as_uri(const std::string& path) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string out = path.starts_with("/") ? "file://" : "";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (byte < 128 && std::isalnum(byte)) || std::string_view("/-._~").find(c) != std::string_view::npos;
    if (plain) out += c;
    else out += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
  }
  return out;
}

struct SarifWriter {
  const Report& report;
  const Display& display;
  JsonWriter json;

  void artifact(const std::string& set, const std::string& document) {
    const std::string uri = as_uri(path_of(report, display.root, set, document));
    json.key("artifactLocation").open('{').field("uri", uri);
    if (!uri.starts_with("file:")) json.field("uriBaseId", "SRCROOT");
    json.close('}');
  }

  void location(const std::string& set, const Place& place, int id, const std::string& message) {
    json.open('{');
    if (id > 0) json.field("id", id);
    json.key("physicalLocation").open('{');
    artifact(set, place.document);
    json.key("region").open('{').field("startLine", place.line).field("startColumn", place.column).field("endLine", place.end_line).field("endColumn", place.end_column);
    json.field("charOffset", place.start).field("charLength", place.end - place.start);
    json.key("snippet").open('{').field("text", place.text).close('}').close('}').close('}');
    if (!message.empty()) json.key("message").open('{').field("text", message).close('}');
    json.close('}');
  }

  void rule(const RuleInfo& info) {
    json.open('{').field("id", info.id).key("shortDescription").open('{').field("text", info.title).close('}');
    json.key("fullDescription").open('{').field("text", info.rationale).close('}');
    if (!info.fix.empty()) json.key("help").open('{').field("text", info.fix).close('}');
    json.key("defaultConfiguration").open('{').field("level", sarif_level(info.level)).close('}').close('}');
  }

  void fixes(const ReportFinding& finding) {
    if (finding.fixes.empty()) return;
    json.key("fixes").open('[');
    for (const Edit& fix : finding.fixes) {
      json.open('{').key("artifactChanges").open('[').open('{');
      artifact(finding.set, fix.document);
      json.key("replacements").open('[').open('{').key("deletedRegion").open('{').field("charOffset", fix.start).field("charLength", fix.end - fix.start).close('}');
      json.key("insertedContent").open('{').field("text", fix.replacement).close('}').close('}').close(']').close('}').close(']').close('}');
    }
    json.close(']');
  }

  void result(const ReportFinding& finding, int rule_index) {
    json.open('{').field("ruleId", finding.rule->id).field("ruleIndex", rule_index).field("level", sarif_level(finding.level));
    json.key("message").open('{').field("text", finding.message + ". " + finding.why).close('}');
    json.key("locations").open('[');
    location(finding.set, finding.evidence.front(), 0, "");
    json.close(']');
    if (finding.evidence.size() > 1) {
      json.key("relatedLocations").open('[');
      for (size_t i = 1; i < finding.evidence.size(); ++i) location(finding.set, finding.evidence[i], static_cast<int>(i), one_line(finding.evidence[i].text));
      json.close(']');
    }
    json.key("partialFingerprints").open('{').field("crosscheck/v1", finding.fingerprint).close('}');
    fixes(finding);
    json.key("properties").open('{').field("set", finding.set).field("confidence", static_cast<int>(finding.confidence * 100 + 0.5)).field("places", finding.places).close('}').close('}');
  }

  void artifacts() {
    json.key("artifacts").open('[');
    for (const SetReport& set : report.sets)
      for (const DocumentReport& document : set.documents) {
        json.open('{').key("location").open('{').field("uri", as_uri(path_of(report, display.root, set.id, document.name))).close('}');
        json.field("encoding", document.encoding).key("hashes").open('{').field("xxh3-64", document.hash).close('}').close('}');
      }
    json.close(']');
  }

  void invocation() {
    const bool whole = std::none_of(report.trouble.begin(), report.trouble.end(), [](const Trouble& t) { return t.kind == TroubleKind::error; });
    json.key("invocations").open('[').open('{').field("executionSuccessful", whole).key("toolExecutionNotifications").open('[');
    for (const Trouble& trouble : report.trouble) {
      json.open('{').field("level", trouble.kind == TroubleKind::error ? "error" : "note");
      json.key("message").open('{').field("text", trouble.document + ": " + trouble.message).close('}').close('}');
    }
    json.close(']').close('}').close(']');
  }
};

}  // namespace

std::string sarif_report(const Report& report, const Display& display) {
  std::vector<const RuleInfo*> rules;
  for (const ReportFinding& finding : report.findings) rules.push_back(finding.rule);
  const auto by_id = [](const RuleInfo* a, const RuleInfo* b) { return a->id < b->id; };
  std::sort(rules.begin(), rules.end(), by_id);
  rules.erase(std::unique(rules.begin(), rules.end(), [](const RuleInfo* a, const RuleInfo* b) { return a->id == b->id; }), rules.end());

  SarifWriter writer{report, display, {}};
  JsonWriter& json = writer.json;
  json.open('{').field("$schema", "https://json.schemastore.org/sarif-2.1.0.json").field("version", "2.1.0").key("runs").open('[').open('{');
  json.key("tool").open('{').key("driver").open('{').field("name", "crosscheck").field("version", report.tool.version).key("rules").open('[');
  for (const RuleInfo* rule : rules) writer.rule(*rule);
  json.close(']').close('}').close('}').field("columnKind", "unicodeCodePoints");
  writer.invocation();
  writer.artifacts();
  json.key("results").open('[');
  for (const ReportFinding& finding : report.findings) {
    json.line_break();
    writer.result(finding, static_cast<int>(std::lower_bound(rules.begin(), rules.end(), finding.rule, by_id) - rules.begin()));
  }
  json.close(']').close('}').close(']').close('}').line_break();
  return std::move(json.out);
}

}  // namespace crosscheck
