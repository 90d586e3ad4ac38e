// A word that no list has, where another is likely to be meant: "gammablobulin". How it is told: spelling/judge.cpp.
//
// Tested by tests/checks/spelling/misspelling.yaml.

#include "check/mistakes.h"

namespace crosscheck::spelling {
namespace {

void run(const CheckInput& in, Findings& findings) { report_mistakes(in, Fault::misspelling, findings); }

}  // namespace

extern const Check misspelling{run};

}  // namespace crosscheck::spelling
