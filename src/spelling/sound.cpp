// Tested by tests/rooms/spelling.cpp.
#include "spelling/words_format.h"

namespace crosscheck::words_format {
namespace {

bool softens(char next) { return next == 'e' || next == 'i' || next == 'y'; }

// What the letter at `at` sounds like, and how many letters that took.
std::pair<char, size_t> sound_at(std::string_view word, size_t at) {
  const char c = word[at], next = at + 1 < word.size() ? word[at + 1] : '\0';
  switch (c) {
    case 'a': case 'e': case 'i': case 'o': case 'u': case 'y': return {at == 0 ? 'a' : '\0', 1};
    case 'h': case 'w': return {'\0', 1};
    case 'p': return next == 'h' ? std::pair('f', 2) : at == 0 && (next == 's' || next == 't' || next == 'n') ? std::pair('\0', 1) : std::pair('p', 1);
    case 'k': return at == 0 && next == 'n' ? std::pair('\0', 1) : std::pair('k', 1);
    case 'g': return next == 'h' ? std::pair('\0', 2) : softens(next) ? std::pair('j', 1) : std::pair('g', 1);
    case 'c': return next == 'h' || next == 'k' ? std::pair('k', 2) : softens(next) ? std::pair('s', 1) : std::pair('k', 1);
    case 's': return next == 'c' && at + 2 < word.size() && softens(word[at + 2]) ? std::pair('s', 2) : std::pair('s', 1);
    case 't': return next == 'i' && at + 2 < word.size() && word[at + 2] == 'o' ? std::pair('s', 1) : std::pair('t', 1);
    case 'q': case 'x': return {'k', 1};
    case 'z': return {'s', 1};
    case 'v': return {'f', 1};
    case 'm': return {'n', 1};
    default: return {c, 1};
  }
}

}  // namespace

std::string sound_of(std::string_view word) {
  std::string sound;
  for (size_t at = 0; at < word.size();) {
    const auto [heard, letters] = sound_at(word, at);
    if (heard != '\0' && (sound.empty() || sound.back() != heard)) sound += heard;
    at += letters;
  }
  return sound;
}

}  // namespace crosscheck::words_format
