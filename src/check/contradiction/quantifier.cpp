// Sentences that are alike but for how many they speak of.
//
//   a.md   "All rooms on the ground floor have a shower."
//   b.md   "No rooms on the ground floor have a shower."
//
// check/contrast.h finds the contrast and says which gates were passed.
//
// Tested by tests/checks/contradiction/quantifier.yaml.

#include "check/contrast_report.h"
#include "check/slot_conflict.h"

namespace crosscheck::contradiction {
namespace {

void run(const CheckInput& in, Findings& findings) {
  report_contrasts(in, ContrastKind::quantifier, findings);
  report_slot_conflicts(in, findings);
}

}  // namespace

extern const Check quantifier{run, prepare<ContrastSettings>};

}  // namespace crosscheck::contradiction
