// crosscheck explain: the page of a rule, or how one finding came about.
//
// Tested by tests/cli/commands.py.
#include <algorithm>
#include <cstdio>
#include <sstream>

#include "cli/commands.h"
#include "cli/fingerprints.h"
#include "cli/log.h"
#include "cli/output.h"
#include "cli/pipeline.h"
#include "report/report.h"
#include "run.h"
#include "text/nearest.h"

namespace crosscheck {
namespace {

constexpr size_t kWidth = 80;
constexpr size_t kShownItems = 12;

std::string wrapped(std::string_view text, size_t indent) {
  std::string out(indent, ' ');
  std::istringstream words{std::string(text)};
  size_t column = indent;
  for (std::string word; words >> word;) {
    if (column > indent && column + 1 + word.size() > kWidth) out += "\n" + std::string(indent, ' '), column = indent;
    else if (column > indent) out += ' ', ++column;
    out += word;
    column += word.size();
  }
  return out + "\n";
}

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

int explain_finding(const Options& options) {
  Rulebooks rulebooks(options);
  Inputs inputs(options, rulebooks);
  Report report;
  rulebooks.make_ready_for(inputs.folders(), report.trouble);
  Fingerprints fingerprints;
  for_each_set(
      options, inputs, rulebooks, [](const SetInput& input, const Rulebook& rules) { return run(input, rules); },
      [&](SetResult& result) {
        std::erase_if(result.findings, [&](ReportFinding& finding) {
          fingerprints.make_unique(finding.fingerprint);
          return !finding.fingerprint.starts_with(options.finding);
        });
        std::move(result.trouble.begin(), result.trouble.end(), std::back_inserter(report.trouble));
        if (result.findings.empty()) return true;
        report.sets.push_back(std::move(result.set));
        std::move(result.findings.begin(), result.findings.end(), std::back_inserter(report.findings));
        return true;
      });
  std::move(inputs.trouble.begin(), inputs.trouble.end(), std::back_inserter(report.trouble));
  tell(options, report.trouble);
  if (report.findings.empty()) throw UsageError("no finding here has a fingerprint that starts with \"" + options.finding + "\"");
  std::string out;
  for (const ReportFinding& finding : report.findings) {
    char confidence[16];
    std::snprintf(confidence, sizeof confidence, "%.2f", finding.confidence);
    out += (out.empty() ? "" : "\n") + finding.rule->id + "  (" + name_of(finding.level) + ", confidence " + confidence + ", fingerprint " + finding.fingerprint + ")\n" + wrapped(finding.message, 2) + "\n  On what grounds\n" + wrapped(finding.why, 4);
    int side = 0;
    for (const Place& place : finding.evidence) {
      if (place.side != side) out += "\n  Side " + std::to_string(side = place.side) + "\n";
      out += "    " + place.document + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) + " (passage " + std::to_string(place.passage) + "): " + place.text + "\n" + wrapped(place.sentence, 8);
    }
    for (const Edit& fix : finding.fixes) out += "\n  " + std::string(fix.safe ? "Safe fix" : "Possible fix") + ": " + fix.replacement + "\n";
    out += "\n  Why a reader minds\n" + wrapped(finding.rule->rationale, 4);
  }
  Output to("");
  to.write(out);
  to.finish();
  return any_error(report.trouble) ? 2 : 0;
}

}  // namespace

int explain_command(const Options& options) {
  if (!options.finding.empty()) return explain_finding(options);
  if (options.paths.empty()) throw UsageError("explain takes the id of a rule, or --finding FINGERPRINT and paths");
  return explain_rule(options);
}

}  // namespace crosscheck
