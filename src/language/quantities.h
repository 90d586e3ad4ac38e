// Numbers with their units as they are written: "2 to 3 weeks", "at least 5 mg/kg a day", "one in 2,000",
// "three quarters", "every six hours", "24 March 1882", "10 pm", "140/90 mmHg".
//
// Every quantity is an interval in the base unit of its dimension, so that equal values in other forms are equal:
// half a gram and 500 mg, a fortnight and 14 days, every six hours and four times a day, 100.4 °F and 38 °C.
//
//   dimension     base unit and meaning of low and high
//   duration      days; mass, volume ...: rules/lexicon/units.yaml
//   age           days, for "aged 5", "5 years old"
//   percentage    per cent, for shares too: "three quarters", "1 in 4", "two out of three"
//   rate          times a day: "twice daily", "every six hours"
//   date          days since 1 January 1970; `calendar` for days without a year
//   clock         minutes after midnight
//   pressure      "140/90" is its first number; shown_high keeps the second
//   count         a bare number of things, named by `of`
//   times         "three times", "twice" with no period
//   label         no value but a name: "type 2", "stage 3", "Table 4"
#pragma once

#include <array>
#include <vector>

#include "language/numbers.h"
#include "model/claim.h"
#include "model/document.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

// rules/lexicon/units.yaml, comparators.yaml, amounts.yaml
struct QuantityTable {
  explicit QuantityTable(Rulebook& book);
  // Appends the quantities among tokens[first, end), in order.
  void read(const Document& document, uint32_t first, uint32_t end, std::vector<Quantity>& out) const;

  struct Unit {
    double factor = 1;
    uint32_t dimension = 0;
    std::string name;  // as the table has it first
    bool money = false;
  };
  NumberTable numbers;
  std::vector<std::string> dimensions;
  std::vector<std::string> bases;  // the base unit of each dimension
  std::vector<Unit> units;
  std::vector<double> rate_values;
  PhraseSet unit_phrases, before, after, rates;
  std::vector<std::pair<std::string, size_t>> written_units;  // "Nm" is no "nm": names that go by their capitals
  WordMap<double> shares, times_words, clock, months, fractions, periods;
  WordSet starters, before_year;
  // The words the patterns are built of (amounts.yaml, grammar).
  WordSet articles, per, every, adverb_period, of, in, joins, or_, between, ranges, slash, hyphen, half, quarter, old, age, times, am, pm, oclock, morning,
      evening, colon, comma, plural_s, century, the, pressure, degrees, open, close, period_before, over, over_measured, labels, share_verbs, unit_modifiers;

 private:
  void load_units(Rulebook& book);
  void load_comparators(Rulebook& book);
  void load_amounts(Rulebook& book);
};

// Days from 1 January 1970 to a date of the Gregorian calendar.
double day_number(int year, int month, int day);

}  // namespace crosscheck
