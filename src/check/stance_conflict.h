// Two places that take stances on one act which exclude each other (index/stances.h).
#pragma once

#include "check/check.h"

namespace crosscheck {

// What the rule speaks of: what is allowed or forbidden, or what is so or not.
enum class StanceKind : uint8_t { instruction, fact };

void report_stance_conflicts(const CheckInput& in, StanceKind kind, Findings& findings);

}  // namespace crosscheck
