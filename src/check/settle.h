// From what the checks said to what is reported: switched-off findings leave, one disagreement is kept once,
// the rest is put in order, gets its fingerprint, and is resolved to places in the source files.
#pragma once

#include <vector>

#include "check/check.h"
#include "model/report.h"

namespace crosscheck {

// `suppressed` counts the findings that ignore comments switched off.
std::vector<ReportFinding> settle(Findings findings, const Collection& texts, uint32_t& suppressed);

// Does an ignore comment or [sic] switch the finding off?
bool switched_off(const Finding& finding, const Collection& texts);

}  // namespace crosscheck
