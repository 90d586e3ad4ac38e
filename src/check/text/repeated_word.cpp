// The same word twice in a row: "Talk to the the nurse".
//
// Some doublings are English ("had had", "that that"); the page lists them. Numbers, single letters and words
// parted by a mark are left alone, and so are names that double ("Wagga Wagga").
//
// Tested by tests/checks/text/repeated_word.yaml.

#include "check/check.h"

namespace crosscheck::text {
namespace {

struct Settings {
  WordSet allowed;
  Settings(const Value& settings, Rulebook& book) : allowed(book.word_set(settings["allowed"])) {}
};

bool doubled(const Token& first, const Token& second) {
  if (first.word != second.word || first.kind != TokenKind::word || second.kind != TokenKind::word) return false;
  if (!second.space_before || (first.span.size() < 2 && second.letter_case == Case::upper)) return false;
  return !(first.letter_case == Case::capitalised && second.letter_case == Case::capitalised);
}

void run(const CheckInput& in, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  for (uint32_t d = 0; d < in.texts.documents.size(); ++d) {
    const Document& document = in.texts.documents[d];
    for (const Sentence& sentence : document.sentences) {
      for (uint32_t i = sentence.first_token + 1; i < sentence.end_token; ++i) {
        const Token& first = document.tokens[i - 1];
        const Token& second = document.tokens[i];
        if (!doubled(first, second) || settings.allowed.contains(first.word)) continue;
        const Span both{first.span.begin, second.span.end};
        Finding out = finding(in, {{d, both}}, {{"word", std::string(document.text_of(second))}});
        out.confidence = 0.95;
        out.fixes = {{d, both, std::string(document.text_of(first)), true}};
        findings.push_back(std::move(out));
      }
    }
  }
}

}  // namespace

extern const Check repeated_word{run, prepare<Settings>};

}  // namespace crosscheck::text
