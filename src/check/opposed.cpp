// Tested by tests/checks/contradiction/{antonym,category,order}.yaml (cases "opposed").
#include "check/opposed.h"

#include <algorithm>

#include "check/aligned_pair.h"
#include "check/found_contrast.h"
#include "check/pair_gates.h"
#include "check/reworded_gates.h"
#include "check/surroundings.h"
#include "language/tags.h"

namespace crosscheck {
namespace {

constexpr double kLeastAnchors = 0.9;  // words in common that are no part of the contrast
constexpr double kLeastCovered = 0.45; // of either statement
constexpr double kFewCovered = 0.8;    // with hardly an anchor

// What the opposed word is in its statement.
enum class Part : uint8_t { none, predicate, adjunct, attribute, subject };

struct Locus {
  Part part = Part::none;
  int32_t governor = -1;  // the verb or adjective whose subject and object are spoken of
  int32_t noun = -1;      // the noun that a preposition or an attribute stands with
  bool names = false;     // "the upper window": the attribute tells one thing from another
};

bool light(const TreeSide& half, int32_t u) { return u >= 0 && half.side.units[static_cast<uint32_t>(u)].is(light_word | auxiliary); }

// The head of the clause, or what it governs without a subject of its own: "has to be carried", "is put in and fixed".
bool heads_clause(const TreeSide& half, int32_t u) {
  const int32_t frame = half.tree[static_cast<uint32_t>(u)].frame;
  for (int steps = 0; u >= 0 && steps < 4; ++steps) {
    if (u == frame) return true;
    const TreeNode& node = half.tree[static_cast<uint32_t>(u)];
    // "has to be carried", not "the aim is to prevent"
    if (node.relation == relation::xcomp ? !light(half, node.head) : node.relation != relation::conj) return false;
    u = node.head;
  }
  return false;
}

Locus locus_of(const TreeSide& half, uint32_t u) {
  const TreeNode& node = half.tree[u];
  const int32_t at = static_cast<int32_t>(u);
  if (heads_clause(half, at)) return {Part::predicate, at, -1};
  if (node.head < 0) return {};
  const TreeNode& head = half.tree[static_cast<uint32_t>(node.head)];
  switch (node.relation) {
    case relation::obl: case relation::advmod: case relation::xcomp: case relation::advcl:
      if (node.passive && heads_clause(half, node.head)) return {Part::subject, node.head, at};  // "by a nurse"
      if (heads_clause(half, node.head)) return {Part::adjunct, node.head, -1};
      return {};
    case relation::case_: case relation::mark:  // "before the meal", "after using it"
      if (head.head >= 0 && (head.relation == relation::obl || head.relation == relation::advcl) && heads_clause(half, head.head)) return {Part::adjunct, head.head, node.head};
      if (head.head < 0 || heads_clause(half, node.head)) return {Part::predicate, node.head, node.head};  // "is in the fridge"
      return {};
    case relation::obj:  // "has a fever", "takes the tablets"
      if (light(half, node.head) && heads_clause(half, node.head)) return {Part::predicate, node.head, -1};
      return {};
    case relation::amod:  // "has a low level"
      if (heads_clause(half, node.head)) return {Part::attribute, node.head, node.head};
      if (head.head >= 0 && head.relation == relation::obj && light(half, head.head) && heads_clause(half, head.head)) return {Part::attribute, head.head, node.head};
      if (head.head >= 0 && heads_clause(half, head.head)) return {Part::attribute, head.head, node.head, true};
      return {};
    case relation::nsubj:
      if (heads_clause(half, node.head)) return {Part::subject, node.head, at};
      return {};
    default: return {};
  }
}

// Who does it and to whom, the passive turned round.
struct Actors {
  int32_t subject = -1, object = -1;
};

Actors actors_of(const TreeSide& half, int32_t governor) {
  Actors out;
  for (uint32_t u = 0; u < half.side.units.size(); ++u) {
    if (half.tree[u].head != governor) continue;
    const Role role = role_of(half.tree[u]);
    if (role == Role::subject && out.subject < 0) out.subject = static_cast<int32_t>(u);
    if (role == Role::object && out.object < 0) out.object = static_cast<int32_t>(u);
  }
  if (out.subject >= 0 || out.object >= 0) {
    const int32_t subject = half.tree.subject(half.tree[static_cast<uint32_t>(governor)].frame);
    if (out.subject < 0 && subject >= 0 && subject != out.object) (half.tree[static_cast<uint32_t>(subject)].passive ? out.object : out.subject) = subject;
    return out;
  }
  const int32_t subject = half.tree.subject(half.tree[static_cast<uint32_t>(governor)].frame);
  if (subject >= 0) (half.tree[static_cast<uint32_t>(subject)].passive ? out.object : out.subject) = subject;
  return out;
}

class Opposition {
 public:
  Opposition(const Collection& texts, AlignedPair& pair, const SentenceTree& a, const SentenceTree& b, const OpposedWords& at, const WordRelations& words) : texts_(texts), pair_(pair), a_{pair.a, a}, b_{pair.b, b}, u_(at.u), v_(at.v), words_(words) {}

  Found found() {
    const Unit &one = pair_.a.units[u_], &two = pair_.b.units[v_];
    Found out{ContrastKind::category, u_, u_ + 1, v_, v_ + 1, words_.parted_by(one.entry, two.entry), Answer::passed, false, 0, 0};
    if (words_.relation(one.entry, two.entry) == Relation::opposite) out.kind = words_.on_axis(one.entry, two.entry, "comparison") ? ContrastKind::comparison : words_.on_axis(one.entry, two.entry, "order") ? ContrastKind::order : ContrastKind::antonym;
    if (locus_of(a_, u_).part == Part::subject) out.kind = ContrastKind::role, out.grounds = "who alone may do it";
    pair_.a.spend(u_, u_ + 1), pair_.b.spend(v_, v_ + 1);
    place = {static_cast<int32_t>(u_), static_cast<int32_t>(v_), a_.tree[u_].frame, b_.tree[v_].frame};
    return out;
  }

  // Do the two words play one part in statements about one thing?
  std::vector<Gate> parts() const {
    const Locus x = locus_of(a_, u_), y = locus_of(b_, v_);
    if (x.part == Part::none || y.part == Part::none || (x.part != y.part && !(bare(a_, x) && bare(b_, y)))) return {{"part", Answer::closed, "the words play different parts"}};
    if (a_.tree[u_].denials > 0 || b_.tree[v_].denials > 0) return {{"polarity", Answer::closed, "one of them is denied"}};
    if (alternatives(a_, u_) || alternatives(b_, v_)) return {{"part", Answer::closed, "one of several"}};
    if (purpose(a_, u_) || purpose(b_, v_)) return {{"part", Answer::closed, "what it is done for"}};
    if (another_contrast()) return {{"single contrast", Answer::closed, "other words oppose each other as well"}};
    if (at_times(a_) && !always(b_)) return {{"certainty", Answer::closed, "so at times, or for some"}};
    if (at_times(b_) && !always(a_)) return {{"certainty", Answer::closed, "so at times, or for some"}};
    if (turned_round()) return {{"roles", Answer::closed, "the two are compared the other way round"}};
    if (conditional(x.governor, y.governor)) return {{"condition", Answer::closed, "one of them sets a condition"}};
    const bool sole = words_.on_axis(pair_.a.units[u_].entry, pair_.b.units[v_].entry, "sole");
    const bool agents = sole && x.part == Part::subject && (a_.tree[u_].relation == relation::obl || b_.tree[v_].relation == relation::obl) && one_object(x, y);
    if ((x.part == Part::subject || sole) && (x.part != Part::subject || !(alone() || agents))) return {{"part", Answer::closed, "the words name two things"}};
    if ((x.names || y.names) && !in_order()) return {{"part", Answer::closed, "the words name two things"}};
    if (!same_act(x, y)) return {{"act", Answer::closed, "the words stand beside different predicates"}};
    if (!same_actors(x, y)) return {{"theme", Answer::closed, "said of different things"}};
    return {{"part", Answer::passed, ""}, {"theme", Answer::passed, ""}};
  }

  std::vector<Gate> gates(double& likeness) {
    std::vector<Gate> out = parts();
    if (out.front().answer == Answer::closed) return out;
    const bool sole = locus_of(a_, u_).part == Part::subject;  // "only a doctor may": it may is no doubt
    const Surroundings around_a(texts_, pair_.a), around_b(texts_, pair_.b);
    excuse(a_, around_b);
    excuse(b_, around_a);
    if (words_.relation(pair_.a.units[u_].entry, pair_.b.units[v_].entry) == Relation::exclusive) spend_details(a_, u_), spend_details(b_, v_);
    for (Gate& gate : reworded_gates(pair_, a_, b_, place, {ContrastKind::antonym, 0, 0, false}, likeness))
      if (const std::string_view name = gate.name; name != "wording" && name != "roles" && !(sole && (name == "certainty" || name == "subject" || name == "limits"))) {
        if (name == "subject" && gate.answer == Answer::open && !gate.words.empty() && gate.words != "named elsewhere") gate.answer = Answer::closed;
        out.push_back(std::move(gate));
      }
    out.push_back(anchors());
    out.push_back(spoken());
    return out;
  }

  ContrastPlace place;

 private:
  bool paired(int32_t u, int32_t v) const { return u >= 0 && v >= 0 && pair_.a.matched(static_cast<uint32_t>(u)) && pair_.a.match[static_cast<uint32_t>(u)].partner == v; }

  // "either acquired or familial"
  static bool alternatives(const TreeSide& half, uint32_t u) {
    const auto joins = [&](uint32_t v) { return v < half.side.units.size() && half.side.units[v].is(symmetric_word) && !half.side.units[v].content(); };
    if (half.side.units[u].is(preposition | time_link) && (joins(u + 1) || (u > 0 && joins(u - 1)))) return true;  // "during and after"
    for (uint32_t v = 0; v < half.side.units.size(); ++v) {
      const bool joined = (half.tree[v].relation == relation::conj && half.tree[v].head == static_cast<int32_t>(u)) || (half.tree[u].relation == relation::conj && half.tree[u].head == static_cast<int32_t>(v));
      if (joined && half.tree[v].frame == half.tree[u].frame && !is_finite(half.side.document->tokens[half.side.units[v].token].tag)) return true;
    }
    return false;
  }

  // "To raise the shelf, push ..."
  static bool purpose(const TreeSide& half, uint32_t u) {
    return u > 0 && half.tree[u].relation != relation::xcomp && half.side.document->tokens[half.side.units[u - 1].token].tag == tag::TO && half.side.document->tokens[half.side.units[u].token].tag == tag::VB;
  }

  // "To raise it, move the lever back", "To lower it, move the lever to the front": two true statements.
  bool another_contrast() const {
    for (uint32_t u = 0; u < pair_.a.units.size(); ++u)
      if (u != u_ && (pair_.a.match[u].match == Match::opposite || pair_.a.match[u].match == Match::exclusive) && pair_.a.units[u].amount == Amount::none) return true;
    return false;
  }

  static bool of_statement(const TreeSide& half, uint32_t u, uint32_t pole) { return half.tree[u].frame == half.tree[pole].frame; }
  bool at_times(const TreeSide& half) const {
    for (uint32_t u = 0; u < half.side.units.size(); ++u) {
      const Unit& unit = half.side.units[u];
      const bool some = unit.is(soft_frequency | plural_some) || unit.amount == Amount::some || unit.amount == Amount::few || unit.amount == Amount::most || unit.amount == Amount::not_all;
      if (some && of_statement(half, u, &half == &a_ ? u_ : v_)) return true;
    }
    return false;
  }
  bool always(const TreeSide& half) const {
    for (uint32_t u = 0; u < half.side.units.size(); ++u)
      if ((half.side.units[u].amount == Amount::all || half.side.units[u].amount == Amount::only) && of_statement(half, u, &half == &a_ ? u_ : v_)) return true;
    return false;
  }

  // "A has more than B", "B has less than A".
  bool turned_round() const {
    const auto than = [&](const PairSide& side) {
      for (uint32_t u = 0; u < side.units.size(); ++u)
        for (uint32_t t = side.units[u].token; t < side.units[u].end; ++t)
          if (words_.arrangement().than.contains(side.document->tokens[t].word)) return static_cast<int32_t>(u);
      return -1;
    };
    const int32_t p = than(pair_.a), q = than(pair_.b);
    if (p < 0 && q < 0) return false;
    if (p < 0 || q < 0) return true;
    for (uint32_t u = 0; u < pair_.a.units.size(); ++u)
      if (pair_.a.units[u].content() && pair_.a.matched(u) && (static_cast<int32_t>(u) > p) != (pair_.a.match[u].partner > q)) return true;
    return false;
  }

  bool conditional(int32_t p, int32_t q) const { return a_.tree[static_cast<uint32_t>(p)].condition || b_.tree[static_cast<uint32_t>(q)].condition || a_.tree[u_].condition || b_.tree[v_].condition; }

  // Two predicates oppose each other; two words beside a predicate do when the predicates agree.
  bool same_act(const Locus& x, const Locus& y) const {
    if ((x.noun >= 0) != (y.noun >= 0)) return false;
    if (x.part == Part::subject) return paired(x.governor, y.governor) || nominal(a_, x.governor, b_, y.governor) || nominal(b_, y.governor, a_, x.governor);
    if (x.noun >= 0 && !paired(x.noun, y.noun)) return false;
    if (bare(a_, x) && bare(b_, y)) return true;
    return paired(x.governor, y.governor) || (plain(a_, x.governor) && plain(b_, y.governor)) || way(x, y);
  }

  // A verb that says little, "take place" among them.
  bool plain(const TreeSide& half, int32_t u) const { return light(half, u) || (u >= 0 && (words_.classes(half.side.document->tokens[half.side.units[static_cast<uint32_t>(u)].token].word) & light_word) != 0); }

  // Two ways, times or places of one act that one side names by a verb that says little.
  bool way(const Locus& x, const Locus& y) const {
    if (words_.relation(pair_.a.units[u_].entry, pair_.b.units[v_].entry) != Relation::exclusive) return false;
    return (bare(a_, x) && bare(b_, y)) || (x.part == Part::adjunct && y.part == Part::adjunct && (plain(a_, x.governor) || plain(b_, y.governor)));
  }

  // The predicate itself, or what stands beside one that says little: "is injected", "is given by mouth".
  static bool bare(const TreeSide& half, const Locus& at) { return at.part == Part::predicate || (at.part == Part::adjunct && light(half, at.governor)); }

  // "Only a doctor may ...": whoever else does it, contradicts it.
  bool alone() const {
    const auto only = [](const TreeSide& half, uint32_t u) {
      for (uint32_t v = 0; v < u; ++v)
        if (half.side.units[v].amount == Amount::only && half.tree.under(v, u)) return true;
      return false;
    };
    return only(a_, u_) != only(b_, v_);
  }

  // "The blood is taken by a nurse", "A doctor takes the blood": who does it is said on purpose.
  bool one_object(const Locus& x, const Locus& y) const {
    const Actors one = actors_of(a_, x.governor), two = actors_of(b_, y.governor);
    return paired(x.governor, y.governor) && paired(one.object, two.object);
  }

  // "Open the upper window first", "the lower window first": only one can be.
  bool in_order() const {
    for (uint32_t u = 0; u < pair_.a.units.size(); ++u)
      if (words_.arrangement().order.contains(pair_.a.units[u].word) && pair_.a.matched(u)) return true;
    return false;
  }

  // "gives the injection" is "injects".
  bool nominal(const TreeSide& light_half, int32_t p, const TreeSide& half, int32_t q) const {
    if (!light(light_half, p) || half.side.match[static_cast<uint32_t>(q)].partner < 0 || !half.side.matched(static_cast<uint32_t>(q))) return false;
    return light_half.tree[static_cast<uint32_t>(half.side.match[static_cast<uint32_t>(q)].partner)].head == p;
  }

  bool anybody(const TreeSide& half, int32_t u) const { return u < 0 || half.side.units[static_cast<uint32_t>(u)].is(generic_person) || (half.side.units[static_cast<uint32_t>(u)].is(person_word) && half.side.units[static_cast<uint32_t>(u)].is(pronoun)); }
  bool pronoun_there(const TreeSide& half, int32_t u) const { return u >= 0 && half.side.units[static_cast<uint32_t>(u)].is(pronoun) && !half.side.units[static_cast<uint32_t>(u)].is(person_word); }

  // "It" at the head of a text, or after a sentence that names what the other side names.
  bool stands_for(const TreeSide& pronoun_side, const TreeSide& named, int32_t u) const {
    if (pronoun_side.side.sentence->place.sentence == 0) return true;
    return Surroundings(texts_, pronoun_side.side).names(named.side, static_cast<uint32_t>(u));
  }

  // Said of one thing: what has a part on both sides is the same there, and something has.
  bool same_actors(const Locus& x, const Locus& y) const {
    const Actors one = actors_of(a_, x.governor), two = actors_of(b_, y.governor);
    const int32_t only_a = one.object < 0 ? one.subject : one.subject < 0 ? one.object : -1, only_b = two.object < 0 ? two.subject : two.subject < 0 ? two.object : -1;
    if ((x.part == Part::predicate || (plain(a_, x.governor) && plain(b_, y.governor))) && paired(only_a, only_b)) return true;  // "is closed", "is open"
    const bool converse = words_.on_axis(pair_.a.units[u_].entry, pair_.b.units[v_].entry, "converse");
    uint32_t same = 0;
    for (const auto& [p, q] : {std::pair(one.subject, two.subject), std::pair(one.object, two.object)}) {
      const bool own_a = p == static_cast<int32_t>(u_), own_b = q == static_cast<int32_t>(v_);
      if (own_a || own_b) continue;
      if (x.part == Part::subject && (p < 0 || q < 0 || !paired(p, q))) continue;  // the acts agree
      if (paired(p, q)) ++same;
      else if (converse) return false;
      else if (p >= 0 && q >= 0 && pronoun_there(a_, p) != pronoun_there(b_, q) && stands_for(pronoun_there(a_, p) ? a_ : b_, pronoun_there(a_, p) ? b_ : a_, pronoun_there(a_, p) ? q : p)) ++same;
      else if (!anybody(a_, p) && !anybody(b_, q)) return false;
      else if ((p < 0) != (q < 0) && !anybody(a_, p) != !anybody(b_, q) && x.part == Part::predicate) return false;
    }
    return same > 0 || x.part == Part::subject;
  }

  // "is swallowed as a capsule": how it is done belongs to what is done, unless it says whom or when.
  static void spend_details(const TreeSide& half, uint32_t u) {
    const Locus at = locus_of(half, u);
    if (!bare(half, at) || half.tree[u].condition) return;
    const Actors actors = actors_of(half, at.governor);
    for (uint32_t v = 0; v < half.side.units.size(); ++v) {
      const Unit& unit = half.side.units[v];
      if (v == u || half.tree[v].frame != half.tree[u].frame || half.side.matched(v) || half.side.match[v].match == Match::opposite || half.side.match[v].match == Match::exclusive) continue;
      if (unit.is(scope_word | time_link | condition_word | limit_word | label_word | negator | hedge | report_word) && !unit.is(manner_word)) continue;
      int32_t top = static_cast<int32_t>(v);
      for (int steps = 0; steps < 8 && top >= 0 && half.tree[static_cast<uint32_t>(top)].head != at.governor && half.tree[static_cast<uint32_t>(top)].head != static_cast<int32_t>(u); ++steps) top = half.tree[static_cast<uint32_t>(top)].head;
      if (top < 0 || top == actors.subject || top == actors.object) continue;
      const RelationId r = half.tree[static_cast<uint32_t>(top)].relation;
      if (r == relation::obl || r == relation::advmod || r == relation::nmod || r == relation::advcl) half.side.spend(v, v + 1);
    }
  }

  // Enough of the two statements lines up to be about one thing: of what a way of doing it is said of, else of all.
  Gate anchors() const {
    const Locus x = locus_of(a_, u_), y = locus_of(b_, v_);
    const bool told_alone = way(x, y);
    double least = 10, share = 1;
    for (const TreeSide* half : {&a_, &b_}) {
      const int32_t frame = half == &a_ ? place.frame_a : place.frame_b;
      const Actors actors = actors_of(*half, half == &a_ ? x.governor : y.governor);
      const auto told_of = [&](uint32_t u) { return (actors.subject >= 0 && half->tree.under(u, static_cast<uint32_t>(actors.subject))) || (actors.object >= 0 && half->tree.under(u, static_cast<uint32_t>(actors.object))); };
      double all = 0, lined_up = 0;
      for (uint32_t u = 0; u < half->side.units.size(); ++u) {
        if (half->side.spent[u] || half->tree[u].frame != frame || half->tree[u].condition || (told_alone && !told_of(u))) continue;
        const double w = weight_of(half->side.units[u]);
        all += w, lined_up += half->side.matched(u) ? w : 0;
      }
      least = std::min(least, lined_up), share = std::min(share, lined_up / std::max(all, 0.1));
    }
    const bool enough = least >= kLeastAnchors && share >= (least < 1.4 ? kFewCovered : kLeastCovered);
    return {"wording", enough ? Answer::open : Answer::closed, enough ? "said in other words" : "too few words line up"};
  }

  // "A friend says that ...": what is said there is somebody's word.
  Gate spoken() const {
    for (const TreeSide* half : {&a_, &b_}) {
      int32_t at = static_cast<int32_t>(half == &a_ ? u_ : v_);
      for (int steps = 0; at >= 0 && steps < 8; at = half->tree[static_cast<uint32_t>(at)].head, ++steps) {
        const TreeNode& node = half->tree[static_cast<uint32_t>(at)];
        if ((node.relation == relation::ccomp || node.relation == relation::parataxis) && node.head >= 0 && half->side.units[static_cast<uint32_t>(node.head)].is(speech_word)) return {"attribution", Answer::closed, "\"" + half->side.text(static_cast<uint32_t>(node.head)) + "\""};
      }
    }
    return {"attribution", Answer::passed, ""};
  }

  // Words that only one side says and the other side's surroundings say too.
  static void excuse(const TreeSide& half, const Surroundings& around) {
    for (uint32_t u = 0; u < half.side.units.size(); ++u)
      if (half.side.left_over(u) && half.side.units[u].content() && !half.tree[u].condition && around.names(half.side, u)) half.side.spend(u, u + 1);
  }

  const Collection& texts_;
  AlignedPair& pair_;
  TreeSide a_, b_;
  uint32_t u_, v_;
  const WordRelations& words_;
};

// Other statements of the sentence, and prices: "is injected and costs £35".
void set_aside(PairSide& side, const SentenceTree& tree, int32_t frame) {
  for (uint32_t u = 0; u < side.units.size(); ++u) {
    const bool elsewhere = tree[u].frame != frame;
    const bool price = side.units[u].number && side.units[u].token > 0 && side.document->tokens[side.units[u].token - 1].kind == TokenKind::symbol;
    if (elsewhere) side.aside[u] = true;
    if (elsewhere || price) side.spend(u, u + 1);
  }
}

}  // namespace

std::optional<Contrast> OpposedStatements::compare(const OpposedWords& at) {
  const SentenceTree &of_a = pairs_.tree(at.a), &of_b = pairs_.tree(at.b);
  if (!of_a || !of_b) return std::nullopt;
  const SentencePair aligned = align_trees(copies_, at.a, at.b, of_a, of_b, words_, pairs_.traits(), 0);
  const uint32_t one = copies_.units[copies_.sentences[at.a].first + at.u].entry, two = copies_.units[copies_.sentences[at.b].first + at.v].entry;
  const bool sole = words_.on_axis(one, two, "sole");  // never paired, because both may do it
  if (!sole && words_.once(one, two)) return std::nullopt;  // of one event only: near copies tell
  if (!sole && aligned.of_a[at.u].partner != static_cast<int32_t>(at.v)) return std::nullopt;
  AlignedPair pair(texts_, copies_, aligned, words_);
  Opposition opposition(texts_, pair, of_a, of_b, at, words_);
  const Found found = opposition.found();
  const ContrastPlace& place = opposition.place;
  set_aside(pair.a, of_a, place.frame_a);
  set_aside(pair.b, of_b, place.frame_b);
  Contrast out;
  out.kind = found.kind;
  out.sentence_a = at.a, out.sentence_b = at.b;
  out.grounds = found.grounds;
  out.a = {pair.a.sentence->place.document, pair.a.span(found.a_first, found.a_end), 1};
  out.b = {pair.b.sentence->place.document, pair.b.span(found.b_first, found.b_end), 2};
  out.gates.all = opposition.gates(out.likeness);
  out.gates.all.push_back({"values", found.sure, found.grounds});
  out.opposed = true;
  return out;
}

}  // namespace crosscheck
