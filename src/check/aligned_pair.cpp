#include "check/aligned_pair.h"

#include <algorithm>

#include "language/tags.h"

namespace crosscheck {
namespace {

bool stops_search(const Unit& unit) { return unit.is(condition_word | contrast_word); }

int32_t unit_of_token(const PairSide& side, uint32_t token) {
  for (uint32_t u = 0; u < side.units.size(); ++u)
    if (side.units[u].token <= token && token < side.units[u].end) return static_cast<int32_t>(u);
  return -1;
}

// "can cause", "may occur": what happens, not what somebody is free to do.
bool epistemic(const PairSide& side, const StanceAt& at) {
  if (at.head < 0) return !side.units[at.first].is(negator);  // "without harm" stands at the end
  const uint32_t head = static_cast<uint32_t>(at.head);
  if (side.units[head].is(epistemic_word)) return true;
  // "may be used" speaks of using, "may not relieve" of what happens, "visitors may not" of visitors.
  bool plain = false;  // a modal and no more: "may", "cannot"
  for (uint32_t u = at.first; u < at.end; ++u) plain = plain || (side.units[u].is(auxiliary) && !side.units[u].is(pronoun));
  if (!plain || at.first == 0) return false;
  for (uint32_t u = at.first; u < head; ++u)
    if (side.document->text_of(side.document->tokens[side.units[u].token]) == "be") return false;
  for (uint32_t u = 0; u < at.first; ++u)
    if (side.units[u].is(person_word)) return false;
  return true;
}

void find_stances(PairSide& side, const WordRelations& words) {
  const Sentence& sentence = side.document->sentences[side.sentence->place.sentence];
  for (uint32_t token = sentence.first_token; token < sentence.end_token;) {
    const WordRelations::Match match = words.match_stance(side.document->tokens, token, sentence.end_token);
    if (match.tokens == 0) {
      ++token;
      continue;
    }
    const int32_t first = unit_of_token(side, token), last = unit_of_token(side, token + match.tokens - 1);
    token += match.tokens;
    if (first < 0 || last < 0 || WordRelations::stance(match) == Stance::none) continue;
    StanceAt at{WordRelations::stance(match), static_cast<uint32_t>(first), static_cast<uint32_t>(last) + 1, -1};
    at.head = side.content_after(at.end - 1, 4);
    if ((at.stance == Stance::permitted || at.stance == Stance::forbidden) && epistemic(side, at)) {
      at.stance = Stance::possible;
    }
    side.stances.push_back(at);
  }
}

uint32_t predicate_of(const PairSide& side) {
  const uint32_t size = static_cast<uint32_t>(side.units.size());
  uint32_t start = 0;
  // "In children, the dose is ..." begins with its adverbial.
  if (size > 0 && side.units[0].is(preposition | condition_word))
    while (start < size && side.units[start].clause == side.units[0].clause) ++start;
  if (start >= size) start = 0;
  const Token& first = side.document->tokens[side.units[start].token];
  if (first.tag == tag::VB || (start == 0 && side.units[0].is(negator) && size > 1)) return start;
  for (uint32_t u = start; u < size; ++u) {
    const Token& token = side.document->tokens[side.units[u].token];
    const bool finite = token.tag == tag::MD || token.tag == tag::VBZ || token.tag == tag::VBP || token.tag == tag::VBD;
    if (side.units[u].is(auxiliary) || finite) return u;
  }
  return first.tag == 0 ? start : size;
}

PairSide side_of(const Collection& texts, const NearCopies& copies, uint32_t s, const std::vector<AlignedWord>& match, const WordRelations& words) {
  PairSide side;
  side.sentence = &copies.sentences[s];
  side.document = &texts.documents[side.sentence->place.document];
  side.units = std::span(copies.units).subspan(side.sentence->first, side.sentence->end - side.sentence->first);
  side.match = match;
  side.spent.assign(side.units.size(), false);
  find_stances(side, words);
  side.predicate = predicate_of(side);
  return side;
}

}  // namespace

int32_t PairSide::content_after(uint32_t u, uint32_t reach) const {
  for (uint32_t v = u + 1; v < units.size() && v <= u + reach; ++v) {
    if (stops_search(units[v])) return -1;
    if (units[v].content() && !units[v].is(soft_frequency)) return static_cast<int32_t>(v);
  }
  return -1;
}

int32_t PairSide::content_before(uint32_t u, uint32_t reach) const {
  for (uint32_t v = u; v-- > 0 && v + reach >= u;)
    if (units[v].content()) return static_cast<int32_t>(v);
  return -1;
}

Span PairSide::span(uint32_t first, uint32_t end) const {
  if (first >= end) return {};
  return {document->tokens[units[first].token].span.begin, document->tokens[units[end - 1].end - 1].span.end};
}

void PairSide::spend(uint32_t first, uint32_t end) {
  for (uint32_t u = first; u < end; ++u) spent[u] = true;
}

std::string_view PairSide::last_mark() const {
  const Sentence& where = document->sentences[sentence->place.sentence];
  return document->text_of(document->tokens[where.end_token - 1]);
}

AlignedPair::AlignedPair(const Collection& texts, const NearCopies& copies, const SentencePair& pair, const WordRelations& words)
    : a(side_of(texts, copies, pair.a, pair.of_a, words)), b(side_of(texts, copies, pair.b, pair.of_b, words)), likeness(pair.likeness) {
  const uint32_t n = static_cast<uint32_t>(a.units.size()), m = static_cast<uint32_t>(b.units.size());
  const auto anchor = [](const AlignedWord& word) { return word.match != Match::none && word.match != Match::moved; };
  for (uint32_t i = 0, j = 0; i < n || j < m;) {
    Gap gap{i, i, j, j};
    while (i < n && !anchor(a.match[i])) ++i;
    while (j < m && !anchor(b.match[j])) ++j;
    gap.a_end = i;
    gap.b_end = j;
    if (gap.a_end > gap.a_first || gap.b_end > gap.b_first) gaps.push_back(gap);
    i += i < n;
    j += j < m;
  }
}

}  // namespace crosscheck
