// A compared sentence as a tree of its units: who hangs on whom, which clause each belongs to, what is denied.
//
//   "The tablets do not contain any sugar because it harms the teeth."
//     contain   root of the statement; denied
//     tablets   subject of contain; what "not" denies does not reach it
//     sugar     object of contain; denied
//     harms     a reason: a statement of its own
//
// Denial is counted by reach: each "not", "no", "without", "lack of" denies what hangs on it, so that two of them
// over one word affirm it. A clause under "if" or "unless" states nothing; it is marked as a condition.
#pragma once

#include <span>
#include <vector>

#include "index/near_copies.h"
#include "model/document.h"

namespace crosscheck {

struct TreeNode {
  int32_t head = -1;          // unit; -1 at the top
  RelationId relation = 0;    // without its subtype
  bool passive = false;       // a passive subject, or "by" whom
  int32_t frame = 0;          // the unit at the head of the statement this belongs to
  int32_t clause = 0;         // the nearest clause head, conditions and relative clauses too
  bool condition = false;     // under "if", "unless", "when"
  bool aside = false;         // in a clause that the statement can do without
  uint8_t denials = 0;
  bool denied_here = false;   // the word that a "not" or "no" stands with
  Amount amount = Amount::none;  // "all", "few", "never" that hangs on it
  bool soft = false;          // "often", "in some people" hangs on it
  Symbol marked = 0;          // its preposition
};

class SentenceTree {
 public:
  SentenceTree(const Document& document, const ComparedSentence& sentence, std::span<const Unit> units);
  explicit operator bool() const { return parsed_; }
  const TreeNode& operator[](uint32_t u) const { return nodes_[u]; }
  uint32_t size() const { return static_cast<uint32_t>(nodes_.size()); }
  bool under(uint32_t u, uint32_t above) const;
  // The head of the subject of a statement; -1 when it has none ("Take ...").
  int32_t subject(int32_t frame) const;

 private:
  void find_heads(const Document& document, const ComparedSentence& sentence);
  void find_clauses(const Document& document);
  void find_denials(const Document& document);
  void find_amounts(const Document& document);
  void deny(uint32_t top, int32_t spared = -1);
  bool opens_clause(const Document& document, uint32_t u) const;

  std::span<const Unit> units_;
  std::vector<TreeNode> nodes_;
  std::vector<uint8_t> kinds_;  // of clause heads
  bool parsed_ = false;
};

}  // namespace crosscheck
