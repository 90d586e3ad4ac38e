// Tested by tests/checks/spelling/misspelling.yaml.
#include "spelling/setting.h"

#include <algorithm>

#include "text/utf8.h"

namespace crosscheck {
namespace {

constexpr uint32_t kLongestChunk = 160;

bool blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

// What stands between blanks around the token.
Span chunk_around(std::string_view text, Span word, Span within) {
  Span chunk = word;
  while (chunk.begin > within.begin && !blank(text[chunk.begin - 1]) && word.begin - chunk.begin < kLongestChunk) --chunk.begin;
  while (chunk.end < within.end && !blank(text[chunk.end]) && chunk.end - word.end < kLongestChunk) ++chunk.end;
  return chunk;
}

bool is_address_or_formula(std::string_view chunk) {
  for (size_t i = 0; i < chunk.size(); ++i) {
    const char c = chunk[i], next = i + 1 < chunk.size() ? chunk[i + 1] : ' ';
    if ((c >= '0' && c <= '9') || c == '@' || c == '_' || c == '\\' || c == '=' || c == '<' || c == '>' || c == '#') return true;
    if (c == ':' && next == '/') return true;
    // "www.example.org", "index.html", but not "blood.The".
    if (c == '.' && next >= 'a' && next <= 'z' && (chunk.find('/') != std::string_view::npos || chunk.starts_with("www") || chunk.find("www.") != std::string_view::npos)) return true;
  }
  for (const std::string_view end : {".com", ".org", ".gov", ".edu", ".net", ".html"})
    if (chunk.find(end) != std::string_view::npos) return true;
  return false;
}

// "interleukin-6", "antithrombin-III": one of a series, and so a word before its number.
bool is_numbered(std::string_view text, Span word, Span chunk) {
  if (word.begin != chunk.begin || word.size() < 8 || word.end == chunk.end || text[word.end] != '-') return false;
  const std::string_view number = text.substr(word.end + 1, chunk.end - word.end - 1);
  return !number.empty() && number.find_first_not_of("0123456789.,;)") == std::string_view::npos;
}

bool spells_syllables(std::string_view text, Span chunk, Span within) {
  const size_t open = text.rfind('(', chunk.begin), close = text.find(')', chunk.begin);
  if (open == std::string_view::npos || open < within.begin || close == std::string_view::npos || close > within.end || close - open > 40) return false;
  size_t words = 0, loud = 0, longest = 0, length = 0;
  bool capitals = true;
  for (size_t i = open + 1; i <= close; ++i) {
    const char c = text[i];
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (letter) {
      if (c >= 'a') capitals = false;
      longest = std::max(longest, ++length);
    } else if (length > 0) {
      ++words;
      loud += capitals && length > 1;
      length = 0;
      capitals = true;
    }
  }
  return words >= 2 && words <= 7 && loud == 1 && longest <= 6;
}

// "(ah-PLAY-zhuh)": a word cut in syllables between brackets.
bool is_pronunciation(std::string_view text, Span chunk, Span within) {
  const std::string_view part = chunk.of(text);
  size_t hyphens = 0;
  for (const char c : part) hyphens += c == '-' || c == '\'' ? 1u : 0u;
  bool bracket = false;
  for (uint32_t at = chunk.begin + 1; at-- > within.begin && chunk.begin - at < 80;) {
    if (text[at] == ')') break;
    if (text[at] == '(' || text[at] == '[') {
      bracket = true;
      break;
    }
  }
  // "(toe FAY shus)": the stressed syllable in capitals, the others small.
  if (bracket && spells_syllables(text, chunk, within)) return true;
  if (bracket && hyphens >= 1) {
    bool small = false, capital = false;
    for (size_t i = 1; i < part.size(); ++i) {
      small |= part[i] >= 'a' && part[i] <= 'z';
      capital |= part[i] >= 'A' && part[i] <= 'Z' && part[i - 1] >= 'A' && part[i - 1] <= 'Z';
    }
    if ((small && capital) || hyphens >= 2) return true;
  }
  const std::string_view before = text.substr(within.begin, chunk.begin - within.begin);
  const size_t said = before.rfind("ronounced");
  return said != std::string_view::npos && before.size() - said < 40;
}

}  // namespace

bool is_running_word(const Document& document, const Sentence& sentence, uint32_t i) {
  const Case written = document.tokens[i].letter_case;
  return written != Case::upper && written != Case::mixed && written != Case::none && is_running_text(document, sentence, i);
}

bool tells_sound(const Document& document, const Sentence& sentence, uint32_t i) {
  return is_pronunciation(document.text, chunk_around(document.text, document.tokens[i].span, sentence.span), sentence.span);
}

bool is_running_text(const Document& document, const Sentence& sentence, uint32_t i) {
  const Token& token = document.tokens[i];
  const std::string_view text = document.text;
  const Span chunk = chunk_around(text, token.span, sentence.span);
  return (!is_address_or_formula(chunk.of(text)) || is_numbered(text, token.span, chunk)) && !is_pronunciation(text, chunk, sentence.span);
}

}  // namespace crosscheck
