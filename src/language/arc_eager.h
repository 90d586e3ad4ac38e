// The arc-eager transition system: a sentence is read once from left to right with a stack of words that still
// look for their head or for dependents to their right.
//
//   shift    push the next word
//   reduce   pop a word that has its head
//   left     the next word becomes head of the top of the stack, which is popped
//   right    the top of the stack becomes head of the next word, which is pushed
//
// The root is a node behind the last word, so that every run ends in a tree. Arcs are made in a few kinds, that
// later decisions may see what was found ("has a subject already"); the exact relations are named afterwards.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "language/tags.h"

namespace crosscheck::arc_eager {

enum Transition : uint8_t { shift, reduce, left_subject, left_other, right_conjunct, right_core, right_nominal, right_other, transitions };

inline bool is_left(int t) { return t == left_subject || t == left_other; }
inline bool is_right(int t) { return t >= right_conjunct; }

// The transition that makes an arc of this relation; the root's arc goes to the left.
inline Transition transition_for(RelationId r, bool to_left) {
  const RelationId base = base_relation(r);
  if (to_left) return base == relation::nsubj || base == relation::csubj || base == relation::expl ? left_subject : left_other;
  switch (base) {
    case relation::conj: return right_conjunct;
    case relation::obj: case relation::iobj: case relation::xcomp: case relation::ccomp: case relation::compound: return right_core;
    case relation::obl: case relation::nmod: return right_nominal;
    default: return right_other;
  }
}

// Nodes: 0 is none, 1 to n the words, n + 1 the root; behind it come two more nones.
struct State {
  int size = 0;  // n
  int next = 1;  // the next word to be read
  std::vector<int16_t> stack;
  // By node. left1 and right1 are the outermost dependents, left2 and right2 those before.
  std::vector<int16_t> head, left1, left2, right1, right2;
  std::vector<uint8_t> lefts, rights;  // how many dependents
  std::vector<uint8_t> kind;           // the transition that gave the node its head
  std::vector<uint8_t> found;          // bits: the kinds of its dependents

  int root() const { return size + 1; }
  int top() const { return stack.empty() ? 0 : stack.back(); }
  bool done() const { return next == root() && stack.empty(); }

  void start(int n) {
    size = n;
    next = 1;
    stack.clear();
    for (auto* part : {&head, &left1, &left2, &right1, &right2}) part->assign(static_cast<size_t>(n) + 4, 0);
    for (auto* part : {&lefts, &rights, &kind, &found}) part->assign(static_cast<size_t>(n) + 4, 0);
  }

  bool allows(int t) const {
    const bool at_end = next == root();
    if (t == shift) return !at_end;
    if (stack.empty()) return false;
    const bool has_head = head[static_cast<size_t>(stack.back())] != 0;
    if (t == reduce) return has_head;
    return is_left(t) ? !has_head : !at_end;
  }

  // The only transition there is, or -1. Behind the last word the tree closes by itself: what has no head is a root.
  int forced() const {
    if (stack.empty()) return shift;
    if (next != root()) return -1;
    return head[static_cast<size_t>(stack.back())] != 0 ? reduce : left_other;
  }

  void attach(int to, int dependent, int t) {
    const auto h = static_cast<size_t>(to), d = static_cast<size_t>(dependent);
    head[d] = static_cast<int16_t>(to);
    kind[d] = static_cast<uint8_t>(t);
    found[h] = static_cast<uint8_t>(found[h] | 1u << t);
    if (dependent < to) {
      left2[h] = left1[h];
      left1[h] = static_cast<int16_t>(dependent);
      lefts[h] = static_cast<uint8_t>(std::min(lefts[h] + 1, 200));
    } else {
      right2[h] = right1[h];
      right1[h] = static_cast<int16_t>(dependent);
      rights[h] = static_cast<uint8_t>(std::min(rights[h] + 1, 200));
    }
  }

  void apply(int t) {
    if (t == shift) {
      stack.push_back(static_cast<int16_t>(next++));
    } else if (t == reduce) {
      stack.pop_back();
    } else if (is_left(t)) {
      attach(next, stack.back(), t);
      stack.pop_back();
    } else {
      attach(stack.back(), next, t);
      stack.push_back(static_cast<int16_t>(next++));
    }
  }
};

// The best and second best allowed transitions by score; the first among equals.
struct Choice {
  int best = -1;
  int32_t margin = 0;
};

template <class Score>
Choice choose(const State& state, const Score* scores) {
  Choice choice;
  Score first{}, second{};
  bool rival = false;
  for (int t = 0; t < transitions; ++t) {
    if (!state.allows(t)) continue;
    if (choice.best < 0 || scores[t] > first) {
      if (choice.best >= 0) second = first, rival = true;
      choice.best = t;
      first = scores[t];
    } else if (!rival || scores[t] > second) {
      second = scores[t];
      rival = true;
    }
  }
  choice.margin = rival ? static_cast<int32_t>(first - second) : 0;
  return choice;
}

}  // namespace crosscheck::arc_eager
