// The parts language/quantities is made of: reading plain amounts, dates and times of day from tokens.
#pragma once

#include "language/quantities.h"

namespace crosscheck {

struct Amount {
  double value = 0;
  uint32_t next = 0;  // the token after it
  bool in_words = false;
  bool ordinal = false;
  uint8_t decimals = 0;
};

// Tokens[first, end) of one sentence and what can be asked of them.
class AmountReader {
 public:
  AmountReader(const QuantityTable& table, const Document& document, uint32_t first, uint32_t end)
      : t_(table), document_(document), tokens_(document.tokens), first_(first), end_(end) {}

 protected:
  bool is(uint32_t i, const WordSet& set) const { return i < end_ && set.contains(tokens_[i].word); }
  bool number(uint32_t i) const { return i < end_ && tokens_[i].kind == TokenKind::number; }
  bool together(uint32_t i) const { return i < end_ && !tokens_[i].space_before; }
  static double look_up(const WordMap<double>& map, Symbol word) {
    const double* found = map.find(word);
    return found ? *found : -1;
  }

  // A plain amount at `i`: "2.5", "three", "two and a half", "2½", "1/2", "half a", "a quarter of a", "a hundred".
  bool amount(uint32_t i, Amount& out) const;
  // "2 1/2"
  void simple_fraction(Amount& out) const;
  // "1/2"
  void halves(Amount& out) const;

  const QuantityTable& t_;
  const Document& document_;
  const std::vector<Token>& tokens_;
  uint32_t first_, end_;
};

class DateReader : public AmountReader {
 public:
  using AmountReader::AmountReader;

 protected:
  // 24 March 1882 · March 24, 1882 · March 2024 · 24/03/1882 · 1882-03-24 · in 1882 · the 1880s
  uint32_t date(uint32_t i, Quantity& q) const;
  int month_at(uint32_t i) const;
  int year_at(uint32_t i) const;
  uint32_t with_year(uint32_t next, int month, int day, int last, Quantity& q) const;
  uint32_t month_first(uint32_t i, int month, Quantity& q) const;
  uint32_t year_alone(uint32_t i, int year, Quantity& q) const;
  // A year is followed by a small word, not by the thing it would count.
  bool year_goes_on(uint32_t i) const;
  static uint32_t set_date(Quantity& q, double low, double high);
  // 10 pm · 8.30 am · 20:00 · 8 o'clock · ten in the evening · noon
  uint32_t clock_point(uint32_t i, double& minutes, int half_hint) const;
  uint32_t clock(uint32_t i, Quantity& q) const;
};

}  // namespace crosscheck
