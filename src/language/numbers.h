// Numbers as they are written: "2.5", "1,000", "three", "twenty-one", "two hundred and fifty", "two and a half", "half".
#pragma once

#include <optional>

#include "model/document.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

struct Number {
  double value = 0;
  uint32_t tokens = 0;     // how many tokens it takes
  bool in_words = false;   // "three", not "3"
  bool ordinal = false;    // "third", "3rd"
  uint8_t decimals = 0;    // digits written after the point
};

// rules/lexicon/numbers.yaml
class NumberTable {
 public:
  explicit NumberTable(Rulebook& book);
  // The number that starts at tokens[at] and ends before tokens[end].
  std::optional<Number> read(const Document& document, uint32_t at, uint32_t end) const;

 private:
  std::optional<double> word_value(Symbol word) const;
  WordMap<double> words_, ordinals_;
  Symbol and_, a_, half_, hyphen_, dozen_;
};

}  // namespace crosscheck
