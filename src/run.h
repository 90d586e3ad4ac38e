// The pipeline, set by set.
#pragma once

#include <functional>

#include "index/index.h"
#include "model/finding.h"
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

// Sees the texts with all that the checks found, before one finding speaks for another.
using Look = std::function<void(const Collection&, const Index&, const std::vector<Finding>&)>;

// One document set, from bytes to findings.
// With `keep_texts` the result holds the running text of the documents, for reports that show it.
SetResult run(const SetInput& input, const Rulebook& rules, bool keep_texts = false, const Look& look = {});

// The same as far as the index, without any check: for those who want to see what the texts say.
SetResult inspect(const SetInput& input, const Rulebook& rules, const std::function<void(const Collection&, const Index&)>& look);

}  // namespace crosscheck
