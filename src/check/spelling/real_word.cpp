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
#include <unordered_map>

#include "check/fitting_word.h"
#include "check/mistakes.h"
#include "language/tags.h"
#include "language/lemma.h"
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

  Fit fit(const Dictionary& dictionary) const { return {dictionary.words, words, least, least_of_slips}; }

  // A list of words, or the name of one under `lists`.
  static WordSet list_of(const Value& value, const Value& settings, Rulebook& book) {
    if (value.is_scalar() && settings["lists"][value.text()]) return book.word_set(settings["lists"][value.text()]);
    return book.word_set(value);
  }
};

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

// "They are surprised to hear that", "the signs fade by age 1": a verb, where the word meant is none.
bool verb_is_asked(const Token& token, const std::string& meant, const WordNet& wordnet) {
  if ((token.tag != tag::VB && token.tag != tag::VBP) || !wordnet) return false;
  const uint32_t row = wordnet.find(meant);
  return row == WordNet::kNone || wordnet.count(row, PartOfSpeech::verb) < 1;
}

// "tides", "fade": what is met in any text is rare in the background for its subject alone.
constexpr int32_t kOfAnyText = 4;
constexpr double kMoreForNouns = 2;
bool is_noun_of_any_text(const Token& token, std::string_view lemma, const WordNet& wordnet) {
  if (!is_noun(token.tag) || !wordnet) return false;
  const uint32_t row = wordnet.find(lemma);
  return row != WordNet::kNone && wordnet.count(row, PartOfSpeech::noun) >= kOfAnyText;
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
    Fit fit = settings.fit(dictionary);
    if (is_noun_of_any_text(token, in.texts.word(token.lemma), in.rulebook.table<LemmaTable>().wordnet())) fit.least += kMoreForNouns;
    const std::string meant = fits_better(fit, word, in.texts.word(token.lemma), neighbours_of(in.texts, at));
    if (meant.empty() || verb_is_asked(token, meant, in.rulebook.table<LemmaTable>().wordnet())) continue;
    say(in, at.document, token.span, meant, 0.8,
        "\"" + std::string(word) + "\" is a word, but the background texts never have it beside these neighbours; \"" + meant + "\", one letter away, is drawn to them.", findings);
  }
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
    const std::string meant = meant_by_slip(settings.fit(dictionary), word, settings.slips.at(token.word), neighbours_of(in.texts, at));
    const auto said = [&](const Finding& each) { return each.evidence.front().document == at.document && each.evidence.front().span == token.span; };
    if (meant.empty() || verb_is_asked(token, meant, in.rulebook.table<LemmaTable>().wordnet())) continue;
    if (std::none_of(findings.begin() + static_cast<std::ptrdiff_t>(from), findings.end(), said)) say(in, at.document, token.span, meant, 0.8, "The background texts never have \"" + std::string(word) + "\" beside these neighbours, and often \"" + meant + "\".", findings);
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
