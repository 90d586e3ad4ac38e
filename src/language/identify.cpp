// Small words tell a language: a third of a German text are "der, die, und ...", and hardly any of its words are "the"
// or "of". The profiles leave out what is a word of English, too, so a few foreign names or titles decide nothing. Other
// scripts are told by their letters.
//
// A passage of another language within an English text (an offer of help in Spanish) is withdrawn by itself.
//
// Tested by tests/rooms/identify.cpp.
#include "language/identify.h"

#include "text/fold.h"
#include "text/utf8.h"

namespace crosscheck {
namespace {

constexpr uint32_t kDocumentWords = 20;  // fewer words are no evidence
constexpr uint32_t kPassageWords = 12;

char32_t hexadecimal(const Value& value) { return static_cast<char32_t>(std::stoul(value.text(), nullptr, 16)); }

}  // namespace

LanguageTable::LanguageTable(Rulebook& book) {
  const Value& list = book.lexicon("languages");
  english = book.word_set(list["english"]);
  for (const auto& [name, words] : list["languages"].fields) {
    Profile profile{name, {}};
    for (const std::string& word : words.texts())
      if (const Symbol symbol = book.symbols.intern(fold(word)); !english.contains(symbol)) profile.words.add(symbol);
    languages.push_back(std::move(profile));
  }
  for (const Value& script : list["scripts"].items) scripts.push_back({script["name"].text(), hexadecimal(script["first"]), hexadecimal(script["last"])});
}

std::string LanguageTable::other_language(const Document& document, uint32_t begin, uint32_t end, uint32_t least_words) const {
  uint32_t words = 0, in_english = 0, letters = 0, foreign_letters = 0;
  std::vector<uint32_t> hits(languages.size()), by_script(scripts.size());
  for (uint32_t i = begin; i < end; ++i) {
    const Token& token = document.tokens[i];
    if (token.kind != TokenKind::word) continue;
    ++words;
    letters += token.span.size();
    if (english.contains(token.word)) {
      ++in_english;
      continue;
    }
    for (size_t k = 0; k < languages.size(); ++k) hits[k] += languages[k].words.contains(token.word);
    if (static_cast<unsigned char>(document.text[token.span.begin]) < 0xCD) continue;  // Latin letters
    for (uint32_t at = token.span.begin; at < token.span.end;) {
      const CodePoint c = code_point_at(document.text, at);
      at += c.bytes;
      for (size_t k = 0; k < scripts.size(); ++k)
        if (c.value >= scripts[k].first && c.value <= scripts[k].last) by_script[k] += c.bytes, foreign_letters += c.bytes;
    }
  }
  if (foreign_letters >= 24 && foreign_letters * 2 > letters) {
    size_t most = 0;
    for (size_t k = 0; k < scripts.size(); ++k)
      if (by_script[k] > by_script[most]) most = k;
    return scripts[most].name;
  }
  if (words < least_words) return {};
  size_t most = 0;
  for (size_t k = 0; k < languages.size(); ++k)
    if (hits[k] > hits[most]) most = k;
  const bool other = hits[most] >= 4 && hits[most] * 100 >= words * 15 && hits[most] >= in_english * 3;
  return other ? languages[most].name : std::string();
}

namespace {

// Takes the sentences and tokens of some passages out.
void withdraw(Document& document, const std::vector<bool>& passages) {
  std::vector<Sentence> sentences;
  std::vector<Token> tokens;
  for (size_t p = 0; p < document.passages.size(); ++p) {
    Passage& passage = document.passages[p];
    const uint32_t first = passage.first_sentence, end = passage.end_sentence;
    passage.first_sentence = passage.end_sentence = static_cast<uint32_t>(sentences.size());
    if (passages[p]) continue;
    for (uint32_t s = first; s < end; ++s) {
      Sentence sentence = document.sentences[s];
      const auto begin = static_cast<uint32_t>(tokens.size());
      tokens.insert(tokens.end(), document.tokens.begin() + sentence.first_token, document.tokens.begin() + sentence.end_token);
      sentence.first_token = begin;
      sentence.end_token = static_cast<uint32_t>(tokens.size());
      sentences.push_back(sentence);
    }
    passage.end_sentence = static_cast<uint32_t>(sentences.size());
  }
  document.sentences = std::move(sentences);
  document.tokens = std::move(tokens);
}

}  // namespace

void withdraw_other_languages(Document& document, const LanguageTable& table, std::vector<Trouble>& trouble) {
  std::vector<bool> passages(document.passages.size());
  const std::string whole = table.other_language(document, 0, static_cast<uint32_t>(document.tokens.size()), kDocumentWords);
  if (!whole.empty()) {
    document.english = false;
    passages.assign(passages.size(), true);
    withdraw(document, passages);
    trouble.push_back({document.name, TroubleKind::note, "the text is in " + whole + ", not in English; no rule looked at it"});
    return;
  }
  std::string language;
  uint32_t count = 0, first = 0;
  for (uint32_t p = 0; p < document.passages.size(); ++p) {
    const Passage& passage = document.passages[p];
    if (passage.first_sentence == passage.end_sentence) continue;
    const std::string name = table.other_language(document, document.sentences[passage.first_sentence].first_token, document.sentences[passage.end_sentence - 1].end_token, kPassageWords);
    if (name.empty()) continue;
    passages[p] = true;
    if (count++ == 0) language = name, first = p + 1;
  }
  if (count == 0) return;
  withdraw(document, passages);
  const std::string which = count == 1 ? "passage " + std::to_string(first) + " is" : std::to_string(count) + " passages, from passage " + std::to_string(first) + " on, are";
  trouble.push_back({document.name, TroubleKind::note, which + " in " + language + ", not in English; no rule looked there"});
}

}  // namespace crosscheck
