// The approved text of a set (`authority:` in the configuration): of two sides that disagree, the other departs.
#pragma once

#include <string>
#include <vector>

#include "model/document.h"
#include "model/finding.h"
#include "model/report.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

// Marks the documents that the configuration names, and those that came in from another folder for it.
void mark_approved(Collection& texts, const Rulebook& rules, const std::vector<std::string>& visitors);

// The side that stands in the approved text; 0 when none does, when every side does, or when there is one side.
int approved_side(const std::vector<Evidence>& evidence, const Collection& texts);

// The first place of another side than the approved one; the end where there is none.
std::vector<Evidence>::const_iterator departing_place(const std::vector<Evidence>& evidence, const Collection& texts);

// Names the approved side in a finding: who departs from what, in `why` and in its places.
void name_authority(const Finding& finding, const Collection& texts, ReportFinding& out);

}  // namespace crosscheck
