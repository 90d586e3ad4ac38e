// Tested by tests/checks/contradiction/ (cases "in other words").
#include "check/reworded.h"

#include <algorithm>

#include "check/aligned_pair.h"
#include "check/arrangement.h"
#include "check/found_contrast.h"
#include "check/one_event.h"
#include "check/pair_gates.h"
#include "check/reworded_gates.h"
#include "check/tree_alignment.h"
#include "language/tags.h"

namespace crosscheck {
namespace {

constexpr double kLeastAlike = 0.33;     // of all words of content

bool lines_up(Match match) { return match == Match::equal || match == Match::same || match == Match::moved; }

class Comparison {
 public:
  Comparison(AlignedPair& pair, const SentenceTree& a, const SentenceTree& b, const WordRelations& words) : pair_(pair), a_{pair.a, a}, b_{pair.b, b}, words_(words) {}

  Result find() {
    complete_stances(a_);
    complete_stances(b_);
    find_odd();
    if (Result found = stances()) return found;
    if (Result found = amounts()) return found;
    if (Result found = polarity()) return found;
    if (Result found = classes()) return found;
    if (!odd_.empty() || !exclusive_.empty()) return std::nullopt;
    return arrangement(pair_, a_.tree, b_.tree, words_, at_a, at_b);
  }

  int32_t at_a = -1, at_b = -1;  // the pair of units in which the contrast stands

 private:
  int32_t partner(uint32_t u) const { return pair_.a.match[u].partner; }

  // "Vaccination is not recommended", "Bicycles are allowed": the stance is about the subject. "Swallow it whole"
  // asks for what it names.
  void complete_stances(const TreeSide& half) {
    for (StanceAt& at : half.side.stances) {
      if (at.head >= 0) continue;
      for (uint32_t u = at.first; u < at.end && at.head < 0; ++u)
        if (half.side.units[u].content() || half.tree[u].head < 0) at.head = half.tree.subject(half.tree[u].frame);
      if (at.head < 0) at.head = half.tree.subject(half.tree[at.first].frame);
    }
    for (uint32_t u = 0; u < half.side.units.size(); ++u) {
      const bool root = half.tree[u].head < 0 || (half.tree[u].relation == relation::conj && half.tree[u].frame == static_cast<int32_t>(u));
      if (!root || half.side.document->tokens[half.side.units[u].token].tag != tag::VB || half.tree.subject(static_cast<int32_t>(u)) >= 0 || half.tree[u].denials > 0) continue;
      const bool said = std::any_of(half.side.stances.begin(), half.side.stances.end(), [&](const StanceAt& s) { return s.head == static_cast<int32_t>(u); });
      if (!said) half.side.stances.push_back({Stance::required, u, u, static_cast<int32_t>(u)});
    }
  }

  struct Odd {
    uint32_t u, v;
    bool opposite;
  };

  // Pairs of which one side affirms what the other denies. A pair that hangs on another pair is judged by what
  // stands between the two: "does not worsen the pain" and "eases the pain" agree on the pain too.
  void find_odd() {
    for (uint32_t u = 0; u < pair_.a.units.size(); ++u) {
      const Match match = pair_.a.match[u].match;
      if ((match == Match::exclusive || match == Match::opposite) && pair_.a.units[u].amount != Amount::none && pair_.b.units[static_cast<uint32_t>(partner(u))].amount != Amount::none) continue;  // amounts() compares them
      if (match == Match::exclusive) exclusive_.push_back({u, static_cast<uint32_t>(partner(u)), false});
      if (match == Match::number) numbers_.push_back({u, static_cast<uint32_t>(partner(u)), false});
      if (!(lines_up(match) || match == Match::opposite)) continue;
      const uint32_t v = static_cast<uint32_t>(partner(u));
      if (!pair_.a.units[u].content() || !pair_.b.units[v].content()) continue;
      int flips = a_.tree[u].denials + b_.tree[v].denials + (match == Match::opposite);
      for (int32_t up = a_.tree[u].head, steps = 0; up >= 0 && steps < 20; up = a_.tree[static_cast<uint32_t>(up)].head, ++steps) {
        const uint32_t above = static_cast<uint32_t>(up);
        const Match its = pair_.a.match[above].match;
        if (!(lines_up(its) || its == Match::opposite) || !pair_.a.units[above].content()) continue;
        const uint32_t other = static_cast<uint32_t>(partner(above));
        if (other == v || !b_.tree.under(v, other)) continue;
        flips -= a_.tree[above].denials + b_.tree[other].denials;
        break;
      }
      if (flips % 2 != 0) odd_.push_back({u, v, match == Match::opposite});
    }
    // What hangs on an odd pair and is odd by the same denial is one contrast with it.
  }

  Result stances() {
    for (const StanceAt& a : pair_.a.stances) {
      if (a.head < 0) continue;
      for (const StanceAt& b : pair_.b.stances) {
        if (b.head < 0) continue;
        const uint32_t one = static_cast<uint32_t>(a.head), two = static_cast<uint32_t>(b.head);
        const bool same_act = partner(one) == b.head && pair_.a.matched(one);
        // "can be used on broken skin", "do not put it on broken skin": what is done with it says little.
        const bool light = pair_.a.units[one].is(light_word) && pair_.b.units[two].is(light_word) && a_.tree[one].frame == a.head && b_.tree[two].frame == b.head && partner(one) < 0 && pair_.b.match[two].partner < 0;
        if (!same_act && !light) continue;
        const std::optional<Answer> state = stances_clash(a.stance, b.stance);
        // The stances tell how the two differ, and what hangs on their heads differs by them.
        std::erase_if(odd_, [&](const Odd& odd) { return !odd.opposite && told_by(a_, a, odd.u) && told_by(b_, b, odd.v); });
        if (!state || denied_from_outside(a_, a) || denied_from_outside(b_, b)) continue;
        if (!odd_.empty() || !exclusive_.empty()) return std::nullopt;
        if (doubts(a_, static_cast<uint32_t>(a.head)) || doubts(b_, static_cast<uint32_t>(b.head))) return std::nullopt;
        Found found{ContrastKind::modality, a.first, a.end, b.first, b.end, stance_words(a.stance, b.stance), *state, false, 0, 0};
        reach(found.a_first, found.a_end, static_cast<uint32_t>(a.head));
        reach(found.b_first, found.b_end, static_cast<uint32_t>(b.head));
        if (a.stance == Stance::impossible || b.stance == Stance::impossible) found.kind = ContrastKind::negation;
        if (a.stance == Stance::forbidden || b.stance == Stance::forbidden) found.allowing = a.stance == Stance::forbidden ? 2 : 1;
        pair_.a.spend(a.first, a.end);
        pair_.b.spend(b.first, b.end);
        at_a = a.head, at_b = b.head;
        return found;
      }
    }
    return std::nullopt;
  }

  // "must not be opened": with the word it is about, when that stands near.
  static void reach(uint32_t& first, uint32_t& end, uint32_t head) {
    if (end <= first) first = head, end = head + 1;
    else if (head >= end && head < end + 4) end = head + 1;
  }

  bool told_by(const TreeSide& half, const StanceAt& at, uint32_t u) const {
    const TreeNode& node = half.tree[u];
    const int32_t frame = half.tree[static_cast<uint32_t>(at.head)].frame, subject = half.tree.subject(frame);
    if (node.condition || node.frame != frame) return false;
    return at.head == static_cast<int32_t>(u) || subject < 0 || half.tree[static_cast<uint32_t>(subject)].passive || !half.tree.under(u, static_cast<uint32_t>(subject));
  }

  // "No cause can be found": the stance stands under a denial that is none of its own.
  bool denied_from_outside(const TreeSide& half, const StanceAt& at) const {
    for (uint32_t u = 0; u < half.side.units.size(); ++u)
      if (half.side.units[u].is(negator) && (u < at.first || u >= at.end) && half.tree[u].frame == half.tree[static_cast<uint32_t>(at.head)].frame && !half.tree[u].condition) return true;
    return false;
  }

  bool wavers(const TreeNode& node) const { return node.soft || node.amount == Amount::some || node.amount == Amount::few || node.amount == Amount::not_all; }

  Result polarity() {
    if (odd_.empty() || !exclusive_.empty()) return std::nullopt;
    // All odd pairs must come down to one: the topmost.
    const Odd& top = *std::min_element(odd_.begin(), odd_.end(), [&](const Odd& x, const Odd& y) { return depth(x) < depth(y); });
    for (const Odd& other : odd_)
      if (other.u != top.u && !(a_.tree.under(other.u, top.u) || b_.tree.under(other.v, top.v) || a_.tree.under(top.u, other.u))) return std::nullopt;
    if (odd_.size() > 1 && std::count_if(odd_.begin(), odd_.end(), [](const Odd& o) { return o.opposite; }) > 1) return std::nullopt;
    Found found{top.opposite ? ContrastKind::antonym : ContrastKind::negation, top.u, top.u + 1, top.v, top.v + 1, "affirmed / denied", Answer::passed, false, 0, 0};
    if (top.opposite) {
      found.grounds = words_.parted_by(pair_.a.units[top.u].entry, pair_.b.units[top.v].entry);
      if (words_.on_axis(pair_.a.units[top.u].entry, pair_.b.units[top.v].entry, "comparison")) found.kind = ContrastKind::comparison;
      if (words_.on_axis(pair_.a.units[top.u].entry, pair_.b.units[top.v].entry, "order")) found.kind = ContrastKind::order;
    } else {
      found.denying = a_.tree[top.u].denials % 2 ? 1 : 2;
    }
    if (!placed_alike(top.u, top.v)) return std::nullopt;
    if (top.opposite && turned_round(top)) return std::nullopt;
    widen(a_, found.a_first, found.a_end);
    widen(b_, found.b_first, found.b_end);
    const auto denies = [](const TreeSide& half) { return std::any_of(half.side.units.begin(), half.side.units.end(), [](const Unit& u) { return u.is(negator | inverting_word) || u.amount == Amount::not_all; }); };
    if (!top.opposite && found.a_end - found.a_first == 1 && found.b_end - found.b_first == 1) return std::nullopt;  // the denial stands far from it
    if (!top.opposite && denies(a_) && denies(b_)) return std::nullopt;
    if (not_all(a_, top.u) || not_all(b_, top.v)) return std::nullopt;
    spend_denials(a_);
    spend_denials(b_);
    pair_.a.spend(top.u, top.u + 1);
    pair_.b.spend(top.v, top.v + 1);
    if (doubts(a_, top.u) || doubts(b_, top.v) || !says_it(a_, top.u) || !says_it(b_, top.v)) return std::nullopt;
    if (!top.opposite && (!denies_it(a_, top.u) || !denies_it(b_, top.v) || denied_otherwise(a_, top.u) || denied_otherwise(b_, top.v))) return std::nullopt;
    at_a = static_cast<int32_t>(top.u), at_b = static_cast<int32_t>(top.v);
    return found;
  }

  Result classes() {
    if (!odd_.empty() || exclusive_.size() != 1) return std::nullopt;
    const Odd& only = exclusive_.front();
    if (a_.tree[only.u].denials % 2 || b_.tree[only.v].denials % 2 || doubts(a_, only.u) || doubts(b_, only.v) || !says_it(a_, only.u) || !says_it(b_, only.v)) return std::nullopt;
    const auto names_a_thing = [&](const TreeSide& half, uint32_t u) { return u + 1 < half.side.units.size() && half.tree[u].head > static_cast<int32_t>(u) && half.side.units[u + 1].token == half.side.units[u].end && half.tree[u].relation == relation::compound; };
    if (names_a_thing(a_, only.u) || names_a_thing(b_, only.v) || is_sample(only)) return std::nullopt;
    if (a_.tree[only.u].relation == relation::amod || b_.tree[only.v].relation == relation::amod) return std::nullopt;
    if (words_.once(pair_.a.units[only.u].entry, pair_.b.units[only.v].entry) && !(tells_what_happened(pair_.a) && tells_what_happened(pair_.b))) return std::nullopt;
    Found found{ContrastKind::category, only.u, only.u + 1, only.v, only.v + 1, words_.parted_by(pair_.a.units[only.u].entry, pair_.b.units[only.v].entry), Answer::passed, false, 0, 0};
    pair_.a.spend(only.u, only.u + 1);
    pair_.b.spend(only.v, only.v + 1);
    at_a = static_cast<int32_t>(only.u), at_b = static_cast<int32_t>(only.v);
    return found;
  }

  // "analyses the blood sample", "analyses the stool sample": one does several things to several things.
  bool is_sample(const Odd& odd) const {
    const bool head_a = predicate(a_, odd.u), head_b = predicate(b_, odd.v);
    return !head_a && !head_b && a_.tree[odd.u].relation == relation::obj && b_.tree[odd.v].relation == relation::obj;
  }

  Result amounts() {
    for (uint32_t u = 0; u < pair_.a.units.size(); ++u) {
      if (!pair_.a.matched(u) || !pair_.a.units[u].content()) continue;
      const uint32_t v = static_cast<uint32_t>(partner(u));
      const Amount a = a_.tree[u].amount, b = b_.tree[v].amount;
      if (a == Amount::none || b == Amount::none || a == b || (a != Amount::no && a_.tree[u].denials % 2 != 0) || (b != Amount::no && b_.tree[v].denials % 2 != 0)) continue;
      const std::optional<Answer> state = some_only(a, b, u, v) ? Answer::passed : amounts_clash(a, b);
      if (!state || *state != Answer::passed) continue;
      const int32_t from_a = amount_unit(a_, u), from_b = amount_unit(b_, v);
      if (from_a < 0 || from_b < 0 || denied_before(pair_.a, from_a) || denied_before(pair_.b, from_b)) continue;
      if (!exclusive_.empty()) return std::nullopt;
      const bool no = a == Amount::no || b == Amount::no;
      if (!odd_.empty() && !no) return std::nullopt;
      if (no && denials_of(a_) + denials_of(b_) > 1) return std::nullopt;  // "no planet without rings"
      const uint32_t x = static_cast<uint32_t>(from_a), y = static_cast<uint32_t>(from_b);
      Found found{ContrastKind::quantifier, std::min(x, u), std::max(x, u) + 1, std::min(y, v), std::max(y, v) + 1, "how many", *state, false, 0, 0};
      if (found.a_end - found.a_first > 5) found.a_first = x, found.a_end = x + 1;
      if (found.b_end - found.b_first > 5) found.b_first = y, found.b_end = y + 1;
      pair_.a.spend(x, x + 1);
      pair_.b.spend(y, y + 1);
      if (a == Amount::only) spend_modifiers(a_, u);
      if (b == Amount::only) spend_modifiers(b_, v);
      spend_denials(a_);
      spend_denials(b_);
      at_a = static_cast<int32_t>(u), at_b = static_cast<int32_t>(v);
      return found;
    }
    return std::nullopt;
  }

  // "All the rooms" against "only the family room": one of them, by a word of its own.
  bool some_only(Amount a, Amount b, uint32_t u, uint32_t v) const {
    const auto told_apart = [](const TreeSide& half, uint32_t noun) {
      for (uint32_t w = 0; w < half.side.units.size(); ++w)
        if (half.tree[w].head == static_cast<int32_t>(noun) && modifies(half, w)) return true;
      return false;
    };
    return (a == Amount::all && b == Amount::only && told_apart(b_, v)) || (a == Amount::only && b == Amount::all && told_apart(a_, u));
  }

  static bool modifies(const TreeSide& half, uint32_t w) {
    const RelationId r = half.tree[w].relation;
    return half.side.units[w].content() && half.side.units[w].amount == Amount::none && !half.side.matched(w) && (r == relation::amod || r == relation::compound || r == relation::nmod);
  }

  static void spend_modifiers(const TreeSide& half, uint32_t noun) {
    for (uint32_t w = 0; w < half.side.units.size(); ++w)
      if (half.tree[w].head == static_cast<int32_t>(noun) && modifies(half, w)) half.side.spend(w, w + 1);
  }

  // The word is what its statement says, no part of what it speaks of: the predicate, or what hangs on it right there.
  bool says_it(const TreeSide& half, uint32_t u) const {
    const int32_t frame = half.tree[u].frame;
    for (int32_t at = static_cast<int32_t>(u), steps = 0; at != frame; ++steps) {
      if (at < 0 || steps > 3) return false;
      const TreeNode& node = half.tree[static_cast<uint32_t>(at)];
      switch (node.relation) {
        case relation::xcomp: case relation::ccomp: case relation::obj: case relation::obl: case relation::advmod: case relation::conj: break;
        case relation::nsubj:  // "There is no cure."
          if (!expletive(half, node.head)) return false;
          break;
        case relation::amod:  // "has a low level" says it, "causes acute bronchitis" names it
          if (steps > 0 || node.head < 0 || half.tree[static_cast<uint32_t>(node.head)].head != frame || !half.side.units[static_cast<uint32_t>(frame)].is(light_word | auxiliary)) return false;
          break;
        default: return false;
      }
      at = node.head;
    }
    return true;
  }

  // "is a disease and not an infection": both nouns are what is said.
  static bool predicate(const TreeSide& half, uint32_t u) {
    int32_t at = static_cast<int32_t>(u);
    const int32_t frame = half.tree[u].frame;
    for (int steps = 0; at != frame && at >= 0 && steps < 4 && half.tree[static_cast<uint32_t>(at)].relation == relation::conj; ++steps) at = half.tree[static_cast<uint32_t>(at)].head;
    return at == frame;
  }

  // The predicate against the predicate, or two words that hang alike on predicates that agree.
  bool placed_alike(uint32_t u, uint32_t v) const {
    const bool heads_a = predicate(a_, u), heads_b = predicate(b_, v);
    if (heads_a && heads_b) return true;
    const int32_t p = a_.tree[u].head, q = b_.tree[v].head;
    const auto light = [](const TreeSide& half, int32_t at) { return at >= 0 && half.side.units[static_cast<uint32_t>(at)].is(light_word | auxiliary); };
    if (heads_a != heads_b) return heads_a ? light(b_, q) || b_.tree[v].relation == relation::xcomp : light(a_, p) || a_.tree[u].relation == relation::xcomp;
    if (p < 0 || q < 0) return false;
    const bool agree = (light(a_, p) && light(b_, q)) || (partner(static_cast<uint32_t>(p)) == q && pair_.a.matched(static_cast<uint32_t>(p)));
    return agree && (role_of(a_.tree[u]) == role_of(b_.tree[v]) || (expletive(a_, p) || expletive(b_, q)));
  }

  // "sold to" and "bought from" say the same of two who changed places; "more often than men" and "less often than
  // women" too.
  bool turned_round(const Odd& odd) const {
    const Unit &x = pair_.a.units[odd.u], &y = pair_.b.units[odd.v];
    if (words_.on_axis(x.entry, y.entry, "converse") || words_.on_axis(x.entry, y.entry, "order")) {
      const int32_t s = a_.tree.subject(a_.tree[odd.u].frame), t = b_.tree.subject(b_.tree[odd.v].frame);
      return s < 0 || t < 0 || partner(static_cast<uint32_t>(s)) != t;
    }
    const int32_t from = than(pair_.a), to = than(pair_.b);
    if (from < 0 && to < 0) return false;
    if (from < 0 || to < 0) return true;
    for (uint32_t u = static_cast<uint32_t>(from); u < pair_.a.units.size(); ++u)
      if (pair_.a.units[u].content() && pair_.a.matched(u) && partner(u) < to) return true;
    return false;
  }

  static int32_t than(const PairSide& side) {
    for (uint32_t u = 0; u < side.units.size(); ++u)
      if (side.document->text_of(side.document->tokens[side.units[u].end - 1]) == "than") return static_cast<int32_t>(u);
    return -1;
  }

  bool expletive(const TreeSide& half, int32_t verb) const {
    for (uint32_t u = 0; u < half.side.units.size(); ++u)
      if (half.tree[u].head == verb && half.tree[u].relation == relation::expl) return true;
    return false;
  }

  // "cannot find all": leaves room for "finds many".
  bool not_all(const TreeSide& half, uint32_t at) const {
    if (half.tree[at].denials % 2 == 0) return false;
    for (uint32_t u = 0; u < half.side.units.size(); ++u) {
      const std::string_view word = half.side.document->text_of(half.side.document->tokens[half.side.units[u].token]);
      if (half.side.units[u].amount == Amount::all && !word.starts_with("any") && !word.starts_with("Any") && half.tree[u].frame == half.tree[at].frame && !half.side.matched(u)) return true;
    }
    return false;
  }

  // What is denied stands on the other side too.
  bool denies_it(const TreeSide& half, uint32_t u) const {
    if (half.tree[u].denials % 2 == 0) return true;
    for (int32_t at = static_cast<int32_t>(u), steps = 0; at >= 0 && steps < 4; at = half.tree[static_cast<uint32_t>(at)].head, ++steps) {
      const uint32_t here = static_cast<uint32_t>(at);
      if (half.tree[here].denied_here) return half.side.matched(here) || half.side.units[here].is(light_word | auxiliary);
      if (at != static_cast<int32_t>(u) && !half.side.matched(here) && !half.side.units[here].is(light_word | auxiliary | inverting_word)) return false;
    }
    for (uint32_t v = 0; v < half.side.units.size(); ++v)  // "contains no sugar": the denial came from below
      if (half.tree[v].denied_here && half.tree.under(v, u)) return half.side.matched(v);
    return false;
  }

  // "with the exception of"
  bool exempts(const TreeSide& half, uint32_t u) const {
    for (uint32_t t = half.side.units[u].token; t < half.side.units[u].end; ++t)
      if ((words_.classes(half.side.document->tokens[t].word) & exempting_word) != 0) return true;
    return false;
  }

  // "is barred from", "avoid": the other side may deny without a "not".
  bool denied_otherwise(const TreeSide& half, uint32_t at) const {
    for (uint32_t u = 0; u < half.side.units.size(); ++u)
      if (half.tree[u].frame == half.tree[at].frame && (half.side.units[u].is(negative_word | exempting_word) || exempts(half, u)) && !half.side.units[u].is(inverting_word | negator) && !half.side.matched(u)) return true;
    return false;
  }

  // "some people", "often", "may": what is so at times or for some is denied by nothing but "never" and "none".
  bool doubts(const TreeSide& half, uint32_t u) const {
    const int32_t frame = half.tree[u].frame, subject = half.tree.subject(frame);
    if (wavers(half.tree[u]) || wavers(half.tree[static_cast<uint32_t>(frame)])) return true;
    if (subject >= 0 && (wavers(half.tree[static_cast<uint32_t>(subject)]) || half.side.units[static_cast<uint32_t>(subject)].is(plural_some) || half.side.units[static_cast<uint32_t>(subject)].amount == Amount::some)) return true;
    return false;
  }

  // "did not often"
  static bool denied_before(const PairSide& side, int32_t u) { return u > 0 && side.units[static_cast<uint32_t>(u) - 1].is(negator); }

  int32_t amount_unit(const TreeSide& half, uint32_t u) const {
    for (uint32_t v = 0; v < half.side.units.size(); ++v)
      if (half.side.units[v].amount == half.tree[u].amount && (half.tree[v].head == static_cast<int32_t>(u) || half.tree[u].head == static_cast<int32_t>(v))) return static_cast<int32_t>(v);
    return -1;
  }

  static uint32_t denials_of(const TreeSide& half) {
    return static_cast<uint32_t>(std::count_if(half.side.units.begin(), half.side.units.end(), [](const Unit& u) { return u.is(negator | inverting_word); }));
  }

  int depth(const Odd& odd) const {
    int out = 0;
    for (int32_t at = a_.tree[odd.u].head; at >= 0 && out < 50; at = a_.tree[static_cast<uint32_t>(at)].head) ++out;
    for (int32_t at = b_.tree[odd.v].head; at >= 0 && out < 50; at = b_.tree[static_cast<uint32_t>(at)].head) ++out;
    return out;
  }

  // "does not contain": the denial belongs to the words of the contrast, when it stands near.
  void widen(const TreeSide& half, uint32_t& first, uint32_t& end) const {
    if (half.tree[first].denials == 0) return;
    for (uint32_t u = 0; u < half.side.units.size(); ++u) {
      if (!half.side.units[u].is(negator) && !half.side.units[u].is(inverting_word)) continue;
      if (u + 4 >= first && u < first) first = u;
      else if (u >= end && u < end + 4) end = u + 1;
    }
  }

  void spend_denials(const TreeSide& half) const {
    for (uint32_t u = 0; u < half.side.units.size(); ++u)
      if ((half.side.units[u].is(negator | inverting_word)) && !half.side.matched(u)) half.side.spend(u, u + 1);
  }

  AlignedPair& pair_;
  TreeSide a_, b_;
  const WordRelations& words_;
  std::vector<Odd> odd_, exclusive_, numbers_;
};

}  // namespace

const SentenceTree& RewordedPairs::tree(uint32_t sentence) {
  std::unique_ptr<SentenceTree>& tree = trees_[sentence];
  if (!tree) {
    const ComparedSentence& which = copies_.sentences[sentence];
    tree = std::make_unique<SentenceTree>(texts_.documents[which.place.document], which, std::span(copies_.units).subspan(which.first, which.end - which.first));
  }
  return *tree;
}

std::optional<Contrast> RewordedPairs::compare(uint32_t a, uint32_t b) {
  if (traits_.likeness_bound(a, b) < kLeastAlike) return std::nullopt;
  const SentenceTree &of_a = tree(a), &of_b = tree(b);
  if (!of_a || !of_b) return std::nullopt;
  const SentencePair aligned = align_trees(copies_, a, b, of_a, of_b, words_, traits_, kLeastAlike);
  if (aligned.likeness < kLeastAlike) return std::nullopt;
  AlignedPair pair(texts_, copies_, aligned, words_);
  Comparison comparison(pair, of_a, of_b, words_);
  const Result found = comparison.find();
  if (!found) return std::nullopt;
  const TreeSide x{pair.a, of_a}, y{pair.b, of_b};
  const uint32_t at_a = static_cast<uint32_t>(comparison.at_a), at_b = static_cast<uint32_t>(comparison.at_b);
  if (of_a[at_a].condition || of_b[at_b].condition) return std::nullopt;
  const ContrastPlace place{comparison.at_a, comparison.at_b, of_a[at_a].frame, of_b[at_b].frame};
  for (uint32_t u = 0; u < pair.a.units.size(); ++u) pair.a.aside[u] = of_a[u].frame != place.frame_a;
  for (uint32_t v = 0; v < pair.b.units.size(); ++v) pair.b.aside[v] = of_b[v].frame != place.frame_b;
  const bool arranged = found->grounds == kChangedPlaces || found->grounds == kUnequal || found->grounds == kHolder;
  Contrast out;
  out.kind = found->kind;
  out.other_words = true;
  out.sentence_a = a, out.sentence_b = b;
  out.grounds = found->grounds;
  out.a = {pair.a.sentence->place.document, pair.a.span(found->a_first, found->a_end), 1};
  out.b = {pair.b.sentence->place.document, pair.b.span(found->b_first, found->b_end), 2};
  out.gates.all = reworded_gates(pair, x, y, place, {found->kind, found->allowing, found->denying, arranged}, out.likeness);
  out.gates.all.push_back({"values", found->sure, found->grounds});
  return out;
}

}  // namespace crosscheck
