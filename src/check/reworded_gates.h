// The gates between two statements that are said in other words (check/reworded.h): what was left over in the two
// statements that hold the contrast, read off their trees.
#pragma once

#include "check/aligned_pair.h"
#include "check/contrast.h"
#include "check/sentence_tree.h"

namespace crosscheck {

struct TreeSide {
  PairSide& side;
  const SentenceTree& tree;
};

// How much a word counts when it is asked how many line up; 0 for small words.
double weight_of(const Unit& unit);

// What a word is to its head, the passive turned round.
enum class Role : uint8_t { none, subject, object, place, modifier, complement };
Role role_of(const TreeNode& node);

// The units in which a contrast stands, and the heads of their statements.
struct ContrastPlace {
  int32_t at_a = -1, at_b = -1, frame_a = -1, frame_b = -1;
};

struct RewordedContrast {
  ContrastKind kind = ContrastKind::wording;
  int allowing = 0, denying = 0;
  bool arranged = false;  // the words are the same and stand in another order
};

// All gates; `likeness` becomes the share of words that line up in the two statements.
std::vector<Gate> reworded_gates(const AlignedPair& pair, const TreeSide& a, const TreeSide& b, const ContrastPlace& place, const RewordedContrast& contrast, double& likeness);

}  // namespace crosscheck
