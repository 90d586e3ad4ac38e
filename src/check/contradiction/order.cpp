// Sentences about one sequence of steps that put them in opposite order.
//
//   a.md   "Lubricate the chain after cleaning the gears."
//   b.md   "Lubricate the chain before cleaning the gears."
//
// check/contrast.h finds the contrast and says which gates were passed.
//
// Tested by tests/checks/contradiction/order.yaml.

#include "check/contrast_report.h"

namespace crosscheck::contradiction {
namespace {

void run(const CheckInput& in, Findings& findings) { report_contrasts(in, ContrastKind::order, findings); }

}  // namespace

extern const Check order{run, prepare<ContrastSettings>};

}  // namespace crosscheck::contradiction
