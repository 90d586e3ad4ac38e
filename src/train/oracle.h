// The dynamic oracle of Goldberg and Nivre (2013): how many arcs of the gold tree a transition puts out of reach,
// in any state, also one reached through mistakes. So the parser is trained on what follows its own errors.
#pragma once

#include <vector>

#include "language/arc_eager.h"
#include "train/treebank.h"

namespace crosscheck::train {

// The gold tree by node.
struct GoldTree {
  std::vector<int> head;
  std::vector<uint8_t> kind;  // the transition that makes the node's arc

  explicit GoldTree(const GoldSentence& sentence);
};

// Arcs lost, and one for an arc of the wrong kind.
int cost(const arc_eager::State& state, const GoldTree& gold, int transition);

}  // namespace crosscheck::train
