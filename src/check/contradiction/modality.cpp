// Sentences about one action, one of which allows what the other forbids or makes optional what the other demands.
//
//   a.md   "Exhibitors may sell goods at their stand."
//   b.md   "Exhibitors must not sell goods at their stand."
//
// check/contrast.h finds the contrast and says which gates were passed.
//
// Tested by tests/checks/contradiction/modality.yaml.

#include "check/contrast_report.h"
#include "check/slot_conflict.h"
#include "check/stance_conflict.h"
#include "check/topic_stance.h"

namespace crosscheck::contradiction {
namespace {

void run(const CheckInput& in, Findings& findings) {
  report_contrasts(in, ContrastKind::modality, findings);
  report_slot_conflicts(in, findings);
  report_topic_stances(in, findings);
  report_stance_conflicts(in, StanceKind::instruction, findings);
}

}  // namespace

extern const Check modality{run, prepare<ContrastSettings>};

}  // namespace crosscheck::contradiction
