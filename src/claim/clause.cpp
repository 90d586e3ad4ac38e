// Tested by tests/rooms/claims.cpp.
#include "claim/clause.h"

#include <algorithm>

#include "language/tags.h"

namespace crosscheck {
namespace {

struct Splitter {
  const std::vector<Token>& tokens;
  const GrammarTable& grammar;
  const std::vector<Quantity>& quantities;

  bool has_verb(uint32_t first, uint32_t end) const {
    for (uint32_t i = first; i < end; ++i)
      if (!inside_quantity(i) && (grammar.auxiliary(tokens[i].word) || (tokens[i].tag == 0 ? grammar.verb(tokens[i].word) != 0 : is_verb(tokens[i].tag)))) return true;
    return false;
  }
  bool has_auxiliary(uint32_t first, uint32_t end) const {
    for (uint32_t i = first; i < end; ++i)
      if (!inside_quantity(i) && grammar.auxiliary(tokens[i].word)) return true;
    return false;
  }
  // "... and now supplies": the next word but adverbs is a verb in the present or past.
  bool finite_next(uint32_t i, uint32_t end) const {
    const uint32_t from = i;
    while (i < end && is_adverb(tokens[i].tag)) ++i;
    if (i > from && i < end && grammar.verb(tokens[i].word)) return true;
    return i < end && (tokens[i].tag == tag::VBZ || tokens[i].tag == tag::VBD || tokens[i].tag == tag::MD);
  }
  // Two quantities of one dimension on both sides of `i`, as in "10 years for the frame and 2 years for the rest".
  bool parts_quantities(uint32_t first, uint32_t i, uint32_t end) const {
    for (const Quantity& left : quantities) {
      if (left.first < first || left.end > i) continue;
      for (const Quantity& right : quantities)
        if (right.first > i && right.end <= end && right.dimension == left.dimension && right.per == left.per) return true;
    }
    return false;
  }
  bool inside_quantity(uint32_t i) const {
    for (const Quantity& q : quantities)
      if (q.first < i && i < q.end) return true;
    return false;
  }

  bool breaks(uint32_t first, uint32_t i, uint32_t end) const {
    const Symbol word = tokens[i].word;
    if (grammar.clause_marks.contains(word)) return true;
    if (i == first || i + 2 >= end || inside_quantity(i)) return false;
    // A list or an explanation behind a colon; "Unit rate: 25p" is one statement.
    if (word == grammar.colon) return i > first + 4 && tokens[i + 1].space_before && has_verb(first, i);
    if (grammar.conjunctions.contains(word)) return i > first + 2;
    if (!grammar.coordinators.contains(word)) return false;
    const bool comma = tokens[i - 1].word == grammar.comma;
    if (parts_quantities(first, i, end)) return true;
    if (finite_next(i + 1, end) && has_verb(first, i)) return true;
    return has_auxiliary(i + 1, std::min(end, i + (comma ? 8 : 6))) && has_verb(first, i);
  }
};

// "It is important to know that ...", "Remember that ...": what follows is what is said.
uint32_t introduction_end(const Document& document, uint32_t first, uint32_t end, const GrammarTable& grammar) {
  const auto& tokens = document.tokens;
  uint32_t i = first;
  if (i + 4 < end && grammar.pronouns.contains(tokens[i].word) && grammar.be.contains(tokens[i + 1].word)) i += 3;
  else if (!grammar.filler.contains(tokens[first].word)) return first;
  for (const uint32_t stop = std::min(end, i + 4); i < stop; ++i)
    if (tokens[i].word == grammar.that && i + 3 < end) return i + 1;
  return first;
}

// "If you are pregnant, ...": the condition ends at its comma.
uint32_t condition_end(const Document& document, uint32_t first, uint32_t end, const GrammarTable& grammar) {
  if (!grammar.condition_words.contains(document.tokens[first].word) && !grammar.condition_prepositions.contains(document.tokens[first].word)) return first;
  for (uint32_t i = first + 1; i + 2 < end && i < first + 30; ++i)
    if (document.tokens[i].word == grammar.comma) return i + 1;
  // A clause of its own that is all condition ("if your cholesterol is high").
  return grammar.condition_openers.contains(document.tokens[first].word) ? end : first;
}

}  // namespace

void find_clauses(const Document& document, uint32_t first, uint32_t end, const GrammarTable& grammar, const std::vector<Quantity>& quantities, std::vector<Clause>& out) {
  const Splitter splitter{document.tokens, grammar, quantities};
  uint32_t begin = first;
  const auto close = [&](uint32_t stop) {
    begin = introduction_end(document, begin, stop, grammar);
    out.push_back({begin, stop, condition_end(document, begin, stop, grammar)});
  };
  int depth = 0;
  for (uint32_t i = first; i < end; ++i) {
    const Symbol word = document.tokens[i].word;
    if (word == grammar.open) ++depth;
    else if (word == grammar.close && depth > 0) --depth;
    if (depth > 0 || !splitter.breaks(begin, i, end)) continue;
    if (i > begin) close(i);
    begin = i + 1;
  }
  while (end > begin && document.tokens[end - 1].kind == TokenKind::punctuation && document.tokens[end - 1].word != grammar.close) --end;
  if (end > begin) close(end);
}

}  // namespace crosscheck
