// UTF-8 by code point. Everything inside crosscheck is valid UTF-8 (read/ sees to it), so these never fail.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace crosscheck {

struct CodePoint {
  char32_t value = 0;
  uint8_t bytes = 0;  // 0 at the end of the text
};

// The code point that starts at byte `at`.
CodePoint code_point_at(std::string_view text, size_t at);
// The code point that ends just before byte `at`.
CodePoint code_point_before(std::string_view text, size_t at);
void append_utf8(std::string& out, char32_t value);
// Number of code points.
size_t code_points(std::string_view text);

bool is_letter(char32_t c);
bool is_upper(char32_t c);
bool is_lower(char32_t c);
bool is_digit(char32_t c);  // decimal digits of any script
bool is_space(char32_t c);  // Unicode white space, no-break space included
bool is_mark(char32_t c);   // combining marks

}  // namespace crosscheck
