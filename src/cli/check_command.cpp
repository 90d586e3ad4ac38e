// crosscheck check: the main job.
//
// Tested by tests/cli/commands.py.
#include <algorithm>
#include <filesystem>
#include <iterator>
#include <set>

#include "cli/baseline.h"
#include "cli/cache.h"
#include "cli/changed.h"
#include "cli/commands.h"
#include "cli/fingerprints.h"
#include "cli/log.h"
#include "cli/output.h"
#include "cli/pipeline.h"
#include "cli/watch.h"
#include "language/analyse.h"
#include "report/report.h"
#include "run.h"

namespace crosscheck {
namespace {

constexpr size_t kMostNotes = 1000;  // of a stream that keeps nothing
constexpr size_t kMostStale = 10;    // entries named

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
  explicit Run(const Options& options) : options_(options), out_(options.output), changed_(options.since) {
    for (const std::string& file : {options.write_baseline, options.audit})
      if (!file.empty()) expect_writable(file);
    if (!options.baseline.empty()) baseline_ = Baseline(options.baseline);
    if (!options.write_baseline.empty() && std::filesystem::exists(options.write_baseline)) before_ = Baseline(options.write_baseline);
  }

  // False when nobody reads on.
  bool collect(SetResult& result) {
    documents_ += result.set.documents.size();
    set_names_.insert(result.set.id);
    std::erase_if(result.findings, [&](ReportFinding& finding) {
      fingerprints_.make_unique(finding.fingerprint);
      return finding.level < options_.min_level || decided(finding) || (!options_.since.empty() && !touches_change(finding, result.set));
    });
    for (const ReportFinding& finding : result.findings) {
      failed_ |= finding.level >= options_.fail_on;
      if (finding.level >= options_.fail_on) ++failing_;
    }
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
    if (documents_ == 0 && !any_error(report.trouble)) report.trouble.push_back({options_.paths.empty() ? "." : options_.paths.front(), TroubleKind::error, "no documents found; `crosscheck --help` says what is read"});
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
    close_baseline();
    const int status = any_error(report.trouble) ? 2 : failed_ ? 1 : 0;
    say_what_next(status);
    return options_.no_exit ? 0 : status;
  }

  Report report;

 private:
  // Is the finding known, or does it become so now?
  bool decided(const ReportFinding& finding) {
    if (!options_.write_baseline.empty()) {
      const Decision* known = before_.find(finding);
      if (!known) known = baseline_.find(finding);
      written_.push_back(known ? *known : decide(finding, "known", options_.reason));
      if (!known) note(written_.back(), "written", options_.write_baseline);
      return written_.back().silences();
    }
    const Decision* known = baseline_.find(finding);
    if (!known) return false;
    note(*known, known->silences() ? "left out" : "reported", options_.baseline);
    left_out_ += known->silences();
    return known->silences();
  }

  bool touches_change(const ReportFinding& finding, const SetReport& set) {
    return std::any_of(finding.evidence.begin(), finding.evidence.end(), [&](const Place& place) {
      const auto document = std::find_if(set.documents.begin(), set.documents.end(), [&](const DocumentReport& each) { return each.name == place.document; });
      return document != set.documents.end() && (document->path.empty() || changed_.contains(document->path));  // standard input is a draft
    });
  }

  void note(const Decision& decision, const char* event, const std::string& file) {
    if (!options_.audit.empty()) audit_ += audit_line(decision, event, file);
  }

  void close_baseline() {
    if (!options_.write_baseline.empty()) {
      write_file(options_.write_baseline, baseline_text(written_));
      tell(options_, counted(written_.size(), "finding") + " written to " + options_.write_baseline + "; `--baseline " + options_.write_baseline + "` reports only new ones");
    } else if (!options_.baseline.empty() && options_.min_level == Level::suggestion) {
      const std::vector<const Decision*> stale = baseline_.stale(set_names_, report.tool.rules_off);
      if (left_out_ > 0) tell(options_, counted(left_out_, "finding") + " in the baseline and not shown");
      if (!stale.empty()) tell(options_, counted(stale.size(), "stale entry", "stale entries") + " in " + options_.baseline + " (the finding is gone); `--write-baseline " + options_.baseline + "` drops them:");
      for (size_t i = 0; i < stale.size(); ++i) {
        note(*stale[i], "stale", options_.baseline);
        if (i < kMostStale || options_.verbose) tell(options_, "  " + stale[i]->fingerprint + "  " + stale[i]->rule + "  " + stale[i]->set + "/" + stale[i]->document + ": " + stale[i]->message);
      }
      if (stale.size() > kMostStale && !options_.verbose) tell(options_, "  and " + std::to_string(stale.size() - kMostStale) + " more; --verbose lists them");
    }
    if (!audit_.empty()) append_to_file(options_.audit, audit_);
  }

  // What to do next, for people who read the report as text.
  void say_what_next(int status) const {
    if (status == 0 || (options_.format != "text" && options_.format != "summary")) return;
    if (status == 2) return tell(options_, "some input could not be checked, see above; everything else was");
    std::string paths;
    for (const std::string& path : options_.paths) paths += " " + path;
    const auto first = std::find_if(report.findings.begin(), report.findings.end(), [&](const ReportFinding& finding) { return finding.level >= options_.fail_on; });
    tell(options_, counted(failing_, "finding") + " at or above " + name_of(options_.fail_on) + ". `crosscheck explain --finding " + first->fingerprint.substr(0, 8) + paths + "` shows how the first came about; `--format html -o report.html` gives a page to decide in");
  }

  static std::string counted(size_t number, const std::string& noun, const std::string& several = "") {
    return std::to_string(number) + " " + (number == 1 ? noun : several.empty() ? noun + "s" : several);
  }

  const Options& options_;
  Output out_;
  Baseline baseline_, before_;  // of --baseline; what stood in the file of --write-baseline
  ChangedFiles changed_;
  Fingerprints fingerprints_;
  std::vector<Decision> written_;
  std::string audit_;
  std::set<std::string> set_names_;
  size_t documents_ = 0, left_out_ = 0, failing_ = 0;
  bool failed_ = false;
};

int check_once(const Options& options) {
  Rulebooks rulebooks(options);
  Inputs inputs(options, rulebooks);
  if (!options.since.empty() && inputs.streams()) throw UsageError("--since is about files that git knows; NDJSON holds none");
  Run run(options);
  run.report.tool.version = CROSSCHECK_VERSION;
  rulebooks.make_ready_for(inputs.folders(), run.report.trouble);
  for (const auto& [config, book] : rulebooks.all()) {
    if (!config.empty()) tell_details(options, "configuration: " + config);
    if (&book != &rulebooks.all().begin()->second) continue;
    run.report.tool.data = book->data;
    for (Trouble& missing : missing_data(*book)) run.report.trouble.push_back(std::move(missing));
  }
  const Cache cache(options, rulebooks);
  const bool keep_texts = options.format == "html";
  for_each_set(
      options, inputs, rulebooks,
      [&](const SetInput& input, const Rulebook& rules) {
        const std::string key = cache.key_of(input, rules);
        if (std::optional<SetResult> known = cache.find(key, rules)) return std::move(*known);
        SetResult result = crosscheck::run(input, rules, keep_texts);
        cache.keep(key, result);
        return result;
      },
      [&](SetResult& result) { return run.collect(result); });
  cache.tidy();
  return run.finish(inputs, rulebooks);
}

}  // namespace

int check_command(const Options& options) {
  if (!options.watch) return check_once(options);
  return watch(options, [&] { check_once(options); });
}

}  // namespace crosscheck
