// Tested by tests/rooms/parse.cpp; trained by src/train/parser_trainer.cpp.
#include "language/parser.h"

#include <algorithm>

#include "language/coordination.h"

namespace crosscheck {

using namespace arc_eager;

const std::vector<Parser::Arc>& Parser::parse(const std::vector<ParseWord>& words) {
  nodes_.fill(words);
  state_.start(static_cast<int>(words.size()));
  arcs_.assign(words.size(), {-1, 0, kMostSure});
  find_tree();
  one_root();
  name_relations();
  mend_coordination(words, arcs_);
  return arcs_;
}

void Parser::find_tree() {
  Cells cells;
  int32_t sums[Weights::kDenseClasses];
  const auto margin_of = [&](int node) -> int32_t& { return arcs_[static_cast<size_t>(node - 1)].margin; };
  while (!state_.done()) {
    int chosen = state_.forced();
    if (chosen < 0) {
      transition_features(nodes_, state_, cells);
      model_.transitions.score(cells.cell, cells.count, sums);
      const Choice choice = choose(state_, sums);
      chosen = choice.best;
      if (is_right(chosen)) margin_of(state_.next) = choice.margin;
      // A root is as sure as the least sure of the decisions that gave it no head.
      else if (is_left(chosen)) margin_of(state_.top()) = choice.margin;
      else if (state_.head[static_cast<size_t>(state_.top())] == 0) margin_of(state_.top()) = std::min(margin_of(state_.top()), choice.margin);
    }
    state_.apply(chosen);
  }
}

// The first word under the root is the sentence's head, and head of the others that were left there.
void Parser::one_root() {
  int first = 0;
  for (int node = 1; node <= state_.size; ++node) {
    int16_t& head = state_.head[static_cast<size_t>(node)];
    if (head != state_.root()) continue;
    if (first == 0) first = node;
    else head = static_cast<int16_t>(first), state_.kind[static_cast<size_t>(node)] = right_other, arcs_[static_cast<size_t>(node - 1)].margin = 0;
  }
}

void Parser::name_relations() {
  Cells cells;
  int32_t sums[256];
  for (int node = 1; node <= state_.size; ++node) {
    Arc& arc = arcs_[static_cast<size_t>(node - 1)];
    const int head = state_.head[static_cast<size_t>(node)];
    if (head == state_.root()) {
      arc.head = -1;
      arc.relation = relation::root;
      continue;
    }
    arc.head = head - 1;
    arc.relation = model_.sure_relations.find(relation_key(nodes_, state_, node));
    if (arc.relation != 0) continue;
    relation_features(nodes_, state_, node, cells);
    model_.relations.score(cells.cell, cells.count, sums);
    sums[relation::root] = INT32_MIN;
    const int32_t* best = std::max_element(sums + 1, sums + model_.relations.classes());
    int32_t second = INT32_MIN;
    for (const int32_t* other = sums + 1; other < sums + model_.relations.classes(); ++other)
      if (other != best) second = std::max(second, *other);
    arc.relation = static_cast<RelationId>(best - sums);
    arc.margin = std::min(arc.margin, *best - second);
  }
}

}  // namespace crosscheck
