// Near copies that differ in a word without contradicting each other.
//
// Tested by tests/checks/variation/near_duplicate.yaml.
#include <algorithm>

#include "check/found_contrast.h"
#include "language/tags.h"

namespace crosscheck {
namespace {

// Another name, label, scope or number there makes it another statement, and so does "this".
bool names_something(const PairSide& side, uint32_t first, uint32_t end) {
  for (uint32_t u = first; u < end; ++u) {
    const Unit& unit = side.units[u];
    const Case written = side.document->tokens[unit.token].letter_case;
    if (unit.name || unit.number || written == Case::upper || unit.is(scope_word | label_word | pronoun | plural_some | unit_word) || unit.amount != Amount::none) return true;
    if (u > 0 && side.units[u - 1].is(label_word)) return true;
  }
  return false;
}

// One document goes through several things in the same words: "gets into the blood", "gets into the lymph system".
bool parallel_on_purpose(const AlignedPair& pair, const Found& found) {
  if (!pair.same_document() || found.only_synonyms) return false;
  const auto& sentences = pair.a.document->sentences;
  const uint32_t a = sentences[pair.a.sentence->place.sentence].passage, b = sentences[pair.b.sentence->place.sentence].passage;
  return pair.a.sentence->content < 12 || std::max(a, b) - std::min(a, b) < 3;
}

// "changes (mutations) in the gene" and "mutations in the gene".
bool glossed(const PairSide& side, uint32_t end, const PairSide& other, uint32_t first) {
  const uint32_t next = side.units[end - 1].end;
  if (next + 1 >= side.document->tokens.size() || side.document->text_of(side.document->tokens[next]) != "(") return false;
  return side.document->tokens[next + 1].word == other.units[first].word;
}

// Runs on as text: no entry of a list, no heading, no line that breaks off.
bool prose(const PairSide& side) {
  const Sentence& sentence = side.document->sentences[side.sentence->place.sentence];
  return side.document->passages[sentence.passage].kind == PassageKind::paragraph && sentence.terminated;
}

// What an author who restates a sentence swaps without meaning another thing: "must" and "should", "because" and
// "as", "hours" and "days", "usually" and "often", "people" and "patients".
bool interchangeable(const PairSide& x, uint32_t u, const PairSide& y, uint32_t v) {
  const Unit &a = x.units[u], &b = y.units[v];
  const auto both = [&](uint32_t classes) { return a.is(classes) && b.is(classes); };
  if (a.name || b.name || a.is(negator) || b.is(negator) || a.amount != Amount::none || b.amount != Amount::none) return false;
  const TagId of_a = x.document->tokens[a.token].tag, of_b = y.document->tokens[b.token].tag;
  if (both(auxiliary)) return (of_a == tag::MD) == (of_b == tag::MD);
  return both(soft_frequency) || both(remark_word) || both(unit_word) || both(generic_person);
}

bool short_form(const PairSide& side, uint32_t u) {
  const Token& token = side.document->tokens[side.units[u].token];
  return token.span.size() > 1 && (token.letter_case == Case::upper || token.letter_case == Case::mixed);
}

bool joined_by_and(const PairSide& side, uint32_t u) {
  return u >= 2 && side.units[u - 1].is(symmetric_word) && !side.units[u - 1].content() && side.match[u - 1].match == Match::equal && side.match[u - 2].match == Match::equal && side.units[u - 2].content();
}

// "decreased or abolished", "decreased or suppressed": who goes through two things does not repeat the first member.
bool second_of_two(const PairSide& x, uint32_t u, const PairSide& y, uint32_t v) {
  const Unit &a = x.units[u], &b = y.units[v];
  if (!a.content() || !b.content() || a.name || b.name || a.number || b.number || a.is(scope_word | label_word) || b.is(scope_word | label_word)) return false;
  if (is_noun(x.document->tokens[a.token].tag)) return false;  // "the commonest reactions were fever and cough", in one trial
  return joined_by_and(x, u) && joined_by_and(y, v) && x.document->tokens[a.token].tag == y.document->tokens[b.token].tag;
}

}  // namespace

// One document says a sentence again with one or two of its words swapped, all others being the same.
Result restated(const AlignedPair& pair) {
  if (!pair.same_document() || pair.a.units.size() != pair.b.units.size() || pair.a.units.size() < 8 || pair.a.sentence->content < 4 || !prose(pair.a) || !prose(pair.b)) return std::nullopt;
  Result found;
  uint32_t places = 0;
  for (uint32_t u = 0; u < pair.a.units.size(); ++u) {
    const AlignedWord& word = pair.a.match[u];
    if (word.match == Match::equal && word.partner == static_cast<int32_t>(u)) continue;
    const bool aligned = word.match == Match::none ? pair.b.match[u].match == Match::none : word.match == Match::same && word.partner == static_cast<int32_t>(u);
    if (!aligned || ++places > 2) return std::nullopt;
    if (word.match == Match::none && !interchangeable(pair.a, u, pair.b, u) && !second_of_two(pair.a, u, pair.b, u)) return std::nullopt;
    if (short_form(pair.a, u) || short_form(pair.b, u)) return std::nullopt;
    if (!found) found = Found{ContrastKind::wording, u, u + 1, u, u + 1, "", Answer::passed, false, 0};
    found->a_end = found->b_end = u + 1;
  }
  return found;
}

// "chronic neutrophilic leukemia", "chronic myelomonocytic leukemia": which kind of a thing it is. The two are no
// wordings of one.
bool names_kind(const PairSide& side, uint32_t first, uint32_t end) {
  if (end >= side.units.size() || !side.units[end].content() || side.match[end].match != Match::equal) return false;
  const Token &word = side.document->tokens[side.units[end - 1].token], &head = side.document->tokens[side.units[end].token];
  if (!is_noun(head.tag) || !head.space_before || end - first > 2) return false;
  if (is_noun(word.tag)) return true;
  const std::string_view text = side.document->text_of(word);
  return is_adjective(word.tag) && (text.ends_with("ic") || text.ends_with("al") || text.ends_with("ar") || text.ends_with("oid"));
}

// The one gap in which both sides have words of their own, all else being equal.
Result replaced(AlignedPair& pair) {
  Result found;
  uint32_t added = 0;
  for (const Gap& gap : pair.gaps) {
    const auto own = [](const PairSide& side, uint32_t first, uint32_t end) {
      uint32_t count = 0;
      for (uint32_t u = first; u < end; ++u) count += side.units[u].content() && side.left_over(u);
      return count;
    };
    const uint32_t in_a = own(pair.a, gap.a_first, gap.a_end), in_b = own(pair.b, gap.b_first, gap.b_end);
    if (in_a == 0 && in_b == 0) continue;
    if (in_a == 0 || in_b == 0) {
      if (++added > 1 || in_a + in_b > 1) return std::nullopt;  // "is given as" / "is"
      continue;
    }
    if (found || in_a > 2 || in_b > 2 || names_something(pair.a, gap.a_first, gap.a_end) || names_something(pair.b, gap.b_first, gap.b_end)) return std::nullopt;
    if (names_kind(pair.a, gap.a_first, gap.a_end) && names_kind(pair.b, gap.b_first, gap.b_end)) return std::nullopt;
    found = Found{ContrastKind::wording, gap.a_first, gap.a_end, gap.b_first, gap.b_end, "", Answer::passed, false, 0};
  }
  return found;
}

// "lymph vessels" and "blood vessels": the longer name for the same holds what the shorter has in front.
bool other_kind(const PairSide& x, uint32_t u, const PairSide& y, uint32_t v) {
  const auto words = [](const PairSide& side, uint32_t at) { return side.units[at].end - side.units[at].token; };
  const auto left_noun = [](const PairSide& side, uint32_t at) { return at > 0 && side.units[at - 1].content() && side.left_over(at - 1) && is_noun(side.document->tokens[side.units[at - 1].token].tag); };
  return (words(x, u) < words(y, v) && left_noun(x, u)) || (words(y, v) < words(x, u) && left_noun(y, v));
}

// A stand-in of one sense in one or two places, and nothing else.
Result reworded(const AlignedPair& pair) {
  Result found;
  uint32_t places = 0;
  for (uint32_t u = 0; u < pair.a.units.size(); ++u) {
    if (pair.a.match[u].match != Match::same || pair.a.units[u].number) continue;
    const uint32_t v = static_cast<uint32_t>(pair.a.match[u].partner);
    const Unit &x = pair.a.units[u], &y = pair.b.units[v];
    if (!x.content() || x.entry == 0 || y.entry == 0 || pair.a.document->tokens[x.token].lemma == pair.b.document->tokens[y.token].lemma) continue;
    if (other_kind(pair.a, u, pair.b, v)) return std::nullopt;
    ++places;
    if (!found) found = Found{ContrastKind::wording, u, u + 1, v, v + 1, "", Answer::passed, true, 0};
    found->a_end = u + 1;
    found->b_end = v + 1;
  }
  if (places == 0 || places > 2) return std::nullopt;
  return found;
}

bool meant_to_differ(const AlignedPair& pair, const Found& found) {
  return parallel_on_purpose(pair, found) || glossed(pair.a, found.a_end, pair.b, found.b_first) || glossed(pair.b, found.b_end, pair.a, found.a_first);
}

}  // namespace crosscheck
