// Bytes of a file to UTF-8: a byte order mark decides, then strict UTF-8, else windows-1252 with a note.
#pragma once

#include <string>
#include <string_view>

namespace crosscheck {

struct Decoded {
  std::string text;      // valid UTF-8, without byte order mark
  std::string encoding;  // "utf-8", "utf-16le", "utf-16be", "windows-1252"
  std::string note;      // what the reader should know, or empty
  bool binary = false;   // holds NUL bytes or is mostly control characters: no text
};

Decoded decode(std::string_view bytes);
// The way back, into one of the encodings above, without a byte order mark; "" with `ok` false when it cannot hold the text.
std::string encode(std::string_view text, std::string_view encoding, bool& ok);
// A file name for a report: as it is when it is UTF-8, else as windows-1252.
std::string as_utf8(std::string_view name);
// Bytes in a code page by its Windows number (1252, 437, 932, 10000 for Macintosh); windows-1252 for those unknown.
std::string from_code_page(std::string_view bytes, int code_page);
bool is_valid_utf8(std::string_view bytes);

}  // namespace crosscheck
