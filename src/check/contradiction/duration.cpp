// How long something lasts, stated twice and differently: "fixed for 24 months", "fixed for 12 months".
//
// Tested by tests/checks/contradiction/duration.yaml.

#include "check/slot_conflict.h"
#include "check/value_conflict.h"

namespace crosscheck::contradiction {
namespace {

bool selects(const Quantity& quantity) { return quantity.dimension == "duration"; }

void run(const CheckInput& in, Findings& findings) {
  report_value_conflicts(in, selects, findings);
  report_slot_conflicts(in, findings);
}

}  // namespace

extern const Check duration{run};

}  // namespace crosscheck::contradiction
