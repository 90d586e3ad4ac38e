// Characters of the fonts Symbol and Wingdings, in which old documents set "≥", "µ" and bullets.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace crosscheck {

// As Word writes it: a font and a code in hexadecimal ("F0B3"). Empty: a dingbat, which is no text.
std::string symbol_font_character(std::string_view font, std::string_view code);
std::string symbol_character(uint32_t code);

}  // namespace crosscheck
