// Sentences that are alike but for one place, where the two words are no known opposites.
//
//   leaflet.md   "... patients who have decreased or abolished antibody production"
//   web.md       "... patients who have decreased or suppressed antibody production"
//
// One of them was probably edited and the other forgotten. Where the two words do contradict each other, the rule
// for their kind of contradiction speaks instead (check/contrast.h); a difference of number is left to the rules
// that compare quantities, another subject or another person makes another statement. Where one side only says more
// ("vessels", "blood vessels") or has another form of the word ("spine", "spinal") it is a suggestion.
//
// Tested by tests/checks/variation/near_duplicate.yaml.

#include <algorithm>

#include "check/contrast_report.h"
#include "text/fold.h"

namespace crosscheck::variation {
namespace {

// One of the two holds the other, or both begin as forms of one word do.
bool hardly_differ(std::string_view first, std::string_view second) {
  std::string a = fold(first), b = fold(second);
  if (a.size() > b.size()) std::swap(a, b);
  if (b.ends_with(" " + a) || b.starts_with(a + " ")) return true;
  if (a.find(' ') != std::string::npos || b.find(' ') != std::string::npos) return false;
  const size_t shared = static_cast<size_t>(std::mismatch(a.begin(), a.end(), b.begin()).first - a.begin());
  return shared >= 4 && shared + 2 >= a.size() && b.size() <= shared + 3;
}

void run(const CheckInput& in, Findings& findings) {
  const size_t from = findings.size();
  report_contrasts(in, ContrastKind::wording, findings);
  for (size_t i = from; i < findings.size(); ++i) {
    const auto& places = findings[i].evidence;
    const auto other = std::find_if(places.begin(), places.end(), [&](const Evidence& place) { return place.side != places.front().side; });
    const auto text = [&](const Evidence& place) { return in.texts.documents[place.document].text_of(place.span); };
    if (other != places.end() && hardly_differ(text(places.front()), text(*other))) lower_to(findings[i], Level::suggestion);
  }
}

}  // namespace

extern const Check near_duplicate{run, prepare<ContrastSettings>};

}  // namespace crosscheck::variation
