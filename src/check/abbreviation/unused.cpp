// A short form that is given and never used: "A pulmonary function test (PFT) showed no change", and no PFT after.
//
// Short forms that readers know better than the words ("human immunodeficiency virus (HIV)") are help, not ballast.
// Where one document gives the same short form twice, abbreviation.defined_twice says so.
//
// Tested by tests/checks/abbreviation/unused.yaml.

#include <algorithm>

#include "check/check.h"

namespace crosscheck::abbreviation {
namespace {

bool given_twice(const std::vector<Expansion>& expansions) {
  for (size_t i = 0; i < expansions.size(); ++i)
    for (size_t k = 0; k < i; ++k)
      if (expansions[i].use.document == expansions[k].use.document && expansions[i].key == expansions[k].key && !expansions[i].repeated) return true;
  return false;
}

// "long form (SF)", not "SF (long form)", which uses it.
bool after_words(const Expansion& expansion) { return expansion.whole.begin == expansion.long_form.begin; }

void run(const CheckInput& in, Findings& findings) {
  const Abbreviations& table = in.index.abbreviations;
  for (size_t i = 0; i < table.all.size(); ++i) {
    const Abbreviation& entry = table.all[i];
    if (!entry.defined() || !entry.uses.empty() || entry.helps || given_twice(entry.expansions)) continue;
    if (!std::all_of(entry.expansions.begin(), entry.expansions.end(), after_words)) continue;
    if (std::any_of(table.rivals.begin(), table.rivals.end(), [&](const RivalForms& r) { return r.minority == i || r.majority == i; })) continue;
    std::vector<Evidence> places;
    std::vector<Fix> fixes;
    for (const Expansion& given : entry.expansions) {
      places.push_back({given.use.document, given.use.span});
      const bool bracket = given.whole.end == given.use.span.end + 1;
      if (bracket) fixes.push_back({given.use.document, {given.long_form.end, given.whole.end}, "", false});
    }
    Finding out = finding(in, std::move(places));
    out.why = "The set gives \"" + entry.text + "\" for \"" + std::string(in.texts.documents[entry.expansions[0].use.document].text_of(entry.expansions[0].long_form)) +
              "\" and does not use it after that.";
    out.fixes = std::move(fixes);
    out.forms = entry.text;
    findings.push_back(std::move(out));
  }
}

}  // namespace

extern const Check unused{run};

}  // namespace crosscheck::abbreviation
