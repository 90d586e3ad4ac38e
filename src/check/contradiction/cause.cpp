// A cause that is unknown in one place and named in another: "The cause of X is not known", "X is caused by Y".
//
// Both are answers to one question (index/slots.h, the slot cause of rules/lexicon/slots_disease.yaml), so the
// wording of either side does not matter; "unknown in the remaining cases" and "may be caused by" contradict nothing.
//
// Tested by tests/checks/contradiction/cause.yaml.
#include "check/slot_conflict.h"

namespace crosscheck::contradiction {

extern const Check cause{report_slot_conflicts};

}  // namespace crosscheck::contradiction
