// Contrasts of two sentences that have the same words and arrange them in another way: who does it to whom, what
// is more than what, what comes first, what is the most. "The centre trains the doctors" / "The doctors train the
// centre"; "The liver releases insulin" / "Insulin is released by the pancreas".
#pragma once

#include "check/found_contrast.h"
#include "check/sentence_tree.h"

namespace crosscheck {

inline constexpr const char* kChangedPlaces = "the two have changed places";
inline constexpr const char* kUnequal = "equal / unequal";
inline constexpr const char* kHolder = "what holds the superlative";

// `at_a` and `at_b` become the units in whose statements the contrast stands.
Result arrangement(AlignedPair& pair, const SentenceTree& a, const SentenceTree& b, const WordRelations& words, int32_t& at_a, int32_t& at_b);

}  // namespace crosscheck
