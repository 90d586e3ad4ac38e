// What contrast.cpp, swap_contrast.cpp and wording_contrast.cpp find in one aligned pair.
#pragma once

#include <optional>
#include <string>

#include "check/aligned_pair.h"
#include "check/contrast.h"

namespace crosscheck {

// The words of a contrast, as units of both sides, and what they are.
struct Found {
  ContrastKind kind = ContrastKind::wording;
  uint32_t a_first = 0, a_end = 0, b_first = 0, b_end = 0;
  std::string grounds;
  Answer sure = Answer::passed;  // open: the two values only lean against each other
  bool only_synonyms = false;
  int allowing = 0;  // the side that allows what the other forbids
  int denying = 0;   // the side that denies what the other affirms
  bool once = false;  // a class of which one member holds in one event, and others elsewhere
};
using Result = std::optional<Found>;

// "The author of the hymn is ..." with another name behind "is" on each side: the slot that both subjects name, or "".
std::string slot_of_subjects(const AlignedPair& pair, const Found& found, const WordRelations& words);

// Can the two values stand side by side?
Gate values_gate(const AlignedPair& pair, const Found& found);

// The same words around one pivot with the ends exchanged.
Result swap_contrast(AlignedPair& pair, const WordRelations& words);

// One document says a sentence again with one or two of its words swapped, all others being the same.
Result restated(const AlignedPair& pair);
// The one gap in which both sides have words of their own, all else being equal.
Result replaced(AlignedPair& pair);
// A stand-in of one sense in one or two places, and nothing else.
Result reworded(const AlignedPair& pair);
// Two wordings that an author meant to differ: parallel passages of one document, a word and its gloss.
bool meant_to_differ(const AlignedPair& pair, const Found& found);

}  // namespace crosscheck
