// A short form that is spelled out after it was used: "ESWL" in the third document, "shock-wave lithotripsy (ESWL)"
// in the fifth. Documents of a set count as one text in the order of their names.
//
// Tested by tests/checks/abbreviation/defined_late.yaml.

#include "check/check.h"

namespace crosscheck::abbreviation {
namespace {

void run(const CheckInput& in, Findings& findings) {
  for (const Abbreviation& entry : in.index.abbreviations.all) {
    if (!entry.defined() || entry.well_known || entry.name) continue;
    const Expansion& first = entry.expansions.front();
    std::vector<Evidence> places;
    for (const ShortFormUse& use : entry.uses) {
      const bool earlier = std::pair(use.document, use.sentence) < std::pair(first.use.document, first.use.sentence);
      if (earlier && use.running) places.push_back({use.document, use.span, 1});
    }
    if (places.empty()) continue;
    places.push_back({first.use.document, first.whole, 2});
    Finding out = finding(in, std::move(places));
    out.why = "In the order of the documents, \"" + entry.text + "\" is first explained here: \"" +
              std::string(in.texts.documents[first.use.document].text_of(first.whole)) + "\". A reader meets it earlier.";
    out.forms = entry.text;
    findings.push_back(std::move(out));
  }
}

}  // namespace

extern const Check defined_late{run};

}  // namespace crosscheck::abbreviation
