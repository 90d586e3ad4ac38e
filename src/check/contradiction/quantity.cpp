// Amounts of one thing that differ: dose, percentage, price, temperature, age, size. Counts, durations and dates have
// rules of their own.
//
// Tested by tests/checks/contradiction/quantity.yaml.

#include "check/slot_conflict.h"
#include "check/value_conflict.h"

namespace crosscheck::contradiction {
namespace {

bool selects(const Quantity& quantity) { return quantity.dimension != "count" && quantity.dimension != "duration" && quantity.dimension != "date" && quantity.dimension != "calendar" && quantity.dimension != "clock" && quantity.dimension != "rate"; }

void run(const CheckInput& in, Findings& findings) {
  report_value_conflicts(in, selects, findings);
  report_slot_conflicts(in, findings);
}

}  // namespace

extern const Check quantity{run};

}  // namespace crosscheck::contradiction
