// Tested by tests/checks/spelling/*.yaml.
#include "check/mistakes.h"

namespace crosscheck {

void report_mistakes(const CheckInput& in, Fault fault, Findings& findings) {
  for (const Mistake& mistake : in.index.spelling->mistakes) {
    if (mistake.fault != fault) continue;
    std::vector<Evidence> evidence;
    for (const Mistake::Place& place : mistake.places) evidence.push_back({place.document, place.span});
    const Mistake::Place& first = mistake.places.front();
    const bool alone = first.corrections.empty();
    Finding out = finding(in, std::move(evidence), {{"meant", alone ? "" : first.corrections.front()}}, alone ? "alone" : "");
    out.confidence = mistake.confidence;
    out.why = mistake.why;
    out.forms = mistake.word;
    // The best correction of every place first, then what else may be meant.
    for (size_t rank = 0; rank < first.corrections.size(); ++rank)
      for (const Mistake::Place& place : mistake.places)
        out.fixes.push_back({place.document, place.span, place.corrections[rank], mistake.safe && rank == 0});
    findings.push_back(std::move(out));
  }
}

}  // namespace crosscheck
