// crosscheck check: the main job.
//
// Tested by tests/cli/commands.py.
#include <algorithm>
#include <filesystem>
#include <iterator>

#include "cli/baseline.h"
#include "cli/commands.h"
#include "cli/fingerprints.h"
#include "cli/log.h"
#include "cli/output.h"
#include "cli/pipeline.h"
#include "language/analyse.h"
#include "report/report.h"
#include "run.h"

namespace crosscheck {
namespace {

constexpr size_t kMostNotes = 1000;  // of a stream that keeps nothing

// The folder that holds .git, from the current one upwards; paths for machines are relative to it.
std::string repository_root() {
  std::error_code error;
  const std::filesystem::path here = std::filesystem::current_path(error);
  for (std::filesystem::path at = here; !at.empty(); at = at.parent_path()) {
    if (std::filesystem::exists(at / ".git", error)) return at.string();
    if (at == at.root_path()) break;
  }
  return here.string();
}

class Run {
 public:
  Run(const Options& options) : options_(options), out_(options.output) {
    if (!options.baseline.empty()) baseline_ = Baseline(options.baseline);
  }

  // False when nobody reads on.
  bool collect(SetResult& result) {
    ++sets_;
    documents_ += result.set.documents.size();
    std::erase_if(result.findings, [&](ReportFinding& finding) {
      fingerprints_.make_unique(finding.fingerprint);
      if (finding.level < options_.min_level) return true;
      if (!options_.write_baseline.empty()) baseline_.note(finding);
      const bool known = !options_.write_baseline.empty() || baseline_.knows(finding);
      known_ += known;
      return known;
    });
    for (const ReportFinding& finding : result.findings) failed_ |= finding.level >= options_.fail_on;
    const bool streams = options_.format == "ndjson";
    for (Trouble& trouble : result.trouble)
      if (trouble.kind == TroubleKind::error || !streams || report.trouble.size() < kMostNotes) report.trouble.push_back(std::move(trouble));
    if (streams) {
      for (const ReportFinding& finding : result.findings) out_.write(ndjson_line(finding));
      return !out_.closed();
    }
    report.sets.push_back(std::move(result.set));
    std::move(result.findings.begin(), result.findings.end(), std::back_inserter(report.findings));
    return true;
  }

  int finish(Inputs& inputs, const Rulebooks& rulebooks) {
    report.skipped = std::move(inputs.skipped());
    std::move(inputs.trouble.begin(), inputs.trouble.end(), std::back_inserter(report.trouble));
    if (documents_ == 0 && !any_error(report.trouble)) report.trouble.push_back({options_.paths.empty() ? "." : options_.paths.front(), TroubleKind::error, "no documents found"});
    std::stable_sort(report.trouble.begin(), report.trouble.end(), [](const Trouble& a, const Trouble& b) { return a.document < b.document; });
    report.tool.rules_off = rulebooks.rules_off();
    tell(options_, report.skipped);
    tell(options_, report.trouble);
    if (options_.format != "ndjson") {
      Display display;
      display.color = options_.output.empty() && wants_color(options_, 1);
      display.verbose = options_.verbose;
      display.root = repository_root();
      out_.write(report_writer(options_.format)(report, display));
    }
    out_.finish();
    if (!options_.write_baseline.empty()) {
      write_file(options_.write_baseline, baseline_.noted());
      tell(options_, std::to_string(baseline_.size()) + " findings written to " + options_.write_baseline);
    } else if (known_ > 0) {
      tell(options_, std::to_string(known_) + " findings are in the baseline and not shown");
    }
    return any_error(report.trouble) ? 2 : failed_ ? 1 : 0;
  }

  Report report;

 private:
  const Options& options_;
  Output out_;
  Baseline baseline_;
  Fingerprints fingerprints_;
  size_t sets_ = 0, documents_ = 0, known_ = 0;
  bool failed_ = false;
};

}  // namespace

int check_command(const Options& options) {
  Rulebooks rulebooks(options);
  Inputs inputs(options, rulebooks);
  Run run(options);
  run.report.tool.version = CROSSCHECK_VERSION;
  rulebooks.make_ready_for(inputs.folders(), run.report.trouble);
  for (const auto& [config, book] : rulebooks.all()) {
    if (!config.empty()) tell_details(options, "configuration: " + config);
    if (&book != &rulebooks.all().begin()->second) continue;
    run.report.tool.data = book->data;
    for (Trouble& missing : missing_data(*book)) run.report.trouble.push_back(std::move(missing));
  }
  const bool keep_texts = options.format == "html";
  for_each_set(
      options, inputs, rulebooks, [&](const SetInput& input, const Rulebook& rules) { return crosscheck::run(input, rules, keep_texts); }, [&](SetResult& result) { return run.collect(result); });
  return run.finish(inputs, rulebooks);
}

}  // namespace crosscheck
