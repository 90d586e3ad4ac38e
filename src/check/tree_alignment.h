// The words of two sentences that say one thing in another order or in other words, paired one to one: the surest
// first, those with alike neighbours and alike heads before others. What is of opposite poles or of one class is
// paired only when neither has a better partner.
#pragma once

#include "check/sentence_tree.h"
#include "index/near_copies.h"

namespace crosscheck {

// Fills of_a, of_b and likeness: 2 x words of content that found a partner / all words of content. Below the `least`
// likeness the small words are left alone.
SentencePair align_trees(const NearCopies& copies, uint32_t a, uint32_t b, const SentenceTree& of_a, const SentenceTree& of_b, const WordRelations& words, double least);

}  // namespace crosscheck
