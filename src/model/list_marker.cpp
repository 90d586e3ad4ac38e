// Tested by tests/rooms/segment.cpp.
#include "model/list_marker.h"

#include <algorithm>

#include "text/utf8.h"

namespace crosscheck {
namespace {

bool blank_byte(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v'; }

int32_t roman_value(std::string_view letters) {
  int32_t total = 0, last = 0;
  for (size_t i = letters.size(); i-- > 0;) {
    const int32_t value = letters[i] == 'i' ? 1 : letters[i] == 'v' ? 5 : letters[i] == 'x' ? 10 : 0;
    if (value == 0) return 0;
    total += value < last ? -value : value;
    last = std::max(last, value);
  }
  return total;
}

}  // namespace

MarkerFound marker_at(std::string_view line) {
  MarkerFound found;
  const CodePoint first = code_point_at(line, 0);
  size_t at = first.bytes;
  const bool bullet = first.value == '-' || first.value == '*' || first.value == '+' || first.value == 0x2022 || first.value == 0x2013 || first.value == 0x25CF ||
                      first.value == 0x25AA || first.value == 0x25E6 || first.value == 0x2023 || first.value == 0xB7;
  if (bullet) {
    found.marker = Marker::bullet;
  } else {
    const bool open = first.value == '(', source = first.value == '[';  // "[3] Shaw A. 2010."
    size_t begin = open || source ? 1 : 0;
    size_t end = begin;
    while (end < line.size() && line[end] >= '0' && line[end] <= '9') ++end;
    if (end > begin && end - begin <= 3) {
      found.marker = Marker::decimal;
      for (size_t i = begin; i < end; ++i) found.number = found.number * 10 + (line[i] - '0');
    } else {
      while (end < line.size() && line[end] >= 'a' && line[end] <= 'z' && end - begin < 5) ++end;
      const std::string_view letters = line.substr(begin, end - begin);
      if (letters.size() == 1 && letters[0] != 'i' && letters[0] != 'v' && letters[0] != 'x') {
        found.marker = Marker::letter;
        found.number = letters[0] - 'a' + 1;
      } else if (const int32_t value = roman_value(letters); value > 0 && value < 40) {
        found.marker = Marker::roman;
        found.number = value;
      } else {
        return {};
      }
    }
    if (end >= line.size()) return {};
    if (source ? line[end] != ']' || found.marker != Marker::decimal : open ? line[end] != ')' : line[end] != '.' && line[end] != ')') return {};
    if (found.marker != Marker::decimal && !open && line[end] == '.') return {};  // "a." and "i." start too many sentences
    at = end + 1;
  }
  size_t blanks = at;
  while (blanks < line.size() && blank_byte(line[blanks])) ++blanks;
  if (blanks == at || blanks == line.size()) return {};
  found.bytes = static_cast<uint32_t>(blanks);
  return found;
}

}  // namespace crosscheck
