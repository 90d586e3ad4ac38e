// The same words with the ends exchanged around the verb.
//
//   a.md   "Rifampicin makes the contraceptive pill less effective."
//   b.md   "The contraceptive pill makes rifampicin less effective."
//
// check/contrast.h finds the contrast and says which gates were passed.
//
// Tested by tests/checks/contradiction/role.yaml.

#include "check/contrast_report.h"

namespace crosscheck::contradiction {
namespace {

void run(const CheckInput& in, Findings& findings) { report_contrasts(in, ContrastKind::role, findings); }

}  // namespace

extern const Check role{run, prepare<ContrastSettings>};

}  // namespace crosscheck::contradiction
