// A full stop that is not there: between two sentences ("... in the vein Patients can read ...") or at the end of a
// paragraph ("... anaphylaxis in rare cases").
//
// Between sentences, a small-letter word is followed by a capital that no name explains. The page lists the words
// that begin sentences: some stand alone ("It", "These"), some need a verb behind them ("Patients can"), "A" must
// not be a label ("hepatitis A"). What follows must go on in small letters, or it is a title.
//
// At the end of a paragraph, the earlier sentences of the paragraph must end properly; a single sentence counts
// when it reads like one. Headings, list items, fields and lines that lead in to a list need no stop.
//
// Tested by tests/checks/text/missing_full_stop.yaml.

#include <algorithm>

#include "check/prose.h"

namespace crosscheck::text {
namespace {

struct Settings {
  Prose prose;
  WordSet alone, commands, with_verb, before_title, labelled, question_words;
  Symbol a;
  Settings(const Value& settings, Rulebook& book)
      : prose(book),
        alone(book.word_set(settings["alone"])),
        commands(book.word_set(settings["commands"])),
        with_verb(book.word_set(settings["with_verb"])),
        before_title(book.word_set(settings["before_title"])),
        labelled(book.word_set(book.lexicon("abbreviations")["labelled"])),
        question_words(book.word_set(settings["question_words"])),
        a(book.symbols.intern("a")) {}
};

// Is there a finite verb among the next few words?
bool verb_follows(const Settings& settings, const Document& document, uint32_t from, uint32_t end) {
  for (uint32_t i = from; i < std::min(end, from + 7) && document.tokens[i].kind != TokenKind::punctuation; ++i)
    if (settings.prose.auxiliaries.contains(document.tokens[i].word)) return true;
  return false;
}

// Does a new sentence begin at `i`, in the middle of this one?
bool begins_sentence(const Settings& settings, const Document& document, const Sentence& sentence, uint32_t i) {
  const auto& tokens = document.tokens;
  const Token& word = tokens[i];
  const bool article = word.word == settings.a && word.letter_case == Case::upper;
  if (!is_word(word) || !word.space_before || (word.letter_case != Case::capitalised && !article)) return false;
  const Token& before = tokens[i - 1];
  if (!is_word(before) || !is_lower(before) || before.span.size() < 2 || settings.before_title.contains(before.word)) return false;
  if (i + 2 >= sentence.end_token) return false;
  uint32_t next = i + 1;
  if (settings.prose.auxiliaries.contains(tokens[next].word) && touch(word, tokens[next])) ++next;  // "It's", "Don't"
  if (next >= sentence.end_token || !is_word(tokens[next]) || !is_lower(tokens[next])) return false;
  if (article) return !settings.labelled.contains(before.word) && !settings.prose.function_words.contains(tokens[next].word) && verb_follows(settings, document, next + 1, sentence.end_token);
  if (settings.alone.contains(word.word)) return true;
  if (settings.commands.contains(word.word)) return settings.prose.function_words.contains(tokens[next].word);
  return settings.with_verb.contains(word.word) && verb_follows(settings, document, next, sentence.end_token);
}

void between_sentences(const CheckInput& in, uint32_t d, const Document& document, const Sentence& sentence, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  const PassageKind kind = document.passages[sentence.passage].kind;
  if (kind == PassageKind::heading || kind == PassageKind::table_cell || kind == PassageKind::caption) return;
  for (uint32_t i = sentence.first_token + 3; i < sentence.end_token; ++i) {
    if (document.tokens[i].letter_case == Case::lower || !begins_sentence(settings, document, sentence, i)) continue;
    const Token& before = document.tokens[i - 1];
    Finding out = finding(in, {{d, {before.span.begin, document.tokens[i].span.end}}}, {}, "between");
    out.confidence = 0.85;
    out.fixes = {{d, {before.span.end, before.span.end}, ".", false}};
    findings.push_back(std::move(out));
  }
}

bool closes(std::string_view mark) { return mark == ")" || mark == "]" || mark == "\"" || mark == "”"; }

// A sentence, and no title or label: it has a verb and begins like one.
bool reads_like_sentence(const Settings& settings, const Document& document, const Sentence& sentence) {
  const Token& first = document.tokens[sentence.first_token];
  if (first.letter_case != Case::capitalised || settings.question_words.contains(first.word)) return false;
  uint32_t words = 0, capitals = 0;
  bool verb = settings.commands.contains(first.word);
  for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
    words += is_word(document.tokens[i]);
    capitals += is_word(document.tokens[i]) && !is_lower(document.tokens[i]);
    verb |= i > sentence.first_token && settings.prose.auxiliaries.contains(document.tokens[i].word);
  }
  return words >= 5 && verb && capitals * 2 < words;
}

void at_end(const CheckInput& in, uint32_t d, const Document& document, size_t p, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  const Passage& passage = document.passages[p];
  if (passage.kind != PassageKind::paragraph && passage.kind != PassageKind::quote && passage.kind != PassageKind::list_item) return;
  if (passage.first_sentence == passage.end_sentence) return;
  const Sentence& last = document.sentences[passage.end_sentence - 1];
  if (last.terminated) return;
  uint32_t end = last.end_token;
  while (end > last.first_token + 1 && closes(document.text_of(document.tokens[end - 1]))) --end;
  const Token& word = document.tokens[end - 1];
  if (word.kind != TokenKind::word && word.kind != TokenKind::number) return;
  if (settings.prose.function_words.contains(word.word) && !settings.prose.pronouns.contains(word.word) && !settings.prose.auxiliaries.contains(word.word)) return;
  if (is_technical(chunk_around(document, word)) || settings.prose.in_reference_list(document, passage)) return;
  if (p + 1 < document.passages.size()) {
    const Passage& next = document.passages[p + 1];
    if (next.kind == PassageKind::table_cell || next.kind == PassageKind::code || (next.kind == PassageKind::list_item && passage.kind != PassageKind::list_item)) return;
    if (next.first_sentence < next.end_sentence && is_lower(document.tokens[document.sentences[next.first_sentence].first_token]) && next.kind == PassageKind::paragraph) return;
  }
  if (document.tokens[last.first_token].letter_case != Case::capitalised && last.first_token != last.end_token) {
    const Token& first = document.tokens[last.first_token];
    if (is_lower(first) || first.kind == TokenKind::number) return;
  }
  const uint32_t count = passage.end_sentence - passage.first_sentence;
  const bool after_others = count >= 2 && std::all_of(document.sentences.begin() + passage.first_sentence, document.sentences.begin() + passage.end_sentence - 1,
                                                      [](const Sentence& s) { return s.terminated; });
  if (!after_others && (passage.kind == PassageKind::list_item || count > 1 || !reads_like_sentence(settings, document, last))) return;
  Finding out = finding(in, {{d, {word.span.begin, document.tokens[last.end_token - 1].span.end}}}, {}, "end");
  out.confidence = after_others ? 0.9 : 0.8;
  out.fixes = {{d, {document.tokens[last.end_token - 1].span.end, document.tokens[last.end_token - 1].span.end}, ".", after_others}};
  findings.push_back(std::move(out));
}

void run(const CheckInput& in, Findings& findings) {
  each_sentence(in, [&](uint32_t d, const Document& document, const Sentence& sentence) { between_sentences(in, d, document, sentence, findings); });
  for (uint32_t d = 0; d < in.texts.documents.size(); ++d)
    for (size_t p = 0; p < in.texts.documents[d].passages.size(); ++p) at_end(in, d, in.texts.documents[d], p, findings);
}

}  // namespace

extern const Check missing_full_stop{run, prepare<Settings>};

}  // namespace crosscheck::text
