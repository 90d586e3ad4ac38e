// The wrong word, rightly spelt: "more then two", "cause a stoke".
//
// Two grounds. Confusions that everybody makes are told by the words beside them; the rule's page lists them. And a
// rare word that is one slip from a common one is held against the background: when neither pair it forms with its
// neighbours was ever met there, and both pairs of the common word were, the common word was meant.
//
// Tested by tests/checks/spelling/real_word.yaml.

#include <algorithm>
#include <cmath>

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
  WordSet first;  // words that a confusion may begin with
  uint32_t least_pairs = 5;

  Settings(const Value& settings, Rulebook& book) : least_pairs(static_cast<uint32_t>(settings["least_pairs"].number(5))) {
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

// Was the one word or the other inflected from the same one? Then it is a matter of grammar.
bool same_word(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (!b.starts_with(a)) return false;
  const std::string_view rest = b.substr(a.size());
  return rest == "s" || rest == "d" || rest == "r" || rest == "n";
}

struct Meant {
  std::string word;
  double weight = 0;
  uint32_t pairs = 0;
};

// The common word that fits between the neighbours where `word` does not.
Meant fits_better(const Dictionary& dictionary, std::string_view word, std::string_view left, std::string_view right, uint32_t least) {
  Meant best;
  const WordTable& words = dictionary.words;
  if ((!left.empty() && words.pair(left, word) > 0) || (!right.empty() && words.pair(word, right) > 0)) return best;
  const auto consider = [&](const ListedWord& other) {
    if (other.count < 50 || other.text == word || edits_between(word, other.text, 1) != 1 || same_word(word, other.text)) return;
    const uint32_t before = left.empty() ? 0 : words.pair(left, other.text), after = right.empty() ? 0 : words.pair(other.text, right);
    const bool enough = left.empty() || right.empty() ? before + after >= 4 * least : before >= least && after >= least;
    const double weight = std::log1p(before) + std::log1p(after);
    if (enough && (weight > best.weight || (weight == best.weight && other.text < best.word))) best = {std::string(other.text), weight, before + after};
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
    const bool has_left = at.token > sentence.first_token && beside(document.tokens[at.token - 1], token);
    const bool has_right = at.token + 1 < sentence.end_token && beside(token, document.tokens[at.token + 1]);
    const std::string_view word = in.texts.word(token.word);
    const Meant meant = fits_better(dictionary, word, has_left ? in.texts.word(document.tokens[at.token - 1].word) : std::string_view(), has_right ? in.texts.word(document.tokens[at.token + 1].word) : std::string_view(), settings.least_pairs);
    if (meant.word.empty()) continue;
    say(in, at.document, token.span, meant.word, 0.8,
        "\"" + std::string(word) + "\" is a word, but the background texts never have it beside these neighbours, and \"" + meant.word + "\", one letter away, " + std::to_string(meant.pairs) + " times.", findings);
  }
}

void run(const CheckInput& in, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  for (uint32_t d = 0; d < in.texts.documents.size(); ++d) {
    const Document& document = in.texts.documents[d];
    for (const Sentence& sentence : document.sentences)
      for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
        if (!settings.first.contains(document.tokens[i].word)) continue;
        for (const Confusion& confusion : settings.confusions) {
          if (!confused(confusion, document, sentence, i)) continue;
          const Span span{document.tokens[i].span.begin, document.tokens[i + confusion.wrong.size() - 1].span.end};
          say(in, d, span, confusion.right, 0.9, "The words beside it ask for \"" + confusion.right + "\"; the two are often confused.", findings);
          break;
        }
      }
  }
  const auto& dictionary = in.rulebook.table<Dictionary>();
  if (dictionary.ready()) by_neighbours(in, dictionary, findings);
}

}  // namespace

extern const Check real_word{run, prepare<Settings>};

}  // namespace crosscheck::spelling
