// The claims of a set as they are written out, with their canonical forms.
#pragma once

#include <vector>

#include "model/claim_report.h"
#include "model/document.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

std::vector<ReportClaim> report_claims(const Collection& texts, const std::vector<Claim>& statements, const Rulebook& rules);

}  // namespace crosscheck
