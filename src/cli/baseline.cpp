// The file is JSON, one finding a line, so that a version control system shows what came and went:
//
//   {"crosscheck_baseline": 1, "findings": [
//   {"fingerprint": "...", "rule": "...", "set": "...", "message": "..."},
//   ...]}
//
// Tested by tests/cli/commands.py.
#include "cli/baseline.h"

#include <simdjson.h>

#include <algorithm>

#include "cli/options.h"
#include "report/json.h"

namespace crosscheck {

Baseline::Baseline(const std::string& path) {
  simdjson::dom::parser parser;
  simdjson::dom::element file;
  if (const auto error = parser.load(path).get(file)) throw UsageError(path + ": this baseline cannot be read: " + simdjson::error_message(error) + "; --write-baseline makes one");
  simdjson::dom::array findings;
  if (file["crosscheck_baseline"].error() || file["findings"].get_array().get(findings)) throw UsageError(path + ": this is no baseline; --write-baseline makes one");
  for (const simdjson::dom::element finding : findings)
    if (std::string_view print; !finding["fingerprint"].get_string().get(print)) prints_.emplace(print);
}

void Baseline::note(const ReportFinding& finding) {
  JsonWriter json;
  json.open('{').field("fingerprint", finding.fingerprint).field("rule", finding.rule->id).field("set", finding.set).field("message", finding.message).close('}');
  lines_.push_back(std::move(json.out));
}

std::string Baseline::noted() const {
  std::string out = "{\"crosscheck_baseline\": 1, \"findings\": [\n";
  for (size_t i = 0; i < lines_.size(); ++i) out += lines_[i] + (i + 1 < lines_.size() ? ",\n" : "\n");
  return out + "]}\n";
}

}  // namespace crosscheck
