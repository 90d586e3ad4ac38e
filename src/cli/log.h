// What is said on standard error besides progress.
#pragma once

#include <string>
#include <vector>

#include "cli/options.h"
#include "model/report.h"

namespace crosscheck {

// Errors always, notes when --verbose asks for them.
void tell(const Options& options, const std::vector<Trouble>& trouble);
void tell(const Options& options, const std::vector<Skipped>& skipped);
// A line for those who asked for --verbose.
void tell_details(const Options& options, const std::string& line);
// A line for all but those who asked for --quiet.
void tell(const Options& options, const std::string& line);

bool any_error(const std::vector<Trouble>& trouble);

}  // namespace crosscheck
