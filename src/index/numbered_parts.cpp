// Tested by tests/checks/structure/reference.yaml.
#include "index/numbered_parts.h"

#include <algorithm>

#include "text/fold.h"
#include "text/utf8.h"

namespace crosscheck {

PartWords::PartWords(Rulebook& book) {
  const Value& list = book.lexicon("parts");
  const std::pair<const char*, PartStyle> styles[] = {{"captioned", PartStyle::captioned}, {"section", PartStyle::section}, {"item", PartStyle::item}};
  for (const auto& [name, style] : styles) {
    for (const auto& [kind, forms] : list[name].fields) {
      for (const std::string& word : forms.texts()) {
        const Symbol symbol = book.symbols.intern(fold(word));
        by_word[symbol] = static_cast<uint32_t>(kinds.size());
        words.add(symbol);
      }
      const std::vector<std::string> pictures = list["pictures"].texts();
      kinds.push_back({kind, style, std::find(pictures.begin(), pictures.end(), kind) != pictures.end()});
    }
  }
  plurals = book.word_set(list["plurals"]);
  reference_headings = book.word_set(list["reference_headings"]);
}

PartLabel read_label(const Document& document, uint32_t at, uint32_t end) {
  PartLabel label;
  if (at >= end) return label;
  const Token& token = document.tokens[at];
  const std::string_view text = document.text_of(token);
  if (token.kind == TokenKind::number) {
    if (text.size() > 8 || text.find_first_not_of("0123456789.") != std::string_view::npos) return label;
    label = {std::string(text), 1};
    // "3a" is a part of 3.
    if (at + 1 < end && !document.tokens[at + 1].space_before && document.tokens[at + 1].kind == TokenKind::word && document.tokens[at + 1].span.size() == 1) label.tokens = 2;
  } else if (token.kind == TokenKind::word && text.size() == 1 && token.letter_case == Case::upper && text[0] != 'I') {
    label = {fold(text), 1};
  }
  return label;
}

bool opens_part(const Document& document, const Sentence& sentence, uint32_t at) {
  if (at >= sentence.end_token) return true;
  const Token& next = document.tokens[at];
  const char32_t mark = code_point_at(document.text, next.span.begin).value;
  if (mark == '.' || mark == ':' || mark == 0x2013 || mark == 0x2014 || (mark == '-' && next.space_before)) return true;
  return document.passages[sentence.passage].kind != PassageKind::paragraph && document.passages[sentence.passage].kind != PassageKind::list_item && next.letter_case != Case::lower;
}

namespace {

// The number a heading starts with, "4.2" in "4.2 Dose" and "4.2. Dose".
std::string leading_number(std::string_view text) {
  size_t end = 0;
  while (end < text.size() && ((text[end] >= '0' && text[end] <= '9') || (text[end] == '.' && end > 0))) ++end;
  if (end == 0 || end > 8 || (end < text.size() && text[end] != ' ' && text[end] != ')' && text[end] != '\t')) return {};
  std::string number(text.substr(0, end));
  while (!number.empty() && number.back() == '.') number.pop_back();
  return number;
}

// "6 ADVERSE REACTIONS"
bool is_capitals(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// "4.2.1" also makes "4.2" and "4" known.
void add_with_parents(std::set<std::string>& headings, std::string number) {
  while (!number.empty()) {
    headings.insert(number);
    const size_t point = number.rfind('.');
    number.resize(point == std::string::npos ? 0 : point);
  }
}

}  // namespace

NumberedParts find_parts(const Document& document, const PartWords& words) {
  NumberedParts parts;
  parts.labelled.resize(words.kinds.size());
  bool starts = false, in_the_middle = false;
  for (const Passage& passage : document.passages) {
    if (passage.kind == PassageKind::heading) {
      const std::string number = leading_number(document.text_of(passage.body));
      starts |= number == "1" || number.starts_with("1.");
      in_the_middle |= number.find('.') != std::string::npos || (!number.empty() && is_capitals(document.text_of(passage.body)));
      add_with_parents(parts.headings, number);
    }
    if (passage.kind == PassageKind::list_item && passage.number > 0) parts.items.insert(std::to_string(passage.number));
    for (uint32_t s = passage.first_sentence; s < passage.end_sentence; ++s) {
      const Sentence& sentence = document.sentences[s];
      const uint32_t* kind = words.kind_of(document.tokens[sentence.first_token].word);
      if (!kind) continue;
      uint32_t at = sentence.first_token + 1;
      if (at < sentence.end_token && document.text[document.tokens[at].span.begin] == '.') ++at;
      const PartLabel label = read_label(document, at, sentence.end_token);
      if (label.tokens > 0 && (passage.kind == PassageKind::caption || passage.kind == PassageKind::heading || opens_part(document, sentence, at + label.tokens)))
        parts.labelled[*kind].insert(label.text);
    }
  }
  if (!document.map.identity()) parts.pictures = document.source.find("<img") != std::string::npos || document.source.find("![") != std::string::npos;
  parts.whole = starts || !in_the_middle;
  return parts;
}

void merge(NumberedParts& into, const NumberedParts& other) {
  into.labelled.resize(std::max(into.labelled.size(), other.labelled.size()));
  for (size_t kind = 0; kind < other.labelled.size(); ++kind) into.labelled[kind].insert(other.labelled[kind].begin(), other.labelled[kind].end());
  into.headings.insert(other.headings.begin(), other.headings.end());
  into.items.insert(other.items.begin(), other.items.end());
  into.pictures |= other.pictures;
  into.whole = into.whole && other.whole;
}

std::set<std::string> reference_entries(const Document& document, const PartWords& words) {
  std::set<std::string> entries;
  int32_t heading = -1;
  for (size_t p = 0; p < document.passages.size(); ++p) {
    const Passage& passage = document.passages[p];
    if (passage.kind == PassageKind::heading) {
      const bool one_word = passage.first_sentence < passage.end_sentence && document.sentences[passage.first_sentence].end_token - document.sentences[passage.first_sentence].first_token <= 2;
      heading = one_word && words.reference_headings.contains(document.tokens[document.sentences[passage.first_sentence].first_token].word) ? static_cast<int32_t>(p) : -1;
    } else if (heading >= 0 && passage.heading == heading && passage.kind == PassageKind::list_item && passage.number > 0) {
      entries.insert(std::to_string(passage.number));
    }
  }
  return entries;
}

}  // namespace crosscheck
