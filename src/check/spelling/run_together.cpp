// Two words without the blank between them: "infectionleads". How it is told: spelling/split.cpp.
//
// Tested by tests/checks/spelling/run_together.yaml.

#include "check/mistakes.h"

namespace crosscheck::spelling {
namespace {

void run(const CheckInput& in, Findings& findings) { report_mistakes(in, Fault::run_together, findings); }

}  // namespace

extern const Check run_together{run};

}  // namespace crosscheck::spelling
