// Intervals against intervals.
//
//   equal          75 % and three quarters
//   compatible     overlapping, nested, rounded, "about 40" and 42
//   bounds_differ  "at least 5" and "at least 10": a conflict in a rule, none in a report
//   disjoint       no value satisfies both
//
// Tested by tests/rooms/values.cpp.
#include <cmath>

#include "check/value_conflict.h"

namespace crosscheck {
namespace {

constexpr double kAbout = 0.12;      // what "about" may hide
constexpr double kEqual = 0.0005;    // unit conversion
constexpr double kRounding = 0.06;   // a rounded figure lies this near

bool near(double a, double b, double share) { return std::isinf(a) || std::isinf(b) ? a == b : std::abs(a - b) <= share * std::max(std::abs(a), std::abs(b)) + 1e-18; }

// "1 in 90,000" for "1 in 91,000": the coarser figure is the finer one with fewer digits.
bool rounds_to(double coarse, double fine) {
  if (coarse <= 0 || fine <= 0 || !near(coarse, fine, kRounding)) return false;
  const double scale = std::pow(10, std::floor(std::log10(coarse)));
  for (const double step : {1.0, 0.1, 0.01}) {
    const double unit = scale * step;
    if (std::abs(coarse / unit - std::round(coarse / unit)) > 1e-9) continue;
    if (unit < 10) return false;
    return std::abs(std::round(fine / unit) * unit - coarse) < 1e-9 * coarse;
  }
  return false;
}

bool calendar(const Quantity& q) { return q.dimension == "date" || q.dimension == "calendar" || q.dimension == "clock"; }

// "150199" is "150-199" that lost its dash.
bool lost_dash(const Quantity& joined, const Quantity& range) {
  if (joined.shown_low != joined.shown_high || range.shown_low >= range.shown_high || range.shown_low < 1) return false;
  const double scale = std::pow(10, std::floor(std::log10(range.shown_high)) + 1);
  return joined.shown_low == range.shown_low * scale + range.shown_high;
}

}  // namespace

ValueRelation compare(const Quantity& a, const Quantity& b) {
  const double tolerance = calendar(a) ? 0 : kEqual;
  const bool same_low = near(a.low, b.low, tolerance), same_high = near(a.high, b.high, tolerance);
  if (same_low && same_high && (a.dimension != "blood pressure" || a.shown_high == b.shown_high)) return ValueRelation::equal;
  if (lost_dash(a, b) || lost_dash(b, a)) return ValueRelation::compatible;
  if (calendar(a)) {
    // A year holds all its days; two ranges written alike must agree at both ends.
    const bool inside = (a.low <= b.low && b.high <= a.high) || (b.low <= a.low && a.high <= b.high);
    const auto ranged = [](const Quantity& q) { return q.low != q.high; };
    if (a.dimension != "date" && (ranged(a) || ranged(b))) return ranged(a) && ranged(b) ? ValueRelation::disjoint : ValueRelation::compatible;
    if (inside) return ValueRelation::compatible;
    return a.high < b.low || b.high < a.low ? ValueRelation::disjoint : ValueRelation::bounds_differ;
  }
  if (a.dimension == "blood pressure") return ValueRelation::disjoint;
  double alow = a.low, ahigh = a.high, blow = b.low, bhigh = b.high;
  if (a.approximate) alow -= kAbout * std::abs(alow), ahigh += kAbout * std::abs(ahigh);
  if (b.approximate) blow -= kAbout * std::abs(blow), bhigh += kAbout * std::abs(bhigh);
  // "under 5" and "5 or more" do not meet; "more than 5" and a plain 5 are let pass.
  const bool bounded = a.comparator != Comparator::equal && b.comparator != Comparator::equal;
  const bool strict_ab = bounded && (b.comparator == Comparator::more_than || a.comparator == Comparator::less_than) && near(ahigh, blow, kEqual);
  const bool strict_ba = bounded && (a.comparator == Comparator::more_than || b.comparator == Comparator::less_than) && near(bhigh, alow, kEqual);
  if (ahigh < blow - kEqual * std::abs(blow) || bhigh < alow - kEqual * std::abs(alow) || strict_ab || strict_ba) {
    const bool points = a.low == a.high && b.low == b.high;
    if (points && (rounds_to(a.low, b.low) || rounds_to(b.low, a.low)) && a.dimension == "count") return ValueRelation::compatible;
    if (points && (rounds_to(100 / a.low, 100 / b.low) || rounds_to(100 / b.low, 100 / a.low)) && a.dimension == "percentage" && a.low < 1) return ValueRelation::compatible;
    return ValueRelation::disjoint;
  }
  const bool both_low = std::isinf(a.high) && std::isinf(b.high), both_high = std::isinf(a.low) && std::isinf(b.low);
  if ((both_low || both_high) && !a.approximate && !b.approximate) return ValueRelation::bounds_differ;
  return ValueRelation::compatible;
}

}  // namespace crosscheck
