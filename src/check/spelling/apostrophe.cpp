// A word without its apostrophe, "dont", "Crohns disease", or with one too many.
//
// Tested by tests/checks/spelling/apostrophe.yaml.

#include "check/mistakes.h"

namespace crosscheck::spelling {
namespace {

void run(const CheckInput& in, Findings& findings) { report_mistakes(in, Fault::apostrophe, findings); }

}  // namespace

extern const Check apostrophe{run};

}  // namespace crosscheck::spelling
