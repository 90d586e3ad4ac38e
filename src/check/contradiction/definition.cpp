// Two definitions of one term that exclude each other: "Norel fever is a viral infection", "... a bacterial infection".
//
// What a thing is said to be is a slot of its own (rules/lexicon/slots_definition.yaml), so the
// two sentences need not be alike.
//
// Tested by tests/checks/contradiction/definition.yaml.
#include "check/slot_conflict.h"

namespace crosscheck::contradiction {

extern const Check definition{report_slot_conflicts};

}  // namespace crosscheck::contradiction
