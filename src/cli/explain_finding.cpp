// crosscheck explain --finding: one finding with its places, how they were compared, what its level rests on.
//
// The set of the finding is run a second time with somebody looking: the comparisons behind the finding are made
// again by the functions that made them.
//
// Tested by tests/cli/commands.py.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iterator>
#include <sstream>

#include "check/confidence.h"
#include "check/precedence.h"
#include "check/trace.h"
#include "cli/explanation.h"
#include "cli/fingerprints.h"
#include "cli/log.h"
#include "cli/output.h"
#include "cli/pipeline.h"
#include "cli/trace_text.h"
#include "report/excerpt.h"
#include "run.h"
#include "text/utf8.h"

namespace crosscheck {

std::string wrapped(std::string_view text, size_t indent) {
  constexpr size_t kWidth = 80;
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

namespace {

constexpr size_t kMostComparisons = 12;

bool is_at(const Evidence& evidence, const Place& place, const Collection& texts) {
  const Document& document = texts.documents[evidence.document];
  return document.name == place.document && code_points(document.source_text().substr(0, document.map.to_source(evidence.span).begin)) == place.start;
}

const Finding* behind(const ReportFinding& report, const std::vector<Finding>& all, const Collection& texts) {
  const auto same = [&](const Finding& finding) {
    return finding.rule->id == report.rule->id && finding.message == report.message && !finding.evidence.empty() && is_at(finding.evidence.front(), report.evidence.front(), texts);
  };
  const auto found = std::find_if(all.begin(), all.end(), same);
  return found == all.end() ? nullptr : &*found;
}

std::string comparisons_behind(const Finding& finding, const Collection& texts, const Index& index, const Rulebook& rules) {
  const auto side_at = [&](const Evidence& place) {
    const auto found = std::find_if(finding.evidence.begin(), finding.evidence.end(), [&](const Evidence& e) { return e.document == place.document && e.span.overlaps(place.span); });
    return found == finding.evidence.end() ? 0 : int{found->side};
  };
  std::vector<Comparison> made = compare_again(texts, index, rules, [&](const Evidence& a, const Evidence& b) { return side_at(a) * side_at(b) > 0 && side_at(a) != side_at(b); }, false);
  std::erase_if(made, [](const Comparison& comparison) { return comparison.outcome.starts_with("silent"); });
  std::string out;
  for (size_t i = 0; i < made.size() && i < kMostComparisons; ++i) out += (i > 0 ? "\n" : "") + as_text(made[i], texts);
  if (made.size() > kMostComparisons) out += "\n    and " + std::to_string(made.size() - kMostComparisons) + " more of the same places\n";
  return out;
}

std::string silenced_by(const Finding& finding, const std::vector<Finding>& all, const Collection& texts, const Rulebook& rules) {
  std::string out;
  for (const Finding& other : all)
    if (&other != &finding && !other.evidence.empty() && rules.table<Precedence>().speaks_for(finding, other, texts)) out += wrapped(other.rule->id + ": " + other.message, 4);
  return out;
}

std::string head_of(const ReportFinding& finding) {
  std::string out = finding.rule->id + "  (" + name_of(finding.level) + ", " + std::to_string(std::lround(finding.confidence * 100)) + " % sure, fingerprint " + finding.fingerprint + ")\n" + wrapped(finding.message, 2);
  int side = 0;
  for (const Place& place : finding.evidence) {
    if (place.side != side) out += "\n  Side " + std::to_string(side = place.side) + "\n";
    out += "    " + place.document + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) + (place.location.empty() ? "" : ", " + place.location) + " (passage " + std::to_string(place.passage) + "): " + one_line(place.text) + "\n" + wrapped(place.sentence, 8);
  }
  return out + "\n  On what grounds\n" + wrapped(finding.why, 4);
}

std::string level_of(const ReportFinding& finding, const Rulebook& rules) {
  const Rule* rule = rules.find(finding.rule->id);
  std::string out = "The rule stands at " + std::string(name_of(rule ? rule->level : finding.rule->level)) + (rule && rule->level != rule->info.level ? " in the configuration (as shipped: " + std::string(name_of(rule->info.level)) + ")" : "");
  if (rule && finding.level < rule->level) out += "; this finding is milder, because of what stays open above or because its page says so";
  return out + ".";
}

// "-0.84  gates that stay open: 2 times -0.42", the heaviest first.
std::string confidence_of(const std::vector<Term>& terms, const ConfidenceTable& table) {
  struct Line {
    double part;
    std::string text;
  };
  std::vector<Line> lines;
  double sum = 0;
  for (const Term& term : terms) {
    const double weight = table.weight(term.name), part = weight * term.value;
    sum += part;
    char text[160];
    if (term.value == 1) std::snprintf(text, sizeof text, "%+6.2f  %s\n", part, term.name.c_str());
    else std::snprintf(text, sizeof text, "%+6.2f  %s: %.2f times %+.2f\n", part, term.name.c_str(), term.value, weight);
    if (std::abs(part) >= 0.005) lines.push_back({part, text});
  }
  std::stable_sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) { return std::abs(a.part) > std::abs(b.part); });
  std::string out;
  for (const Line& line : lines) out += "    " + line.text;
  char total[80];
  std::snprintf(total, sizeof total, "    %+6.2f  in all: %d in 100 such findings are right\n", sum, static_cast<int>(std::lround(100 * table.confidence(terms))));
  return out + total;
}

std::string explained(const ReportFinding& finding, const SetInput& input, const Rulebook& rules) {
  std::string compared, silenced, sure;
  run(input, rules, false, [&](const Collection& texts, const Index& index, const std::vector<Finding>& all) {
    const Finding* source = behind(finding, all, texts);
    if (!source) return;
    compared = comparisons_behind(*source, texts, index, rules);
    silenced = silenced_by(*source, all, texts, rules);
    if (const std::vector<Term> terms = terms_of(*source, texts, index, rules); !terms.empty()) sure = confidence_of(terms, rules.table<ConfidenceTable>());
  });
  std::string out = head_of(finding);
  if (!compared.empty()) out += "\n  How the places were compared\n" + compared;
  out += "\n  Why this level\n" + wrapped(level_of(finding, rules), 4);
  if (!sure.empty()) out += "\n  How sure\n" + sure;
  if (!silenced.empty()) out += "\n  It also speaks for\n" + silenced;
  for (const Edit& fix : finding.fixes) out += "\n  " + std::string(fix.safe ? "Safe fix" : "Possible fix") + ": " + fix.replacement + "\n";
  return out + "\n  Why a reader minds\n" + wrapped(finding.rule->rationale, 4);
}

struct Seen {
  SetInput input;
  const Rulebook* rules;
  SetResult result;
};

}  // namespace

int explain_finding(const Options& options) {
  Rulebooks rulebooks(options);
  Inputs inputs(options, rulebooks);
  std::vector<Trouble> trouble;
  rulebooks.make_ready_for(inputs.folders(), trouble);
  Fingerprints fingerprints;
  std::string out;
  for_each_set(
      options, inputs, rulebooks, [](const SetInput& input, const Rulebook& rules) { return Seen{input, &rules, run(input, rules)}; },
      [&](Seen& seen) {
        std::move(seen.result.trouble.begin(), seen.result.trouble.end(), std::back_inserter(trouble));
        for (ReportFinding& finding : seen.result.findings) {
          fingerprints.make_unique(finding.fingerprint);
          if (finding.fingerprint.starts_with(options.finding)) out += (out.empty() ? "" : "\n") + explained(finding, seen.input, *seen.rules);
        }
        return true;
      });
  std::move(inputs.trouble.begin(), inputs.trouble.end(), std::back_inserter(trouble));
  tell(options, trouble);
  if (out.empty()) throw UsageError("no finding here has a fingerprint that starts with \"" + options.finding + "\"; `crosscheck check --format json` shows the fingerprints");
  Output to("");
  to.write(out);
  to.finish();
  return any_error(trouble) ? 2 : 0;
}

}  // namespace crosscheck
