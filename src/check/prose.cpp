// Tested by tests/rooms/prose.cpp and the fixtures of the families text and style.
#include "check/prose.h"

#include <algorithm>

#include "text/utf8.h"

namespace crosscheck {

Prose::Prose(Rulebook& book) {
  const auto mark = [&](std::string_view text) { return book.symbols.intern(text); };
  comma = mark(","), stop = mark("."), semicolon = mark(";"), colon = mark(":"), slash = mark("/"), hyphen = mark("-");
  question = mark("?"), exclamation = mark("!"), open = mark("("), close = mark(")"), and_ = mark("and"), or_ = mark("or");
  const Value& list = book.lexicon("word_classes");
  const auto read = [&](std::string_view name, WordSet& set) {
    set = book.word_set(list[name]);
    for (const std::string& word : list[name].texts()) function_words.add(book.symbols.intern(word));
  };
  read("determiners", determiners);
  read("prepositions", prepositions);
  read("conjunctions", conjunctions);
  read("subordinators", subordinators);
  read("pronouns", pronouns);
  read("auxiliaries", auxiliaries);
  reference_headings = book.word_set(list["reference_headings"]);
  captions = book.word_set(list["captions"]);
}

bool Prose::in_reference_list(const Document& document, const Passage& passage) const {
  if (passage.heading < 0) return false;
  const Passage& heading = document.passages[static_cast<size_t>(passage.heading)];
  if (heading.first_sentence == heading.end_sentence) return false;
  const Sentence& title = document.sentences[heading.first_sentence];
  return title.end_token - title.first_token <= 3 && reference_headings.contains(document.tokens[title.first_token].word);
}

bool Prose::is_caption(const Document& document, const Passage& passage) const {
  if (passage.kind == PassageKind::caption) return true;
  if (passage.first_sentence == passage.end_sentence) return false;
  uint32_t at = document.sentences[passage.first_sentence].first_token;
  if (at + 3 >= document.tokens.size() || !captions.contains(document.tokens[at].word)) return false;
  if (document.tokens[at + 1].word == stop) ++at;  // "Fig. 2"
  return document.tokens[at + 1].kind == TokenKind::number && document.tokens[at + 2].kind == TokenKind::punctuation;
}

bool Prose::is_bare_list(const Document& document, uint32_t begin, uint32_t end) const {
  constexpr std::ptrdiff_t kMany = 12, kShare = 10;
  const auto count = [&](auto is) { return std::count_if(document.tokens.begin() + begin, document.tokens.begin() + end, is); };
  const auto words = count([](const Token& token) { return is_word(token); });
  return words >= kMany && count([&](const Token& token) { return function_words.contains(token.word); }) * kShare < words;
}

bool has_line_break(std::string_view gap) { return gap.find_first_of("\n\r") != std::string_view::npos; }

std::string_view chunk_around(const Document& document, const Token& token) {
  constexpr uint32_t kFar = 200;
  const std::string_view text = document.text;
  uint32_t begin = token.span.begin, end = token.span.end;
  while (begin > 0 && token.span.begin - begin < kFar && static_cast<unsigned char>(text[begin - 1]) > ' ') --begin;
  while (end < text.size() && end - token.span.end < kFar && static_cast<unsigned char>(text[end]) > ' ') ++end;
  return text.substr(begin, end - begin);
}

bool is_technical(std::string_view chunk) {
  if (chunk.find_first_of("@_\\{}#=") != std::string_view::npos) return true;
  if (chunk.find("://") != std::string_view::npos || chunk.find("www.") != std::string_view::npos) return true;
  // "example.org/page", "index.html": a stop between two small letters.
  for (size_t i = 1; i + 1 < chunk.size(); ++i) {
    const auto lower = [&](size_t k) { return chunk[k] >= 'a' && chunk[k] <= 'z'; };
    if (chunk[i] == '.' && lower(i - 1) && lower(i + 1)) return true;
  }
  return false;
}

void fold_flood(const CheckInput& in, uint32_t document, const char* kind, size_t from, Findings& findings) {
  constexpr size_t kFlood = 5;
  if (findings.size() - from <= kFlood) return;
  Finding& first = findings[from];
  const size_t more = findings.size() - from - 1;
  for (size_t i = from + 1; i < findings.size(); ++i) {
    first.evidence.insert(first.evidence.end(), findings[i].evidence.begin(), findings[i].evidence.end());
    first.fixes.insert(first.fixes.end(), findings[i].fixes.begin(), findings[i].fixes.end());
    first.confidence = std::min(first.confidence, findings[i].confidence);
  }
  first.message += ", and " + std::to_string(more) + " more of the kind in this document";
  first.forms = std::string(kind) + "|" + in.texts.documents[document].name;
  findings.resize(from + 1);
}

}  // namespace crosscheck
