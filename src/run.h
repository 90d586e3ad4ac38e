// The pipeline, set by set.
#pragma once

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

}  // namespace crosscheck
