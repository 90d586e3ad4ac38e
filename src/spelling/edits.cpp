// Tested by tests/rooms/spelling.cpp.
#include "spelling/edits.h"

#include <algorithm>
#include <array>
#include <vector>

namespace crosscheck {
namespace {

constexpr size_t kLongest = 64;

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'; }

bool sound_alike(char a, char b) {
  for (const std::string_view group : {"ckqs", "sz", "mn", "td", "bp", "fv", "gj", "xs"})
    if (group.find(a) != std::string_view::npos && group.find(b) != std::string_view::npos) return true;
  return false;
}

double swap_cost(char written, char meant) {
  if (is_vowel(written) && is_vowel(meant)) return 0.7;
  return sound_alike(written, meant) ? 0.8 : 1.0;
}

// A letter too many or missing: less when it doubles its neighbour, or is one nobody hears.
double extra_cost(std::string_view word, size_t at) {
  const char c = word[at];
  if ((at > 0 && word[at - 1] == c) || (at + 1 < word.size() && word[at + 1] == c)) return 0.55;
  if (c == 'h') return 0.8;
  return 0.9;
}

}  // namespace

double edit_cost(std::string_view written, std::string_view meant, double limit) {
  const size_t rows = written.size(), columns = meant.size();
  if (rows > kLongest || columns > kLongest) return limit + 1;
  std::array<std::array<double, kLongest + 1>, 3> table;
  auto *earlier = &table[0], *above = &table[1], *row = &table[2];
  (*row)[0] = 0;
  for (size_t j = 1; j <= columns; ++j) (*row)[j] = (*row)[j - 1] + extra_cost(meant, j - 1) + (j == 1 ? 0.3 : 0);
  for (size_t i = 1; i <= rows; ++i) {
    std::swap(earlier, above);
    std::swap(above, row);
    const double start = i == 1 ? 0.3 : 0;
    double least = (*row)[0] = (*above)[0] + extra_cost(written, i - 1) + start;
    for (size_t j = 1; j <= columns; ++j) {
      const double first = i == 1 && j == 1 ? 0.3 : 0;
      double best = (*above)[j - 1] + (written[i - 1] == meant[j - 1] ? 0 : swap_cost(written[i - 1], meant[j - 1]) + first);
      best = std::min(best, (*above)[j] + extra_cost(written, i - 1) + start);
      best = std::min(best, (*row)[j - 1] + extra_cost(meant, j - 1) + (j == 1 ? 0.3 : 0));
      if (i > 1 && j > 1 && written[i - 1] == meant[j - 2] && written[i - 2] == meant[j - 1] && written[i - 1] != written[i - 2])
        best = std::min(best, (*earlier)[j - 2] + 0.7);
      (*row)[j] = best;
      least = std::min(least, best);
    }
    if (least > limit + 0.9) return limit + 1;
  }
  return (*row)[columns];
}

unsigned edits_between(std::string_view written, std::string_view meant, unsigned limit) {
  const size_t rows = written.size(), columns = meant.size();
  if (rows > kLongest || columns > kLongest || rows > columns + limit || columns > rows + limit) return limit + 1;
  std::array<std::array<unsigned, kLongest + 1>, 3> table;
  auto *earlier = &table[0], *above = &table[1], *row = &table[2];
  for (size_t j = 0; j <= columns; ++j) (*row)[j] = static_cast<unsigned>(j);
  for (size_t i = 1; i <= rows; ++i) {
    std::swap(earlier, above);
    std::swap(above, row);
    unsigned least = (*row)[0] = static_cast<unsigned>(i);
    for (size_t j = 1; j <= columns; ++j) {
      unsigned best = (*above)[j - 1] + (written[i - 1] != meant[j - 1]);
      best = std::min({best, (*above)[j] + 1, (*row)[j - 1] + 1});
      if (i > 1 && j > 1 && written[i - 1] == meant[j - 2] && written[i - 2] == meant[j - 1]) best = std::min(best, (*earlier)[j - 2] + 1);
      (*row)[j] = best;
      least = std::min(least, best);
    }
    if (least > limit) return limit + 1;
  }
  return (*row)[columns];
}

}  // namespace crosscheck
