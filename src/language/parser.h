// Dependencies: a greedy arc-eager parser finds the tree, a second perceptron names the relations.
#pragma once

#include <vector>

#include "language/arc_eager.h"
#include "language/features.h"
#include "language/model_file.h"

namespace crosscheck {

class Parser {
 public:
  static constexpr int32_t kMostSure = 2000;

  struct Arc {
    int head = -1;  // index of the head word, -1 for the root
    RelationId relation = 0;
    int32_t margin = 0;  // the smaller of the margins with which the arc and its relation won
  };

  explicit Parser(const Model& model) : model_(model) {}
  // The arcs of a tagged sentence, one a word. Valid until the next call.
  const std::vector<Arc>& parse(const std::vector<ParseWord>& words);

  // For the trainer.
  const ParseNodes& nodes() const { return nodes_; }
  const arc_eager::State& tree() const { return state_; }

 private:
  void find_tree();
  void one_root();
  void name_relations();

  const Model& model_;
  ParseNodes nodes_;
  arc_eager::State state_;
  std::vector<Arc> arcs_;
};

}  // namespace crosscheck
