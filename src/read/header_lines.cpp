// Tested by tests/rooms/read_docx.cpp and read_pdf.cpp.
#include "read/header_lines.h"

namespace crosscheck {

bool is_page_number(std::string_view line) {
  std::string letters;
  size_t digits = 0;
  for (const char c : line) {
    if (static_cast<unsigned char>(c) >= 0x80) continue;  // a dash, at most
    if (c >= '0' && c <= '9') ++digits;
    else if (c >= 'A' && c <= 'Z') letters += static_cast<char>(c + 32);
    else if (c >= 'a' && c <= 'z') letters += c;
  }
  if (digits > 8) return false;
  return letters.empty() || letters == "page" || letters == "pageof" || letters == "of" || letters == "p" || (letters.size() <= 5 && letters.find_first_not_of("ivx") == std::string::npos && digits == 0);
}

void HeaderLines::end() {
  std::string line;
  for (const char c : line_)
    if (c != ' ' || (!line.empty() && line.back() != ' ')) line += c;
  while (!line.empty() && line.back() == ' ') line.pop_back();
  line_.clear();
  if (line.empty() || is_page_number(line) || !seen_.insert(line).second) return;
  out_.part(part_);
  out_.stand_under(-1);
  constexpr std::string_view kStops = ".!?";
  Passage shape;
  shape.kind = kStops.find(line.back()) == std::string_view::npos ? PassageKind::caption : PassageKind::paragraph;
  out_.start_as(shape);
  out_.put(line);
  out_.close();
}

}  // namespace crosscheck
