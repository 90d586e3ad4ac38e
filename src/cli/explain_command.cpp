// crosscheck explain: the page of a rule. How a finding came about is in explain_finding.cpp.
//
// Tested by tests/cli/commands.py.
#include <algorithm>

#include "cli/commands.h"
#include "cli/explanation.h"
#include "cli/log.h"
#include "cli/output.h"
#include "cli/rulebooks.h"
#include "text/nearest.h"

namespace crosscheck {
namespace {

constexpr size_t kShownItems = 12;

std::string samples(const char* title, const std::vector<Sample>& list) {
  std::string out;
  for (const Sample& sample : list) {
    out += std::string("\n") + title + "\n";
    for (const auto& [name, text] : sample) out += (sample.size() > 1 ? "    " + name + ":\n" : "") + wrapped(text, sample.size() > 1 ? 6 : 4);
  }
  return out;
}

std::string as_yaml(const Value& value, size_t indent) {
  if (value.is_list()) {
    std::string out = "[";
    for (size_t i = 0; i < value.items.size() && i < kShownItems; ++i) out += (i > 0 ? ", " : "") + as_yaml(value.items[i], indent);
    return out + (value.items.size() > kShownItems ? ", and " + std::to_string(value.items.size() - kShownItems) + " more]" : "]");
  }
  if (value.is_map()) {
    std::string out;
    for (size_t i = 0; i < value.fields.size() && i < kShownItems; ++i) out += "\n" + std::string(indent, ' ') + value.fields[i].first + ": " + as_yaml(value.fields[i].second, indent + 2);
    return out + (value.fields.size() > kShownItems ? "\n" + std::string(indent, ' ') + "# and " + std::to_string(value.fields.size() - kShownItems) + " more" : "");
  }
  return value.scalar;
}

std::string page_of(const Rule& rule) {
  const RuleInfo& info = rule.info;
  std::string out = info.id + "  (" + (rule.off ? "off" : name_of(rule.level)) + ")\n" + wrapped(info.title + ".", 0) + "\n" + wrapped(info.rationale, 2);
  if (!info.fix.empty()) out += "\n  What to do\n" + wrapped(info.fix, 4);
  out += "\n  Messages\n";
  for (const auto& [name, text] : info.messages) out += wrapped(text, 4);
  out += samples("  Found", info.bad) + samples("  Left alone", info.good);
  if (!info.house && rule.settings.is_map() && !rule.settings.fields.empty()) {
    out += "\n  Settings, as they may stand in .crosscheck.yaml\n    rules:\n      " + info.id + ":";
    for (const auto& [key, value] : rule.settings.fields) out += "\n        " + key + ": " + as_yaml(value, 10);
    out += "\n";
  }
  return out + "\n  Switch it off with \"" + info.id + ": off\" under rules: in .crosscheck.yaml, or for\n  one line with <!-- crosscheck-disable-line " + info.id + " -->.\n";
}

int explain_rule(const Options& options) {
  Rulebooks rulebooks(options);
  std::vector<Trouble> trouble;
  rulebooks.make_ready_for({"."}, trouble);
  tell(options, trouble);
  const Rulebook& book = rulebooks.of(".");
  std::string out;
  for (const std::string& name : options.paths) {
    if (const Rule* rule = book.find(name)) {
      out += (out.empty() ? "" : "\n") + page_of(*rule);
      continue;
    }
    std::string family;
    std::vector<std::string_view> ids;
    for (const Rule& rule : book.rules) {
      if (is_prefix_of(name, rule.info.id)) family += "  " + rule.info.id + std::string(rule.info.id.size() < 30 ? 30 - rule.info.id.size() : 1, ' ') + rule.info.title + "\n";
      ids.emplace_back(rule.info.id);
    }
    const std::string_view near = nearest(name, ids);
    if (family.empty()) throw UsageError("no rule is called \"" + name + "\"" + (near.empty() ? "" : "; did you mean " + std::string(near) + "?"));
    out += (out.empty() ? "" : "\n") + name + "\n" + family;
  }
  Output to("");
  to.write(out);
  to.finish();
  return any_error(trouble) ? 2 : 0;
}

}  // namespace

int explain_command(const Options& options) {
  if (!options.pair.empty()) return explain_pair(options);
  if (!options.finding.empty()) return explain_finding(options);
  if (options.paths.empty()) throw UsageError("explain takes the id of a rule, or --finding FINGERPRINT and paths, or --pair FILE:LINE FILE:LINE");
  return explain_rule(options);
}

}  // namespace crosscheck
