// A dose that lost its unit: "5 mg or 10."
//
// English puts one unit after two numbers ("5 or 10 mg"). When it stands after the first, and the second ends the
// phrase, the second has none.
//
// Tested by tests/checks/structure/unit_missing.yaml.

#include "check/check.h"
#include "language/numbers.h"

namespace crosscheck::structure {
namespace {

struct Settings {
  WordSet units, joins, rhythm;
  Settings(const Value& settings, Rulebook& book) : units(book.word_set(settings["units"])), joins(book.word_set(settings["joins"])), rhythm(book.word_set(settings["rhythm"])) {}
};

// Does the phrase end before the token at `i`: a closing mark or "a day", "twice"?
bool ends_phrase(const Document& document, uint32_t i, const Sentence& sentence, const Settings& settings) {
  if (i >= sentence.end_token) return true;
  if (settings.rhythm.contains(document.tokens[i].word)) return true;
  const char mark = document.text[document.tokens[i].span.begin];
  return document.tokens[i].kind == TokenKind::punctuation && (mark == '.' || mark == ';' || mark == ')');
}

void run(const CheckInput& in, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  const auto& numbers = in.rulebook.table<NumberTable>();
  for (uint32_t d = 0; d < in.texts.documents.size(); ++d) {
    const Document& document = in.texts.documents[d];
    const auto& tokens = document.tokens;
    for (const Sentence& sentence : document.sentences) {
      const PassageKind kind = document.passages[sentence.passage].kind;
      if (kind != PassageKind::paragraph && kind != PassageKind::list_item) continue;
      for (uint32_t i = sentence.first_token; i + 3 < sentence.end_token; ++i) {
        if (tokens[i].kind != TokenKind::number || !settings.units.contains(tokens[i + 1].word) || !settings.joins.contains(tokens[i + 2].word) || tokens[i + 3].kind != TokenKind::number) continue;
        const auto first = numbers.read(document, i, sentence.end_token), second = numbers.read(document, i + 3, sentence.end_token);
        if (!first || !second || second->ordinal || !ends_phrase(document, i + 3 + second->tokens, sentence, settings)) continue;
        if (second->value < first->value / 10 || second->value > first->value * 10) continue;
        const Span place = tokens[i + 3].span;
        const std::string unit(document.text_of(tokens[i + 1]));
        const std::string blank(tokens[i + 1].space_before ? " " : "");
        Finding out = finding(in, {{d, {tokens[i].span.begin, place.end}}}, {{"unit", unit}});
        out.why = "The first number has the unit " + unit + ", the second has none.";
        out.confidence = 0.8;
        out.fixes = {{d, place, std::string(document.text_of(place)) + blank + unit, false}};
        findings.push_back(std::move(out));
      }
    }
  }
}

}  // namespace

extern const Check unit_missing{run, prepare<Settings>};

}  // namespace crosscheck::structure
