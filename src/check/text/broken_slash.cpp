// A slash with something missing or too much around it: "and/polymyositis", "and /or", "10 mg//day", "doctor/ if".
//
// A slash joins two words without blanks. One blank is a slip; two blanks ("he / she") are a habit and left alone,
// and so are addresses, paths, dates and units.
//
// Tested by tests/checks/text/broken_slash.yaml.

#include "check/prose.h"

namespace crosscheck::text {
namespace {

struct Settings {
  Prose prose;
  WordSet no_alternative;  // words that begin a clause: nothing stands on the other side of the slash
  Settings(const Value& settings, Rulebook& book) : prose(book), no_alternative(book.word_set(settings["no_alternative"])) {}
};

struct Slip {
  std::string message, replacement;
  Span span;
};

// The slash at `i`, with a token on both sides.
bool find_slip(const Settings& settings, const Document& document, const Sentence& sentence, uint32_t i, Slip& slip) {
  const auto& tokens = document.tokens;
  const Prose& prose = settings.prose;
  const Token& before = tokens[i - 1];
  uint32_t last = i;
  while (last + 1 < sentence.end_token && tokens[last + 1].word == prose.slash && touch(tokens[last], tokens[last + 1])) ++last;
  if (last + 1 >= sentence.end_token) return false;
  const Token& after = tokens[last + 1];
  const bool gap_before = !touch(before, tokens[i]), gap_after = !touch(tokens[last], after);
  const auto text = [&](const Token& token) { return std::string(document.text_of(token)); };
  slip.span = {before.span.begin, after.span.end};
  if (!is_word(before) || !is_word(after) || has_line_break(between(document, before, after))) return false;
  if (last > i) {
    slip.message = "doubled";
    slip.replacement = text(before) + "/" + text(after);
    return last == i + 1;
  }
  const bool before_joins = prose.joins(before.word), after_joins = prose.joins(after.word);
  if (before_joins && after_joins && (gap_before || gap_after)) {
    slip.message = "blank";
    slip.replacement = text(before) + "/" + text(after);
    return true;
  }
  if (before.word == prose.and_ && !after_joins && !gap_before) {
    slip.message = "half";
    slip.replacement = text(before) + "/or " + text(after);
    return is_lower(after);
  }
  const bool same_case = is_lower(after) || (after.letter_case == Case::capitalised && before.letter_case == Case::capitalised);
  if (gap_before == gap_after || !same_case || before.letter_case == Case::upper) return false;
  // "ask at /help": a path starts with its slash.
  if (last + 2 < sentence.end_token && tokens[last + 2].word == prose.slash) return false;
  slip.message = "blank";
  slip.replacement = text(before) + (settings.no_alternative.contains(after.word) ? " " : "/") + text(after);
  return before.span.size() > 1 && after.span.size() > 1;
}

void run(const CheckInput& in, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  each_document(in, findings, "slash", [&](uint32_t d, const Document& document) {
    for (const Sentence& sentence : document.sentences) {
      for (uint32_t i = sentence.first_token + 1; i + 1 < sentence.end_token; ++i) {
        if (document.tokens[i].word != settings.prose.slash || document.tokens[i - 1].word == settings.prose.slash) continue;
        Slip slip;
        if (!find_slip(settings, document, sentence, i, slip) || is_technical(chunk_around(document, document.tokens[i]))) continue;
        Finding out = finding(in, {{d, slip.span}}, {{"better", slip.replacement}}, slip.message);
        out.confidence = 0.95;
        // A blank on one side of a slash, or half of "and/or": nothing else can be meant.
        out.fixes = {{d, slip.span, slip.replacement, slip.replacement.find('/') != std::string::npos}};
        findings.push_back(std::move(out));
      }
    }
  });
}

}  // namespace

extern const Check broken_slash{run, prepare<Settings>};

}  // namespace crosscheck::text
