// The same words with two of them exchanged: "men more often than women", "women more often than men".
//
// Tested by tests/checks/contradiction/role.yaml, comparison.yaml and order.yaml.
#include <algorithm>

#include "check/found_contrast.h"
#include "language/tags.h"

namespace crosscheck {
namespace {

// Every word of content has its partner, in order or moved.
bool same_words(const PairSide& side) {
  for (uint32_t u = 0; u < side.units.size(); ++u)
    if (side.units[u].content() && !side.matched(u)) return false;
  return true;
}

// Words from before the pivot stand behind it on the other side, and the other way round.
Result swapped_around(const AlignedPair& pair, uint32_t pivot) {
  const int32_t pivot_b = pair.a.match[pivot].partner;
  Found found{ContrastKind::role, static_cast<uint32_t>(pair.a.units.size()), 0, static_cast<uint32_t>(pair.b.units.size()), 0, "the two have changed places", Answer::passed, false, 0};
  uint32_t to_right = 0, to_left = 0;
  for (uint32_t u = 0; u < pair.a.units.size(); ++u) {
    if (!pair.a.units[u].content() || u == pivot) continue;
    const uint32_t partner = static_cast<uint32_t>(pair.a.match[u].partner);
    const bool left_a = u < pivot, left_b = pair.a.match[u].partner < pivot_b;
    if (left_a == left_b) continue;
    ++(left_a ? to_right : to_left);
    found.a_first = std::min(found.a_first, u);
    found.a_end = std::max(found.a_end, u + 1);
    found.b_first = std::min(found.b_first, partner);
    found.b_end = std::max(found.b_end, partner + 1);
  }
  if (to_right == 0 || to_left == 0) return std::nullopt;
  // In a list the order is free.
  bool list = false, verb = false;
  for (uint32_t u = found.a_first; u < found.a_end; ++u) {
    const TagId tag = pair.a.document->tokens[pair.a.units[u].token].tag;
    if (pair.a.units[u].is(symmetric_word) && (pair.a.units[u].content() || tag == tag::JJ)) return std::nullopt;  // "differs from"
    list = list || pair.a.units[u].is(symmetric_word) || pair.a.units[u].clause != pair.a.units[found.a_first].clause;
    verb = verb || tag == tag::VBZ || tag == tag::VBP || tag == tag::VBD;
  }
  if (list && !verb) return std::nullopt;
  return found;
}

// "the left half ... the right arm", "the right half ... the left arm": what is said of one side and of the other.
bool mirrored(const AlignedPair& pair, const WordRelations& words) {
  std::vector<uint32_t> moved;
  for (uint32_t u = 0; u + 1 < pair.a.units.size(); ++u)
    if (pair.a.match[u].match == Match::moved && pair.a.units[u].entry != 0 && pair.a.units[u + 1].content() && pair.a.match[u + 1].match != Match::moved) moved.push_back(u);
  for (const uint32_t u : moved)
    for (const uint32_t v : moved)
      if (u < v && words.relation(pair.a.units[u].entry, pair.a.units[v].entry) != Relation::none && words.relation(pair.a.units[u].entry, pair.a.units[v].entry) != Relation::same) return true;
  return false;
}

// Without tags any word of content may be.
bool may_be_verb(const PairSide& side, uint32_t u) {
  const TagId tag = side.document->tokens[side.units[u].token].tag;
  return tag == 0 ? side.units[u].content() : is_verb(tag) || u == side.predicate;
}

// "by", "from", "to" on one side only: the sentence is turned round with its verb.
bool turned(const PairSide& side) {
  for (uint32_t u = 0; u < side.units.size(); ++u)
    if (side.units[u].is(preposition) && !side.matched(u)) return true;
  return false;
}

}  // namespace

Result swap_contrast(AlignedPair& pair, const WordRelations& words) {
  if (mirrored(pair, words) || !same_words(pair.a) || !same_words(pair.b) || turned(pair.a) || turned(pair.b)) return std::nullopt;
  const auto kind_of = [&](uint32_t u) {
    const Unit& unit = pair.a.units[u];
    if (pair.a.text(u) == "than") return ContrastKind::comparison;
    return unit.is(time_link) ? ContrastKind::order : ContrastKind::role;
  };
  Result best;
  for (uint32_t u = 0; u < pair.a.units.size(); ++u) {
    if (!pair.a.matched(u)) continue;
    const ContrastKind kind = kind_of(u);
    if (kind == ContrastKind::role && !may_be_verb(pair.a, u)) continue;
    Result found = swapped_around(pair, u);
    if (!found || (best && kind == ContrastKind::role)) continue;
    found->kind = kind;
    best = found;
  }
  return best;
}

}  // namespace crosscheck
