// The dependency tree of one sentence, read for its phrases. Tokens are named by their place in the document.
//
//   the pooled antibodies extracted from plasma
//       phrase of "antibodies": all of it; subtree of "plasma": "from plasma"
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/document.h"

namespace crosscheck {

struct TokenSpan {
  uint32_t first = 0, end = 0;  // tokens, half open
  bool empty() const { return first >= end; }
  bool contains(uint32_t token) const { return first <= token && token < end; }
};

class SentenceTree {
 public:
  static constexpr uint32_t kNone = UINT32_MAX;

  // False when the sentence was not parsed.
  bool read(const Document& document, const Sentence& sentence);

  uint32_t first() const { return first_; }
  uint32_t end() const { return first_ + static_cast<uint32_t>(extent_.size()); }
  uint32_t root() const { return root_; }
  // In the order of the text.
  std::span<const uint32_t> children(uint32_t token) const { return {children_.data() + place_[token - first_], children_.data() + place_[token - first_ + 1]}; }
  // A token with all that hangs on it.
  TokenSpan subtree(uint32_t token) const { return extent_[token - first_]; }
  // The same without marks of punctuation at its ends.
  TokenSpan clause(uint32_t token) const;
  // A noun with what belongs to its name: no preposition before it, no relative clause or apposition behind a comma.
  TokenSpan phrase(uint32_t token) const;

  uint32_t child(uint32_t token, RelationId wanted) const;  // kNone when there is none
  bool has(uint32_t token, RelationId wanted) const { return child(token, wanted) != kNone; }
  // The subject that stands beside a predicate, of any kind.
  uint32_t subject(uint32_t token) const;
  // Something is said of something: a verb, or what a form of "be" links.
  bool predicates(uint32_t token) const;

 private:
  uint32_t named_subject(uint32_t token) const;
  bool belongs(uint32_t child, uint32_t head) const;

  const Document* document_ = nullptr;
  uint32_t first_ = 0, root_ = 0;
  std::vector<uint32_t> place_, children_, fill_;
  std::vector<TokenSpan> extent_;
};

}  // namespace crosscheck
