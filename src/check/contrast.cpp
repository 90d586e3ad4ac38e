// Tested by tests/checks/contradiction/ and tests/checks/variation/near_duplicate.yaml.
#include "check/contrast.h"

#include <algorithm>
#include <optional>

#include "check/aligned_pair.h"
#include "check/found_contrast.h"
#include "check/opposed.h"
#include "check/pair_gates.h"
#include "check/reworded.h"
#include "language/tags.h"

namespace crosscheck {
namespace {

// What a sentence says beside others has nothing around it that would tell two things apart.
constexpr double kLeastPartLikeness = 0.7;
constexpr double kLeastPartAlike = 0.5;  // before remarks are set aside

}  // namespace

std::optional<Answer> stances_clash(Stance a, Stance b) {
  if (a > b) std::swap(a, b);
  const auto are = [&](Stance x, Stance y) { return a == std::min(x, y) && b == std::max(x, y); };
  if (are(Stance::forbidden, Stance::required) || are(Stance::forbidden, Stance::permitted) || are(Stance::forbidden, Stance::recommended)) return Answer::passed;
  if (are(Stance::required, Stance::not_required) || are(Stance::required, Stance::not_recommended) || are(Stance::recommended, Stance::not_recommended)) return Answer::passed;
  if (are(Stance::impossible, Stance::possible) || are(Stance::impossible, Stance::permitted)) return Answer::passed;
  if (are(Stance::permitted, Stance::not_recommended)) return Answer::open;
  return std::nullopt;
}

namespace {

const char* told(Stance stance) {
  switch (stance) {
    case Stance::required: return "required";
    case Stance::recommended: return "recommended";
    case Stance::permitted: return "allowed";
    case Stance::not_required: return "not required";
    case Stance::not_recommended: return "not recommended";
    case Stance::forbidden: return "forbidden";
    case Stance::possible: return "possible";
    case Stance::impossible: return "impossible";
    default: return "";
  }
}

}  // namespace

std::string stance_words(Stance a, Stance b) { return std::string(told(a)) + " / " + told(b); }

namespace {

Result stance_contrast(AlignedPair& pair) {
  for (const StanceAt& a : pair.a.stances) {
    for (const StanceAt& b : pair.b.stances) {
      const std::optional<Answer> state = stances_clash(a.stance, b.stance);
      if (!state) continue;
      const bool same_head = a.head >= 0 && b.head >= 0 && pair.a.match[static_cast<uint32_t>(a.head)].partner == b.head;
      const bool same_place = a.first > 0 && b.first > 0 && pair.a.match[a.first - 1].partner == static_cast<int32_t>(b.first) - 1;
      if (!same_head && !same_place) continue;
      Found found{ContrastKind::modality, a.first, a.end, b.first, b.end, stance_words(a.stance, b.stance), *state, false, 0, 0};
      if (a.stance == Stance::impossible || b.stance == Stance::impossible) found.kind = ContrastKind::negation;
      if (a.stance == Stance::forbidden || b.stance == Stance::forbidden) found.allowing = a.stance == Stance::forbidden ? 2 : 1;
      if (same_head) found.a_end = std::max(found.a_end, static_cast<uint32_t>(a.head) + 1), found.b_end = std::max(found.b_end, static_cast<uint32_t>(b.head) + 1);
      for (const StanceAt& same : pair.a.stances)
        if (same.stance == a.stance || (same.stance == Stance::possible && same.first == a.first)) pair.a.spend(same.first, same.end);
      for (const StanceAt& same : pair.b.stances)
        if (same.stance == b.stance || (same.stance == Stance::possible && same.first == b.first)) pair.b.spend(same.first, same.end);
      return found;
    }
  }
  return std::nullopt;
}

struct Negators {
  uint32_t count = 0, at = 0;
};

Negators free_negators(const PairSide& side) {
  Negators out;
  for (uint32_t u = 0; u < side.units.size(); ++u) {
    if (!side.units[u].is(negator) || side.matched(u) || side.comparable(u) || side.spent[u] || side.aside[u]) continue;
    if (u > 0 && side.units[u - 1].is(symmetric_word)) continue;  // "with or without"
    out.at = u;
    ++out.count;
  }
  return out;
}

uint32_t comparables(const PairSide& side, uint32_t& at) {
  uint32_t count = 0;
  for (uint32_t u = 0; u < side.units.size(); ++u)
    if (side.comparable(u) && !side.spent[u]) ++count, at = u;
  return count;
}

// "more often than men" and "less often than women": turned round twice is no contrast.
bool changed_places(const AlignedPair& pair) {
  return std::any_of(pair.a.match.begin(), pair.a.match.end(), [](const AlignedWord& w) { return w.match == Match::moved; });
}

struct Amounts {
  uint32_t count = 0, at = 0;
  bool negated = false;
};

Amounts free_amounts(const PairSide& side) {
  Amounts out;
  for (uint32_t u = 0; u < side.units.size(); ++u) {
    if (side.units[u].amount == Amount::none || side.matched(u) || side.spent[u] || side.aside[u]) continue;
    if (side.units[u].amount == Amount::no && side.units[u].is(negator) && u > side.predicate) continue;  // "have no symptoms"
    out.at = u;
    ++out.count;
    for (uint32_t v = u > 4 ? u - 4 : 0; v < u; ++v) out.negated = out.negated || side.units[v].is(negator);  // "not all", "does not have any"
  }
  return out;
}

// "need not" against "may", "is barred from" against "must not": the stances have been compared, or the other
// side denies in another way.
bool denied_otherwise(const AlignedPair& pair, const PairSide& side, const PairSide& other, uint32_t no) {
  for (const StanceAt& stance : side.stances)
    if (no >= stance.first && no < stance.end)
      for (const StanceAt& its : other.stances)
        if (stance.head >= 0 && side.match[static_cast<uint32_t>(stance.head)].partner == its.head && its.stance != Stance::possible && its.stance != Stance::none) return true;
  for (const PairSide* each : {&pair.a, &pair.b})
    for (uint32_t u = 0; u < each->units.size(); ++u)
      if (each->units[u].is(negative_word) && !each->matched(u)) return true;
  return false;
}

// "not" and the like on one side only, before a word that both share.
Result negation_contrast(AlignedPair& pair) {
  const Negators a = free_negators(pair.a), b = free_negators(pair.b);
  if (a.count + b.count != 1 || changed_places(pair)) return std::nullopt;
  uint32_t at = 0;
  if (free_amounts(a.count == 1 ? pair.a : pair.b).count > 0) return std::nullopt;  // "some people do not"
  if (comparables(pair.a, at) > 0) return std::nullopt;  // "not high" and "low" agree
  const bool of_a = a.count == 1;
  PairSide &side = of_a ? pair.a : pair.b, &other = of_a ? pair.b : pair.a;
  const uint32_t no = of_a ? a.at : b.at;
  const int32_t head = side.content_after(no, 3);
  if (denied_otherwise(pair, side, other, no)) return std::nullopt;
  if (head < 0) return std::nullopt;
  const uint32_t h = static_cast<uint32_t>(head);
  for (uint32_t u = no + 1; u <= h; ++u)
    if (side.units[u].amount != Amount::none || side.units[u].is(soft_frequency)) return std::nullopt;  // "not all", "not always"
  if (side.match[h].match != Match::equal && side.match[h].match != Match::same) return std::nullopt;
  const uint32_t partner = static_cast<uint32_t>(side.match[h].partner);
  side.spend(no, no + 1);
  // The other side may stress what it affirms: "always", "do".
  uint32_t first = partner;
  while (first > 0 && !other.matched(first - 1) && (other.units[first - 1].amount == Amount::all || !other.units[first - 1].content())) --first;
  other.spend(first, partner);
  if (const Amounts amounts = free_amounts(other); amounts.count == 1) {  // "in most people"
    const uint32_t end = static_cast<uint32_t>(other.units.size());
    other.spend(amounts.at > 0 && !other.matched(amounts.at - 1) ? amounts.at - 1 : amounts.at, std::min(end, amounts.at + (amounts.at + 1 < end && !other.matched(amounts.at + 1) ? 2 : 1)));
  }
  const auto with_auxiliary = [](const PairSide& of, uint32_t u) { return u > 0 && of.units[u - 1].is(auxiliary) ? u - 1 : u; };
  Found found{ContrastKind::negation, with_auxiliary(side, no), h + 1, with_auxiliary(other, first), partner + 1, "affirmed / denied", Answer::passed, false, 0, of_a ? 1 : 2};
  if (!of_a) std::swap(found.a_first, found.b_first), std::swap(found.a_end, found.b_end);
  return found;
}

bool beside_a_match(const AlignedPair& pair, uint32_t u) {
  const int32_t partner = pair.a.match[u].partner;
  const bool before = u > 0 && pair.a.match[u - 1].partner == partner - 1 && pair.a.matched(u - 1);
  const bool after = u + 1 < pair.a.units.size() && pair.a.match[u + 1].partner == partner + 1 && pair.a.matched(u + 1);
  const bool starts = u == 0 && partner == 0, ends = u + 1 == pair.a.units.size() && static_cast<size_t>(partner) + 1 == pair.b.units.size();
  return before || after || (starts && after) || (ends && before);
}

// The slot whose phrase stands right before unit `u`; empty when there is none.
std::string slot_before(const PairSide& side, uint32_t u, const WordRelations& words) {
  const Sentence& sentence = side.document->sentences[side.sentence->place.sentence];
  const uint32_t token = side.units[u].token;
  for (uint32_t at = token > sentence.first_token + 7 ? token - 7 : sentence.first_token; at < token; ++at) {
    const WordRelations::Match match = words.match_slot(side.document->tokens, at, token);
    if (match.tokens == 0) continue;
    bool near = true;
    for (uint32_t t = at + match.tokens; t < token; ++t) near = near && (words.classes(side.document->tokens[t].word) & function_word) != 0;
    if (near && token - at - match.tokens <= 2) return words.slot_name(match.entry);
  }
  return {};
}

void spend_measure(PairSide& side, uint32_t u) {
  for (uint32_t v = u; v-- > 0 && v + 4 > u && !side.matched(v) && !side.comparable(v);) side.spend(v, v + 1);
}

// One pair of opposites, or of members of one class, in the same place of both.
Result opposite_contrast(AlignedPair& pair, const WordRelations& words) {
  uint32_t u = 0;
  if (comparables(pair.a, u) != 1) return std::nullopt;
  if (free_negators(pair.a).count + free_negators(pair.b).count > 0) return std::nullopt;
  const AlignedWord& word = pair.a.match[u];
  const uint32_t partner = static_cast<uint32_t>(word.partner);
  if (!beside_a_match(pair, u) || changed_places(pair)) return std::nullopt;
  const Unit &x = pair.a.units[u], &y = pair.b.units[partner];
  Found found{ContrastKind::number, u, u + 1, partner, partner + 1, "", Answer::passed, false, 0};
  if (word.match != Match::number) {
    found.grounds = words.parted_by(x.entry, y.entry);
    found.kind = word.match == Match::exclusive ? ContrastKind::category : words.on_axis(x.entry, y.entry, "comparison") ? ContrastKind::comparison : words.on_axis(x.entry, y.entry, "order") ? ContrastKind::order : ContrastKind::antonym;
    found.once = found.kind == ContrastKind::category && words.once(x.entry, y.entry);
  }
  if (word.match == Match::number) {  // "chromosome 11", "chromosome 16"
    found.grounds = u > 0 && pair.a.units[u - 1].is(label_word) ? slot_before(pair.a, u, words) : "";
    if (!found.grounds.empty()) found.kind = ContrastKind::entity;
    else if (x.ordinal && y.ordinal) found.kind = ContrastKind::category, found.grounds = "place in a row";
  }
  pair.a.spend(u, u + 1);
  pair.b.spend(partner, partner + 1);
  // "the innermost lining", "the outermost coat"
  const auto noun_of = [](const PairSide& side, uint32_t v) { return v < side.units.size() && side.left_over(v) && side.units[v].content() && is_noun(side.document->tokens[side.units[v].token].tag); };
  if (found.kind == ContrastKind::antonym && noun_of(pair.a, u + 1) && noun_of(pair.b, partner + 1)) pair.a.spend(u + 1, u + 2), pair.b.spend(partner + 1, partner + 2);
  if (found.kind == ContrastKind::order) {  // "at least 30 minutes before"
    spend_measure(pair.a, u);
    spend_measure(pair.b, partner);
  }
  return found;
}

}  // namespace

std::optional<Answer> amounts_clash(Amount a, Amount b) {
  if (a > b) std::swap(a, b);
  const auto are = [&](Amount x, Amount y) { return a == std::min(x, y) && b == std::max(x, y); };
  if (are(Amount::all, Amount::no) || are(Amount::all, Amount::few) || are(Amount::some, Amount::no) || are(Amount::most, Amount::no) || are(Amount::most, Amount::few) || are(Amount::only, Amount::even) || are(Amount::all, Amount::not_all)) return Answer::passed;
  if (are(Amount::all, Amount::some) || are(Amount::few, Amount::no) || are(Amount::all, Amount::most)) return Answer::open;
  return std::nullopt;
}

namespace {

// "All ..." against "No ...", "All" against "About 80% of", "Most ... have none" against "All ... have".
Result amount_contrast(AlignedPair& pair) {
  const Amounts a = free_amounts(pair.a), b = free_amounts(pair.b);
  if (a.negated || b.negated || a.count > 1 || b.count > 1 || a.count + b.count == 0) return std::nullopt;
  const auto gap = std::find_if(pair.gaps.begin(), pair.gaps.end(), [&](const Gap& g) {
    return (a.count == 0 || (a.at >= g.a_first && a.at < g.a_end)) && (b.count == 0 || (b.at >= g.b_first && b.at < g.b_end));
  });
  if (gap == pair.gaps.end()) return std::nullopt;
  Found found{ContrastKind::quantifier, gap->a_first, gap->a_end, gap->b_first, gap->b_end, "how many", Answer::passed, false, 0};
  if (found.a_end - found.a_first > 4 || found.b_end - found.b_first > 4 || found.a_end == found.a_first || found.b_end == found.b_first) return std::nullopt;
  if (a.count == 1 && b.count == 1) {
    const std::optional<Answer> state = amounts_clash(pair.a.units[a.at].amount, pair.b.units[b.at].amount);
    if (!state) return std::nullopt;
    found.sure = *state;
  } else {
    const PairSide& other = a.count == 1 ? pair.b : pair.a;
    const Amount amount = a.count == 1 ? pair.a.units[a.at].amount : pair.b.units[b.at].amount;
    const uint32_t first = a.count == 1 ? gap->b_first : gap->a_first, end = a.count == 1 ? gap->b_end : gap->a_end;
    const bool number = std::any_of(other.units.begin() + first, other.units.begin() + end, [](const Unit& u) { return u.number && u.value != 100; });
    if (!number || (amount != Amount::all && amount != Amount::no)) return std::nullopt;
  }
  pair.a.spend(found.a_first, found.a_end);
  pair.b.spend(found.b_first, found.b_end);
  // "All X are P" against "some X are Q", P and Q excluding each other: the second contrast completes the first.
  uint32_t u = 0;
  const Negators no_a = free_negators(pair.a), no_b = free_negators(pair.b);
  const uint32_t flips = comparables(pair.a, u) + no_a.count + no_b.count;
  if (flips == 0) return found;
  const auto is = [&](Amount x) { return (a.count == 1 && pair.a.units[a.at].amount == x) || (b.count == 1 && pair.b.units[b.at].amount == x); };
  if (flips > 1 || !is(Amount::all) || is(Amount::no) || pair.a.match[u].match == Match::number) return std::nullopt;
  if (no_a.count == 1) pair.a.spend(no_a.at, no_a.at + 1);
  else if (no_b.count == 1) pair.b.spend(no_b.at, no_b.at + 1);
  else pair.a.spend(u, u + 1);
  found.sure = Answer::passed;
  return found;
}

// The one gap with words of their own on both sides; nothing else is left over.
std::optional<Gap> only_gap(const AlignedPair& pair) {
  std::optional<Gap> found;
  for (const Gap& gap : pair.gaps) {
    const auto own = [](const PairSide& side, uint32_t first, uint32_t end) { return std::any_of(side.units.begin() + first, side.units.begin() + end, [&](const Unit& u) { return u.content() && u.amount != Amount::only && side.left_over(static_cast<uint32_t>(&u - side.units.data())); }); };
    const bool in_a = own(pair.a, gap.a_first, gap.a_end), in_b = own(pair.b, gap.b_first, gap.b_end);
    if (!in_a && !in_b) continue;
    if (found) return std::nullopt;
    found = gap;
  }
  return found;
}

// Drops function words and remarks from the ends of a stretch.
void tighten(const PairSide& side, uint32_t& first, uint32_t& end) {
  const auto loose = [&](uint32_t u) { return side.aside[u] || (side.units[u].is(function_word) && !side.units[u].name); };
  while (first < end && loose(first)) ++first;
  while (end > first && loose(end - 1)) --end;
}

bool all_names(const PairSide& side, uint32_t first, uint32_t end) {
  for (uint32_t u = first; u < end; ++u)
    if (side.units[u].content() && (!side.units[u].name || (u > 0 && side.units[u - 1].is(label_word)) || side.units[u].is(scope_word | label_word | unit_word) || side.units[u].number)) return false;
  return first < end;
}

// "is held by", "was set in".
bool passive(const PairSide& side, uint32_t before) {
  for (uint32_t u = side.predicate; u < before; ++u)
    for (uint32_t t = side.units[u].token; t < side.units[u].end && side.matched(u); ++t)
      if (side.document->tokens[t].tag == tag::VBN) return true;
  return false;
}

bool free_choice(const PairSide& side) {
  return std::any_of(side.stances.begin(), side.stances.end(), [](const StanceAt& s) { return s.stance == Stance::permitted || s.stance == Stance::possible; });
}

// "This is called ...", "It is found in ...": what "this" is stands elsewhere.
bool nameless(const PairSide& side) {
  return std::none_of(side.units.begin(), side.units.begin() + side.predicate, [](const Unit& u) { return u.content() && !u.is(pronoun); });
}

bool superlative(const PairSide& side) {
  for (uint32_t u = side.predicate + 1; u < side.units.size() && u <= side.predicate + 4; ++u) {
    const TagId tag = side.document->tokens[side.units[u].token].tag;
    if ((tag == tag::JJS || tag == tag::RBS) && side.matched(u) && side.text(u - 1) == "the") return true;
  }
  return false;
}

// Another value in a place that takes one: after "developed by", a name after a preposition, the thing that "is the
// largest", those who "only" may.
Result value_contrast(AlignedPair& pair, const WordRelations& words) {
  const std::optional<Gap> gap = only_gap(pair);
  if (!gap || changed_places(pair)) return std::nullopt;
  uint32_t at = 0;
  if (comparables(pair.a, at) > 0 || free_negators(pair.a).count + free_negators(pair.b).count > 0) return std::nullopt;
  const auto denies = [](const PairSide& side, uint32_t before) { return std::any_of(side.units.begin(), side.units.begin() + before, [](const Unit& u) { return u.is(negator); }); };
  if (denies(pair.a, gap->a_first) || denies(pair.b, gap->b_first)) return std::nullopt;  // "is not the capital of X", "... of Y"
  Found found{ContrastKind::entity, gap->a_first, gap->a_end, gap->b_first, gap->b_end, "", Answer::passed, false, 0};
  tighten(pair.a, found.a_first, found.a_end);
  tighten(pair.b, found.b_first, found.b_end);
  if (found.a_first == found.a_end || found.b_first == found.b_end || found.a_end - found.a_first > 6 || found.b_end - found.b_first > 6) return std::nullopt;
  const bool in_subject = found.a_end <= pair.a.predicate && found.b_end <= pair.b.predicate && pair.a.predicate < pair.a.units.size();
  const auto only = [](PairSide& side) {
    for (uint32_t u = 0; u < side.predicate; ++u)
      if (side.units[u].amount == Amount::only && !side.matched(u)) return side.spend(u, u + 1), true;
    return false;
  };
  if (in_subject) {
    if (only(pair.a) != only(pair.b)) found.kind = ContrastKind::role, found.grounds = "who";
    else if (superlative(pair.a) && superlative(pair.b)) found.grounds = "what holds the superlative";
    else return std::nullopt;
  } else {
    if (found.a_first <= pair.a.predicate || found.b_first <= pair.b.predicate || free_choice(pair.a) || nameless(pair.a)) return std::nullopt;
    found.grounds = slot_before(pair.a, found.a_first, words);
    if (found.grounds != slot_before(pair.b, found.b_first, words)) return std::nullopt;
    if (found.grounds.empty()) found.grounds = slot_of_subjects(pair, found, words);
    // "in Trieste", "by the astronomer Herschel"
    bool after_preposition = false;
    for (uint32_t u = found.a_first; u-- > 0 && u + 3 >= found.a_first && pair.a.matched(u);) after_preposition = after_preposition || pair.a.units[u].is(preposition);
    if (found.grounds.empty() && after_preposition && passive(pair.a, found.a_first) && all_names(pair.a, found.a_first, found.a_end) && all_names(pair.b, found.b_first, found.b_end)) found.grounds = "name";
    if (found.grounds.empty()) return std::nullopt;
  }
  pair.a.spend(gap->a_first, gap->a_end);
  pair.b.spend(gap->b_first, gap->b_end);
  return found;
}

// "always", "in all cases" on one side, "except", "unless" on the other.
Result exception_contrast(AlignedPair& pair) {
  const auto absolute = [](const PairSide& side) {
    for (uint32_t u = 0; u < side.units.size(); ++u)
      if ((side.units[u].amount == Amount::all || side.units[u].amount == Amount::no) && !side.comparable(u)) return static_cast<int32_t>(u);
    return -1;
  };
  const auto exempts = [](const PairSide& side) {
    for (uint32_t u = side.predicate; u < side.units.size(); ++u)
      if (side.units[u].is(exempting_word) && !side.matched(u)) return static_cast<int32_t>(u);
    return -1;
  };
  const int32_t in_a = exempts(pair.a), in_b = exempts(pair.b);
  if ((in_a < 0) == (in_b < 0)) return std::nullopt;
  PairSide &strict = in_a < 0 ? pair.a : pair.b, &loose = in_a < 0 ? pair.b : pair.a;
  const int32_t all = absolute(strict);
  if (all < 0) return std::nullopt;
  const uint32_t at = static_cast<uint32_t>(all), from = static_cast<uint32_t>(in_a < 0 ? in_b : in_a), end = static_cast<uint32_t>(loose.units.size());
  uint32_t no = 0;
  if (free_negators(pair.a).count + free_negators(pair.b).count > 0 || comparables(pair.a, no) > 0) return std::nullopt;
  strict.spend(at, at + 1);
  loose.spend(from, end);
  if (const Amounts other = free_amounts(loose); other.count == 1) loose.spend(other.at, other.at + 1);
  Found found{ContrastKind::exception, at, at + 1, from, end, "without exception / with one", Answer::passed, false, 0};
  if (in_a >= 0) std::swap(found.a_first, found.b_first), std::swap(found.a_end, found.b_end);
  return found;
}

Result typed_contrast(AlignedPair& pair, const WordRelations& words) {
  for (const auto& find : {stance_contrast, exception_contrast, amount_contrast, negation_contrast})
    if (Result found = find(pair)) return found;
  if (Result found = opposite_contrast(pair, words)) return found;
  if (free_negators(pair.a).count + free_negators(pair.b).count == 0)
    if (Result found = swap_contrast(pair, words)) return found;
  return value_contrast(pair, words);
}

// How much of what is neither the contrast itself nor a remark lines up.
double core_likeness(const AlignedPair& pair) {
  uint32_t lined_up = 0, all = 0;
  for (const PairSide* side : {&pair.a, &pair.b}) {
    for (uint32_t u = 0; u < side->units.size(); ++u) {
      if (side->spent[u] || side->aside[u]) continue;
      ++all;
      lined_up += side->matched(u);
    }
  }
  return all == 0 ? 0 : static_cast<double>(lined_up) / all;
}

Contrast made(const AlignedPair& pair, const Found& found, const SentencePair& of) {
  Contrast out;
  out.kind = found.kind;
  out.sentence_a = of.a, out.sentence_b = of.b;
  out.grounds = found.grounds;
  out.likeness = core_likeness(pair);
  out.only_synonyms = found.only_synonyms;
  out.a = {pair.a.sentence->place.document, pair.a.span(found.a_first, found.a_end), 1};
  out.b = {pair.b.sentence->place.document, pair.b.span(found.b_first, found.b_end), 2};
  return out;
}

}  // namespace

std::vector<Contrast> find_contrasts(const Collection& texts, const NearCopies& copies, const WordRelations& words) {
  std::vector<Contrast> out;
  RewordedPairs reworded_pairs(texts, copies, words);
  const auto say_in_other_words = [&](uint32_t a, uint32_t b) {
    if (copies.sentences[a].part || copies.sentences[b].part) return false;
    std::optional<Contrast> contrast = reworded_pairs.compare(a, b);
    const bool held = contrast && !contrast->gates.closed();
    if (contrast) out.push_back(std::move(*contrast));  // closed ones too: explain tells which gate silenced them
    return held;
  };
  for (const auto& [a, b] : copies.distant) say_in_other_words(a, b);
  for (uint32_t p = 0; p < copies.pairs.size(); ++p) {
    const bool part = copies.sentences[copies.pairs[p].a].part || copies.sentences[copies.pairs[p].b].part;
    if (part && copies.pairs[p].likeness < kLeastPartAlike) continue;
    AlignedPair pair(texts, copies, copies.pairs[p], words);
    if (part && pair.likeness < kLeastPartLikeness) continue;
    if (Result found = typed_contrast(pair, words)) {
      Contrast contrast = made(pair, *found, copies.pairs[p]);
      // "at least 30 minutes before", "after": the measure belongs to the contrast.
      const double likeness = found->kind == ContrastKind::order && contrast.likeness > 0.9 ? contrast.likeness : pair.likeness;
      contrast.gates.all = {statement_gate(pair), place_gate(pair, likeness), subject_gate(pair, texts), scope_gate(pair), condition_gate(pair, found->allowing), attribution_gate(pair), wording_gate(pair, found->denying), single_contrast_gate(pair)};
      contrast.gates.all.push_back(values_gate(pair, *found));
      if (!contrast.gates.closed() || !say_in_other_words(copies.pairs[p].a, copies.pairs[p].b)) out.push_back(std::move(contrast));
      continue;
    }
    if (say_in_other_words(copies.pairs[p].a, copies.pairs[p].b) || changed_places(pair)) continue;
    if (part) continue;  // rules over wording ask about whole sentences
    if (const Result again = restated(pair)) {
      pair.a.spend(again->a_first, again->a_end), pair.b.spend(again->b_first, again->b_end);
      Contrast contrast = made(pair, *again, copies.pairs[p]);
      contrast.likeness = pair.plain_likeness;
      contrast.gates.all = {statement_gate(pair), subject_gate(pair, texts), scope_gate(pair), wording_gate(pair), single_contrast_gate(pair)};
      out.push_back(std::move(contrast));
      continue;
    }
    Result found = replaced(pair);
    if (found) pair.a.spend(found->a_first, found->a_end), pair.b.spend(found->b_first, found->b_end);
    else if (!(found = reworded(pair))) continue;
    const uint32_t fewest = found->only_synonyms ? 5 : 6;
    if (pair.a.sentence->content < fewest || pair.b.sentence->content < fewest || found->a_first < pair.a.predicate || found->b_first < pair.b.predicate) continue;
    if (meant_to_differ(pair, *found)) continue;
    Contrast contrast = made(pair, *found, copies.pairs[p]);
    contrast.likeness = pair.plain_likeness;
    contrast.gates.all = {statement_gate(pair), place_gate(pair, pair.likeness), subject_gate(pair, texts), scope_gate(pair), condition_gate(pair), attribution_gate(pair), wording_gate(pair), single_contrast_gate(pair)};
    out.push_back(std::move(contrast));
  }
  OpposedStatements opposed(texts, copies, words, reworded_pairs);
  for (const OpposedWords& two : copies.opposed)
    if (std::optional<Contrast> contrast = opposed.compare(two)) out.push_back(std::move(*contrast));
  return out;
}

}  // namespace crosscheck
