// A sentence that begins with a small letter: "... into a vein. it takes two hours."
//
// Words that are written so even at the start of a sentence stay: mixed case (mRNA, pH), names (von Willebrand),
// chemical prefixes (n-butyl), words with digits (p53). The first sentence of a paragraph counts only when the text
// before it came to an end, since lines that were broken by a page or a list go on with small letters.
//
// Tested by tests/checks/text/lowercase_start.yaml.

#include <algorithm>
#include <unordered_map>

#include "check/prose.h"
#include "language/tags.h"
#include "text/fold.h"

namespace crosscheck::text {
namespace {

struct Settings {
  Prose prose;
  WordSet keeps_small;
  Settings(const Value& settings, Rulebook& book) : prose(book), keeps_small(book.word_set(settings["keeps_small"])) {}
};

constexpr size_t kMost = 5;  // in one document

bool may_be_small(const Settings& settings, const Document& document, const Sentence& sentence, uint32_t i) {
  const Token& token = document.tokens[i];
  if (!is_word(token) || !is_lower(token) || settings.keeps_small.contains(token.word)) return true;
  const std::string_view text = document.text_of(token);
  if (std::any_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.'; })) return true;
  if (i + 1 >= sentence.end_token) return true;
  const Token& next = document.tokens[i + 1];
  if (!touch(token, next)) return text.size() == 1 && (text != "a" || !is_lower(next));
  return (text.size() <= 2 && next.word == settings.prose.hyphen) || next.word == settings.prose.slash || next.word == settings.prose.close || next.word == settings.prose.stop ||
         is_technical(chunk_around(document, token));
}

// Did the text before this passage come to an end?
bool begins_afresh(const Settings& settings, const Document& document, const Passage& passage, size_t p) {
  const Symbol first = document.tokens[document.sentences[passage.first_sentence].first_token].word;
  if (settings.prose.prepositions.contains(first) || settings.prose.conjunctions.contains(first)) return false;
  if (passage.kind != PassageKind::paragraph || passage.end_sentence - passage.first_sentence < 2) return false;
  if (p == 0) return true;
  const Passage& earlier = document.passages[p - 1];
  return earlier.kind == PassageKind::paragraph && earlier.first_sentence < earlier.end_sentence && document.sentences[earlier.end_sentence - 1].terminated;
}

// Words that begin sentences with a small letter again and again are names written so ("ella").
WordSet names_of(const CheckInput& in, const Prose& prose) {
  constexpr uint8_t kOften = 3;
  std::unordered_map<Symbol, uint8_t> counts;
  WordSet names;
  each_sentence(in, [&](uint32_t, const Document& document, const Sentence& sentence) {
    const Token& first = document.tokens[sentence.first_token];
    if (is_lower(first) && !prose.function_words.contains(first.word) && counts[first.word] < kOften && ++counts[first.word] == kOften) names.add(first.word);
  });
  return names;
}

bool is_finite(const Token& token) { return token.tag == tag::VB || token.tag == tag::VBD || token.tag == tag::VBP || token.tag == tag::VBZ || token.tag == tag::MD; }

bool says_something(const Document& document, const Sentence& sentence) {
  return std::any_of(document.tokens.begin() + sentence.first_token, document.tokens.begin() + sentence.end_token, is_finite);
}

// Behind a sentence of its own paragraph, a pronoun, an article or a verb that tells to do something begins the next
// one for sure, when that says something.
bool opens(const Prose& prose, const Document& document, const Sentence& sentence) {
  const Token& first = document.tokens[sentence.first_token];
  return (prose.pronouns.contains(first.word) || prose.determiners.contains(first.word) || first.tag == tag::VB) && says_something(document, sentence);
}

// "... - false prescriptions.", "... is available at: What is it? and at ...": items with dashes, a title.
bool ends_list(const Prose& prose, const Document& document, const Sentence& sentence) {
  const Token& last = document.tokens[sentence.end_token - 1];
  const bool title = document.text_of(last) == "?" && sentence.end_token < document.tokens.size() && prose.conjunctions.contains(document.tokens[sentence.end_token].word);
  return title || std::any_of(document.tokens.begin() + sentence.first_token, document.tokens.begin() + sentence.end_token, [&](const Token& token) { return token.word == prose.hyphen && token.space_before; });
}

// A list that is given twice, once with its marks: "- a blockage in the urinary tract" elsewhere.
bool stands_elsewhere(const Document& document, const Sentence& sentence) {
  constexpr uint32_t kEnough = 24;
  const std::string_view text = document.text, start = text.substr(sentence.span.begin, std::min(kEnough, sentence.span.size()));
  return start.size() == kEnough && (text.find(start) != sentence.span.begin || text.find(start, sentence.span.begin + 1) != std::string_view::npos);
}

// A line of a list or of a title that lost its marks is no sentence: "in Clinical Studies with ...", "rapid increases in
// the amount needed". What begins with a small letter must say something and come to an end, behind a sentence that begins as sentences do.
bool is_statement(const Prose& prose, const Document& document, uint32_t s, uint32_t first) {
  const Sentence& sentence = document.sentences[s];
  if (s > first && ends_list(prose, document, document.sentences[s - 1])) return false;
  if (stands_elsewhere(document, sentence)) return false;
  if (opens(prose, document, sentence)) return true;
  const Symbol word = document.tokens[sentence.first_token].word;
  if (s > first && (prose.conjunctions.contains(word) || prose.prepositions.contains(word)) && !says_something(document, document.sentences[s - 1])) return false;
  return sentence.terminated && says_something(document, sentence) && (s == first || document.tokens[document.sentences[s - 1].first_token].letter_case == Case::capitalised);
}

void run(const CheckInput& in, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  const WordSet names = names_of(in, settings.prose);
  each_document(in, findings, "lowercase", [&](uint32_t d, const Document& document) {
    const size_t from = findings.size();
    for (size_t p = 0; p < document.passages.size(); ++p) {
      const Passage& passage = document.passages[p];
      for (uint32_t s = passage.first_sentence; s < passage.end_sentence; ++s) {
        const Sentence& sentence = document.sentences[s];
        const uint32_t i = sentence.first_token;
        if (may_be_small(settings, document, sentence, i) || names.contains(document.tokens[i].word)) continue;
        if (s == passage.first_sentence ? !begins_afresh(settings, document, passage, p) : !document.sentences[s - 1].terminated) continue;
        if (settings.prose.in_reference_list(document, passage) || !is_statement(settings.prose, document, s, passage.first_sentence)) continue;
        const Token& word = document.tokens[i];
        const std::string better = capitalised(document.text_of(word));
        Finding out = finding(in, {{d, word.span}}, {{"better", better}});
        out.confidence = 0.88;
        const bool safe = s > passage.first_sentence && sentence.terminated && opens(settings.prose, document, sentence);
        out.fixes = {{d, word.span, better, safe}};
        findings.push_back(std::move(out));
      }
    }
    // Several are the rest of a list that lost its marks, and many are nothing else.
    if (findings.size() > from + kMost) findings.resize(from);
    if (findings.size() > from + 1)
      for (size_t k = from; k < findings.size(); ++k)
        for (Fix& fix : findings[k].fixes) fix.safe = false;
  });
}

}  // namespace

extern const Check lowercase_start{run, prepare<Settings>};

}  // namespace crosscheck::text
