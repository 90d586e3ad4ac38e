// crosscheck claims and crosscheck abbreviations: what the texts were understood to say.
//
// Tested by tests/cli/commands.py.
#include <functional>
#include <map>
#include <mutex>
#include <string>

#include "claim/report_claims.h"
#include "cli/commands.h"
#include "cli/log.h"
#include "cli/output.h"
#include "cli/pipeline.h"
#include "cli/tables.h"
#include "report/claims_report.h"
#include "run.h"

namespace crosscheck {
namespace {

struct Seen {
  SetResult result;
  std::string text;
};

// What stands before the sets, and what is made of them after the last.
struct Frame {
  std::string head = {};
  std::function<std::string()> foot = {};
};

// Runs `print` over every set; its texts are written in order.
template <class Print>
int show_sets(const Options& options, const Frame& frame, Print print) {
  Output out(options.output);
  Rulebooks rulebooks(options);
  Inputs inputs(options, rulebooks);
  std::vector<Trouble> trouble;
  rulebooks.make_ready_for(inputs.folders(), trouble);
  size_t documents = 0;
  out.write(frame.head);
  for_each_set(
      options, inputs, rulebooks,
      [&](const SetInput& input, const Rulebook& rules) {
        Seen seen;
        seen.result = inspect(input, rules, [&](const Collection& texts, const Index& index) { seen.text = print(texts, index, rules); });
        return seen;
      },
      [&](Seen& seen) {
        documents += seen.result.set.documents.size();
        std::move(seen.result.trouble.begin(), seen.result.trouble.end(), std::back_inserter(trouble));
        out.write(seen.text);
        return !out.closed();
      });
  if (frame.foot) out.write(frame.foot());
  out.finish();
  std::move(inputs.trouble.begin(), inputs.trouble.end(), std::back_inserter(trouble));
  if (documents == 0 && !any_error(trouble)) trouble.push_back({".", TroubleKind::error, "no documents found"});
  tell(options, inputs.skipped());
  tell(options, trouble);
  return any_error(trouble) ? 2 : 0;
}

}  // namespace

int claims_command(const Options& options) {
  const std::string& format = options.format;
  if (format == "text" || format == "ndjson")
    return show_sets(options, {}, [&](const Collection& texts, const Index& index, const Rulebook& rules) {
      const std::vector<ReportClaim> claims = report_claims(texts, index.claims, rules);
      return format == "ndjson" ? claims_ndjson(claims) : claims_text(claims);
    });
  // These formats hold all claims in one piece.
  std::mutex one_at_a_time;
  std::map<std::string, std::vector<ReportClaim>> by_set;
  const auto gather = [&](const Collection& texts, const Index& index, const Rulebook& rules) {
    std::vector<ReportClaim> claims = report_claims(texts, index.claims, rules);
    const std::lock_guard lock(one_at_a_time);
    std::move(claims.begin(), claims.end(), std::back_inserter(by_set[texts.id]));
    return std::string();
  };
  return show_sets(options, {"", [&] {
    std::vector<ReportClaim> all;
    for (auto& [set, claims] : by_set) std::move(claims.begin(), claims.end(), std::back_inserter(all));
    return format == "json" ? claims_json(all) : claims_csv(all);
  }}, gather);
}

int abbreviations_command(const Options& options) {
  const std::string& format = options.format;
  const std::string head = format == "csv" ? "set,short_form,long_form,defined_in,definitions,uses\n" : "";
  return show_sets(options, {head, {}}, [&](const Collection& texts, const Index& index, const Rulebook&) {
    return format == "json" ? abbreviations_as_ndjson(texts, index.abbreviations) : format == "csv" ? abbreviations_as_csv(texts, index.abbreviations) : abbreviations_as_table(texts, index.abbreviations, format == "markdown");
  });
}

}  // namespace crosscheck
