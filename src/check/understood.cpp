// Tested by tests/rooms/check.cpp.
#include "check/understood.h"

#include <charconv>
#include <cmath>

namespace crosscheck {
namespace {

std::string number(double value) {
  char buffer[32];
  const double rounded = std::abs(value) < 1e15 ? std::round(value * 1e6) / 1e6 : value;
  const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, rounded);
  return std::string(buffer, end);
}

}  // namespace

std::string understood(const Quantity& quantity) {
  std::string out = quantity.approximate ? "about " : "";
  switch (quantity.comparator) {
    case Comparator::at_least: out += "at least "; break;
    case Comparator::at_most: out += "at most "; break;
    case Comparator::more_than: out += "more than "; break;
    case Comparator::less_than: out += "less than "; break;
    case Comparator::equal:
    case Comparator::between: break;
  }
  const bool low = std::isfinite(quantity.shown_low), high = std::isfinite(quantity.shown_high);
  if (low && high && quantity.shown_low != quantity.shown_high) out += number(quantity.shown_low) + " to " + number(quantity.shown_high);
  else out += number(low ? quantity.shown_low : quantity.shown_high);
  if (!quantity.unit.empty()) out += " " + quantity.unit;
  if (!quantity.per.empty()) out += " per " + quantity.per;
  return out;
}

}  // namespace crosscheck
