#include <doctest/doctest.h>

#include "model/source_map.h"

namespace crosscheck {

TEST_CASE("a text that is the file maps to itself") {
  const SourceMap map;
  CHECK(map.identity());
  CHECK(map.to_source({3, 7}) == Span{3, 7});
}

TEST_CASE("runs map byte for byte, entities as a whole, separators to their neighbours") {
  // source: <p>Fish &amp; chips</p><p>Tea</p>       text: "Fish & chips\n\nTea"
  SourceMap map;
  map.add(0, 5, {3, 8});     // "Fish "
  map.add(5, 1, {8, 13});    // "&"
  map.add(6, 6, {13, 19});   // " chips"
  map.add(14, 3, {26, 29});  // "Tea"
  CHECK(map.to_source({0, 4}) == Span{3, 7});
  CHECK(map.to_source({5, 6}) == Span{8, 13});
  CHECK(map.to_source({0, 12}) == Span{3, 19});
  CHECK(map.to_source({7, 12}) == Span{14, 19});
  CHECK(map.to_source({14, 17}) == Span{26, 29});
  CHECK(map.to_source({7, 17}) == Span{14, 29});
  CHECK(map.to_source({13, 15}).begin == 26);
}

TEST_CASE("neighbouring runs are one") {
  SourceMap map;
  map.add(0, 3, {10, 13});
  map.add(3, 3, {13, 16});
  CHECK(map.to_source({1, 5}) == Span{11, 15});
}

}  // namespace crosscheck
