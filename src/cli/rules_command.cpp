// crosscheck rules: what is looked for, and the tests of house rules.
//
// Tested by tests/cli/commands.py.
#include <algorithm>

#include "cli/commands.h"
#include "cli/log.h"
#include "cli/output.h"
#include "cli/rulebooks.h"
#include "report/json.h"
#include "run.h"

namespace crosscheck {
namespace {

std::string level_of(const Rule& rule) { return rule.off ? "off" : name_of(rule.level); }

std::string as_text(const Rulebook& book) {
  size_t width = 0;
  for (const Rule& rule : book.rules) width = std::max(width, rule.info.id.size());
  std::string out, family;
  for (const Rule& rule : book.rules) {
    if (rule.info.family() != family && !out.empty()) out += '\n';
    family = rule.info.family();
    const std::string level = level_of(rule);
    out += rule.info.id + std::string(width - rule.info.id.size() + 2, ' ') + level + std::string(12 - std::min<size_t>(level.size(), 11), ' ') + rule.info.title + "\n";
  }
  return out;
}

std::string as_markdown(const Rulebook& book) {
  std::string out = "| rule | level | what it finds |\n| --- | --- | --- |\n";
  for (const Rule& rule : book.rules) out += "| `" + rule.info.id + "` | " + level_of(rule) + " | " + rule.info.title + " |\n";
  return out;
}

std::string as_json(const Rulebook& book) {
  JsonWriter json;
  json.open('[');
  for (const Rule& rule : book.rules) {
    json.line_break();
    json.open('{').field("rule", rule.info.id).field("level", level_of(rule)).field("title", rule.info.title).field("rationale", rule.info.rationale).field("house", rule.info.house).close('}');
  }
  json.close(']').line_break();
  return std::move(json.out);
}

bool finds(const Rule& rule, const Sample& sample, const Rulebook& book) {
  SetInput input{"sample", {}};
  for (const auto& [name, text] : sample) input.documents.push_back({name, "", text});
  const SetResult result = run(input, book);
  return std::any_of(result.findings.begin(), result.findings.end(), [&](const ReportFinding& finding) { return finding.rule->id == rule.info.id; });
}

// Every bad sample must be found, every good one left alone.
int test_house_rules(const Rulebook& book) {
  std::string out;
  size_t rules = 0, wrong = 0;
  for (const Rule& rule : book.rules) {
    if (!rule.info.house || rule.off) continue;
    ++rules;
    std::string complaints;
    for (const Sample& sample : rule.info.bad)
      if (!finds(rule, sample, book)) complaints += "  not found: " + sample.front().second + "\n";
    for (const Sample& sample : rule.info.good)
      if (finds(rule, sample, book)) complaints += "  found though it is right: " + sample.front().second + "\n";
    const bool untested = rule.info.bad.empty() && rule.info.good.empty();
    out += (complaints.empty() ? untested ? "no samples  " : "ok          " : "WRONG       ") + rule.info.id + "\n" + complaints;
    wrong += !complaints.empty();
  }
  out += rules == 0 ? "no house rules: house_rules: in .crosscheck.yaml names them\n" : std::to_string(rules) + " house rules, " + std::to_string(wrong) + " wrong\n";
  Output to("");
  to.write(out);
  to.finish();
  return wrong > 0 ? 1 : 0;
}

}  // namespace

int rules_command(const Options& options) {
  if (!options.paths.empty()) throw UsageError("rules takes no paths; `crosscheck explain " + options.paths.front() + "` shows a rule");
  Rulebooks rulebooks(options);
  std::vector<Trouble> trouble;
  rulebooks.make_ready_for({"."}, trouble);
  tell(options, trouble);
  if (any_error(trouble)) return 2;
  const Rulebook& book = rulebooks.of(".");
  if (options.test) return test_house_rules(book);
  Output out("");
  out.write(options.format == "markdown" ? as_markdown(book) : options.format == "json" ? as_json(book) : as_text(book));
  out.finish();
  return 0;
}

}  // namespace crosscheck
