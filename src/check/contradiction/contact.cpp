// One service, two ways to reach it: another phone number, mail or web address, another house number.
//
//   leaflet.md   "Ring the stoma nurse on 01234 567890."
//   web.md       "The stoma nurse can be reached on 01234 567980."
//
// Contacts of one kind are grouped by the service they lead to (check/contacts.h). Two documents disagree when none
// of the ways that one gives is among those of the other; a document may give several. Opening hours are compared day
// by day (check/opening_hours.h).
//
// Tested by tests/checks/contradiction/contact.yaml.

#include <algorithm>
#include <map>

#include "check/check.h"
#include "check/contacts.h"
#include "check/opening_hours.h"

namespace crosscheck::contradiction {
namespace {

struct Settings {
  Settings(const Value& settings, Rulebook& book) : contacts(settings, book), opening(settings, book) {}
  ContactWords contacts;
  OpeningWords opening;
};

bool meet(const std::vector<Key>& a, const std::vector<Key>& b) {
  return std::any_of(a.begin(), a.end(), [&](Key key) { return std::binary_search(b.begin(), b.end(), key); });
}

bool within(const std::vector<Key>& a, const std::vector<Key>& b) { return std::includes(b.begin(), b.end(), a.begin(), a.end()); }

// Do both lead to one service for one purpose?
bool comparable(const Contact& a, const Contact& b) {
  if (a.document == b.document || a.service != b.service || a.narrowed != b.narrowed) return false;
  if (!within(a.modifiers, b.modifiers) && !within(b.modifiers, a.modifiers)) return false;
  return true;
}

bool says_alike(const Contact& a, const Contact& b) { return a.modifiers == b.modifiers && (a.purposes.empty() || b.purposes.empty() || meet(a.purposes, b.purposes)); }

struct Comparer {
  const CheckInput& in;
  const std::vector<Contact>& all;
  std::map<std::pair<uint32_t, ContactKind>, std::vector<const Contact*>> by_document;

  explicit Comparer(const CheckInput& input, const std::vector<Contact>& contacts) : in(input), all(contacts) {
    for (const Contact& contact : all) by_document[{contact.document, contact.kind}].push_back(&contact);
  }

  // The ways to reach `like`'s service that its document gives.
  std::vector<const Contact*> ways(const Contact& like, uint32_t document) const {
    std::vector<const Contact*> out;
    for (const Contact* contact : by_document.at({document, like.kind}))
      if (document == like.document ? contact->service == like.service : comparable(like, *contact)) out.push_back(contact);
    return out;
  }

  bool gives(uint32_t document, const Contact& like) const {
    const auto& given = by_document.at({document, like.kind});
    return std::any_of(given.begin(), given.end(), [&](const Contact* contact) { return contact->value == like.value; });
  }

  bool conflict(const Contact& a, const Contact& b) const {
    if (a.kind != b.kind || !comparable(a, b) || a.value == b.value || gives(b.document, a) || gives(a.document, b)) return false;
    // "us": the only number on each side. A page that belongs to nobody is one of many.
    if (a.service == 0 && a.kind != ContactKind::phone) return false;
    if (a.service == 0) return by_document.at({a.document, a.kind}).size() == 1 && by_document.at({b.document, b.kind}).size() == 1;
    // Several lines of one service need a purpose in common.
    const bool several = ways(a, a.document).size() > 1 || ways(b, b.document).size() > 1;
    return !several || (says_alike(a, b) && (a.modifiers == b.modifiers) && meet(a.purposes, b.purposes));
  }

  bool sure(const Contact& a, const Contact& b) const { return a.service != 0 && says_alike(a, b); }
};

void report(const CheckInput& in, const std::vector<const Contact*>& members, bool sure, Findings& findings) {
  std::vector<std::vector<const Contact*>> sides;
  for (const Contact* contact : members) {
    const auto found = std::find_if(sides.begin(), sides.end(), [&](const auto& side) { return side.front()->value == contact->value; });
    if (found != sides.end()) found->push_back(contact);
    else sides.push_back({contact});
  }
  std::stable_sort(sides.begin(), sides.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
  std::vector<Evidence> evidence;
  std::string forms;
  for (size_t side = 0; side < sides.size(); ++side) {
    for (const Contact* contact : sides[side]) evidence.push_back({contact->document, contact->span, static_cast<uint8_t>(side + 1)});
    forms.append(side > 0 ? "|" : "").append(in.texts.documents[evidence.back().document].text_of(evidence.back().span));
  }
  Finding out = finding(in, std::move(evidence));
  if (!sure) lower_to(out, Level::warning);
  out.confidence = sure ? 0.9 : 0.7;
  out.why = sure ? "both say how to reach the same service, and neither gives what the other gives" : "both say how to reach what seems to be the same service, and neither gives what the other gives";
  if (members.size() > 2) out.forms = forms;
  findings.push_back(std::move(out));
}

void report_hours(const CheckInput& in, Findings& findings) {
  const std::vector<OpeningHours> all = find_opening_hours(in, in.settings<Settings>().opening);
  for (const auto& pair : clashing_hours(all)) {
    const OpeningHours &one = *pair.first, &two = *pair.second;
    Finding out = finding(in, {{one.document, one.span, 1}, {two.document, two.span, 2}});
    const bool sure = one.place != 0 && one.modifiers == two.modifiers && one.season.empty() && one.days == two.days;
    if (!sure) lower_to(out, Level::warning);
    out.confidence = sure ? 0.9 : 0.75;
    out.why = one.closed || two.closed ? "one says that the place is open on a day on which it is closed for the other" : "both say when the same place is open, and a visitor cannot go by both";
    findings.push_back(std::move(out));
  }
}

void report_contacts(const CheckInput& in, Findings& findings) {
  const std::vector<Contact> all = find_contacts(in.texts, in.index.meanings, in.settings<Settings>().contacts);
  if (all.size() < 2) return;
  const Comparer comparer(in, all);
  std::map<std::tuple<ContactKind, Key>, std::vector<uint32_t>> services;
  for (uint32_t i = 0; i < all.size(); ++i) services[{all[i].kind, all[i].service}].push_back(i);
  for (const auto& entry : services) {
    const std::vector<uint32_t>& group = entry.second;
    std::vector<const Contact*> members;
    bool sure = false;
    for (const uint32_t i : group) {
      bool against = false;
      for (const uint32_t k : group)
        if (comparer.conflict(all[i], all[k])) against = true, sure = sure || comparer.sure(all[i], all[k]);
      if (against) members.push_back(&all[i]);
    }
    if (members.size() > 1) report(in, members, sure, findings);
  }
}

void run(const CheckInput& in, Findings& findings) {
  report_contacts(in, findings);
  report_hours(in, findings);
}

}  // namespace

extern const Check contact{run, prepare<Settings>};

}  // namespace crosscheck::contradiction
