// crosscheck check: the main job.
//
// Sets are read one after the other, checked in parallel and reported in order: a pipeline whose last stage is
// serial, so the report is the same for any number of threads.
#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <memory>
#include <thread>

#include "cli/commands.h"
#include "cli/options.h"
#include "language/analyse.h"
#include "read/discover.h"
#include "read/ndjson.h"
#include "report/report.h"
#include "rulebook/config.h"
#include "run.h"

namespace crosscheck {
namespace {

bool selects(const std::vector<std::string>& prefixes, const std::string& id) {
  return std::any_of(prefixes.begin(), prefixes.end(), [&](const std::string& prefix) { return id == prefix || id.starts_with(prefix + "."); });
}

void select_rules(Rulebook& rules, const Options& options) {
  for (const auto* prefixes : {&options.only, &options.skip})
    for (const std::string& prefix : *prefixes)
      if (std::none_of(rules.rules.begin(), rules.rules.end(), [&](const Rule& rule) { return selects({prefix}, rule.info.id); }))
        throw UsageError("no rule is called \"" + prefix + "\"; `crosscheck rules` lists them");
  for (Rule& rule : rules.rules)
    if ((!options.only.empty() && !selects(options.only, rule.info.id)) || selects(options.skip, rule.info.id)) rule.off = true;
}

bool is_ndjson(const std::string& path) { return path.ends_with(".ndjson") || path.ends_with(".jsonl"); }

// Hands out the sets of all inputs, one after the other.
class Sets {
 public:
  Sets(const Options& options, std::vector<Trouble>& trouble) : trouble_(trouble) {
    std::vector<std::string> files;
    for (const std::string& path : options.paths.empty() ? std::vector<std::string>{"."} : options.paths)
      (options.input == "ndjson" || is_ndjson(path) ? streams_ : files).push_back(path);
    Selection selection;
    selection.one_set = options.one_set;
    found_ = discover(files, selection, trouble);
  }

  std::optional<SetInput> next() {
    if (at_ < found_.size()) return std::move(found_[at_++]);
    while (true) {
      if (open_)
        if (std::optional<SetInput> set = open_->next(trouble_)) return set;
      open_.reset();
      if (stream_ == streams_.size()) return std::nullopt;
      const std::string& path = streams_[stream_++];
      if (path == "-") {
        open_ = std::make_unique<NdjsonSets>(std::cin, "standard input");
        continue;
      }
      file_ = std::ifstream(path, std::ios::binary);
      if (!file_) trouble_.push_back({path, TroubleKind::error, "cannot be read"});
      else open_ = std::make_unique<NdjsonSets>(file_, path);
    }
  }

 private:
  std::vector<Trouble>& trouble_;
  std::vector<SetInput> found_;
  size_t at_ = 0;
  std::vector<std::string> streams_;
  size_t stream_ = 0;
  std::ifstream file_;
  std::unique_ptr<NdjsonSets> open_;
};

}  // namespace

int check_command(const Arguments& arguments) {
  const Options options = parse_options("check", arguments);
  if (!report_writer(options.format)) throw UsageError("no report format is called \"" + options.format + "\"");
  Home home = find_home();
  if (!options.rules.empty()) home.rules = options.rules;
  Rulebook rules = make_ready(home, options.no_config ? "" : options.config.empty() ? find_config(".") : options.config);
  select_rules(rules, options);

  Report report;
  report.tool.version = CROSSCHECK_VERSION;
  report.tool.data = rules.data;
  report.trouble = missing_data(rules);
  bool failed = false;
  Sets sets(options, report.trouble);
  const unsigned threads = options.threads > 0 ? options.threads : std::max(1u, std::thread::hardware_concurrency());
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
  using Input = std::shared_ptr<SetInput>;
  using Output = std::shared_ptr<SetResult>;
  const auto read_next = [&](tbb::flow_control& control) -> Input {
    if (std::optional<SetInput> set = sets.next()) return std::make_shared<SetInput>(std::move(*set));
    control.stop();
    return nullptr;
  };
  const auto run_one = [&](const Input& input) -> Output { return std::make_shared<SetResult>(run(*input, rules, options.format == "html")); };
  const auto collect = [&](const Output& result) {
    std::erase_if(result->findings, [&](const ReportFinding& f) { return f.level < options.min_level; });
    for (const ReportFinding& finding : result->findings) failed |= finding.level >= options.fail_on;
    std::move(result->trouble.begin(), result->trouble.end(), std::back_inserter(report.trouble));
    report.sets.push_back(std::move(result->set));
    if (options.format == "ndjson")
      for (const ReportFinding& finding : result->findings) std::cout << ndjson_line(finding);
    else
      std::move(result->findings.begin(), result->findings.end(), std::back_inserter(report.findings));
  };
  tbb::parallel_pipeline(threads * 4, tbb::make_filter<void, Input>(tbb::filter_mode::serial_in_order, read_next) &
                                          tbb::make_filter<Input, Output>(tbb::filter_mode::parallel, run_one) &
                                          tbb::make_filter<Output, void>(tbb::filter_mode::serial_in_order, collect));

  bool broken = false;
  for (const Trouble& trouble : report.trouble) {
    broken |= trouble.kind == TroubleKind::error;
    if (trouble.kind == TroubleKind::error) std::cerr << "crosscheck: " << trouble.document << ": " << trouble.message << '\n';
  }
  if (options.format != "ndjson") std::cout << report_writer(options.format)(report, {});
  return broken ? 2 : failed ? 1 : 0;
}

}  // namespace crosscheck
