// The file:
//
//   {"crosscheck_baseline": 1, "findings": [
//   {"fingerprint": "...", "rule": "...", "set": "...", "document": "...", "message": "...", "decision": "known", "reason": "", "who": "...", "when": "2026-03-01"},
//   ...]}
//
// Tested by tests/cli/commands.py.
#include "cli/baseline.h"

#include <pwd.h>
#include <simdjson.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>

#include "cli/options.h"
#include "report/json.h"

namespace crosscheck {
namespace {

std::string text_of(const simdjson::dom::element& entry, const char* key) {
  std::string_view text;
  return entry[key].get_string().get(text) ? std::string() : std::string(text);
}

std::string in_format(const char* format) {
  const char* fixed = std::getenv("SOURCE_DATE_EPOCH");
  const std::time_t now = fixed && *fixed ? static_cast<std::time_t>(std::strtoll(fixed, nullptr, 10)) : std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  char out[32];
  return std::string(out, std::strftime(out, sizeof out, format, &parts));
}

void write_fields(JsonWriter& json, const Decision& d) {
  json.field("fingerprint", d.fingerprint).field("rule", d.rule).field("set", d.set).field("document", d.document).field("message", d.message);
  json.field("decision", d.decision).field("reason", d.reason).field("who", d.who).field("when", d.when);
}

}  // namespace

Baseline::Baseline(const std::string& path) {
  simdjson::dom::parser parser;
  simdjson::dom::element file;
  if (const auto error = parser.load(path).get(file)) throw UsageError(path + ": this baseline cannot be read: " + simdjson::error_message(error) + "; --write-baseline makes one");
  simdjson::dom::array findings;
  if (file["crosscheck_baseline"].error() || file["findings"].get_array().get(findings)) throw UsageError(path + ": this is no baseline; --write-baseline makes one");
  for (const simdjson::dom::element entry : findings) {
    Decision decision{text_of(entry, "fingerprint"), text_of(entry, "rule"), text_of(entry, "set"), text_of(entry, "document"), text_of(entry, "message"),
                      text_of(entry, "decision"), text_of(entry, "reason"), text_of(entry, "who"), text_of(entry, "when")};
    if (decision.decision.empty()) decision.decision = "known";
    if (!decision.fingerprint.empty()) entries_.emplace(decision.fingerprint, decision);
  }
}

const Decision* Baseline::find(const ReportFinding& finding) {
  const auto found = entries_.find(finding.fingerprint);
  if (found == entries_.end()) return nullptr;
  met_.insert(finding.fingerprint);
  return &found->second;
}

std::vector<const Decision*> Baseline::stale(const std::set<std::string>& sets, const std::vector<std::string>& rules_off) const {
  std::vector<const Decision*> out;
  for (const auto& [print, decision] : entries_) {
    const bool ran = sets.contains(decision.set) && std::find(rules_off.begin(), rules_off.end(), decision.rule) == rules_off.end();
    if (ran && !met_.contains(print)) out.push_back(&decision);
  }
  std::stable_sort(out.begin(), out.end(), [](const Decision* a, const Decision* b) { return std::tie(a->set, a->document, a->rule) < std::tie(b->set, b->document, b->rule); });
  return out;
}

Decision decide(const ReportFinding& finding, const std::string& decision, const std::string& reason) {
  return {finding.fingerprint, finding.rule->id, finding.set, finding.evidence.front().document, finding.message, decision, reason, user_name(), today()};
}

std::string user_name() {
  for (const char* variable : {"CROSSCHECK_USER", "USER", "LOGNAME"})
    if (const char* name = std::getenv(variable); name && *name) return name;
  const passwd* entry = getpwuid(::getuid());
  return entry ? entry->pw_name : "";
}

std::string today() { return in_format("%Y-%m-%d"); }

std::string baseline_text(const std::vector<Decision>& decisions) {
  std::string out = "{\"crosscheck_baseline\": 1, \"findings\": [\n";
  for (const Decision& decision : decisions) {
    JsonWriter json;
    json.open('{');
    write_fields(json, decision);
    out += json.close('}').out + (&decision == &decisions.back() ? "\n" : ",\n");
  }
  return out + "]}\n";
}

std::string audit_line(const Decision& decision, const std::string& event, const std::string& baseline) {
  JsonWriter json;
  json.open('{').field("time", in_format("%Y-%m-%dT%H:%M:%SZ")).field("by", user_name()).field("event", event).field("baseline", baseline);
  write_fields(json, decision);
  json.close('}').line_break();
  return std::move(json.out);
}

}  // namespace crosscheck
