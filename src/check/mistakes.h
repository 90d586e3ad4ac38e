// The mistakes that spelling/ found, as findings: each rule of the family reports one fault.
#pragma once

#include "check/check.h"
#include "spelling/judge.h"

namespace crosscheck {

// One finding for each word with this fault, with all its places. {word} is what stands there, {meant} the best
// correction; the message named "alone" is taken when there is none.
void report_mistakes(const CheckInput& in, Fault fault, Findings& findings);

}  // namespace crosscheck
