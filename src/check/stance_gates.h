// The gates between two places that take stances: of whom, in which form, of what, when (check/topic_stance.h,
// check/stance_conflict.h).
#pragma once

#include "check/check.h"
#include "check/gate.h"

namespace crosscheck {

class TopicTable;

// The words of a stance with those of its act: tokens [first, end).
struct StancePlace {
  uint32_t document = 0, sentence = 0, first = 0, end = 0;
};

// `shared`: words of content that stand in both sentences beside these places.
void ask_stance_gates(const CheckInput& in, const TopicTable& table, const StancePlace& a, const StancePlace& b, Gates& gates, unsigned& shared);

}  // namespace crosscheck
