// Tested by tests/checks/spelling/run_together.yaml.
#include "spelling/split.h"

#include <algorithm>
#include <cmath>

namespace crosscheck {
namespace {

// Everything is measured against this: two words that common are worth nothing together.
constexpr double kChance = 9;

struct Part {
  double frequency = 0;
  bool word = false, everyday = false;
};

Part part_of(const std::string& text, const Collection& texts, const Census& census, const Dictionary& dictionary) {
  using namespace words_format;
  const ListedWord listed = dictionary.find(text);
  const Symbol symbol = texts.symbols.find(text);
  const double in_set = symbol == 0 ? 0 : census.count(symbol);
  const bool word = listed.known() && (listed.flags & kUnusual) == 0;
  return {in_set + listed.count, word || in_set >= 20, word && (listed.flags & kName) == 0 && (listed.flags & (kUS | kGB)) != 0};
}

// May this be one of two words run together, beside one that is met `other` times? Short parts must be among the
// commonest words, or half of all words would fall apart.
bool enough(const std::string& text, const Part& part, const Part& other) {
  if (text.size() <= 2) return part.frequency >= 2000;
  if (text.size() == 3) return part.frequency >= 400;
  if (part.frequency >= 12) return true;
  return part.everyday && (text.size() >= 6 || other.frequency >= 1500);
}

Split best_of_two(const std::string& word, const Collection& texts, const Census& census, const Dictionary& dictionary) {
  Split best;
  for (size_t cut = 2; cut + 2 <= word.size(); ++cut) {
    const std::string first = word.substr(0, cut), second = word.substr(cut);
    const Part one = part_of(first, texts, census, dictionary);
    if (!one.word) continue;
    const Part two = part_of(second, texts, census, dictionary);
    if (!two.word || !enough(first, one, two) || !enough(second, two, one)) continue;
    const uint32_t pair = dictionary.words.pair(first, second);
    if (pair == 0 && std::min(first.size(), second.size()) <= 2) continue;
    if (pair < 3 && (dictionary.forms.is_prefix(first) || dictionary.forms.is_suffix(second))) continue;
    const double worth = std::log(one.frequency + 3) + std::log(two.frequency + 3) + 2 * std::log(pair + 1.0) - kChance;
    if (worth > best.worth) best = {first, second, worth, pair};
  }
  return best;
}

}  // namespace

Split best_split(const std::string& word, const Collection& texts, const Census& census, const Dictionary& dictionary) {
  if (word.size() < 6) return {};
  Split best = best_of_two(word, texts, census, dictionary);
  // Three in a row: "painseldomlasts".
  if (best.worth <= 0 && word.size() >= 11)
    for (size_t cut = 3; cut + 6 <= word.size(); ++cut) {
      const std::string first = word.substr(0, cut);
      const Part one = part_of(first, texts, census, dictionary);
      if (!one.word || !one.everyday || one.frequency < (cut == 3 ? 400 : 12) || dictionary.forms.is_prefix(first)) continue;
      const Split rest = best_of_two(word.substr(cut), texts, census, dictionary);
      const double worth = rest.worth + std::log(one.frequency + 3);
      if (rest.worth > -5 && worth > best.worth) best = {first, rest.first + " " + rest.second, worth, rest.pair};
    }
  return best;
}

}  // namespace crosscheck
