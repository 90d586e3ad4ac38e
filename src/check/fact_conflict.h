// Two answers to a question that has one (check/facts.h): another author, another place of birth, another year.
//
// Compared are facts of one relation about one thing. Names are the same when they share a word, or nearly; a place
// within another contradicts nothing, so places are apart when both tell the country and the countries differ, or both
// tell the town and its region. What is named by "it" on one side leaves the comparison open.
//
// Tested by tests/checks/contradiction/{entity,date}.yaml.
#pragma once

#include "check/check.h"
#include "check/facts.h"
#include "check/gate.h"

namespace crosscheck {

// Are both about the same thing?
Gate fact_subject_gate(const Fact& a, const Fact& b);
// Do the two answers exclude each other?
bool facts_exclude(const CheckInput& in, const Fact& a, const Fact& b);

// Facts whose relation the rule reports.
void report_fact_conflicts(const CheckInput& in, Findings& findings);

}  // namespace crosscheck
