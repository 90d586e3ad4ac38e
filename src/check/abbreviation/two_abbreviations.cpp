// One thing, two short forms: "polycystic ovary syndrome (PCOS)" and "(POS)", IVIG and IVIg.
// How such pairs are found is told in language/rival_forms.cpp.
//
// Tested by tests/checks/abbreviation/two_abbreviations.yaml.

#include <algorithm>

#include "check/check.h"

namespace crosscheck::abbreviation {
namespace {

struct Place {
  uint32_t document, token;
  Span span;
};

std::vector<Place> places_of(const Abbreviation& entry) {
  std::vector<Place> places;
  for (const ShortFormUse& use : entry.uses) places.push_back({use.document, use.token, use.span});
  for (const Expansion& expansion : entry.expansions) places.push_back({expansion.use.document, expansion.use.token, expansion.use.span});
  std::stable_sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return std::pair(a.document, a.token) < std::pair(b.document, b.token); });
  return places;
}

void run(const CheckInput& in, Findings& findings) {
  const Abbreviations& table = in.index.abbreviations;
  for (const RivalForms& pair : table.rivals) {
    const Abbreviation& rare = table.all[pair.minority];
    const Abbreviation& usual = table.all[pair.majority];
    std::vector<Evidence> places;
    std::vector<Fix> fixes;
    for (const Place& place : places_of(rare)) {
      places.push_back({place.document, place.span, 1});
      const std::string_view text = in.texts.documents[place.document].text_of(place.span);
      const bool plural = text.size() > rare.text.size() || rare.text == usual.text + "S";
      fixes.push_back({place.document, place.span, usual.text + (plural ? "s" : ""), false});
    }
    if (places.empty()) continue;
    const size_t first = places.size();
    for (const Place& place : places_of(usual)) places.push_back({place.document, place.span, 2});
    if (places.size() == first) continue;
    Finding out = finding(in, std::move(places), {{"rare", rare.text}, {"usual", usual.text}});
    out.why = pair.why;
    out.fixes = std::move(fixes);
    out.forms = rare.text + "|" + usual.text;
    findings.push_back(std::move(out));
  }
}

}  // namespace

extern const Check two_abbreviations{run};

}  // namespace crosscheck::abbreviation
