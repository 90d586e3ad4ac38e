// Typed values that clash: what contradiction.count, .quantity, .duration, .date and .frequency share.
//
// Gate first, compare second: the clauses around two values of one dimension are aligned word by word; the gates
// judge what is left over; only then are the values compared as intervals. Conflicts that share a place are one
// finding with all places, the minority first.
//
// Tested by tests/checks/contradiction/{count,quantity,duration,date,frequency}.yaml.
#pragma once

#include "check/check.h"
#include "check/gate.h"

namespace crosscheck {

struct ValueConflict {
  uint32_t first = 0, second = 0;  // into index.values.all
  Level level = Level::error;
  double confidence = 0;  // among conflicts of one group
  const char* comparison = "values";
  double alike = 1;       // share of the words that found a partner
  Gates gates;
  const char* outcome = nullptr;  // what decided besides the gates, for `explain`
};

// Which values a rule is about.
using Selects = bool (*)(const Quantity&);

// Judges one candidate pair; false: no conflict (the gates and `outcome` say why).
bool judge_values(const CheckInput& in, uint32_t first, uint32_t second, ValueConflict& out);

// All conflicts of the selected values as findings, grouped.
void report_value_conflicts(const CheckInput& in, Selects selects, Findings& findings);

// How two quantities of one dimension stand to each other.
enum class ValueRelation : unsigned char { equal, compatible, bounds_differ, disjoint };
ValueRelation compare(const Quantity& a, const Quantity& b);

// Do the other values of the two sentences leave the pair alone? No further value that differs, nor the very value
// on the other side.
bool others_agree(const CheckInput& in, const TypedValue& a, const Quantity& qa, const TypedValue& b, const Quantity& qb);

// The words a finding points at: the quantity with what it counts.
Span shown_span(const Document& document, const Quantity& quantity);

}  // namespace crosscheck
