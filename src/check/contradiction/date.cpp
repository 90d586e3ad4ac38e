// A day, a year or a time of day that differs between two statements of the same event: "founded in 2009", "founded in 2011".
//
// Tested by tests/checks/contradiction/date.yaml.

#include "check/fact_conflict.h"
#include "check/slot_conflict.h"
#include "check/value_conflict.h"

namespace crosscheck::contradiction {
namespace {

bool selects(const Quantity& quantity) { return quantity.dimension == "date" || quantity.dimension == "calendar" || quantity.dimension == "clock"; }

void run(const CheckInput& in, Findings& findings) {
  report_value_conflicts(in, selects, findings);
  report_slot_conflicts(in, findings);
  report_fact_conflicts(in, findings);
}

}  // namespace

extern const Check date{run};

}  // namespace crosscheck::contradiction
