// Tested by tests/rooms/text.cpp.
#include "text/fold.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "text/utf8.h"

namespace crosscheck {
namespace {

bool is_ascii(std::string_view word) {
  return std::none_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

std::string nfc(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);
  std::string out;
  if (U_FAILURE(status)) return text.toUTF8String(out);
  return normalizer->normalize(text, status).toUTF8String(out);
}

}  // namespace

std::string_view fold_into(std::string& buffer, std::string_view word) {
  buffer.assign(word);
  if (is_ascii(word)) {
    for (char& c : buffer)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    return buffer;
  }
  icu::UnicodeString wide = icu::UnicodeString::fromUTF8(icu::StringPiece(word.data(), static_cast<int32_t>(word.size())));
  wide.toLower(icu::Locale::getRoot());
  wide.findAndReplace(icu::UnicodeString(char16_t{0x2019}), icu::UnicodeString(u'\''));
  wide.findAndReplace(icu::UnicodeString(char16_t{0x2018}), icu::UnicodeString(u'\''));
  wide.findAndReplace(icu::UnicodeString(char16_t{0x02BC}), icu::UnicodeString(u'\''));
  wide.findAndReplace(icu::UnicodeString(char16_t{0x00AD}), icu::UnicodeString());
  buffer = nfc(wide);
  return buffer;
}

std::string fold(std::string_view word) {
  std::string buffer;
  fold_into(buffer, word);
  return buffer;
}

std::string strip_accents(std::string_view word) {
  if (is_ascii(word)) return std::string(word);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(icu::StringPiece(word.data(), static_cast<int32_t>(word.size())));
  const icu::UnicodeString apart = U_SUCCESS(status) ? nfd->normalize(wide, status) : wide;
  std::string out;
  for (int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
    const UChar32 c = apart.char32At(i);
    switch (c) {
      case 0xE6: out += "ae"; break;
      case 0xC6: out += "Ae"; break;
      case 0x153: out += "oe"; break;
      case 0x152: out += "Oe"; break;
      case 0xF8: out += "o"; break;
      case 0xD8: out += "O"; break;
      case 0xDF: out += "ss"; break;
      case 0x142: out += "l"; break;
      case 0x141: out += "L"; break;
      default:
        if ((U_GET_GC_MASK(c) & U_GC_M_MASK) == 0) append_utf8(out, static_cast<char32_t>(c));
    }
  }
  return out;
}

std::string lowered(std::string_view word) {
  std::string out;
  icu::UnicodeString::fromUTF8(icu::StringPiece(word.data(), static_cast<int32_t>(word.size()))).toLower(icu::Locale::getRoot()).toUTF8String(out);
  return out;
}

std::string uppered(std::string_view word) {
  std::string out;
  icu::UnicodeString::fromUTF8(icu::StringPiece(word.data(), static_cast<int32_t>(word.size()))).toUpper(icu::Locale::getRoot()).toUTF8String(out);
  return out;
}

std::string capitalised(std::string_view word) {
  const CodePoint first = code_point_at(word, 0);
  std::string out;
  append_utf8(out, static_cast<char32_t>(u_toupper(static_cast<UChar32>(first.value))));
  out += word.substr(first.bytes);
  return out;
}

}  // namespace crosscheck
