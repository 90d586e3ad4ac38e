// Statements of one slot and one subject that exclude each other (index/slots.h), whatever their wording.
//
// Gates: a subtype, a group of people, a kind that only one side names; a part ("in some cases") on both sides; a
// suspicion; a condition. Statements that disagree with one another become one finding with all their places.
//
// Tested by tests/checks/contradiction/{category,cause,entity,duration,quantity}.yaml.
#pragma once

#include "check/check.h"
#include "check/gate.h"

namespace crosscheck {

// Two statements of one slot: do they exclude each other, and which gates stand between them?
bool exclude_each_other(const Collection& texts, const Slot& slot, const Statement& a, const Statement& b);
Gates gates_between(const Slot& slot, const Statement& a, const Statement& b, const std::vector<std::string>* without = nullptr);

// The disagreements of the slots that name this rule.
void report_slot_conflicts(const CheckInput& in, Findings& findings);

}  // namespace crosscheck
