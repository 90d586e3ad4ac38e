// The words of two sentences that say one thing in another order or in other words, paired one to one: the surest
// first, those with alike neighbours and alike heads before others. What is of opposite poles or of one class is
// paired only when neither has a better partner.
#pragma once

#include <span>
#include <vector>

#include "check/sentence_tree.h"
#include "index/near_copies.h"

namespace crosscheck {

// For each word of a sentence, a bit for each thing by which another may be alike: two words without one in common
// are not. Worked out once a sentence.
class WordTraits {
 public:
  WordTraits(const NearCopies& copies, const WordRelations& words) : copies_(copies), words_(words), bits_(copies.units.size()), any_(copies.sentences.size()) {}
  std::span<const uint64_t> of(uint32_t sentence);
  // The most that the likeness of two sentences can be.
  double likeness_bound(uint32_t a, uint32_t b);

 private:
  const NearCopies& copies_;
  const WordRelations& words_;
  std::vector<uint64_t> bits_;  // by unit; 0 for small words
  std::vector<uint64_t> any_;   // by sentence, the bits of all its words; 0 until worked out
};

// Fills of_a, of_b and likeness: 2 x words of content that found a partner / all words of content. Below the `least`
// likeness the small words are left alone.
SentencePair align_trees(const NearCopies& copies, uint32_t a, uint32_t b, const SentenceTree& of_a, const SentenceTree& of_b, const WordRelations& words, WordTraits& traits, double least);

}  // namespace crosscheck
