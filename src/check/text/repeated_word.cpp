// The same word twice in a row: "Talk to the the nurse".
//
// Some doublings are English: the page lists words ("had had"), particles that stand twice after certain verbs
// ("log in in the evening") and words after which a form of "be" stands twice ("what it is is"). Numbers, words
// parted by a mark and names that double ("Wagga Wagga") are left alone, and so is a word said three times
// unless it is a function word: that is emphasis, or a table that lost its lines. A hyphenated word that is half
// repeated belongs to text.duplicated_fragment.
//
// Tested by tests/checks/text/repeated_word.yaml.

#include <algorithm>

#include "check/prose.h"
#include "language/tags.h"

namespace crosscheck::text {
namespace {

struct Settings {
  Prose prose;
  WordSet allowed, particles, phrasal, forms_of_be, before_be;
  Settings(const Value& settings, Rulebook& book)
      : prose(book),
        allowed(book.word_set(settings["allowed"])),
        particles(book.word_set(settings["particles"])),
        phrasal(book.word_set(settings["verbs_with_particle"])),
        forms_of_be(book.word_set(settings["forms_of_be"])),
        before_be(book.word_set(settings["before_be"])) {}
};

bool doubled(const Token& first, const Token& second) {
  if (first.word != second.word || first.kind != TokenKind::word || second.kind != TokenKind::word) return false;
  if (!second.space_before || (first.span.size() < 2 && second.letter_case == Case::upper)) return false;
  // A name that doubles, or a heading or item that lost its line: "boiled rice Rice, wheat".
  return second.letter_case != Case::capitalised;
}

bool is_english(const Settings& settings, const Document& document, const Sentence& sentence, uint32_t i) {
  const Symbol word = document.tokens[i].word;
  if (settings.allowed.contains(word)) return true;
  const bool function_word = settings.prose.function_words.contains(word);
  if (i + 1 < sentence.end_token) {
    const Token& next = document.tokens[i + 1];
    if (touch(document.tokens[i], next) && next.word == settings.prose.hyphen) return true;  // "two two-litre bottles"
    if (next.word == word && !function_word) return true;
  }
  if (i < sentence.first_token + 2) return false;
  const Token& before = document.tokens[i - 2];
  if (before.word == settings.prose.hyphen && touch(before, document.tokens[i - 1])) return true;
  if (before.word == word) return true;  // reported already, or said three times
  if (settings.particles.contains(word) && settings.phrasal.contains(before.word)) return true;
  return settings.forms_of_be.contains(word) && settings.before_be.contains(before.word);
}

// "malt beer malt malt vinegar stout" are items that lost their lines.
bool in_bare_list(const Settings& settings, const Document& document, const Sentence& sentence, uint32_t i) {
  constexpr uint32_t kAround = 8;
  const uint32_t begin = i - std::min(i - sentence.first_token, kAround);
  return !is_finite(document.tokens[i].tag) && settings.prose.is_bare_list(document, begin, std::min(sentence.end_token, begin + 2 * kAround));
}

void run(const CheckInput& in, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  each_document(in, findings, "repeated", [&](uint32_t d, const Document& document) {
    for (const Sentence& sentence : document.sentences) {
      for (uint32_t i = sentence.first_token + 1; i < sentence.end_token; ++i) {
        const Token& first = document.tokens[i - 1];
        const Token& second = document.tokens[i];
        if (!doubled(first, second) || is_english(settings, document, sentence, i)) continue;
        if (document.passages[sentence.passage].kind == PassageKind::table_cell || in_bare_list(settings, document, sentence, i)) continue;
        const Span both{first.span.begin, second.span.end};
        Finding out = finding(in, {{d, both}}, {{"word", std::string(document.text_of(second))}});
        out.confidence = 0.95;
        out.fixes = {{d, both, std::string(document.text_of(first)), true}};
        findings.push_back(std::move(out));
      }
    }
  });
}

}  // namespace

extern const Check repeated_word{run, prepare<Settings>};

}  // namespace crosscheck::text
