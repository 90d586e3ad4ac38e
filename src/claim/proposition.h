// What a parsed sentence says, one thing at a time: who, does what, to what. Everything that is asserted counts: the
// main clause and those joined to it, relative clauses, participles behind their noun, appositions, what somebody
// says or knows. Purposes ("to reduce pain"), conditions and questions assert nothing.
#pragma once

#include <array>
#include <vector>

#include "claim/grammar.h"
#include "claim/tree.h"

namespace crosscheck {

struct Proposition {
  static constexpr uint32_t kMostArguments = 8;

  uint32_t predicate = 0;
  TokenSpan relation;   // empty: an apposition, "is"
  TokenSpan auxiliary;  // stands apart from the rest of the relation: "was" of "was born and educated"
  TokenSpan subject;    // empty when unstated, as in an instruction
  bool shares_subject = false;  // it stands beside another verb
  std::array<TokenSpan, kMostArguments> arguments;
  uint32_t argument_count = 0;
  TokenSpan speaker;    // "the agency said that ..."
  double confidence = 0;

  void add(TokenSpan argument) {
    if (!argument.empty() && argument_count < kMostArguments) arguments[argument_count++] = argument;
  }
};

class PropositionReader {
 public:
  explicit PropositionReader(const GrammarTable& grammar) : grammar_(grammar) {}
  // The propositions of a sentence in the order of their predicates; none when it was not parsed. Valid until the
  // next call.
  const std::vector<Proposition>& read(const Document& document, const Sentence& sentence);
  const SentenceTree& tree() const { return tree_; }

 private:
  bool asserted(uint32_t predicate) const;
  bool open_question(uint32_t predicate) const;
  bool realised(uint32_t predicate) const;
  void read_clause(uint32_t predicate);
  void read_apposition(uint32_t noun);
  TokenSpan subject_of(uint32_t predicate, int depth = 0) const;
  TokenSpan antecedent(uint32_t noun, uint32_t clause) const;
  bool relative(uint32_t token) const;
  void find_relation(uint32_t predicate, Proposition& out) const;
  void add_arguments(uint32_t predicate, Proposition& out) const;
  void add_behind(uint32_t predicate, Proposition& out) const;
  void add_before(uint32_t predicate, Proposition& out) const;
  TokenSpan argument(uint32_t child) const;
  uint32_t chained(uint32_t predicate, uint32_t relation_end) const;
  double confidence_of(uint32_t predicate, const Proposition& out) const;

  const Token& token(uint32_t i) const { return document_->tokens[i]; }

  const GrammarTable& grammar_;
  const Document* document_ = nullptr;
  SentenceTree tree_;
  std::vector<Proposition> out_;
};

}  // namespace crosscheck
