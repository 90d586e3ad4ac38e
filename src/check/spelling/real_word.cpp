// The wrong word, rightly spelt: "more then two", "cause a stoke".
//
// Three grounds. Confusions that everybody makes are told by the words beside them; the rule's page lists them. Slips
// that turn one common word into another ("blurred version", "damage the lever") are listed too, and the background
// says which of the two stands between such neighbours. And a rare word that is one slip from a common one is held against the background: when it was never met there beside
// these neighbours, the common word must make up, by how much more it is drawn to them than chance would have it
// and by how much commoner it is, for how seldom a slip makes a word.
//
// Tested by tests/checks/spelling/real_word.yaml.

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "check/mistakes.h"
#include "spelling/edits.h"
#include "spelling/setting.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace crosscheck::spelling {
namespace {

struct Confusion {
  std::vector<Symbol> wrong;
  std::string right;
  WordSet after, before, not_after, not_before;
  bool at_start = true;  // may stand without a word before it
};

struct Settings {
  std::vector<Confusion> confusions;
  WordSet first, slipped;  // words that a confusion may begin with, that a slip may have made
  std::unordered_map<Symbol, std::vector<std::string>> slips;
  double least = 10, words = 1.4e6, least_of_slips = 6.5;

  Settings(const Value& settings, Rulebook& book) : least(settings["least"].number(10)), words(settings["words"].number(1.4e6)), least_of_slips(settings["least_of_slips"].number(6.5)) {
    for (const auto& [written, meant] : settings["slips"].fields) slips[book.symbols.intern(written)] = meant.texts(), slipped.add(book.symbols.intern(written));
    for (const Value& item : settings["confusions"].items) {
      item.allow_only({"wrong", "right", "after", "before", "not_after", "not_before"});
      const auto set = [&](const char* key) { return list_of(item[key], settings, book); };
      for (const std::string& wrong : item["wrong"].texts()) {
        Confusion out{{}, item["right"].text(), set("after"), set("before"), set("not_after"), set("not_before")};
        for (const std::string& word : split_phrase(wrong)) out.wrong.push_back(book.symbols.intern(word));
        first.add(out.wrong.front());
        confusions.push_back(std::move(out));
      }
    }
  }

  // A list of words, or the name of one under `lists`.
  static WordSet list_of(const Value& value, const Value& settings, Rulebook& book) {
    if (value.is_scalar() && settings["lists"][value.text()]) return book.word_set(settings["lists"][value.text()]);
    return book.word_set(value);
  }
};

bool beside(const Token& a, const Token& b) { return b.space_before && a.kind == TokenKind::word && b.kind == TokenKind::word; }

bool confused(const Confusion& confusion, const Document& document, const Sentence& sentence, uint32_t i) {
  const uint32_t end = i + static_cast<uint32_t>(confusion.wrong.size());
  if (end > sentence.end_token) return false;
  for (uint32_t k = i; k < end; ++k)
    if (document.tokens[k].word != confusion.wrong[k - i]) return false;
  const Token* left = i > sentence.first_token && beside(document.tokens[i - 1], document.tokens[i]) ? &document.tokens[i - 1] : nullptr;
  const Token* right = end < sentence.end_token && beside(document.tokens[end - 1], document.tokens[end]) ? &document.tokens[end] : nullptr;
  if (!confusion.after.empty() && !(left && confusion.after.contains(left->word))) return false;
  if (!confusion.before.empty() && !(right && confusion.before.contains(right->word))) return false;
  if (left && confusion.not_after.contains(left->word)) return false;
  if (!confusion.not_before.empty() && (!right || confusion.not_before.contains(right->word))) return false;
  return true;
}

void say(const CheckInput& in, uint32_t d, Span span, const std::string& right, double confidence, std::string why, Findings& findings) {
  const std::string_view written = in.texts.documents[d].text_of(span);
  const std::string meant = is_upper(code_point_at(written, 0).value) ? capitalised(right) : right;
  Finding out = finding(in, {{d, span}}, {{"meant", meant}});
  out.confidence = confidence;
  out.why = std::move(why);
  out.fixes.push_back({d, span, meant, false});
  findings.push_back(std::move(out));
}

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

struct Neighbours {  // as far as they stand in the same phrase
  std::string_view before_left, left, right;
};

Neighbours neighbours_of(const Collection& texts, const WordPlace& at) {
  const Document& document = texts.documents[at.document];
  const Sentence& sentence = document.sentences[at.sentence];
  const auto& tokens = document.tokens;
  Neighbours out;
  if (at.token > sentence.first_token && beside(tokens[at.token - 1], tokens[at.token])) out.left = texts.word(tokens[at.token - 1].word);
  if (!out.left.empty() && at.token > sentence.first_token + 1 && beside(tokens[at.token - 2], tokens[at.token - 1])) out.before_left = texts.word(tokens[at.token - 2].word);
  if (at.token + 1 < sentence.end_token && beside(tokens[at.token], tokens[at.token + 1])) out.right = texts.word(tokens[at.token + 1].word);
  return out;
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

  double fit(std::string_view word, double count, const Neighbours& beside) const {
    double sum = drawn(beside.left, word, words_.find(beside.left).count, count) + drawn(word, beside.right, count, words_.find(beside.right).count);
    // "cause a stroke": past the article.
    if (beside.left == "a" || beside.left == "an" || beside.left == "the") sum += std::max(0.0, drawn(beside.before_left, word, words_.find(beside.before_left).count, count));
    return sum;
  }

 private:
  const WordTable& words_;
  double total_;
};

constexpr double kMostByCount = 5.5;  // however common a word is, that alone says no more than this
// The common word that fits between the neighbours where `word` does not, or "".
std::string fits_better(const WordTable& words, const Settings& settings, std::string_view word, std::string_view lemma, const Neighbours& beside) {
  if ((!beside.left.empty() && words.pair(beside.left, word) > 0) || (!beside.right.empty() && words.pair(word, beside.right) > 0)) return "";
  const Background background(words, settings.words);
  const double rarity = std::log(std::max(words.find(word).count, words.find(lemma).count / 2) + 0.5);
  std::string best;
  double most = settings.least;
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

void by_neighbours(const CheckInput& in, const Dictionary& dictionary, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  for (const WordPlace& at : in.index.spelling->census.near_common) {
    const Document& document = in.texts.documents[at.document];
    const Sentence& sentence = document.sentences[at.sentence];
    const Token& token = document.tokens[at.token];
    if (token.letter_case != Case::lower || in.index.spelling->census.count(token.word) > 2 || !is_running_word(document, sentence, at.token)) continue;
    const std::string_view word = in.texts.word(token.word);
    if (!dictionary.words.find(word).partner.empty()) continue;
    const std::string meant = fits_better(dictionary.words, settings, word, in.texts.word(token.lemma), neighbours_of(in.texts, at));
    if (meant.empty()) continue;
    say(in, at.document, token.span, meant, 0.8,
        "\"" + std::string(word) + "\" is a word, but the background texts never have it beside these neighbours; \"" + meant + "\", one letter away, is drawn to them.", findings);
  }
}
constexpr double kSmooth = 4, kUnseen = 0.3;  // what has not been met
constexpr uint32_t kAnywhere = 3000, kWellKnown = 250;  // a word this common says little alone; needs more against it

// Which of the words meant fits where `word` does not, or "". Both neighbours must have been met beside it, or one often.
std::string meant_by_slip(const WordTable& words, const Settings& settings, std::string_view word, const std::vector<std::string>& others, const Neighbours& beside) {
  const auto pair = [&](std::string_view a, std::string_view b) { return static_cast<double>(words.pair(a, b)); };
  const bool article = beside.left == "a" || beside.left == "an" || beside.left == "the";
  if ((!beside.left.empty() && pair(beside.left, word) > 0) || (!beside.right.empty() && pair(word, beside.right) > 0) || (article && pair(beside.before_left, word) > 0)) return "";
  const auto chance = [&](std::string_view each) { return (words.find(each).count + kUnseen) / settings.words; };
  // How much better `other` goes with a neighbour before it.
  const auto gained = [&](std::string_view before, const std::string& other) { return std::log((pair(before, other) + kSmooth * chance(other)) / (pair(before, word) + kSmooth * chance(word))); };
  std::string best;
  double most = settings.least_of_slips;
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

// By a hyphen, a slash, an apostrophe: "port-wine", "dosen't".
bool joined(const Document& document, uint32_t i) {
  const auto& tokens = document.tokens;
  const auto joint = [&](uint32_t k) { return tokens[k].kind == TokenKind::word || std::string_view("-–/").find(document.text_of(tokens[k])) != std::string_view::npos; };
  return (i + 1 < tokens.size() && !tokens[i + 1].space_before && joint(i + 1)) || (i > 0 && !tokens[i].space_before && joint(i - 1));
}

void by_slips(const CheckInput& in, const Dictionary& dictionary, const std::vector<WordPlace>& places, size_t from, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  for (const WordPlace& at : places) {
    const Document& document = in.texts.documents[at.document];
    const Token& token = document.tokens[at.token];
    if (token.letter_case != Case::lower || joined(document, at.token) || !is_running_word(document, document.sentences[at.sentence], at.token)) continue;
    const std::string_view word = in.texts.word(token.word);
    const std::string meant = meant_by_slip(dictionary.words, settings, word, settings.slips.at(token.word), neighbours_of(in.texts, at));
    const auto said = [&](const Finding& each) { return each.evidence.front().document == at.document && each.evidence.front().span == token.span; };
    if (!meant.empty() && std::none_of(findings.begin() + static_cast<std::ptrdiff_t>(from), findings.end(), said)) say(in, at.document, token.span, meant, 0.8, "The background texts never have \"" + std::string(word) + "\" beside these neighbours, and often \"" + meant + "\".", findings);
  }
}

void run(const CheckInput& in, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  std::vector<WordPlace> slips;
  const size_t from = findings.size();
  for (uint32_t d = 0; d < in.texts.documents.size(); ++d) {
    const Document& document = in.texts.documents[d];
    for (uint32_t s = 0; s < document.sentences.size(); ++s) {
      const Sentence& sentence = document.sentences[s];
      for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
        if (settings.slipped.contains(document.tokens[i].word)) slips.push_back({d, s, i});
        if (!settings.first.contains(document.tokens[i].word)) continue;
        for (const Confusion& confusion : settings.confusions) {
          if (!confused(confusion, document, sentence, i)) continue;
          const Span span{document.tokens[i].span.begin, document.tokens[i + confusion.wrong.size() - 1].span.end};
          say(in, d, span, confusion.right, 0.9, "The words beside it ask for \"" + confusion.right + "\"; the two are often confused.", findings);
          if (!slips.empty() && slips.back().token == i && slips.back().sentence == s && slips.back().document == d) slips.pop_back();
          break;
        }
      }
    }
  }
  const auto& dictionary = in.rulebook.table<Dictionary>();
  if (!dictionary.ready()) return;
  by_neighbours(in, dictionary, findings);
  by_slips(in, dictionary, slips, from, findings);
}

}  // namespace

extern const Check real_word{run, prepare<Settings>};

}  // namespace crosscheck::spelling
