// More in one place, less in the other, or the two sides exchanged.
//
//   a.md   "Men get kidney stones more often than women."
//   b.md   "Women get kidney stones more often than men."
//
// check/contrast.h finds the contrast and says which gates were passed.
//
// Tested by tests/checks/contradiction/comparison.yaml.

#include "check/contrast_report.h"

namespace crosscheck::contradiction {
namespace {

void run(const CheckInput& in, Findings& findings) { report_contrasts(in, ContrastKind::comparison, findings); }

}  // namespace

extern const Check comparison{run, prepare<ContrastSettings>};

}  // namespace crosscheck::contradiction
