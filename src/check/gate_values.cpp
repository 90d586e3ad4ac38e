// Can the two values of a contrast stand side by side? Some grow and some shrink; a left glove and a right one.
//
//   "Red capsules contain 5 mg"            the colour says which capsules: two things
//   "A man in a red coat opened the gate"  one event is told twice: the coat has one colour
#include <algorithm>

#include "check/found_contrast.h"
#include "check/one_event.h"
#include "language/tags.h"

namespace crosscheck {
namespace {

constexpr double kOneScene = 0.7;  // of the words, from which on two sentences tell one event

// Both sides speak of some only, or of what may be: "some grow, some shrink" is no conflict.
bool some_only(const AlignedPair& pair, const Found& found) {
  const uint16_t clause = pair.a.units[std::min<size_t>(found.a_first, pair.a.units.size() - 1)].clause;
  for (uint32_t u = 0; u < found.a_first; ++u) {
    const Unit& unit = pair.a.units[u];
    if (pair.a.matched(u) && unit.clause == clause && (unit.amount == Amount::some || unit.is(plural_some))) return true;
  }
  const auto loose = [](const PairSide& side, uint32_t at) {
    return std::any_of(side.stances.begin(), side.stances.end(), [&](const StanceAt& s) { return (s.stance == Stance::possible || s.stance == Stance::permitted) && side.units[s.first].clause == side.units[at].clause; });
  };
  return found.a_first < pair.a.units.size() && found.b_first < pair.b.units.size() && loose(pair.a, found.a_first) && loose(pair.b, found.b_first);
}

bool at_times(const PairSide& side) {
  for (uint32_t u = 0; u < side.units.size(); ++u)
    if (side.units[u].is(soft_frequency) && !side.matched(u) && !side.spent[u]) return true;
  return false;
}

// What stands before the predicate, after a hyphen or in an enumeration names the thing, it says nothing of it.
bool names_its_thing(const PairSide& side, uint32_t u) {
  const Token& token = side.document->tokens[side.units[u].token];
  if (side.predicate < side.units.size() && u < side.predicate) return true;
  if (!token.space_before && u > 0) return true;
  const bool instruction = side.predicate < side.units.size() && (side.predicate == 0 || side.document->tokens[side.units[side.predicate].token].tag == tag::VB);
  if (instruction && u > 0 && side.text(u - 1) == "the" && u + 1 < side.units.size() && side.matched(u + 1)) return true;  // "Put a drop on the left lens"
  if (!is_noun(token.tag)) return false;
  const auto joins = [&](uint32_t v) { return side.units[v].is(symmetric_word) && !side.units[v].content(); };
  return (u > 0 && joins(u - 1)) || (u + 1 < side.units.size() && joins(u + 1));
}

// "the Thursday session", "the plastic comb": the class tells one thing from another.
bool before_its_noun(const PairSide& side, uint32_t end) {
  const std::string before = end > 1 ? side.text(end - 2) : "";
  if (before == "a" || before == "an") return false;  // "in a blue box" says what the box is like
  return end < side.units.size() && side.matched(end) && !side.units[end].is(light_word) && is_noun(side.document->tokens[side.units[end].token].tag) && side.units[end].token == side.units[end - 1].end;
}

// "makes it less difficult" is easier, "did not often" is seldom.
bool turned_by_less(const PairSide& side, uint32_t first) {
  return first > 0 && (side.text(first - 1) == "less" || side.text(first - 1) == "least" || side.units[first - 1].is(negator)) && !side.matched(first - 1);
}

}  // namespace

// Can the two values stand side by side?
Gate values_gate(const AlignedPair& pair, const Found& found) {
  const bool polar = found.kind == ContrastKind::negation || found.kind == ContrastKind::antonym || found.kind == ContrastKind::category || found.kind == ContrastKind::comparison || found.kind == ContrastKind::order;
  const bool loose = found.kind == ContrastKind::negation || found.kind == ContrastKind::antonym || found.kind == ContrastKind::category;
  if (pair.same_document() && (found.kind == ContrastKind::category || (loose && pair.plain_likeness < 0.85))) return {"values", Answer::closed, "one document goes through several things"};
  if (polar && at_times(pair.a) && at_times(pair.b)) return {"values", Answer::closed, "each is so at times"};
  if (polar && some_only(pair, found)) return {"values", found.kind == ContrastKind::antonym && pair.plain_likeness >= 0.88 && !pair.same_document() ? Answer::open : Answer::closed, "both speak of some only"};
  if (turned_by_less(pair.a, found.a_first) || turned_by_less(pair.b, found.b_first)) return {"values", Answer::closed, "turned round twice"};
  if (found.kind != ContrastKind::antonym && found.kind != ContrastKind::category) return {"values", found.sure, found.grounds};
  const bool happened = tells_what_happened(pair.a) && tells_what_happened(pair.b);
  if (found.once && !happened && !(tells_what_it_is(pair.a, found.a_first) && tells_what_it_is(pair.b, found.b_first))) return {"values", Answer::closed, "each may be so"};
  const bool place = pair.a.units[found.a_first].ordinal;  // "the second floor"
  const bool names = names_its_thing(pair.a, found.a_first) || names_its_thing(pair.b, found.b_first) || place || (found.kind == ContrastKind::category && (before_its_noun(pair.a, found.a_end) || before_its_noun(pair.b, found.b_end)));
  if (!names) return {"values", found.sure, found.grounds};
  if (place && (tells_where(pair.a, found.a_first) || tells_where(pair.b, found.b_first))) return {"values", found.sure, found.grounds};
  const bool scene = !pair.same_document() && pair.plain_likeness >= kOneScene && happened;
  if (!scene || picks_out(pair.a, found.a_first) || picks_out(pair.b, found.b_first)) return {"values", Answer::closed, "the words name two things"};
  return {"values", Answer::open, found.grounds + ", in the same event"};
}

}  // namespace crosscheck
