// Sentences that are alike but for members of one class: dominant and recessive, oral and intravenous.
//
//   a.md   "The disease is inherited in an autosomal recessive pattern."
//   b.md   "The disease is inherited in an autosomal dominant pattern."
//
// check/contrast.h finds the contrast and says which gates were passed.
//
// Tested by tests/checks/contradiction/category.yaml.

#include "check/contrast_report.h"
#include "check/fact_conflict.h"
#include "check/slot_conflict.h"

namespace crosscheck::contradiction {
namespace {

void run(const CheckInput& in, Findings& findings) {
  report_contrasts(in, ContrastKind::category, findings);
  report_slot_conflicts(in, findings);
  report_fact_conflicts(in, findings);
}

}  // namespace

extern const Check category{run, prepare<ContrastSettings>};

}  // namespace crosscheck::contradiction
