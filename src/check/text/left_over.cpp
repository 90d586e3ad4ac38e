// What an author left for later: "[insert name]", "TBC", "Lorem ipsum".
//
// Words in capitals that only drafts have (the page lists them) count when they stand alone; what is in square
// brackets counts when it begins like an instruction or is a row of x.
//
// Tested by tests/checks/text/left_over.yaml.

#include <algorithm>

#include "check/prose.h"

namespace crosscheck::text {
namespace {

struct Settings {
  WordSet capitals, orders;
  PhraseSet phrases;
  WordSet first_words;
  Symbol open, close;
  Settings(const Value& settings, Rulebook& book)
      : capitals(book.word_set(settings["capitals"])), orders(book.word_set(settings["orders"])), phrases(book.phrase_set(settings["phrases"])), open(book.symbols.intern("[")), close(book.symbols.intern("]")) {
    for (const std::string& phrase : settings["phrases"].texts()) first_words.add(book.symbols.intern(split_phrase(phrase).front()));
  }
};

bool is_row_of_x(std::string_view text) {
  return text.size() >= 2 && std::all_of(text.begin(), text.end(), [&](char c) { return c == text[0] && (c == 'x' || c == 'X' || c == '?' || c == '_'); });
}

void run(const CheckInput& in, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  const auto say = [&](uint32_t d, Span span) {
    Finding out = finding(in, {{d, span}});
    out.confidence = 0.9;
    out.why = "Drafts have such marks; a text that is finished has none.";
    findings.push_back(std::move(out));
  };
  each_sentence(in, [&](uint32_t d, const Document& document, const Sentence& sentence) {
    const auto& tokens = document.tokens;
    for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      const Token& token = tokens[i];
      if (token.word == settings.open && i + 2 < sentence.end_token) {
        const std::string_view text = document.text_of(tokens[i + 1]);
        const bool order = settings.orders.contains(tokens[i + 1].word) && tokens[i + 2].word != settings.close;
        if (!order && !is_row_of_x(text) && !(settings.capitals.contains(tokens[i + 1].word) && tokens[i + 1].letter_case == Case::upper)) continue;
        uint32_t last = i + 2;
        while (last < sentence.end_token && tokens[last].word != settings.close) ++last;
        if (last == sentence.end_token) continue;
        say(d, {token.span.begin, tokens[last].span.end});
        i = last;
      } else if (settings.capitals.contains(token.word) && token.letter_case == Case::upper && !is_technical(chunk_around(document, token))) {
        say(d, token.span);
      } else if (settings.first_words.contains(token.word)) {
        const auto match = settings.phrases.match(tokens, i, sentence.end_token);
        if (match.tokens == 0) continue;
        say(d, {token.span.begin, tokens[i + match.tokens - 1].span.end});
        i += match.tokens - 1;
      }
    }
  });
}

}  // namespace

extern const Check left_over{run, prepare<Settings>};

}  // namespace crosscheck::text
