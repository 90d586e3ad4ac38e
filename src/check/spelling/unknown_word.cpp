// A word that no list has, that stands once, and that nothing is near to: perhaps a name, perhaps a slip.
//
// Tested by tests/checks/spelling/unknown_word.yaml.

#include "check/mistakes.h"

namespace crosscheck::spelling {
namespace {

void run(const CheckInput& in, Findings& findings) { report_mistakes(in, Fault::unknown_word, findings); }

}  // namespace

extern const Check unknown_word{run};

}  // namespace crosscheck::spelling
