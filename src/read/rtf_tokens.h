// RTF cut into its tokens: braces, control words with their number, escapes, text.
#pragma once

#include <cstdint>
#include <string_view>

#include "model/span.h"

namespace crosscheck {

struct RtfToken {
  enum class Kind : uint8_t { end, open, close, word, symbol, byte, text };
  Kind kind = Kind::end;
  Span span;              // in the file
  std::string_view word;  // "par"
  int32_t number = 0;
  bool has_number = false;
  char symbol = 0;        // "\~"
  unsigned char byte = 0; // "\'e9"
};

class RtfTokens {
 public:
  RtfTokens(std::string_view source, Span range) : source_(source), at_(range.begin), end_(range.end) {}
  RtfToken next();
  // Passes over the rest of the group that is open; the place of its closing brace.
  uint32_t skip_group();

 private:
  RtfToken control();
  void skip_bytes(uint32_t count);
  std::string_view source_;
  uint32_t at_, end_;
};

}  // namespace crosscheck
