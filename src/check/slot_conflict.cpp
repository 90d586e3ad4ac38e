#include "check/slot_conflict.h"

#include <algorithm>

#include "check/gate.h"

namespace crosscheck {
namespace {

constexpr size_t kMost = 40;  // statements of one slot about one thing that are compared

Answer answer(OneSided one_sided) { return one_sided == OneSided::passes ? Answer::passed : one_sided == OneSided::opens ? Answer::open : Answer::closed; }

// What limits one side only leaves the comparison open or closes it; limits that differ close it.
void gate_words(const char* name, const std::vector<Key>& a, const std::vector<Key>& b, OneSided one_sided, Gates& gates) {
  if (a == b) return gates.add(name, Answer::passed);
  const bool nested = std::includes(a.begin(), a.end(), b.begin(), b.end()) || std::includes(b.begin(), b.end(), a.begin(), a.end());
  gates.add(name, nested ? answer(one_sided) : Answer::closed);
}

// A limit that stands on one side; against a value that leaves no exception even a part speaks.
void gate_limit(const char* name, bool a, bool b, OneSided one_sided, bool absolute, Gates& gates) {
  if (one_sided == OneSided::passes) return gates.add(name, Answer::passed);
  if (a == b) return gates.add(name, a ? Answer::closed : Answer::passed);
  gates.add(name, absolute && one_sided == OneSided::closes ? Answer::open : answer(one_sided));
}

bool absolute(const Slot& slot, const Statement& statement) { return statement.value >= 0 && slot.absolute[static_cast<size_t>(statement.value)]; }

Gates gates_of(const Slot& slot, const Statement& a, const Statement& b, const std::vector<std::string>* without) {
  Gates gates;
  gates.without = without;
  const bool one_sentence = a.document == b.document && a.sentence == b.sentence;
  gates.add("place", one_sentence || (a.row && b.row) ? Answer::closed : Answer::passed);  // rows of two tables: of two kinds of it
  gates.add("subject", a.known && b.known ? Answer::passed : Answer::open);
  gate_words("type", a.labels, b.labels, slot.label, gates);
  const bool impossible = slot.most > 0 && (a.low > slot.most || b.low > slot.most);
  if (!impossible) gate_words("scope", a.scope, b.scope, slot.scope, gates);
  const bool whole = absolute(slot, a) || absolute(slot, b);
  gate_limit("part", a.soft, b.soft, slot.soft, whole, gates);
  gate_limit("certainty", a.hedged, b.hedged, slot.hedged, false, gates);
  gate_limit("condition", a.conditional, b.conditional, slot.condition, whole, gates);
  return gates;
}

bool mentions(const Document& document, std::string_view name) {
  return std::any_of(document.tokens.begin(), document.tokens.end(), [&](const Token& token) { return document.text_of(token) == name; });
}

// One sign replaced by another, and no text knows both.
bool near(const Collection& texts, const Statement& a, const Statement& b) {
  const std::string_view one = texts.documents[a.document].text_of(a.symbol_span), two = texts.documents[b.document].text_of(b.symbol_span);
  if (one.size() != two.size() || one.size() < 3) return false;
  int differ = 0;
  for (size_t i = 0; i < one.size(); ++i) differ += one[i] != two[i];
  return differ == 1 && !mentions(texts.documents[a.document], two) && !mentions(texts.documents[b.document], one);
}

bool exclude(const Collection& texts, const Slot& slot, const Statement& a, const Statement& b) {
  if (a.value >= 0 && b.value >= 0 && slot.bounds.empty()) return slot.apart[static_cast<size_t>(a.value)][static_cast<size_t>(b.value)];
  if (a.symbol != 0 || b.symbol != 0) return a.symbol != b.symbol && a.symbol != 0 && b.symbol != 0 && (!slot.near || near(texts, a, b));
  if (slot.limits) return a.comparator == b.comparator && a.comparator != Comparator::equal && a.comparator != Comparator::between && (a.low != b.low || a.high != b.high);
  const double slack = a.row || b.row ? 0 : slot.tolerance * std::max(a.high, b.high);
  return a.high + slack < b.low || b.high + slack < a.low;
}

struct Group {
  std::vector<uint32_t> sides[2];
  Level level = Level::warning;
  Gates gates;  // of the pair with the fewest open
};

class Comparison {
 public:
  Comparison(const CheckInput& in, const Slot& slot, Findings& findings) : in_(in), slot_(slot), findings_(findings), all_(in.index.slots.all), without_(in.rule.settings["without_gates"].texts()) {}

  void compare(size_t begin, size_t end) {
    groups_.clear();
    end = std::min(end, begin + kMost);
    if (slot_.kinds && tells_of_kinds(begin, end)) return;
    const std::vector<bool> torn = torn_rows(begin, end);
    for (size_t i = begin; i < end; ++i)
      for (size_t j = i + 1; j < end; ++j) {
        if (torn[i - begin] || torn[j - begin] || !exclude(in_.texts, slot_, all_[i], all_[j])) continue;
        const Gates gates = gates_of(slot_, all_[i], all_[j], &without_);
        if (!gates.closed() && gates.open() < 3) add(static_cast<uint32_t>(i), static_cast<uint32_t>(j), gates);
      }
    for (Group& group : groups_) report(group);
  }

 private:
  // Rows of one list that give several values tell of several kinds of the thing.
  std::vector<bool> torn_rows(size_t begin, size_t end) const {
    std::vector<bool> torn(end - begin, false);
    for (size_t i = begin; i < end; ++i)
      for (size_t j = begin; j < end && all_[i].row; ++j)
        if (all_[j].row && all_[j].document == all_[i].document && exclude(in_.texts, slot_, all_[i], all_[j])) torn[i - begin] = true;
    return torn;
  }

  // One text gives two values in its prose.
  bool tells_of_kinds(size_t begin, size_t end) const {
    for (size_t i = begin; i < end; ++i) {
      if (all_[i].several) return true;
      for (size_t j = i + 1; j < end && all_[j].document == all_[i].document; ++j)
        if (!all_[i].row && !all_[j].row && !absolute(slot_, all_[i]) && !absolute(slot_, all_[j]) && exclude(in_.texts, slot_, all_[i], all_[j])) return true;
    }
    return false;
  }

  static bool holds(const std::vector<uint32_t>& side, uint32_t statement) { return std::find(side.begin(), side.end(), statement) != side.end(); }

  void add(uint32_t a, uint32_t b, const Gates& gates) {
    Group* group = nullptr;
    bool swap = false;
    for (Group& g : groups_) {
      const bool straight = (holds(g.sides[0], a) && !holds(g.sides[0], b)) || (holds(g.sides[1], b) && !holds(g.sides[1], a));
      const bool crossed = (holds(g.sides[1], a) && !holds(g.sides[1], b)) || (holds(g.sides[0], b) && !holds(g.sides[0], a));
      if (!straight && !crossed) continue;
      group = &g, swap = !straight;
      break;
    }
    if (!group) group = &groups_.emplace_back(Group{{{}, {}}, Level::warning, gates});
    if (gates.open() < group->gates.open()) group->gates = gates;
    if (gates.open() == 0 && slot_.error) group->level = Level::error;
    if (!holds(group->sides[swap], a)) group->sides[swap].push_back(a);
    if (!holds(group->sides[!swap], b)) group->sides[!swap].push_back(b);
  }

  void report(Group& group) {
    const bool second_first = group.sides[1].size() < group.sides[0].size();
    std::vector<Evidence> places;
    for (const bool side : {second_first, !second_first})
      for (const uint32_t s : group.sides[side]) {
        const Evidence place{all_[s].document, all_[s].shown, static_cast<uint8_t>(side == second_first ? 1 : 2)};
        if (std::none_of(places.begin(), places.end(), [&](const Evidence& e) { return e.document == place.document && e.span.overlaps(place.span); })) places.push_back(place);
      }
    if (places.size() < 2 || places.front().side == places.back().side) return;
    const bool many = places.size() > 2;
    Finding out = finding(in_, std::move(places));
    if (group.level == Level::warning) lower_to(out, Level::warning);
    const unsigned open = group.gates.open();
    out.confidence = open == 0 ? 0.85 : open == 1 ? 0.7 : 0.6;
    out.compared = group.gates.compared("slot", 1);
    out.why = "both say " + slot_.asks + "; " + group.gates.why();
    if (many) out.forms = slot_.name + "|" + std::string(text(out.evidence.front())) + "|" + std::string(text(out.evidence.back()));
    findings_.push_back(std::move(out));
  }

  std::string_view text(const Evidence& place) const { return in_.texts.documents[place.document].text_of(place.span); }

  const CheckInput& in_;
  const Slot& slot_;
  Findings& findings_;
  const std::vector<Statement>& all_;
  std::vector<std::string> without_;
  std::vector<Group> groups_;
};

}  // namespace

bool exclude_each_other(const Collection& texts, const Slot& slot, const Statement& a, const Statement& b) { return exclude(texts, slot, a, b); }

Gates gates_between(const Slot& slot, const Statement& a, const Statement& b, const std::vector<std::string>* without) { return gates_of(slot, a, b, without); }

void report_slot_conflicts(const CheckInput& in, Findings& findings) {
  const auto& table = in.rulebook.table<SlotTable>();
  const std::vector<Statement>& all = in.index.slots.all;
  for (size_t begin = 0; begin < all.size();) {
    size_t end = begin + 1;
    while (end < all.size() && all[end].slot == all[begin].slot && all[end].subject == all[begin].subject) ++end;
    const Slot& slot = *table.slots[all[begin].slot];
    if (slot.rule == in.rule.info.id && end - begin > 1) Comparison(in, slot, findings).compare(begin, end);
    begin = end;
  }
}

}  // namespace crosscheck
