// Two values that are said of one thing in different words: their frames (index/value_frames.h) are held together.
#pragma once

#include "check/value_conflict.h"
#include "index/value_frames.h"

namespace crosscheck {

// What two frames share, and what each says alone.
struct FrameMatch {
  struct Rest {
    unsigned nouns = 0, verbs = 0, others = 0;  // words of content that say which value it is
    unsigned modifiers = 0;                     // those of the nouns and others that narrow a word with a partner
    unsigned names = 0, scope = 0, conditions = 0, negators = 0;
    unsigned content() const { return nouns + verbs + others + names; }
  };
  double nouns = 0, verbs = 0, others = 0, near = 0, carriers = 0, scope = 0;  // what finds a partner
  Rest a, b;
  bool amounts_differ = false;  // "most" and "some"
  bool opposed = false;  // two words that exclude each other
  // 1: hardly a word differs.
  double likeness() const {
    const double both = 2 * (anchored() + scope);
    return both / (both + a.content() + b.content() + a.scope + b.scope + 1e-9);
  }
  double anchored() const { return nouns + verbs + others; }
};

FrameMatch match_frames(const CheckInput& in, const Frame& a, const Frame& b);

// Judges a candidate pair; false: no conflict.
bool judge_frames(const CheckInput& in, uint32_t first, uint32_t second, ValueConflict& out);

}  // namespace crosscheck
