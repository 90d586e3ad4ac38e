// A sentence that begins with a small letter: "... into a vein. it takes two hours."
//
// Words that are written so even at the start of a sentence stay: mixed case (mRNA, pH), names (von Willebrand),
// chemical prefixes (n-butyl), words with digits (p53). The first sentence of a paragraph counts only when the text
// before it came to an end, since lines that were broken by a page or a list go on with small letters.
//
// Tested by tests/checks/text/lowercase_start.yaml.

#include <algorithm>

#include "check/prose.h"
#include "text/fold.h"

namespace crosscheck::text {
namespace {

struct Settings {
  Prose prose;
  WordSet keeps_small;
  Settings(const Value& settings, Rulebook& book) : prose(book), keeps_small(book.word_set(settings["keeps_small"])) {}
};

bool may_be_small(const Settings& settings, const Document& document, const Sentence& sentence, uint32_t i) {
  const Token& token = document.tokens[i];
  if (!is_word(token) || !is_lower(token) || settings.keeps_small.contains(token.word)) return true;
  const std::string_view text = document.text_of(token);
  if (std::any_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.'; })) return true;
  if (i + 1 >= sentence.end_token) return true;
  const Token& next = document.tokens[i + 1];
  if (!touch(token, next)) return text.size() == 1 && text != "a";
  return (text.size() <= 2 && next.word == settings.prose.hyphen) || next.word == settings.prose.slash || next.word == settings.prose.close || next.word == settings.prose.stop ||
         is_technical(chunk_around(document, token));
}

// Did the text before this passage come to an end?
bool begins_afresh(const Settings& settings, const Document& document, const Passage& passage, size_t p) {
  if (passage.kind != PassageKind::paragraph || passage.end_sentence - passage.first_sentence < 2) return false;
  if (p == 0) return true;
  const Passage& earlier = document.passages[p - 1];
  if (earlier.first_sentence == earlier.end_sentence) return false;
  const Sentence& last = document.sentences[earlier.end_sentence - 1];
  if (earlier.kind != PassageKind::heading) return earlier.kind == PassageKind::paragraph && last.terminated;
  const auto cut_off = [&](const Token& token) { return token.word == settings.prose.comma || settings.prose.function_words.contains(token.word); };
  return !cut_off(document.tokens[last.end_token - 1]);
}

void run(const CheckInput& in, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  for (uint32_t d = 0; d < in.texts.documents.size(); ++d) {
    const Document& document = in.texts.documents[d];
    for (size_t p = 0; p < document.passages.size(); ++p) {
      const Passage& passage = document.passages[p];
      for (uint32_t s = passage.first_sentence; s < passage.end_sentence; ++s) {
        const Sentence& sentence = document.sentences[s];
        const uint32_t i = sentence.first_token;
        if (may_be_small(settings, document, sentence, i)) continue;
        if (s == passage.first_sentence ? !begins_afresh(settings, document, passage, p) : !document.sentences[s - 1].terminated) continue;
        if (settings.prose.in_reference_list(document, passage)) continue;
        const Token& word = document.tokens[i];
        const std::string better = capitalised(document.text_of(word));
        Finding out = finding(in, {{d, word.span}}, {{"better", better}});
        out.confidence = 0.88;
        out.fixes = {{d, word.span, better, false}};
        findings.push_back(std::move(out));
      }
    }
  }
}

}  // namespace

extern const Check lowercase_start{run, prepare<Settings>};

}  // namespace crosscheck::text
