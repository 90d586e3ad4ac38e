// What each clause says of an act, whatever the act: must, may, must not, need not; there is, there is no; happens, does
// not happen; at once, can wait.
//
//   "Never use a microwave"                      forbidden   use, microwave
//   "Warming the bag in a microwave is fine"     allowed     warm, bag, microwave
//
// rules/lexicon/acts.yaml lists the words of stance; the act is what else the clause names. Denials are few: each is
// held against the sentences that name the rarest words of its act, a bounded number of them, so the cost grows with
// the set. check/stance_conflict.h compares.
//
// Tested by the fixtures of contradiction.modality and contradiction.negation.
#pragma once

#include <array>
#include <utility>
#include <vector>

#include "index/meaning.h"
#include "language/word_relations.h"
#include "model/document.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

enum class Hold : uint8_t { none, required, allowed, holds, forbidden, fails, needless, urgent, calm };
inline bool denies(Hold hold) { return hold == Hold::forbidden || hold == Hold::fails; }
inline bool affirms(Hold hold) { return hold == Hold::required || hold == Hold::allowed || hold == Hold::holds; }

// rules/lexicon/acts.yaml. Prepare it before LemmaTable, and ActKeyTable after MeaningTable.
struct ActTable {
  explicit ActTable(Rulebook& book);

  enum Expression : int32_t { deny, forbid, warn, cease, require, need, needless, allow, exist, lack, urgent, calm };
  PhraseSet expressions, bounds, limits, softs, in_part, beside_denial, conditions, asides, acts;
  Symbol be = 0, and_ = 0;
  WordSet near, prepositions, relatives, not_told, joints, happens, imperative_openers, light, callers, apart_verbs, ability, addressed, negative;
  std::vector<std::pair<Symbol, Symbol>> apart;  // verb, particle
};

// The keys under which a word may be met again: its meaning, its root, its line of `one_act`; 0 is no key.
using ActKeys = std::array<Key, 3>;

struct ActKeyTable {
  explicit ActKeyTable(Rulebook& book);
  std::vector<ActKeys> keys;  // by Symbol of the rulebook
};

struct ActWord {
  uint32_t token = 0;
  ActKeys keys{};
  WordKind kind = WordKind::content;
  bool verb = false, noun = false, name = false, light = false;
};

struct StanceClause {
  enum Part : uint8_t { main, condition, aside };
  // What kind of thing it says: what a reader may do, what there is or is offered, anything else.
  enum Kind : uint8_t { fact, instruction, offer };
  uint32_t first = 0, end = 0;  // tokens
  Part part = main;
  Kind kind = fact;
  Hold hold = Hold::none;
  Symbol offered = 0;  // the word by which it is offered: "sold", "refunded"; 0: "there is"
  uint32_t shown_first = 0, shown_end = 0;  // the words of stance
  bool soft = false, in_part = false, bounded = false, limited = false, turned = false;
};

class StanceReader {
 public:
  StanceReader(const Collection& texts, const Meanings& meanings, const Rulebook& rules);
  // The clauses of a sentence, in order.
  std::vector<StanceClause> read(const Document& document, const Sentence& sentence) const;
  // May the clause deny in words that no list has?
  bool doubtful(const Document& document, const StanceClause& clause) const;
  // The words of content in [first, end) that are no words of stance.
  std::vector<ActWord> words(const Document& document, uint32_t first, uint32_t end) const;
  // The words of content that the clause's predicate governs, in order: of a light or a stance verb what it governs,
  // else the verb itself with its object. `wide`: all that its verbs govern.
  std::vector<uint32_t> governed(const Document& document, const StanceClause& clause, bool wide) const;
  const ActKeys& keys(Symbol lemma) const { return lemma < base_ ? known_.keys[lemma] : own_[lemma - base_]; }
  const ActTable& table() const { return table_; }

 private:
  void cut(const Document& document, const Sentence& sentence, std::vector<StanceClause>& out) const;
  void judge(const Document& document, StanceClause& clause) const;
  bool commands(const Document& document, const StanceClause& clause) const;
  bool grants(const Document& document, uint32_t modal, uint32_t end) const;
  uint32_t relative_end(const Document& document, uint32_t at, uint32_t end) const;
  bool passive(const Document& document, uint32_t modal, uint32_t end) const;
  bool is_light(const Token& token) const { return table_.light.contains(token.lemma) || table_.light.contains(token.word); }

  const MeaningTable& meanings_;
  const ActTable& table_;
  const ActKeyTable& known_;
  Symbol base_;
  std::vector<ActKeys> own_;
};

// A denial (or a stance that others may exclude) and a sentence that may affirm what it denies.
struct StanceCandidate {
  uint32_t document = 0, sentence = 0, clause = 0;
  uint32_t other_document = 0, other_sentence = 0;
};

std::vector<StanceCandidate> find_stances(const Collection& texts, const StanceReader& reader);

struct Stances {
  StanceReader reader;
  std::vector<StanceCandidate> candidates;
};

}  // namespace crosscheck
