// What a sentence says. The shape of design A4; spans point into the claim's document.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/span.h"
#include "text/symbols.h"

namespace crosscheck {

enum class Polarity : uint8_t { positive, negative };

// The lattice of obligation: required > recommended > permitted; forbidden against all three.
// "must not" is forbidden with positive polarity: polarity is the predicate's own.
enum class Modality : uint8_t { asserted, possible, required, forbidden, permitted, recommended, not_recommended, not_required };

enum class Quantifier : uint8_t { unstated, all, most, some, none, only };

enum class Comparator : uint8_t { equal, at_least, at_most, more_than, less_than, between };

// A number with its unit, as an interval in the unit of its dimension (rules/lexicon/units.yaml).
struct Quantity {
  Span span;               // "about 2 to 3 months"
  double low = 0, high = 0;  // in the dimension's base unit; infinite where open
  double shown_low = 0, shown_high = 0;  // as written, in `unit`
  std::string unit;        // as written, "" for a bare count
  std::string dimension;   // "count", "duration", "mass", "percentage", "date" ...
  std::string per;         // "day" in "5 mg a day", "kg" in "2 g/kg"; "/"-joined when several
  Comparator comparator = Comparator::equal;
  bool approximate = false;
  Span of;                 // what is counted or measured: "disease categories"; empty when unknown
  uint32_t first = 0, end = 0;  // its tokens
  uint32_t number = 0;     // the token of its first number
};

// A frequency word on the usual scale of side effects: "rare" is 1 in 10,000 to 1 in 1,000.
struct Frequency {
  Span span;
  Span of;  // the word it modifies: "effects" in "rare side effects"; empty when unknown
  std::string word;
  double low = 0, high = 1;
};

// "all patients", "no live virus": the word and the noun it counts out.
struct Quantified {
  Quantifier value = Quantifier::unstated;
  Span span, of;
};

struct Claim {
  uint32_t document = 0;
  uint32_t sentence = 0;  // index into Document::sentences
  Span span;
  Span subject, relation;  // empty when unstated
  Span auxiliary;          // stands apart from the rest of the relation: "was" of "was born and educated"
  std::vector<Span> arguments;
  Polarity polarity = Polarity::positive;
  Modality modality = Modality::asserted;
  Quantifier quantifier = Quantifier::unstated;  // of the subject
  std::vector<Quantified> quantified;            // of the subject and of what is said, in order
  std::optional<Frequency> frequency;
  std::vector<Quantity> quantities;
  std::vector<Span> conditions;
  std::optional<Span> time;
  std::optional<Span> attribution;
  double confidence = 0.5;  // 0 to 1
  // The resolved forms that are compared.
  struct {
    std::string subject, relation, value;
    std::string stands_for;  // the subject's name where it is "it" or "this medicine"
    double resolved = 0;  // how sure it is what "it" or "this medicine" stands for; 0: the subject is no such word
  } canonical;
};

}  // namespace crosscheck
