// A short form that is spelled out after it was used: "ESWL" in the third document, "shock-wave lithotripsy (ESWL)"
// in the fifth. Documents count as one text where their names number them ("03.txt", "2-dose.md"); else each is read
// for itself, since nobody can tell which of them a reader meets first.
//
// Tested by tests/checks/abbreviation/defined_late.yaml.

#include <algorithm>

#include "check/check.h"

namespace crosscheck::abbreviation {
namespace {

// "parts/03.txt": the folder and whether a number of one to three digits stands in front.
std::pair<std::string_view, bool> place_in_series(std::string_view name) {
  const size_t slash = name.rfind('/');
  const std::string_view folder = slash == std::string_view::npos ? "" : name.substr(0, slash), base = slash == std::string_view::npos ? name : name.substr(slash + 1);
  const size_t digits = std::min(base.find_first_not_of("0123456789"), base.size());
  return {folder, digits >= 1 && digits <= 3};
}

bool in_order(const Document& a, const Document& b) {
  const auto one = place_in_series(a.name), two = place_in_series(b.name);
  return one.second && two.second && one.first == two.first;
}

void run(const CheckInput& in, Findings& findings) {
  for (const Abbreviation& entry : in.index.abbreviations.all) {
    if (!entry.defined() || entry.well_known || entry.name) continue;
    const Expansion& first = entry.expansions.front();
    std::vector<Evidence> places;
    for (const ShortFormUse& use : entry.uses) {
      const bool earlier = std::pair(use.document, use.sentence) < std::pair(first.use.document, first.use.sentence);
      if (earlier && use.running && (use.document == first.use.document || in_order(in.texts.documents[use.document], in.texts.documents[first.use.document]))) places.push_back({use.document, use.span, 1});
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
