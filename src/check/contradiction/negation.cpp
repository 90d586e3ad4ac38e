// Two sentences say the same thing, one with "not".
//
//   a.md   "The vaccine protects against hepatitis C."
//   b.md   "The vaccine does not protect against hepatitis C."
//
// check/contrast.h finds the contrast and says which gates were passed.
//
// Tested by tests/checks/contradiction/negation.yaml.

#include "check/contrast_report.h"
#include "check/slot_conflict.h"
#include "check/stance_conflict.h"

namespace crosscheck::contradiction {
namespace {

void run(const CheckInput& in, Findings& findings) {
  report_contrasts(in, ContrastKind::negation, findings);
  report_slot_conflicts(in, findings);
  report_stance_conflicts(in, StanceKind::fact, findings);
}

}  // namespace

extern const Check negation{run, prepare<ContrastSettings>};

}  // namespace crosscheck::contradiction
