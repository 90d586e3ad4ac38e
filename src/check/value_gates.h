// Gates that look at the figures themselves: where a figure stands and of what it was taken.
#pragma once

#include "check/check.h"
#include "check/gate.h"

namespace crosscheck {

// A figure with the sentence it stands in.
struct Figure {
  Side side;
  const Quantity& quantity;
};

// Before the words are compared: rows of tables, headings with a number, lists of bracketed percentages, limits
// that complete each other, lines that announce a list, shares of quite different size.
void gate_place_of_figures(const CheckInput& in, const Figure& a, const Figure& b, Gates& gates);

// Figures of a study, in the past tense: another study has other figures, unless both name it (`same_study`).
void gate_study(const CheckInput& in, const Figure& a, const Figure& b, bool same_study, Gates& gates);

// "The pool is 25 m long", "In those days it was 33 yards long": one verb, once of today and once of the past.
void gate_tense(const Figure& a, const Figure& b, Gates& gates);

}  // namespace crosscheck
