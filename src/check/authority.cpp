// Tested by tests/cli/commands.py.
#include "check/authority.h"

#include <algorithm>

#include "rulebook/config.h"
#include "text/glob.h"

namespace crosscheck {
namespace {

// "web.txt", "web.txt and faq.md", "web.txt and 3 more"
std::string listed(const std::vector<std::string>& names) {
  if (names.size() == 1) return names.front();
  return names.front() + " and " + (names.size() == 2 ? names.back() : std::to_string(names.size() - 1) + " more");
}

// The places of the approved side go last, and sides are numbered anew in the order of their places.
void put_last(ReportFinding& finding) {
  std::stable_partition(finding.evidence.begin(), finding.evidence.end(), [&](const Place& place) { return place.side != finding.authority; });
  std::vector<int> order;
  const auto number = [&](int side) {
    const auto known = std::find(order.begin(), order.end(), side);
    if (known == order.end()) return order.push_back(side), static_cast<int>(order.size());
    return static_cast<int>(known - order.begin()) + 1;
  };
  for (Place& place : finding.evidence) place.side = number(place.side);
  finding.authority = number(finding.authority);
}

}  // namespace

void mark_approved(Collection& texts, const Rulebook& rules, const std::vector<std::string>& visitors) {
  if (rules.authority.empty()) return;
  for (Document& document : texts.documents) {
    const std::string name = document.path.empty() ? document.name : seen_from(rules.config_folder, document.path);
    document.visiting = std::find(visitors.begin(), visitors.end(), document.name) != visitors.end();
    document.approved = document.visiting || std::any_of(rules.authority.begin(), rules.authority.end(), [&](const std::string& pattern) { return glob_matches(pattern, name); });
  }
}

int approved_side(const std::vector<Evidence>& evidence, const Collection& texts) {
  int side = 0;
  bool others = false;
  for (const Evidence& place : evidence) {
    others |= place.side != evidence.front().side;
    if (!texts.documents[place.document].approved || place.side == side) continue;
    if (side != 0) return 0;
    side = place.side;
  }
  return others ? side : 0;
}

std::vector<Evidence>::const_iterator departing_place(const std::vector<Evidence>& evidence, const Collection& texts) {
  const int side = approved_side(evidence, texts);
  return side == 0 ? evidence.end() : std::find_if(evidence.begin(), evidence.end(), [&](const Evidence& place) { return place.side != side; });
}

void name_authority(const Finding& finding, const Collection& texts, ReportFinding& out) {
  out.authority = approved_side(finding.evidence, texts);
  if (out.authority == 0) return;
  std::vector<std::string> approved, departing;
  for (const Evidence& place : finding.evidence) {
    const Document& document = texts.documents[place.document];
    std::vector<std::string>& names = place.side != out.authority ? departing : approved;
    if ((place.side != out.authority || document.approved) && std::find(names.begin(), names.end(), document.name) == names.end()) names.push_back(document.name);
  }
  if (!out.why.empty() && std::string_view(".!?)").find(out.why.back()) == std::string_view::npos) out.why += '.';
  out.why += " " + listed(approved) + (approved.size() == 1 ? " is the approved text; " : " are the approved texts; ") + listed(departing) + (departing.size() == 1 ? " departs from it." : " depart from it.");
  if (finding.turned) put_last(out);
}

}  // namespace crosscheck
