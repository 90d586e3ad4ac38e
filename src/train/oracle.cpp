// Tested by tests/rooms/parse.cpp.
#include "train/oracle.h"

namespace crosscheck::train {

using namespace arc_eager;

GoldTree::GoldTree(const GoldSentence& sentence) {
  const int size = static_cast<int>(sentence.gold.size());
  head.assign(static_cast<size_t>(size) + 4, 0);
  kind.assign(head.size(), 0);
  for (int node = 1; node <= size; ++node) {
    const GoldWord& word = sentence.gold[static_cast<size_t>(node - 1)];
    const auto at = static_cast<size_t>(node);
    head[at] = word.head < 0 ? size + 1 : word.head + 1;
    kind[at] = transition_for(word.relation, node < head[at]);
  }
}

int cost(const State& state, const GoldTree& gold, int transition) {
  const auto head = [&](int node) { return gold.head[static_cast<size_t>(node)]; };
  const auto free = [&](int node) { return state.head[static_cast<size_t>(node)] == 0; };
  const int top = state.top(), next = state.next;
  int lost = 0;
  // Dependents of the top of the stack that are still to be read.
  const auto right_dependents = [&] {
    for (int node = next; node <= state.size; ++node) lost += head(node) == top;
  };
  if (transition == shift) {
    for (const int node : state.stack) lost += (head(next) == node) + (head(node) == next && free(node));
  } else if (transition == reduce) {
    right_dependents();
  } else if (is_left(transition)) {
    if (head(top) == next) lost += transition != gold.kind[static_cast<size_t>(top)];
    else lost += head(top) > next;
    right_dependents();
  } else {
    if (head(next) == top) {
      lost += transition != gold.kind[static_cast<size_t>(next)];
    } else {
      lost += head(next) > next;
      for (const int node : state.stack) lost += head(next) == node;
    }
    for (const int node : state.stack) lost += head(node) == next && free(node);
  }
  return lost;
}

}  // namespace crosscheck::train
