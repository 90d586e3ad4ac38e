// Two statements that count the same thing and disagree: "four major disease categories" here, "three major
// categories" there.
//
// Tested by tests/checks/contradiction/count.yaml.

#include "check/fact_conflict.h"
#include "check/slot_conflict.h"
#include "check/value_conflict.h"

namespace crosscheck::contradiction {
namespace {

bool selects(const Quantity& quantity) { return quantity.dimension == "count"; }

void run(const CheckInput& in, Findings& findings) {
  report_value_conflicts(in, selects, findings);
  report_slot_conflicts(in, findings);
  report_fact_conflicts(in, findings);
}

}  // namespace

extern const Check count{run};

}  // namespace crosscheck::contradiction
