// Numbers with their units, as far as sums need them: "£24", "2.6 g", "18 m²", "41" (men).
#pragma once

#include <map>
#include <vector>

#include "language/numbers.h"
#include "model/document.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

struct Measure {
  double value = 0;
  uint8_t decimals = 0;
  uint32_t unit = 0;                // 0: none, a count; equal for all spellings of a unit
  uint32_t first = 0, end = 0;      // tokens
  uint32_t number_first = 0;        // first token of the number itself
  bool approximate = false;
  bool joined = false;              // part of something larger: a range, a date, "x-year", a year
};

// rules/lexicon/measures.yaml
class MeasureWords {
 public:
  explicit MeasureWords(Rulebook& book);
  static constexpr uint32_t kPercent = 1;

  // All amounts of the tokens [begin, end), in order.
  std::vector<Measure> find(const Document& document, uint32_t begin, uint32_t end, const NumberTable& numbers) const;
  // The unit that starts at `at`, and how many tokens it takes; 0 when there is none.
  uint32_t unit_at(const Document& document, uint32_t at, uint32_t end, uint32_t& tokens) const;

 private:
  PhraseSet units_;
  std::map<Symbol, uint32_t> currencies_;
  WordSet approximate_, number_words_;
};

Span span_of(const Document& document, const Measure& amount);
// How far a sum of such numbers may be off by rounding alone.
double rounding(const std::vector<Measure>& amounts);
// "11", "11.2", "3,780": a value as an author would write it.
std::string written(double value, uint8_t decimals);

}  // namespace crosscheck
