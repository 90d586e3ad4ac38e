// What holds without exception in one place has an exception in another.
//
//   leaflet.md   "All rooms have a shower."
//   web.md       "All rooms have a shower except room 4."
//
// check/contrast.h finds the contrast and says which gates were passed. A rule and the exception that its own
// document makes to it are left alone (check/gate_place.cpp).
//
// Tested by tests/checks/contradiction/exception.yaml.

#include "check/contrast_report.h"
#include "check/slot_conflict.h"

namespace crosscheck::contradiction {
namespace {

void run(const CheckInput& in, Findings& findings) {
  report_contrasts(in, ContrastKind::exception, findings);
  report_slot_conflicts(in, findings);
}

}  // namespace

extern const Check exception{run, prepare<ContrastSettings>};

}  // namespace crosscheck::contradiction
