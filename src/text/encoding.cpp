// Charset detectors guess badly on short texts ("Guillain-Barr\xe9" was taken for ISO-8859-9), so there is
// no guessing here: a byte order mark, strict UTF-8, or windows-1252 with a note in the report.
//
// Tested by tests/rooms/text.cpp.
#include "text/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <memory>
#include <unordered_map>

#include "text/utf8.h"

namespace crosscheck {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

std::string from_utf16(std::string_view bytes, bool little) {
  std::string out;
  const auto unit = [&](size_t i) -> char32_t {
    const auto a = static_cast<unsigned char>(bytes[i]), b = static_cast<unsigned char>(bytes[i + 1]);
    return little ? char32_t(a | (b << 8)) : char32_t((a << 8) | b);
  };
  for (size_t i = 0; i + 1 < bytes.size(); i += 2) {
    char32_t c = unit(i);
    if (c >= 0xD800 && c < 0xDC00 && i + 3 < bytes.size() && unit(i + 2) >= 0xDC00 && unit(i + 2) < 0xE000) {
      c = 0x10000 + ((c - 0xD800) << 10) + (unit(i + 2) - 0xDC00);
      i += 2;
    } else if (c >= 0xD800 && c < 0xE000) {
      c = 0xFFFD;
    }
    append_utf8(out, c);
  }
  return out;
}

// What windows-1252 has from 0x80 to 0x9F.
constexpr char16_t kUpper[32] = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                          0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

std::string from_windows_1252(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 16);
  for (const char c : bytes) {
    const auto b = static_cast<unsigned char>(c);
    append_utf8(out, b >= 0x80 && b < 0xA0 ? kUpper[b - 0x80] : b);
  }
  return out;
}

void append_windows_1252(std::string& out, char32_t c, bool& ok) {
  if (c < 0x80 || (c >= 0xA0 && c < 0x100)) return out.push_back(static_cast<char>(c));
  for (size_t i = 0; i < 32; ++i)
    if (kUpper[i] == c) return out.push_back(static_cast<char>(0x80 + i));
  ok = false;
}

void append_utf16(std::string& out, char32_t c, bool little) {
  const auto unit = [&](char32_t u) {
    const char low = static_cast<char>(u & 0xFF), high = static_cast<char>(u >> 8 & 0xFF);
    out.push_back(little ? low : high);
    out.push_back(little ? high : low);
  };
  if (c < 0x10000) return unit(c);
  unit(0xD800 + ((c - 0x10000) >> 10));
  unit(0xDC00 + ((c - 0x10000) & 0x3FF));
}

bool looks_binary(std::string_view text) {
  size_t control = 0;
  const std::string_view head = text.substr(0, 65536);
  for (const char c : head) {
    if (c == '\0') return true;
    control += static_cast<unsigned char>(c) < 32 && c != '\n' && c != '\r' && c != '\t' && c != '\f';
  }
  return control * 20 > head.size();
}

}  // namespace

std::string encode(std::string_view text, std::string_view encoding, bool& ok) {
  ok = true;
  if (encoding == "utf-8") return std::string(text);
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (encoding == "windows-1252") append_windows_1252(out, c.value, ok);
    else append_utf16(out, c.value, encoding == "utf-16le");
    at += c.bytes;
  }
  return ok ? out : "";
}

bool is_valid_utf8(std::string_view bytes) {
  const auto* s = reinterpret_cast<const uint8_t*>(bytes.data());
  const auto length = static_cast<int64_t>(bytes.size());
  for (int64_t i = 0; i < length;) {
    if (s[i] < 0x80) {
      ++i;
      continue;
    }
    UChar32 c = 0;
    U8_NEXT(s, i, length, c);
    if (c < 0) return false;
  }
  return true;
}

std::string as_utf8(std::string_view name) { return is_valid_utf8(name) ? std::string(name) : from_windows_1252(name); }

std::string from_code_page(std::string_view bytes, int code_page) {
  if (code_page == 1252) return from_windows_1252(bytes);
  struct Close {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
  };
  thread_local std::unordered_map<int, std::unique_ptr<UConverter, Close>> converters;
  auto found = converters.find(code_page);
  if (found == converters.end()) {
    const std::string number = std::to_string(code_page);
    const std::string name = code_page == 10000 ? "macintosh" : code_page < 900 ? "ibm-" + number : "windows-" + number;
    UErrorCode error = U_ZERO_ERROR;
    std::unique_ptr<UConverter, Close> converter(ucnv_open(name.c_str(), &error));
    if (U_FAILURE(error)) converter.reset();
    found = converters.emplace(code_page, std::move(converter)).first;
  }
  if (!found->second) return from_windows_1252(bytes);
  UErrorCode error = U_ZERO_ERROR;
  ucnv_reset(found->second.get());
  const icu::UnicodeString wide(bytes.data(), static_cast<int32_t>(bytes.size()), found->second.get(), error);
  std::string out;
  if (U_FAILURE(error)) return from_windows_1252(bytes);
  wide.toUTF8String(out);
  return out;
}

Decoded decode(std::string_view bytes) {
  if (bytes.starts_with(kUtf8Mark)) bytes.remove_prefix(kUtf8Mark.size());
  if (bytes.starts_with("\xFF\xFE")) return {from_utf16(bytes.substr(2), true), "utf-16le", "", false};
  if (bytes.starts_with("\xFE\xFF")) return {from_utf16(bytes.substr(2), false), "utf-16be", "", false};
  if (looks_binary(bytes)) return {"", "", "", true};
  if (is_valid_utf8(bytes)) return {std::string(bytes), "utf-8", "", false};
  return {from_windows_1252(bytes), "windows-1252", "not valid UTF-8: read as windows-1252", false};
}

}  // namespace crosscheck
