// How many (all, most, some, none, only) and how often (rarely, very common), and of what.
//
// In a parsed clause the word says what it hangs on: "most patients" counts patients, "the most common" compares. The
// quantifier of the claim is that of its subject; the others are told beside it.
//
// Tested by tests/rooms/claims.cpp, tests/rooms/facets.cpp.
#include <algorithm>

#include "claim/arcs.h"
#include "claim/facets.h"

namespace crosscheck {
namespace {

constexpr uint32_t kNone = SentenceTree::kNone;

Frequency frequency_of(const Document& document, const GrammarTable& grammar, uint32_t i, const PhraseSet::Match& match) {
  const GrammarTable::FrequencyClass& kind = grammar.frequency_classes[grammar.frequency_class_of[static_cast<size_t>(match.value)]];
  return {{document.tokens[i].span.begin, document.tokens[i + match.tokens - 1].span.end}, {}, kind.name, kind.low, kind.high};
}

class ParsedAmounts {
 public:
  ParsedAmounts(const Document& document, const Clause& clause, const GrammarTable& grammar, Claim& claim) : document_(document), arcs_(document, clause), grammar_(grammar), claim_(claim) {}

  void find() {
    const auto& tokens = document_.tokens;
    for (uint32_t i = arcs_.tree.first(); i < arcs_.tree.end();) {
      if (const PhraseSet::Match other = grammar_.other_senses.match(tokens, i, arcs_.tree.end()); other.tokens > 0) {
        i += other.tokens;
        continue;
      }
      if (const PhraseSet::Match match = grammar_.frequencies.match(tokens, i, arcs_.tree.end()); match.tokens > 0 && how_often(i, match)) {
        i += match.tokens;
        continue;
      }
      const PhraseSet::Match match = grammar_.quantifiers.match(tokens, i, arcs_.tree.end());
      if (match.tokens > 0) how_many(i, match);
      i += std::max(1u, match.tokens);
    }
  }

 private:
  // The word of a phrase that hangs on something outside it.
  uint32_t top_of(uint32_t first, uint32_t end) const {
    uint32_t top = end - 1;
    while (arcs_.head(top) != kNone && first <= arcs_.head(top) && arcs_.head(top) < end) top = arcs_.head(top);
    return top;
  }
  bool compared(uint32_t i) const { return i > arcs_.tree.first() && (arcs_.token(i - 1).tag == tag::RBS || arcs_.token(i - 1).tag == tag::RBR) && arcs_.token(i - 1).relation == relation::advmod; }

  bool how_often(uint32_t i, const PhraseSet::Match& match) {
    const uint32_t top = top_of(i, i + match.tokens);
    if ((compared(i) && match.tokens == 1) || !arcs_.own(top)) return false;
    if (claim_.frequency) return true;
    claim_.frequency = frequency_of(document_, grammar_, i, match);
    // "Headache is common": of the headache.
    uint32_t of = arcs_.head(top);
    if (top == arcs_.predicate || of == kNone) of = arcs_.tree.subject(top);
    if (of != kNone) claim_.frequency->of = arcs_.token(of).span;
    return true;
  }

  void how_many(uint32_t i, const PhraseSet::Match& match) {
    const uint32_t last = i + match.tokens - 1, top = top_of(i, i + match.tokens);
    const Token& token = arcs_.token(top);
    if (match.tokens == 1 && (grammar_.unquantified.contains(token.word) || compared(i))) return;
    if (token.relation == relation::cc_preconj || !arcs_.own(top)) return;
    const bool limits = static_cast<Quantifier>(match.value) == Quantifier::only;
    uint32_t of = arcs_.head(top);
    if (!limits) {
      const RelationId r = base_relation(token.relation);
      const bool before = r == relation::det || r == relation::amod || r == relation::nummod || r == relation::advmod;
      // "most common" compares, "no longer" is a time, "1 % each" counts nothing out.
      if (before && (of == kNone || of < top || !(is_noun(arcs_.token(of).tag) || arcs_.token(of).tag == tag::CD || is_adjective(arcs_.token(of).tag)))) return;
      if (r == relation::advmod && !is_noun(arcs_.token(of).tag)) return;
      if (!before) of = arcs_.tree.has(top, relation::nmod) ? arcs_.tree.child(top, relation::nmod) : top;
    }
    const Quantified found{static_cast<Quantifier>(match.value), arcs_.span({i, last + 1}), of == kNone ? Span{} : arcs_.token(of).span};
    claim_.quantified.push_back(found);
    if (claim_.quantifier == Quantifier::unstated && claim_.subject.contains(found.span)) claim_.quantifier = found.value;
  }

  const Document& document_;
  const ClauseArcs arcs_;
  const GrammarTable& grammar_;
  Claim& claim_;
};

void by_pattern(const Document& document, const Clause& clause, const GrammarTable& grammar, Claim& claim) {
  for (uint32_t i = clause.condition_end; i < clause.end;) {
    const Token& token = document.tokens[i];
    uint32_t step = 1;
    if (claim.subject.contains(token.span) && claim.quantifier == Quantifier::unstated) {
      const PhraseSet::Match match = grammar.quantifiers.match(document.tokens, i, clause.end);
      if (match.tokens > 0) {
        claim.quantifier = static_cast<Quantifier>(match.value);
        claim.quantified.push_back({claim.quantifier, {token.span.begin, document.tokens[i + match.tokens - 1].span.end}, {}});
      }
    }
    const PhraseSet::Match match = grammar.frequencies.match(document.tokens, i, clause.end);
    if (match.tokens > 0 && !claim.frequency) {
      claim.frequency = frequency_of(document, grammar, i, match);
      step = match.tokens;
    }
    i += step;
  }
}

}  // namespace

void find_quantifier(const Document& document, const Clause& clause, const GrammarTable& grammar, Claim& claim) {
  if (clause.tree) ParsedAmounts(document, clause, grammar, claim).find();
  else by_pattern(document, clause, grammar, claim);
}

}  // namespace crosscheck
