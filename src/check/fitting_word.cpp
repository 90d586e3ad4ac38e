// Words are drawn to their neighbours: "cause a stroke" is met often, "cause a stoke" never. What has not been met may
// be rare, so a word must be drawn there a good deal more than chance would have it before it is held to be meant.
//
// Tested by tests/checks/spelling/real_word.yaml.
#include "check/fitting_word.h"

#include <algorithm>
#include <cmath>

#include "spelling/edits.h"

namespace crosscheck {
namespace {

constexpr double kSmooth = 4, kUnseen = 0.3;  // what has not been met
constexpr uint32_t kAnywhere = 3000, kWellKnown = 250;  // a word this common says little alone; needs more against it

// British and American, "thalassaemia" and "thalassemia", are no matter of this rule's.
bool same_but_for_region(std::string_view word, std::string_view other) {
  for (const std::string_view pair : {"ae", "oe"})
    for (const auto& [longer, shorter] : {std::pair(word, other), std::pair(other, word)})
      if (const size_t at = longer.find(pair); at != std::string_view::npos && std::string(longer.substr(0, at)).append(longer.substr(at + 1)) == shorter) return true;
  return false;
}

// Was the one word or the other inflected from the same one? Then it is a matter of grammar.
bool same_word(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (a.size() == b.size() && a.substr(0, a.size() - 1) == b.substr(0, b.size() - 1)) return std::string_view("sdnrt").find(a.back()) != std::string_view::npos && std::string_view("sdnrt").find(b.back()) != std::string_view::npos;
  if (!b.starts_with(a)) return false;
  const std::string_view rest = b.substr(a.size());
  return rest == "s" || rest == "d" || rest == "r" || rest == "n" || rest == "y";  // "salty foods"
}

class Background {
 public:
  Background(const WordTable& words, double total) : words_(words), total_(total) {}

  // How much more often two words stand together than chance would have it, as a logarithm.
  double drawn(std::string_view first, std::string_view second, double count_of_first, double count_of_second) const {
    if (first.empty() || second.empty()) return 0;
    const uint32_t pair = words_.pair(first, second);
    return pair == 0 ? -2.5 : std::max(0.0, std::log(pair * total_ / ((count_of_first + 1) * (count_of_second + 1))));
  }

  double fit(std::string_view word, double count, const Surroundings& beside) const {
    double sum = drawn(beside.left, word, words_.find(beside.left).count, count) + drawn(word, beside.right, count, words_.find(beside.right).count);
    // "cause a stroke": past the article.
    if (beside.left == "a" || beside.left == "an" || beside.left == "the") sum += std::max(0.0, drawn(beside.before_left, word, words_.find(beside.before_left).count, count));
    return sum;
  }

 private:
  const WordTable& words_;
  double total_;
};

// "the nape of": small words go with everything.
bool says_nothing(const WordTable& words, const Surroundings& beside) {
  const auto small = [&](std::string_view word) { return word.empty() || words.find(word).count > kAnywhere; };
  return small(beside.left) && small(beside.right) && (beside.before_left.empty() || small(beside.before_left));
}

constexpr double kOfSmallWords = 2;
constexpr double kMostByCount = 5.5;  // however common a word is, that alone says no more than this


}  // namespace

bool beside(const Token& a, const Token& b) { return b.space_before && a.kind == TokenKind::word && b.kind == TokenKind::word; }

Surroundings neighbours_of(const Collection& texts, const WordPlace& at) {
  const Document& document = texts.documents[at.document];
  const Sentence& sentence = document.sentences[at.sentence];
  const auto& tokens = document.tokens;
  Surroundings out;
  if (at.token > sentence.first_token && beside(tokens[at.token - 1], tokens[at.token])) out.left = texts.word(tokens[at.token - 1].word);
  if (!out.left.empty() && at.token > sentence.first_token + 1 && beside(tokens[at.token - 2], tokens[at.token - 1])) out.before_left = texts.word(tokens[at.token - 2].word);
  if (at.token + 1 < sentence.end_token && beside(tokens[at.token], tokens[at.token + 1])) out.right = texts.word(tokens[at.token + 1].word);
  return out;
}

std::string fits_better(const Fit& fit, std::string_view word, std::string_view lemma, const Surroundings& beside) {
  const WordTable& words = fit.words;
  if ((!beside.left.empty() && words.pair(beside.left, word) > 0) || (!beside.right.empty() && words.pair(word, beside.right) > 0)) return "";
  const Background background(words, fit.total);
  const double rarity = std::log(std::max(words.find(word).count, words.find(lemma).count / 2) + 0.5);
  std::string best;
  double most = fit.least + (says_nothing(words, beside) ? kOfSmallWords : 0);
  const auto consider = [&](const ListedWord& other) {
    if (other.count < 50 || other.text == word || other.text == lemma || edits_between(word, other.text, 1) != 1 || same_word(word, other.text) || same_but_for_region(word, other.text)) return;
    const double weight = background.fit(other.text, other.count, beside) + std::min(kMostByCount, std::log(other.count) - rarity);
    if (weight > most || (weight == most && other.text < best)) most = weight, best = other.text;
  };
  const std::string text(word);
  words.with_delete(text, consider);
  for (size_t i = 0; i < text.size(); ++i) words.with_delete(text.substr(0, i) + text.substr(i + 1), consider);
  return best;
}


std::string meant_by_slip(const Fit& fit, std::string_view word, const std::vector<std::string>& others, const Surroundings& beside) {
  const WordTable& words = fit.words;
  const auto pair = [&](std::string_view a, std::string_view b) { return static_cast<double>(words.pair(a, b)); };
  const bool article = beside.left == "a" || beside.left == "an" || beside.left == "the";
  if ((!beside.left.empty() && pair(beside.left, word) > 0) || (!beside.right.empty() && pair(word, beside.right) > 0) || (article && pair(beside.before_left, word) > 0)) return "";
  const auto chance = [&](std::string_view each) { return (words.find(each).count + kUnseen) / fit.total; };
  // How much better `other` goes with a neighbour before it.
  const auto gained = [&](std::string_view before, const std::string& other) { return std::log((pair(before, other) + kSmooth * chance(other)) / (pair(before, word) + kSmooth * chance(word))); };
  std::string best;
  double most = fit.least_of_slips;
  for (const std::string& other : others) {
    const double left = pair(beside.left, other), right = pair(other, beside.right);
    const bool both = !beside.left.empty() && !beside.right.empty();
    const bool common = words.find(word).count > kWellKnown;
    if (both ? std::min(left, right) < (common ? 2 : 1) || std::max(left, right) < (common ? 8 : 4) : common || beside.left.empty() || left < 8 || words.find(beside.left).count > kAnywhere) continue;
    double sum = gained(beside.left, other);
    if (article) sum += std::log((pair(beside.before_left, other) + kSmooth * chance(other) + kUnseen) / (kSmooth * chance(word) + kUnseen));
    if (both) sum += std::log((right + kSmooth * chance(beside.right)) / (words.find(other).count + kSmooth)) - std::log(kSmooth * chance(beside.right) / (words.find(word).count + kSmooth));
    if (sum > most) most = sum, best = other;
  }
  return best;
}

}  // namespace crosscheck
