// Claims to text, one function a format.
#pragma once

#include <string>
#include <vector>

#include "model/claim_report.h"

namespace crosscheck {

// What qualifies a claim: "not; must; rare; if you are pregnant".
std::string qualifiers(const ReportClaim& claim);
// Grouped by document and subject, for an editor to read.
std::string claims_text(const std::vector<ReportClaim>& claims);
std::string claims_json(const std::vector<ReportClaim>& claims);
// One claim a line, the shape of design A4.
std::string claims_ndjson(const std::vector<ReportClaim>& claims);
std::string claims_csv(const std::vector<ReportClaim>& claims);

}  // namespace crosscheck
