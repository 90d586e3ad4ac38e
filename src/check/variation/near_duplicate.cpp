// Sentences that are alike but for one place, where the two words are no known opposites.
//
//   leaflet.md   "... patients who have decreased or abolished antibody production"
//   web.md       "... patients who have decreased or suppressed antibody production"
//
// One of them was probably edited and the other forgotten. Where the two words do contradict each other, the rule
// for their kind of contradiction speaks instead (check/contrast.h); a difference of number is left to the rules
// that compare quantities, another subject or another person makes another statement.
//
// Tested by tests/checks/variation/near_duplicate.yaml.

#include "check/contrast_report.h"

namespace crosscheck::variation {
namespace {

void run(const CheckInput& in, Findings& findings) { report_contrasts(in, ContrastKind::wording, findings); }

}  // namespace

extern const Check near_duplicate{run, prepare<ContrastSettings>};

}  // namespace crosscheck::variation
