// The commands: what was asked for to an exit status.
#pragma once

#include "cli/options.h"

namespace crosscheck {

int check_command(const Options& options);
int claims_command(const Options& options);
int abbreviations_command(const Options& options);
int explain_command(const Options& options);
int rules_command(const Options& options);
int init_command(const Options& options);
int fix_command(const Options& options);
int completion_command(const Options& options);
int man_command(const Options& options);

}  // namespace crosscheck
