// Tested by tests/checks/contradiction/{category,antonym}.yaml.
#include "check/one_event.h"

#include <algorithm>

#include "language/tags.h"

namespace crosscheck {
namespace {

TagId tag_at(const PairSide& side, uint32_t u) { return side.document->tokens[side.units[u].token].tag; }

bool be(const PairSide& side, uint32_t u) {
  const std::string word = side.text(u);
  return word == "is" || word == "are" || word == "was" || word == "were";
}

// The first unit of the noun phrase that unit `u` stands in, its article included.
uint32_t phrase_start(const PairSide& side, uint32_t u) {
  const auto belongs = [&](uint32_t v) {
    const TagId t = tag_at(side, v);
    return is_adjective(t) || is_noun(t) || t == tag::CD || t == tag::VBG || t == tag::VBN || is_adverb(t) || t == tag::HYPH || side.units[v].number;
  };
  while (u > 0 && belongs(u - 1)) --u;
  if (u > 0 && (tag_at(side, u - 1) == tag::DT || tag_at(side, u - 1) == tag::PRP_S)) --u;
  return u;
}

enum class Article { none, indefinite, definite, possessive };

Article article_at(const PairSide& side, uint32_t u) {
  if (side.units[u].number) return Article::indefinite;
  if (tag_at(side, u) == tag::PRP_S) return Article::possessive;
  if (tag_at(side, u) != tag::DT) return Article::none;
  const std::string opening = side.text(u);
  return opening == "a" || opening == "an" || opening == "A" || opening == "An" || opening == "some" || opening == "Some" ? Article::indefinite : Article::definite;
}

bool going_on(const PairSide& side) {
  const uint32_t end = std::min<uint32_t>(side.predicate + 4, static_cast<uint32_t>(side.units.size()));
  if (side.predicate >= end || !be(side, side.predicate)) return false;
  for (uint32_t u = side.predicate + 1; u < end; ++u) {
    if (tag_at(side, u) == tag::VBG) return true;
    if (!is_adverb(tag_at(side, u))) return false;
  }
  return false;
}

bool past(const PairSide& side) {
  if (side.predicate >= side.units.size()) return false;
  const std::string verb = side.text(side.predicate);
  return verb == "was" || verb == "were" || tag_at(side, side.predicate) == tag::VBD;
}

}  // namespace

bool tells_what_happened(const PairSide& side) { return going_on(side) || past(side); }

bool picks_out(const PairSide& side, uint32_t u) {
  const bool in_subject = u < side.predicate;
  const uint32_t first = phrase_start(side, u);
  const Article article = article_at(side, first);
  if (!in_subject) return article == Article::definite && !going_on(side) && (first == 0 || !side.units[first - 1].is(preposition));
  if (article == Article::definite || (article == Article::possessive && first == 0)) return true;
  if (article == Article::indefinite && first == 0) return false;
  // "A man in black robes", "Three girls with red hats"; "Workers in orange vests are mending the road"
  const Article whole = article_at(side, 0);
  return whole == Article::definite || whole == Article::possessive || (whole == Article::none && !going_on(side));
}

bool tells_where(const PairSide& side, uint32_t u) {
  const uint32_t first = phrase_start(side, u);
  if (first == 0 || first < side.predicate + 1 || !side.units[first - 1].is(preposition)) return false;
  return (first == side.predicate + 2 && be(side, side.predicate)) || past(side) || going_on(side);
}

bool tells_what_it_is(const PairSide& side, uint32_t u) {
  if (side.predicate >= u || !be(side, side.predicate)) return false;
  uint32_t first = phrase_start(side, u);
  if (first > 0 && side.units[first - 1].is(preposition)) --first;
  return first == side.predicate + 1;
}

}  // namespace crosscheck
