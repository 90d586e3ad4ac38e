// Dates and times of day.
//
// Tested by tests/rooms/quantities.cpp.
#include <cmath>

#include "language/quantity_reader.h"

namespace crosscheck {

uint32_t DateReader::date(uint32_t i, Quantity& q) const {
  const double month = look_up(t_.months, tokens_[i].word);
  if (month > 0 && tokens_[i].letter_case == Case::capitalised) return month_first(i, static_cast<int>(month), q);
  Amount day;
  if (tokens_[i].kind != TokenKind::number && tokens_[i].kind != TokenKind::word) return 0;
  if (!amount(i, day) || (day.in_words && !day.ordinal)) return 0;
  uint32_t next = day.next;
  if (day.value >= 1000 && day.value <= 2200 && day.decimals == 0 && tokens_[i].span.size() == 4) return year_alone(i, static_cast<int>(day.value), q);
  if (day.ordinal && is(next, t_.century)) {
    const int year = (static_cast<int>(day.value) - 1) * 100;
    return set_date(q, day_number(year, 1, 1), day_number(year + 100, 1, 1) - 1), next + 1;
  }
  if (day.value < 1 || day.value > 31 || day.decimals > 0) return 0;
  // "4 and 5 May", "6 to 9 May 2025"
  double last = day.value;
  if ((is(next, t_.ranges) || is(next, t_.joins)) && number(next + 1)) {
    Amount second;
    if (amount(next + 1, second) && second.value > day.value && second.value <= 31 && month_at(second.next) > 0) last = second.value, next = second.next;
  }
  if (is(next, t_.of)) ++next;
  const int named = month_at(next);
  if (named == 0) return 0;
  ++next;
  if (is(next, t_.comma) && number(next + 1) && tokens_[next + 1].span.size() == 4) ++next;
  return with_year(next, named, static_cast<int>(day.value), static_cast<int>(last), q);
}

int DateReader::month_at(uint32_t i) const {
  if (i >= end_ || tokens_[i].letter_case != Case::capitalised) return 0;
  const double month = look_up(t_.months, tokens_[i].word);
  return month > 0 ? static_cast<int>(month) : 0;
}

int DateReader::year_at(uint32_t i) const {
  if (!number(i) || tokens_[i].span.size() != 4) return 0;
  Amount year;
  return amount(i, year) && year.value >= 1000 && year.value <= 2200 ? static_cast<int>(year.value) : 0;
}

uint32_t DateReader::with_year(uint32_t next, int month, int day, int last, Quantity& q) const {
  if (const int year = year_at(next)) return set_date(q, day_number(year, month, day), day_number(year, month, last)), next + 1;
  q.dimension = "calendar";
  q.low = month * 31 + day - 31, q.high = month * 31 + last - 31;
  return next;
}

uint32_t DateReader::month_first(uint32_t i, int month, Quantity& q) const {
  Amount day;
  if (number(i + 1) && amount(i + 1, day) && day.value >= 1 && day.value <= 31 && day.decimals == 0 && tokens_[i + 1].span.size() <= 4) {
    uint32_t next = day.next;
    if (is(next, t_.comma) && year_at(next + 1)) ++next;
    return with_year(next, month, static_cast<int>(day.value), static_cast<int>(day.value), q);
  }
  uint32_t next = i + 1;
  if (is(next, t_.comma) || is(next, t_.of)) ++next;
  if (const int year = year_at(next)) return set_date(q, day_number(year, month, 1), day_number(year, month, 28) + 2), next + 1;
  return 0;
}

uint32_t DateReader::year_alone(uint32_t i, int year, Quantity& q) const {
  if (is(i + 1, t_.plural_s) && together(i + 1)) return set_date(q, day_number(year, 1, 1), day_number(year + 9, 12, 31)), i + 2;
  if (i + 4 < end_ && is(i + 1, t_.hyphen) && together(i + 1) && number(i + 2) && is(i + 3, t_.hyphen) && number(i + 4)) {
    Amount month, day;
    if (amount(i + 2, month) && amount(i + 4, day) && month.value <= 12 && day.value <= 31)
      return set_date(q, day_number(year, static_cast<int>(month.value), static_cast<int>(day.value)), day_number(year, static_cast<int>(month.value), static_cast<int>(day.value))), i + 5;
  }
  if (year < 1400) return 0;
  const bool bracketed = i > first_ && is(i - 1, t_.open) && is(i + 1, t_.close);
  const bool announced = i > first_ && is(i - 1, t_.before_year) && (i + 1 >= end_ || tokens_[i + 1].kind != TokenKind::word || t_.unit_phrases.match(tokens_, i + 1, end_).tokens == 0);
  const bool counts = i + 1 < end_ && tokens_[i + 1].kind == TokenKind::word && tokens_[i + 1].letter_case == Case::lower && !year_goes_on(i + 1);
  if ((!bracketed && !announced) || counts) return 0;
  uint32_t next = i + 1;
  int last = year;
  if ((is(next, t_.ranges) || is(next, t_.joins)) && year_at(next + 1) > year) last = year_at(next + 1), next += 2;
  return set_date(q, day_number(year, 1, 1), day_number(last, 12, 31)), next;
}

bool DateReader::year_goes_on(uint32_t i) const { return tokens_[i].span.size() <= 4 || t_.before_year.contains(tokens_[i].word) || t_.ranges.contains(tokens_[i].word); }

uint32_t DateReader::set_date(Quantity& q, double low, double high) {
  q.dimension = "date";
  q.low = low, q.high = high;
  return 0;
}

uint32_t DateReader::clock_point(uint32_t i, double& minutes, int half_hint) const {
  if (i >= end_) return 0;
  if (const double fixed = look_up(t_.clock, tokens_[i].word); fixed >= 0) return minutes = fixed, i + 1;
  Amount hour;
  if (!amount(i, hour) || hour.value < 0 || hour.value > 24 || hour.ordinal) return 0;
  uint32_t next = hour.next;
  double value = std::floor(hour.value) * 60;
  bool certain = false;
  if (hour.decimals == 2) value += std::round((hour.value - std::floor(hour.value)) * 100);
  else if (hour.decimals == 1) return 0;
  if (number(next + 1) && is(next, t_.colon) && together(next) && together(next + 1) && tokens_[next + 1].span.size() == 2) {
    Amount minute;
    if (!amount(next + 1, minute) || minute.value > 59) return 0;
    value += minute.value, next += 2, certain = true;
  }
  int half = half_hint;
  if (is(next, t_.oclock)) ++next, certain = true;
  if (is(next, t_.am)) half = 1, ++next, certain = true;
  else if (is(next, t_.pm)) half = 2, ++next, certain = true;
  else if (is(next, t_.in) && is(next + 1, t_.the) && (is(next + 2, t_.morning) || is(next + 2, t_.evening)))
    half = is(next + 2, t_.morning) ? 1 : 2, next += 3, certain = true;
  if (!certain && half_hint == 0) return 0;
  if (half == 2 && value < 720) value += 720;
  if (half == 1 && value >= 720 && value < 780) value -= 720;
  return minutes = value, next;
}

uint32_t DateReader::clock(uint32_t i, Quantity& q) const {
  if (is(i, t_.articles)) return 0;
  double start = 0, stop = 0;
  uint32_t next = clock_point(i, start, 0);
  if (!next) {
    // "9 to 11 am": the first number borrows the half of the second.
    Amount hour;
    if (!amount(i, hour) || hour.decimals == 1 || hour.value > 12 || !(is(hour.next, t_.ranges) || is(hour.next, t_.joins))) return 0;
    const uint32_t second = clock_point(hour.next + 1, stop, 0);
    if (!second) return 0;
    next = clock_point(i, start, stop >= 720 ? 2 : 1);
    if (!next || start >= stop) return 0;
  }
  if ((is(next, t_.ranges) || is(next, t_.joins)) && next + 1 < end_) {
    if (const uint32_t second = clock_point(next + 1, stop, 0)) {
      q.dimension = "clock", q.comparator = Comparator::between;
      q.low = start, q.high = stop;
      return second;
    }
  }
  q.dimension = "clock";
  q.low = q.high = start;
  return next;
}

}  // namespace crosscheck
