// Statements of one slot and one subject that exclude each other (index/slots.h), whatever their wording.
//
// Gates: a subtype, a group of people, a kind that only one side names; a part ("in some cases") on both sides; a
// suspicion; a condition. Statements that disagree with one another become one finding with all their places.
//
// Tested by tests/checks/contradiction/{category,cause,entity,duration,quantity}.yaml.
#pragma once

#include "check/check.h"

namespace crosscheck {

// The disagreements of the slots that name this rule.
void report_slot_conflicts(const CheckInput& in, Findings& findings);

}  // namespace crosscheck
