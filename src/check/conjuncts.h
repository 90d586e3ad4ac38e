// The members of an enumeration in running text: "nausea, diarrhoea and loss of appetite" are three.
#pragma once

#include <vector>

#include "index/meaning.h"
#include "model/document.h"

namespace crosscheck {

struct Conjunct {
  Key key = 0;  // of all its words of content, in order
  Key head = 0; // of the last of them
  uint32_t words = 0;
  Span span;
};

// Members that stand within `span`, cut at commas, "and" and "or"; words without content are left out.
std::vector<Conjunct> conjuncts(const Document& document, Span span, const Meanings& meanings);

}  // namespace crosscheck
