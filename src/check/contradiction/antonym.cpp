// Sentences that are alike but for a word and its opposite.
//
//   a.md   "Beta blockers slow the heart and lower blood pressure."
//   b.md   "Beta blockers speed up the heart and lower blood pressure."
//
// check/contrast.h finds the contrast and says which gates were passed.
//
// Tested by tests/checks/contradiction/antonym.yaml.

#include "check/contrast_report.h"
#include "check/slot_conflict.h"

namespace crosscheck::contradiction {
namespace {

void run(const CheckInput& in, Findings& findings) {
  report_contrasts(in, ContrastKind::antonym, findings);
  report_slot_conflicts(in, findings);
}

}  // namespace

extern const Check antonym{run, prepare<ContrastSettings>};

}  // namespace crosscheck::contradiction
