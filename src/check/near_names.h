// Names in capitals that differ in one sign where one name is meant.
//
//   a.md   "mutations in NIPBL, SMC2 or RAD21"        b.md   "the genes NIPBL, SMC3 and RAD21"
//   a.md   "after a transplant, PLTD may develop"     b.md   "post-transplant lymphoproliferative disorder (PTLD)"
//
// Two lists that share at least two names and differ in two names of nearly one spelling; two short forms of which
// one is the other with two neighbours swapped and is nowhere spelled out.
//
// Tested by tests/checks/contradiction/entity.yaml.
#pragma once

#include "check/check.h"

namespace crosscheck {

void report_near_names(const CheckInput& in, Findings& findings);

}  // namespace crosscheck
