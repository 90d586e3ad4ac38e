// The pipeline, set by set.
#pragma once

#include <functional>

#include "index/index.h"
#include "model/report.h"
#include "read/read.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

struct SetResult {
  SetReport set;
  std::vector<ReportFinding> findings;
  std::vector<Trouble> trouble;
};

// The rules, the configuration and every table the rooms need, ready for any number of threads.
// Throws RulebookError.
Rulebook make_ready(const Home& home, const std::string& config_path);

// One document set, from bytes to findings.
// With `keep_texts` the result holds the running text of the documents, for reports that show it.
SetResult run(const SetInput& input, const Rulebook& rules, bool keep_texts = false);

// The same as far as the index, without any check: for those who want to see what the texts say.
SetResult inspect(const SetInput& input, const Rulebook& rules, const std::function<void(const Collection&, const Index&)>& look);

}  // namespace crosscheck
