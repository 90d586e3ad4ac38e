// The relation of a clause is its verb group: auxiliaries, adverbs between, and the main verb ("is mainly used").
// Without a parse it is found by the first auxiliary, else by the first word that is a verb in its place: at the
// start (an instruction), or behind something that can be its subject. What stands before is the subject, what
// follows, cut at prepositions and commas, the arguments.
//
// Tested by tests/rooms/claims.cpp.
#include <algorithm>

#include "claim/facets.h"
#include "language/tags.h"

namespace crosscheck {
namespace {

constexpr uint32_t kLongestGroup = 8;

struct Finder {
  const Document& document;
  const GrammarTable& grammar;
  uint32_t first, end;
  const std::vector<Quantity>& quantities;

  // "am" of "10 am" is no verb.
  bool counted(uint32_t i) const {
    return std::any_of(quantities.begin(), quantities.end(), [&](const Quantity& q) { return q.first <= i && i < q.end; });
  }
  Symbol word(uint32_t i) const { return document.tokens[i].word; }
  bool is_word(uint32_t i) const { return document.tokens[i].kind == TokenKind::word; }

  bool adverbial(uint32_t i) const { return grammar.filler.contains(word(i)) || document.text_of(document.tokens[i]).ends_with("ly"); }

  // A verb in its place: not behind a determiner or preposition ("the use", "for use").
  bool main_verb(uint32_t i) const {
    if (!grammar.verb(word(i)) || !is_word(i) || counted(i)) return false;
    if (i == first) return true;
    const Symbol before = word(i - 1);
    if (before == grammar.the || grammar.prepositions.contains(before) || grammar.negators.contains(before)) return before == grammar.to;
    if (grammar.function.contains(before) && !grammar.pronouns.contains(before) && document.tokens[i - 1].kind == TokenKind::word && !adverbial(i - 1)) return false;
    // "the effects last between ..."
    if (document.tokens[i - 1].tag == tag::NNS && i + 1 < end && grammar.prepositions.contains(word(i + 1)) && !is_noun(document.tokens[i].tag)) return true;
    const std::string_view text = document.text_of(document.tokens[i]);
    return text.ends_with("s") || text.ends_with("ed") || (grammar.verb(word(i)) != word(i) && !text.ends_with("ing"));
  }

  // "the immunoglobulin given via IVIG therapy": a participle behind its noun.
  bool participle(uint32_t i) const {
    return i > first && i + 1 < end && grammar.prepositions.contains(word(i + 1)) && !document.text_of(document.tokens[i]).ends_with("s");
  }
  // The verb in -s that comes after a participle; the participle itself when there is none.
  uint32_t finite_behind(uint32_t i) const {
    for (uint32_t k = i + 2; k < end; ++k)
      if (grammar.verb(word(k)) && document.text_of(document.tokens[k]).ends_with("s") && main_verb(k)) return k;
    return i;
  }

  uint32_t start_of_relation() const {
    for (uint32_t i = first; i < end; ++i)
      if (grammar.auxiliary(word(i)) && is_word(i) && !counted(i) && document.tokens[i].tag != tag::POS && (i > first || grammar.modals.contains(word(i)) || grammar.do_.contains(word(i)))) return i;
    for (uint32_t i = first; i < end; ++i)
      if (main_verb(i)) return participle(i) ? finite_behind(i) : i;
    return end;
  }

  uint32_t end_of_relation(uint32_t start) const {
    uint32_t last = start + 1;
    if (!grammar.auxiliary(word(start))) return last;
    for (uint32_t i = start + 1; i < end && i < start + kLongestGroup; ++i) {
      if (!is_word(i)) break;
      if (grammar.auxiliary(word(i)) || grammar.negators.contains(word(i))) {
        last = i + 1;
        continue;
      }
      if (grammar.verb(word(i))) return i + 1;
      const bool adverb = document.text_of(document.tokens[i]).ends_with("ly") || (grammar.function.contains(word(i)) && !grammar.prepositions.contains(word(i)) && word(i) != grammar.the) || word(i) == grammar.to;
      if (!adverb || (grammar.function.contains(word(i)) && document.tokens[i].span.size() == 1)) break;
    }
    return last;
  }
};

Span span_of(const Document& document, uint32_t first, uint32_t end) {
  return first < end ? Span{document.tokens[first].span.begin, document.tokens[end - 1].span.end} : Span{};
}

}  // namespace

void find_relation(const Document& document, const Clause& clause, const GrammarTable& grammar, Claim& claim) {
  const Finder finder{document, grammar, clause.condition_end, clause.end, claim.quantities};
  uint32_t start = finder.start_of_relation();
  // An auxiliary of an inner clause ("what the body should be making") is not the main one.
  for (uint32_t i = clause.condition_end + 1; i < start && start < clause.end; ++i)
    if (grammar.inner.contains(finder.word(i)) && finder.word(i - 1) != grammar.comma) {
      const Finder before{document, grammar, clause.condition_end, i, claim.quantities};
      if (const uint32_t earlier = before.start_of_relation(); earlier < i) start = earlier;
      break;
    }
  const uint32_t stop = start < clause.end ? finder.end_of_relation(start) : start;
  uint32_t subject_end = start;
  for (uint32_t i = clause.condition_end; i < start; ++i)
    if (finder.word(i) == grammar.comma || document.tokens[i].kind == TokenKind::punctuation) {
      if (i > clause.condition_end && finder.word(i) != grammar.open && finder.word(i) != grammar.hyphen && finder.word(i) != grammar.close) {
        // "Nausea, diarrhoea and loss of appetite are ...": an enumeration is one subject.
        bool enumerated = false;
        for (uint32_t k = i + 1; k < start; ++k) enumerated |= grammar.coordinators.contains(finder.word(k));
        if (!enumerated) subject_end = i;
        break;
      }
    }
  if (start == clause.end) {  // no verb: a heading, a field, a list item
    claim.subject = span_of(document, clause.condition_end, clause.end);
    claim.confidence = 0.3;
    return;
  }
  claim.subject = span_of(document, clause.condition_end, subject_end);
  claim.relation = span_of(document, start, stop);
  uint32_t from = stop;
  const auto close = [&](uint32_t to) {
    while (from < to && (document.tokens[from].kind == TokenKind::punctuation || grammar.coordinators.contains(finder.word(from)))) ++from;
    if (from < to) claim.arguments.push_back(span_of(document, from, to));
    from = to;
  };
  for (uint32_t i = stop; i < clause.end; ++i) {
    const bool quantity = std::any_of(claim.quantities.begin(), claim.quantities.end(), [&](const Quantity& q) { return q.first < i && i < q.end; });
    if (quantity) continue;
    if (finder.word(i) == grammar.comma || (grammar.prepositions.contains(finder.word(i)) && i > stop && i > from + 1)) close(i);
  }
  close(clause.end);
}

}  // namespace crosscheck
