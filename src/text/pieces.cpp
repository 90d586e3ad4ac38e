// Tested by tests/rooms/text.cpp.
#include "text/pieces.h"

#include <array>

#include "text/utf8.h"

namespace crosscheck {
namespace {

enum class Class : uint8_t { space, letter, digit, apostrophe, symbol, mark };

bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC; }

// Nearly all of a text: one look each.
constexpr std::array<Class, 0x80> kPlain = [] {
  std::array<Class, 0x80> out{};
  for (char32_t c = 0; c < 0x80; ++c) {
    const bool letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z', digit = c >= '0' && c <= '9', space = c == ' ' || (c >= 9 && c <= 13);
    const bool symbol = std::string_view("$%+<=>^~|&#@").find(static_cast<char>(c)) != std::string_view::npos;
    out[c] = space ? Class::space : letter ? Class::letter : digit ? Class::digit : c == '\'' ? Class::apostrophe : symbol ? Class::symbol : Class::mark;
  }
  return out;
}();

bool is_symbol(char32_t c) {
  return c == 0xA3 || c == 0xA5 || c == 0x20AC || c == 0xB0 || c == 0xB1 || c == 0xD7 || c == 0xA9 || c == 0xAE || c == 0x2122 || (c >= 0x2190 && c <= 0x22FF) || c == 0x2030;
}

Class class_of(char32_t c) {
  if (c < 0x80) return kPlain[c];
  if (is_space(c)) return Class::space;
  if (is_letter(c) || is_mark(c) || c == 0xAD) return Class::letter;
  if (is_digit(c)) return Class::digit;
  if (is_apostrophe(c)) return Class::apostrophe;
  return is_symbol(c) ? Class::symbol : Class::mark;
}

CodePoint next_in(std::string_view text, uint32_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte < 0x80 ? CodePoint{byte, 1} : code_point_at(text, at);
}

// Is there an apostrophe, or part of one, two or three bytes before the end? Most words need no closer look.
bool may_end_in_clitic(std::string_view text, uint32_t begin, uint32_t end) {
  const auto apart = [&](uint32_t back) { return end >= begin + back && (text[end - back] == '\'' || static_cast<unsigned char>(text[end - back]) >= 0x80); };
  return apart(2) || apart(3) || apart(1);
}

// Bytes of a clitic that ends text[begin, end): 's 'll 're 've 'd 'm n't; 0 when it ends with none.
uint32_t clitic_bytes(std::string_view text, uint32_t begin, uint32_t end) {
  if (!may_end_in_clitic(text, begin, end)) return 0;
  uint32_t at = end;
  uint32_t letters = 0;
  while (at > begin && letters < 3 && is_letter(code_point_before(text, at).value)) at -= code_point_before(text, at).bytes, ++letters;
  if (at == begin || letters == 0 || letters > 2) return 0;
  const CodePoint mark = code_point_before(text, at);
  if (!is_apostrophe(mark.value)) return 0;
  const auto lower = [&](uint32_t i) { return static_cast<char>(text[i] | 0x20); };
  const char a = lower(at), b = letters == 2 ? lower(at + 1) : '\0';
  const uint32_t start = at - mark.bytes;
  if (start == begin) return 0;
  if (letters == 1 && a == 't' && lower(start - 1) == 'n' && start - 1 > begin) return end - (start - 1);
  const bool known = (letters == 1 && (a == 's' || a == 'd' || a == 'm')) || (letters == 2 && ((a == 'l' && b == 'l') || (a == 'r' && b == 'e') || (a == 'v' && b == 'e')));
  return known ? end - start : 0;
}

}  // namespace

void cut_pieces(std::string_view text, uint32_t begin, uint32_t end, std::vector<Piece>& out) {
  text = text.substr(0, end);
  bool space = true;
  const auto next_is = [&](uint32_t at, Class wanted) { return at < end && class_of(next_in(text, at).value) == wanted; };
  for (uint32_t at = begin; at < end;) {
    const CodePoint first = next_in(text, at);
    const Class kind = class_of(first.value);
    if (kind == Class::space) {
      space = true;
      at += first.bytes;
      continue;
    }
    const uint32_t start = at;
    at += first.bytes;
    if (kind == Class::letter) {
      while (at < end) {
        const CodePoint c = next_in(text, at);
        const Class k = class_of(c.value);
        if (k == Class::letter || k == Class::digit) at += c.bytes;
        else if (k == Class::apostrophe && next_is(at + c.bytes, Class::letter)) at += c.bytes;
        else break;
      }
      // "e.g.", "U.S.", "p.m.": single letters with full stops are one word.
      if (at - start == first.bytes && at < end && text[at] == '.' && next_is(at + 1, Class::letter)) {
        uint32_t dotted = at;
        while (dotted + 1 < end && text[dotted] == '.' && next_is(dotted + 1, Class::letter)) {
          const uint32_t after = dotted + 1 + next_in(text, dotted + 1).bytes;
          if (next_is(after, Class::letter)) break;
          dotted = after;
        }
        if (dotted > at) at = dotted < end && text[dotted] == '.' ? dotted + 1 : dotted;
      }
      const uint32_t clitic = clitic_bytes(text, start, at);
      out.push_back({start, at - clitic, PieceKind::word, space});
      if (clitic > 0) out.push_back({at - clitic, at, PieceKind::word, false});
    } else if (kind == Class::digit) {
      while (at < end) {
        const char c = text[at];
        if (c >= '0' && c <= '9') ++at;
        else if ((c == '.' || c == ',') && at + 1 < end && text[at + 1] >= '0' && text[at + 1] <= '9') at += 2;
        else break;
      }
      // Ordinals: "1st", "5th".
      const auto lower = [&](uint32_t i) { return i < end ? static_cast<char>(text[i] | 0x20) : '\0'; };
      const char a = lower(at), b = lower(at + 1);
      const bool ordinal = (a == 's' && b == 't') || (a == 'n' && b == 'd') || (a == 'r' && b == 'd') || (a == 't' && b == 'h');
      if (ordinal && !next_is(at + 2, Class::letter) && !next_is(at + 2, Class::digit)) at += 2;
      out.push_back({start, at, PieceKind::number, space});
    } else if (kind == Class::apostrophe) {
      // A clitic that stands apart or after a mark ("'s"), else a quotation mark.
      uint32_t letters_end = at;
      while (next_is(letters_end, Class::letter)) letters_end += next_in(text, letters_end).bytes;
      const std::string_view rest = text.substr(at, letters_end - at);
      const bool clitic = !space && (rest == "s" || rest == "ll" || rest == "re" || rest == "ve" || rest == "d");
      if (clitic) at = letters_end;
      out.push_back({start, at, clitic ? PieceKind::word : PieceKind::punctuation, space});
    } else if (kind == Class::symbol) {
      // "°C" is a unit.
      if (first.value == 0xB0 && at < end && ((text[at] | 0x20) == 'c' || (text[at] | 0x20) == 'f') && !next_is(at + 1, Class::letter)) ++at;
      out.push_back({start, at, PieceKind::symbol, space});
    } else {
      if (first.value == '.')
        while (at < end && text[at] == '.') ++at;
      out.push_back({start, at, PieceKind::punctuation, space});
    }
    space = false;
  }
}

}  // namespace crosscheck
