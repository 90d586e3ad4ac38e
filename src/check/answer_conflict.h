// Values that answer one question of one thing, in other words: "keeps for 48 hours", "throw away after 24 hours".
#pragma once

#include "check/value_conflict.h"

namespace crosscheck {

// Judges one pair of index.values.answers; false: no conflict.
bool judge_answers(const CheckInput& in, uint32_t first, uint32_t second, ValueConflict& out);

}  // namespace crosscheck
