// Tested by tests/rooms/read_docx.cpp.
#include "read/symbol_font.h"

#include <charconv>

#include "text/utf8.h"

namespace crosscheck {

std::string symbol_character(uint32_t code) {
  code &= 0xFF;
  static constexpr char32_t kUpper[] = U"ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
  static constexpr char32_t kLower[] = U"αβχδεφγηιϕκλμνοπθρστυϖωξψζ";
  std::string out;
  if (code >= 'A' && code <= 'Z') append_utf8(out, kUpper[code - 'A']);
  else if (code >= 'a' && code <= 'z') append_utf8(out, kLower[code - 'a']);
  else if (code == 0xB3) append_utf8(out, U'≥');
  else if (code == 0xA3) append_utf8(out, U'≤');
  else if (code == 0xB1) append_utf8(out, U'±');
  else if (code == 0xB0) append_utf8(out, U'°');
  else if (code == 0xB4) append_utf8(out, U'×');
  else if (code == 0xB9) append_utf8(out, U'≠');
  else if (code == 0xBB) append_utf8(out, U'≈');
  else if (code == 0xB7) append_utf8(out, U'•');
  else if (code == 0xAE) append_utf8(out, U'→');
  else if (code == 0xD2) append_utf8(out, U'®');
  else if (code == 0xD4) append_utf8(out, U'™');
  else if (code == 0x2D) append_utf8(out, U'−');
  else if (code >= 0x20 && code < 0x40) out += static_cast<char>(code);
  return out;
}

std::string symbol_font_character(std::string_view font, std::string_view code) {
  uint32_t value = 0;
  const auto [end, error] = std::from_chars(code.data(), code.data() + code.size(), value, 16);
  if (error != std::errc() || end != code.data() + code.size()) return "";
  if (font == "Symbol") return symbol_character(value);
  const bool dingbats = font.find("dings") != std::string_view::npos;
  std::string out;
  if (!dingbats && value >= 0x20 && value < 0xD800) append_utf8(out, value);
  return out;
}

}  // namespace crosscheck
