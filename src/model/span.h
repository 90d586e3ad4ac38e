#pragma once

#include <cstdint>
#include <string_view>

namespace crosscheck {

// A half-open range of bytes in Document::text. Made in read/ or segment/, carried to report/, never searched for again.
struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;

  uint32_t size() const { return end - begin; }
  bool empty() const { return begin >= end; }
  bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
  friend bool operator==(Span, Span) = default;
  friend auto operator<=>(Span, Span) = default;
};

}  // namespace crosscheck
