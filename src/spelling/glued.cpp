// best_split (split.h) asks whether two words are common and follow one another. Small words follow everything, so that
// says little of them: "mostif" is as near to "most", "exampleis" to "examples". What tells is the word beyond: "if
// not", "is at" and "a return" are met all the time, "most not", "examples at" and "relapse return" never.
//
// Ends of words look like small words ("pectoralis", "menin", "optica"): those must be drawn to both neighbours.
//
// Tested by tests/checks/spelling/run_together.yaml.
#include "spelling/glued.h"

#include <cmath>

namespace crosscheck {
namespace {

constexpr uint32_t kSmallWord = 1800;  // so common in the background that it is a word of grammar
constexpr double kMore = 1.2, kMuchMore = 2.8, kStart = 2.5;

struct Look {
  const Dictionary& dictionary;
  const Beside& beside;

  double pair(std::string_view first, std::string_view second) const {
    if (first.empty() || second.empty()) return 0;
    return std::log1p(dictionary.words.pair(first, second));
  }
  // A word of every day with a meaning of its own.
  bool full(const std::string& text) const {
    using namespace words_format;
    const ListedWord listed = dictionary.words.find(text);
    return text.size() >= 3 && (listed.flags & (kUS | kGB)) != 0 && (listed.flags & (kName | kUnusual)) == 0 && listed.count >= (text.size() >= 6 ? 1u : text.size() >= 4 ? 5u : 40u);
  }
  bool small(const std::string& text) const { return text.size() <= 5 && dictionary.words.find(text).count >= kSmallWord; }
  double rival(const Candidate* near) const { return near == nullptr ? 0 : pair(beside.left, near->text) + pair(near->text, beside.right); }
};

}  // namespace

Split glued(const std::string& word, const Beside& beside, const Candidate* near, const Dictionary& dictionary) {
  const Look look{dictionary, beside};
  Split best;
  best.worth = 0;
  for (size_t cut = 1; cut < word.size(); ++cut) {
    std::string first = word.substr(0, cut), second = word.substr(cut);
    const bool behind = look.full(first) && look.small(second) && (second.size() > 1 || second == "a");
    const bool before = look.full(second) && look.small(first) && (first.size() > 1 || first == "a");
    if (!behind && !before) continue;
    const double inner = look.pair(first, second);
    // "Achest x-ray" begins the sentence.
    const double outer = behind ? look.pair(second, beside.right) : beside.left.empty() ? std::min(inner, kStart) : look.pair(beside.left, first);
    const double other = behind ? look.pair(beside.left, first) : look.pair(second, beside.right);
    const std::string& piece = behind ? second : first;
    const bool part_of_words = piece.size() == 1 || (behind ? dictionary.forms.is_suffix(second) : dictionary.forms.is_prefix(first)) || piece.size() == 2;
    if (outer < 1 || (before && inner < 1)) continue;
    if (part_of_words && other + inner < 0.6) continue;
    const double gained = outer + inner + other - look.rival(near) - (near && near->edits <= 1 ? 1.5 : 0);
    if (gained > (part_of_words ? kMuchMore : kMore) && gained > best.worth) best = {first, second, gained, dictionary.words.pair(first, second)};
  }
  if (best.first.empty()) best.worth = -1;
  return best;
}

}  // namespace crosscheck
