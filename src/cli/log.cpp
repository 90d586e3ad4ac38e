#include "cli/log.h"

#include <algorithm>
#include <iostream>

namespace crosscheck {

void tell(const Options& options, const std::vector<Trouble>& trouble) {
  for (const Trouble& each : trouble) {
    // Messages about a place in a file begin with the file.
    const std::string line = each.message.starts_with(each.document + ":") ? each.message : each.document + ": " + each.message;
    if (each.kind == TroubleKind::error) std::cerr << "crosscheck: " << line << '\n';
    else tell_details(options, "note: " + line);
  }
}

void tell(const Options& options, const std::vector<Skipped>& skipped) {
  for (const Skipped& each : skipped) {
    if (each.looks_checked) tell(options, "not checked: " + each.document + " " + each.why);
    else tell_details(options, "passed over: " + each.document + ": " + each.why);
  }
}

void tell_details(const Options& options, const std::string& line) {
  if (options.verbose && !options.quiet) std::cerr << "crosscheck: " << line << '\n';
}

void tell(const Options& options, const std::string& line) {
  if (!options.quiet) std::cerr << "crosscheck: " << line << '\n';
}

bool any_error(const std::vector<Trouble>& trouble) {
  return std::any_of(trouble.begin(), trouble.end(), [](const Trouble& each) { return each.kind == TroubleKind::error; });
}

}  // namespace crosscheck
