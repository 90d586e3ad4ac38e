// --watch: does the work again whenever a document or a configuration changes.
#pragma once

#include <functional>

#include "cli/options.h"

namespace crosscheck {

// Returns only when an interrupt ends the run. Errors of a round are told, and the next round comes all the same.
int watch(const Options& options, const std::function<void()>& work);

}  // namespace crosscheck
