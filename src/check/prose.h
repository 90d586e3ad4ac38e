// What rules about running text share: marks and closed word classes as Symbols, and small questions about neighbours.
#pragma once

#include "check/check.h"

namespace crosscheck {

// rules/lexicon/word_classes.yaml
struct Prose {
  explicit Prose(Rulebook& book);

  Symbol comma, stop, semicolon, colon, slash, hyphen, question, exclamation, open, close, and_, or_;
  WordSet determiners, prepositions, conjunctions, subordinators, pronouns, auxiliaries;
  WordSet function_words;  // all of these
  WordSet reference_headings, captions;

  bool joins(Symbol word) const { return word == and_ || word == or_; }
  // Does the passage stand in a list of sources, whose commas and capitals follow laws of their own?
  bool in_reference_list(const Document& document, const Passage& passage) const;
  // "Figure 2. A graph of the dose", whatever its passage is called.
  bool is_caption(const Document& document, const Passage& passage) const;
  // Many words and hardly a small one among them: tokens[begin, end) are items of a list that lost its lines.
  bool is_bare_list(const Document& document, uint32_t begin, uint32_t end) const;
};

inline bool is_word(const Token& token) { return token.kind == TokenKind::word; }
inline bool is_lower(const Token& token) { return token.letter_case == Case::lower; }
// Nothing stands between the two.
inline bool touch(const Token& first, const Token& second) { return first.span.end == second.span.begin; }
inline std::string_view between(const Document& document, const Token& first, const Token& second) {
  return Span{first.span.end, second.span.begin}.of(document.text);
}
bool has_line_break(std::string_view gap);
// The stretch without white space around a token: "http://example.org/a", "(5.1)", "and/or".
std::string_view chunk_around(const Document& document, const Token& token);
// "example.org", "C:\x", "name@host", "a_b": no prose.
bool is_technical(std::string_view chunk);

// Many findings of one kind in one document become one that lists all places: findings[from...].
void fold_flood(const CheckInput& in, uint32_t document, const char* kind, size_t from, Findings& findings);

// Calls f(document index, document) for every document and folds what it adds.
template <class F>
void each_document(const CheckInput& in, Findings& findings, const char* kind, F f) {
  for (uint32_t d = 0; d < in.texts.documents.size(); ++d) {
    const size_t from = findings.size();
    f(d, in.texts.documents[d]);
    fold_flood(in, d, kind, from, findings);
  }
}

// Calls f(document index, document, sentence) for every sentence.
template <class F>
void each_sentence(const CheckInput& in, F f) {
  for (uint32_t d = 0; d < in.texts.documents.size(); ++d)
    for (const Sentence& sentence : in.texts.documents[d].sentences) f(d, in.texts.documents[d], sentence);
}

}  // namespace crosscheck
