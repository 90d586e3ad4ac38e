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

// "9:30", "17:00"
std::string clock(double minutes) {
  const int all = static_cast<int>(std::lround(minutes)) % (24 * 60), rest = all % 60;
  return std::to_string(all / 60) + (rest < 10 ? ":0" : ":") + std::to_string(rest);
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
  if (quantity.dimension == "clock" && std::isfinite(quantity.low) && std::isfinite(quantity.high))
    return out + clock(quantity.low) + (quantity.low != quantity.high ? " to " + clock(quantity.high) : "");
  const bool low = std::isfinite(quantity.shown_low), high = std::isfinite(quantity.shown_high);
  if (low && high && quantity.shown_low != quantity.shown_high) out += number(quantity.shown_low) + " to " + number(quantity.shown_high);
  else out += number(low ? quantity.shown_low : quantity.shown_high);
  if (!quantity.unit.empty()) out += " " + quantity.unit;
  if (!quantity.per.empty()) out += " per " + quantity.per;
  return out;
}

}  // namespace crosscheck
