// How often something is done: "twice a day" here, "once a day" there.
//
// Tested by tests/checks/contradiction/frequency.yaml.

#include "check/value_conflict.h"

namespace crosscheck::contradiction {
namespace {

bool selects(const Quantity& quantity) { return quantity.dimension == "rate"; }

void run(const CheckInput& in, Findings& findings) { report_value_conflicts(in, selects, findings); }

}  // namespace

extern const Check frequency{run};

}  // namespace crosscheck::contradiction
