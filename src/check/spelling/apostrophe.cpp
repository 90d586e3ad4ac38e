// A word without its apostrophe, "dont", "Crohns disease" (spelling/judge.cpp), or with one that makes no sense:
//
//   "she had her eye's checked"     a plural with an apostrophe: have, owner, noun, 's, what was done
//   "my mothers appointment"        an owner without one: people of whom one has one, before the thing owned
//
// Tested by tests/checks/spelling/apostrophe.yaml.

#include "check/mistakes.h"

namespace crosscheck::spelling {
namespace {

struct Settings {
  WordSet no_thing;
  Settings(const Value& settings, Rulebook& book) : no_thing(book.word_set(settings["no_thing"])) {}
};

bool beside(const Token& a, const Token& b) { return b.space_before && a.kind == TokenKind::word && b.kind == TokenKind::word; }

// "had her eye's checked", with the possessive at `i`.
bool plural_with_mark(const Dictionary& dictionary, const std::vector<Token>& tokens, const Sentence& sentence, uint32_t i, std::string_view next) {
  if (i < sentence.first_token + 3 || i + 1 >= sentence.end_token || tokens[i].space_before) return false;
  return dictionary.own.contains(tokens[i - 2].word) && dictionary.having.contains(tokens[i - 3].word) && next.ends_with("ed");
}

void run(const CheckInput& in, Findings& findings) {
  report_mistakes(in, Fault::apostrophe, findings);
  const auto& dictionary = in.rulebook.table<Dictionary>();
  const auto& settings = in.settings<Settings>();
  const auto say = [&](uint32_t d, Span span, std::string meant, const char* message, const char* why) {
    Finding out = finding(in, {{d, span}}, {{"meant", meant}}, message);
    out.why = why;
    out.fixes.push_back({d, span, std::move(meant), false});
    findings.push_back(std::move(out));
  };
  for (uint32_t d = 0; d < in.texts.documents.size(); ++d) {
    const Document& document = in.texts.documents[d];
    const auto& tokens = document.tokens;
    for (const Sentence& sentence : document.sentences)
      for (uint32_t i = sentence.first_token + 1; i + 1 < sentence.end_token; ++i) {
        if (tokens[i].word == dictionary.possessive) {
          if (!plural_with_mark(dictionary, tokens, sentence, i, in.texts.word(tokens[i + 1].word))) continue;
          say(d, {tokens[i - 1].span.begin, tokens[i].span.end}, std::string(document.text_of(tokens[i - 1])) + "s", "plural", "Having something checked or done takes a plural here, not an owner.");
        } else if (dictionary.own.contains(tokens[i - 1].word) && dictionary.kin_plural.contains(tokens[i].word) && beside(tokens[i - 1], tokens[i]) && beside(tokens[i], tokens[i + 1])) {
          if (tokens[i + 1].letter_case != Case::lower || settings.no_thing.contains(tokens[i + 1].word)) continue;
          const std::string word(document.text_of(tokens[i]));
          say(d, tokens[i].span, word.substr(0, word.size() - 1) + "'s", "", "A person has one of these, and a thing follows that is theirs.");
        }
      }
  }
}

}  // namespace

extern const Check apostrophe{run, prepare<Settings>};

}  // namespace crosscheck::spelling
