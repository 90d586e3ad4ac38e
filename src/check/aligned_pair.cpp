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

// "Swimmers", "exhibitors", "applicants".
bool acts(const PairSide& side, uint32_t u) {
  const std::string_view word = side.document->text_of(side.document->tokens[side.units[u].token]);
  return side.document->tokens[side.units[u].token].tag == tag::NNS && (word.ends_with("ers") || word.ends_with("ors") || word.ends_with("ants") || word.ends_with("ents") || word.ends_with("ists"));
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
    if (side.units[u].is(person_word) || acts(side, u)) return false;
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
    if (first > 0 && side.document->tokens[side.units[static_cast<uint32_t>(first)].token].letter_case != Case::lower) continue;  // "4 May"
    StanceAt at{WordRelations::stance(match), static_cast<uint32_t>(first), static_cast<uint32_t>(last) + 1, -1};
    at.head = side.content_after(at.end - 1, 4);
    const std::string_view opening = side.document->text_of(side.document->tokens[side.units[at.first].token]);
    const bool strict = at.stance == Stance::forbidden && (opening == "must" || opening == "do" || opening == "never" || opening == "shall");
    if (!strict && (at.stance == Stance::permitted || at.stance == Stance::forbidden) && epistemic(side, at)) {
      const bool can = opening == "can" || opening == "ca" || opening == "cannot";
      at.stance = at.stance == Stance::forbidden && can ? Stance::impossible : Stance::possible;
    }
    side.stances.push_back(at);
  }
}

bool finite(const PairSide& side, uint32_t u) {
  const TagId tag = side.document->tokens[side.units[u].token].tag;
  return side.units[u].is(auxiliary) || tag == tag::MD || tag == tag::VBZ || tag == tag::VBP || tag == tag::VBD;
}

// Where the main clause begins: "In children, the dose is ..." opens with its adverbial, "If you ..., call" with a condition.
uint32_t main_clause(const PairSide& side) {
  const uint32_t size = static_cast<uint32_t>(side.units.size());
  if (size == 0 || !side.units[0].is(preposition | condition_word)) return 0;
  uint32_t start = 0;
  bool verb = false;
  // A verb behind "that" or "who" is none of the main clause.
  bool relative = false;
  for (; start < size && side.units[start].clause == side.units[0].clause; ++start) {
    relative = relative || side.units[start].is(remark_word);
    verb = verb || (finite(side, start) && !relative);
  }
  return start == size || (verb && !side.units[0].is(condition_word)) ? 0 : start;
}

uint32_t predicate_of(const PairSide& side) {
  const uint32_t size = static_cast<uint32_t>(side.units.size()), start = main_clause(side);
  const Token& first = side.document->tokens[side.units[start].token];
  if (first.tag == tag::VB || (start == 0 && side.units[0].is(negator) && size > 1 && side.units[1].is(auxiliary))) return start;
  for (uint32_t u = start; u < size; ++u)
    if (finite(side, u)) return u;
  return first.tag == 0 ? start : size;
}

bool anchored(const PairSide& side, uint32_t u) { return side.match[u].match != Match::none && side.match[u].match != Match::moved; }

bool opens_remark(const PairSide& side, uint32_t u) {
  const Unit& unit = side.units[u];
  if (unit.is(remark_word | condition_word | contrast_word)) return true;
  const bool to = side.document->text_of(side.document->tokens[unit.token]) == "to";
  return to && u + 1 < side.units.size() && side.document->tokens[side.units[u + 1].token].tag == tag::VB;
}

// "for the code app" against "to store client data": the purpose is no remark when the other side has another.
void keep_purposes(PairSide& side, uint32_t first, uint32_t end, const PairSide& other, uint32_t other_first, uint32_t other_end) {
  const auto purpose = [&](uint32_t u) { return side.aside[u] && (side.text(u) == "to" || side.text(u).starts_with("because")); };
  bool its_own = false;
  for (uint32_t u = other_first; u < other_end; ++u) its_own = its_own || (other.units[u].content() && other.left_over(u));
  if (!its_own) return;
  uint32_t at = first;
  while (at < end && !purpose(at)) ++at;
  for (; at < end; ++at) side.aside[at] = false;
}

// "Pregnancy: the vaccine must not be given during pregnancy." The label in front counts when it narrows.
void set_label_aside(PairSide& side) {
  uint32_t end = 0;
  while (end < side.units.size() && side.units[end].clause == 0) ++end;
  if (end == 0 || end >= side.units.size() || end > 3) return;
  const uint32_t after = side.units[end - 1].end;
  if (side.document->text_of(side.document->tokens[after]) != ":") return;
  for (uint32_t u = 0; u < end; ++u) {
    const auto again = std::find_if(side.units.begin() + end, side.units.end(), [&](const Unit& later) { return later.key == side.units[u].key; });
    if (finite(side, u) || (side.units[u].is(scope_word) && again == side.units.end())) return;
  }
  for (uint32_t u = 0; u < end; ++u) side.aside[u] = side.match[u].match == Match::none;
}

// What one side adds behind the predicate: from "so", "which", "because", "to avoid ..." up to the next word that
// lines up; and clauses between commas of which no word does.
void find_remarks(PairSide& side) {
  const uint32_t size = static_cast<uint32_t>(side.units.size());
  set_label_aside(side);
  for (uint32_t u = side.predicate + 1; u < size; ++u) {
    if (anchored(side, u) || !opens_remark(side, u)) continue;
    uint32_t end = u;
    while (end < size && !(anchored(side, end) && side.units[end].content())) ++end;
    if (end < size && !side.units[u].is(remark_word)) continue;
    for (; u < end; ++u) side.aside[u] = true;
  }
  for (uint32_t first = 0, end = 0; first < size; first = end) {
    bool lines_up = false;
    for (end = first; end < size && side.units[end].clause == side.units[first].clause; ++end) lines_up = lines_up || (side.match[end].match != Match::none && !side.units[end].is(function_word)) || end == side.predicate;
    if (lines_up || first == 0 || side.units[first].is(condition_word | time_link)) continue;
    for (uint32_t u = first; u < end; ++u) side.aside[u] = true;
  }
}

PairSide side_of(const Collection& texts, const NearCopies& copies, uint32_t s, const std::vector<AlignedWord>& match, const WordRelations& words) {
  PairSide side;
  side.sentence = &copies.sentences[s];
  side.document = &texts.documents[side.sentence->place.document];
  side.units = std::span(copies.units).subspan(side.sentence->first, side.sentence->end - side.sentence->first);
  side.match = match;
  side.spent.assign(side.units.size(), false);
  side.aside.assign(side.units.size(), false);
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
    : a(side_of(texts, copies, pair.a, pair.of_a, words)), b(side_of(texts, copies, pair.b, pair.of_b, words)), plain_likeness(pair.likeness), likeness(pair.likeness) {
  const uint32_t n = static_cast<uint32_t>(a.units.size()), m = static_cast<uint32_t>(b.units.size());
  find_remarks(a);
  find_remarks(b);
  const auto asides = std::count(a.aside.begin(), a.aside.end(), true) + std::count(b.aside.begin(), b.aside.end(), true);
  if (asides > 0) likeness = std::min(1.0, likeness * (n + m) / static_cast<double>(std::max<long>(n + m - asides, 2)));
  const auto anchor = [](const AlignedWord& word) { return word.match != Match::none && word.match != Match::moved; };
  for (uint32_t i = 0, j = 0; i < n || j < m;) {
    Gap gap{i, i, j, j};
    while (i < n && !anchor(a.match[i])) ++i;
    while (j < m && !anchor(b.match[j])) ++j;
    gap.a_end = i;
    gap.b_end = j;
    if (gap.a_end > gap.a_first || gap.b_end > gap.b_first) gaps.push_back(gap);
    keep_purposes(a, gap.a_first, gap.a_end, b, gap.b_first, gap.b_end);
    keep_purposes(b, gap.b_first, gap.b_end, a, gap.a_first, gap.a_end);
    i += i < n;
    j += j < m;
  }
}

}  // namespace crosscheck
