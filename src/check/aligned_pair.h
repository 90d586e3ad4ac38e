// Two aligned sentences as the contrasts and gates look at them: which words are left over, where the predicate
// begins, what stance each takes.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "index/near_copies.h"
#include "model/document.h"
#include "model/finding.h"

namespace crosscheck {

// "must not" and the word it is about.
struct StanceAt {
  Stance stance = Stance::none;
  uint32_t first = 0, end = 0;  // units
  int32_t head = -1;            // the unit acted on
};

struct PairSide {
  const Document* document = nullptr;
  const ComparedSentence* sentence = nullptr;
  std::span<const Unit> units;
  std::span<const AlignedWord> match;
  std::vector<StanceAt> stances;
  uint32_t predicate = 0;     // the first unit of the predicate; 0 for "Take ...", size when there is none
  std::vector<bool> spent;    // units that belong to the contrast itself
  std::vector<bool> aside;    // units of a remark that one side adds: "..., which is rare", "so bring a bag"

  bool matched(uint32_t u) const { return match[u].match == Match::equal || match[u].match == Match::same || match[u].match == Match::moved; }
  bool comparable(uint32_t u) const { return match[u].match == Match::opposite || match[u].match == Match::exclusive || match[u].match == Match::number; }
  // Content that found no partner and is no part of the contrast.
  bool left_over(uint32_t u) const { return !matched(u) && !comparable(u) && !spent[u] && !aside[u]; }
  // The next unit that carries content after `u`, at most `reach` on; -1 when there is none.
  int32_t content_after(uint32_t u, uint32_t reach) const;
  int32_t content_before(uint32_t u, uint32_t reach) const;
  Span span(uint32_t first, uint32_t end) const;  // of units [first, end)
  std::string text(uint32_t first, uint32_t end) const { return std::string(document->text_of(span(first, end))); }
  std::string text(uint32_t u) const { return text(u, u + 1); }
  void spend(uint32_t first, uint32_t end);
  std::string_view last_mark() const;
};

// A stretch of both sentences between words that line up. One end may be empty.
struct Gap {
  uint32_t a_first = 0, a_end = 0, b_first = 0, b_end = 0;
};

struct AlignedPair {
  PairSide a, b;
  double plain_likeness = 0;  // of all words
  double likeness = 0;        // remarks aside
  std::vector<Gap> gaps;

  AlignedPair(const Collection& texts, const NearCopies& copies, const SentencePair& pair, const WordRelations& words);
  bool same_document() const { return a.document == b.document; }
};

}  // namespace crosscheck
