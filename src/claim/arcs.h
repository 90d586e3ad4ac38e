// A clause in its parse, as the facets ask about it: which words are said of its own predicate, and which belong to a
// clause within it ("patients who do not smoke" denies nothing of the patients).
#pragma once

#include "claim/clause.h"
#include "claim/tree.h"
#include "language/tags.h"
#include "model/document.h"

namespace crosscheck {

class ClauseArcs {
 public:
  ClauseArcs(const Document& document, const Clause& clause) : tree(*clause.tree), predicate(clause.predicate), document_(document) {}

  const SentenceTree& tree;
  const uint32_t predicate;

  const Token& token(uint32_t i) const { return document_.tokens[i]; }
  Symbol word(uint32_t i) const { return token(i).word; }
  uint32_t head(uint32_t i) const { return token(i).head < 0 ? SentenceTree::kNone : static_cast<uint32_t>(token(i).head); }
  Span span(TokenSpan t) const { return {token(t.first).span.begin, token(t.end - 1).span.end}; }

  // "begins to work": the verb in the infinitive goes on with what is said.
  bool goes_on(uint32_t i) const;
  // True when no other clause stands between the token and the predicate.
  bool own(uint32_t i) const;
  // The clause this one is joined to, whose auxiliaries and denial it shares: "may cause | and worsen", "does not
  // smell | or stain". kNone when it has its own.
  uint32_t shares_with() const;
  // The first token of an adverbial: its preposition or conjunction.
  uint32_t opener(uint32_t adverbial) const { return tree.clause(adverbial).first; }
  bool instruction() const;

 private:
  bool instruction(uint32_t verb) const;

  const Document& document_;
};

}  // namespace crosscheck
