// Tested by the fixtures of the family style.
#include "check/usage.h"

#include <algorithm>

#include "check/skips.h"

namespace crosscheck {
namespace {

constexpr size_t kMostFixes = 100;

size_t winner_of(const std::vector<Usage>& ways, std::string_view prefer) {
  size_t winner = 0;
  for (size_t i = 0; i < ways.size(); ++i) {
    if (ways[i].name == prefer) return i;
    if (ways[i].places.size() > ways[winner].places.size()) winner = i;
  }
  return winner;
}

}  // namespace

bool report_mixed(const CheckInput& in, const std::vector<Usage>& found, std::string_view what, std::string_view prefer, const Rewrite& rewrite, Findings& findings,
                  std::string_view message) {
  const Skips& skips = in.rulebook.table<Skips>();
  std::vector<Usage> counted;
  if (skips.any(in.rule.info.id)) {
    counted = found;
    for (Usage& way : counted) std::erase_if(way.places, [&](const UsePlace& place) { return skips.covers(in.rule.info.id, in.texts.documents[place.document], place.span); });
  }
  const std::vector<Usage>& ways = counted.empty() ? found : counted;
  const size_t winner = winner_of(ways, prefer);
  std::vector<size_t> order;
  size_t all = 0;
  for (size_t i = 0; i < ways.size(); ++i) {
    all += ways[i].places.size();
    if (i != winner && !ways[i].places.empty()) order.push_back(i);
  }
  if (order.empty()) return false;
  std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return ways[a].places.size() < ways[b].places.size(); });
  order.push_back(winner);

  std::vector<Evidence> evidence;
  std::vector<Fix> fixes;
  std::string forms(what);
  for (size_t k = 0; k < order.size(); ++k) {
    for (const UsePlace& place : ways[order[k]].places) {
      evidence.push_back({place.document, place.span, static_cast<uint8_t>(std::min<size_t>(k + 1, 255))});
      if (order[k] == winner || fixes.size() >= kMostFixes) continue;
      Fix fix = rewrite(place, winner);
      if (fix.span != Span{}) fixes.push_back(std::move(fix));
    }
    forms.append("|").append(ways[order[k]].name);
  }
  const size_t kept = ways[winner].places.size();
  Finding out = finding(in, std::move(evidence), {{"kept", std::to_string(kept)}, {"all", std::to_string(all)}, {"form", ways[winner].name}, {"other", ways[order.front()].name}}, message);
  out.why = "Counted over the set: ";
  for (size_t k = order.size(); k-- > 0;) out.why += std::to_string(ways[order[k]].places.size()) + " times " + ways[order[k]].name + (k > 0 ? ", " : ".");
  const Value& wish = in.rule.settings["prefer"];
  if (wish.is_scalar() && wish.text() != "consistent") out.why += " The configuration prefers " + wish.text() + ".";
  out.fixes = std::move(fixes);
  out.forms = std::move(forms);
  out.confidence = 0.9;
  findings.push_back(std::move(out));
  return true;
}

}  // namespace crosscheck
