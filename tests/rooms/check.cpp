#include <doctest/doctest.h>

#include <limits>

#include "check/understood.h"

namespace crosscheck {

TEST_CASE("quantities are put in words as they were understood") {
  Quantity dose;
  dose.shown_low = dose.shown_high = 5;
  dose.unit = "mg";
  dose.per = "day";
  CHECK(understood(dose) == "5 mg per day");
  dose.comparator = Comparator::at_least;
  dose.shown_high = std::numeric_limits<double>::infinity();
  CHECK(understood(dose) == "at least 5 mg per day");
  Quantity time;
  time.shown_low = 2;
  time.shown_high = 3;
  time.unit = "weeks";
  time.comparator = Comparator::between;
  time.approximate = true;
  CHECK(understood(time) == "about 2 to 3 weeks");
  Quantity count;
  count.shown_low = count.shown_high = 4;
  CHECK(understood(count) == "4");
}

}  // namespace crosscheck
