// Tested by tests/checks/spelling/run_together.yaml.
#include "spelling/split.h"

#include <algorithm>
#include <cmath>

namespace crosscheck {
namespace {

struct Part {
  double frequency = 0;
  bool word = false;
};

Part part_of(const std::string& text, const Collection& texts, const Census& census, const Dictionary& dictionary) {
  const ListedWord listed = dictionary.find(text);
  const Symbol symbol = texts.symbols.find(text);
  const double in_set = symbol == 0 ? 0 : census.use(symbol).count;
  const bool word = listed.known() && (listed.flags & words_format::kUnusual) == 0;
  return {in_set + listed.count, word || in_set >= 20};
}

}  // namespace

Split best_split(const std::string& word, const Collection& texts, const Census& census, const Dictionary& dictionary) {
  Split best;
  if (word.size() < 6) return best;
  for (size_t cut = 2; cut + 2 <= word.size(); ++cut) {
    const std::string first = word.substr(0, cut), second = word.substr(cut);
    const Part one = part_of(first, texts, census, dictionary);
    if (!one.word) continue;
    const Part two = part_of(second, texts, census, dictionary);
    if (!two.word) continue;
    // A short part must be one of the commonest words, or half of all words would fall apart.
    const auto enough = [](const std::string& part, double frequency) { return frequency >= (part.size() <= 2 ? 2000 : part.size() == 3 ? 400 : 12); };
    if (!enough(first, one.frequency) || !enough(second, two.frequency)) continue;
    const uint32_t pair = dictionary.words.pair(first, second);
    if (pair < 3 && (dictionary.forms.is_prefix(first) || dictionary.forms.is_suffix(second))) continue;
    const double worth = std::log(one.frequency) + std::log(two.frequency) + 2 * std::log(pair + 1.0) - 9;
    if (worth > best.worth) best = {first, second, worth, pair};
  }
  return best;
}

}  // namespace crosscheck
