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
#include "language/tags.h"

namespace crosscheck::text {
namespace {

struct Settings {
  Prose prose;
  WordSet alone, surest, plural_verbs, commands, with_verb, before_title, labelled, question_words;
  Symbol a;
  Settings(const Value& settings, Rulebook& book)
      : prose(book),
        alone(book.word_set(settings["alone"])),
        surest(book.word_set(settings["surest"])),
        plural_verbs(book.word_set(settings["plural_verbs"])),
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

// "vitamin A": a capital that the word before it takes more than once is its label.
bool is_label(const Settings& settings, const Document& document, const Token& before, const Token& article) {
  if (settings.labelled.contains(before.word)) return true;
  uint32_t times = 0;
  for (uint32_t i = 1; i < document.tokens.size(); ++i)
    times += document.tokens[i].word == article.word && document.tokens[i].letter_case == Case::upper && document.tokens[i - 1].word == before.word;
  return times > 1;
}

// Is there a verb before `i`, and a noun or a verb directly before it?
bool may_end_clause(const Document& document, const Sentence& sentence, uint32_t i) {
  const TagId last = document.tokens[i - 1].tag;
  if (last == tag::none) return true;
  if (is_adjective(last) || last == tag::CD || last == tag::DT) return false;
  for (uint32_t k = sentence.first_token; k < i; ++k)
    if (is_verb(document.tokens[k].tag) || document.tokens[k].tag == tag::MD) return true;
  return false;
}

// Does a new sentence begin at `i`, in the middle of this one?
bool begins_sentence(const Settings& settings, const Document& document, const Sentence& sentence, uint32_t i) {
  const auto& tokens = document.tokens;
  const Token& word = tokens[i];
  const bool article = word.word == settings.a && word.letter_case == Case::upper;
  if (!is_word(word) || !word.space_before || (word.letter_case != Case::capitalised && !article)) return false;
  const Token& before = tokens[i - 1];
  if (settings.before_title.contains(before.word) || i + 2 >= sentence.end_token) return false;
  // After a name, an abbreviation, a unit or a bracket ("in Paris It", "(ITP) It") only the surest words count.
  if (!is_lower(before)) {
    const bool name = before.letter_case == Case::capitalised && is_lower(tokens[i - 2]);
    const bool may_end = name || before.letter_case == Case::upper || before.kind == TokenKind::symbol || before.word == settings.prose.close;
    return may_end && before.span.size() + (before.word == settings.prose.close) > 1 && settings.surest.contains(word.word) && is_lower(tokens[i + 1]);
  }
  if (before.span.size() < 2 || (i >= 2 && document.text_of(tokens[i - 2]).ends_with("..") && touch(tokens[i - 2], before))) return false;  // "...more This"
  uint32_t next = i + 1;
  if (settings.prose.auxiliaries.contains(tokens[next].word) && touch(word, tokens[next])) ++next;  // "It's", "Don't"
  if (tokens[next].word == settings.prose.comma) ++next;                                          // "However, ..."
  if (next >= sentence.end_token || !is_word(tokens[next]) || !is_lower(tokens[next])) return false;
  if (article) return !settings.prose.function_words.contains(tokens[next].word) && verb_follows(settings, document, next + 1, sentence.end_token) && !is_label(settings, document, before, word);
  if (settings.alone.contains(word.word)) return true;
  if (settings.commands.contains(word.word)) return settings.prose.function_words.contains(tokens[next].word);
  // Nouns: what stands before must end like a sentence, "one million Americans are" does not.
  if (!may_end_clause(document, sentence, i)) return false;
  // "Nurses are", "Symptoms have": few names take a plural verb.
  if (settings.plural_verbs.contains(tokens[next].word) && word.span.size() >= 5 && document.text_of(word).ends_with('s') && !document.text_of(word).ends_with("as")) return true;
  if (word.tag == tag::NNS && word.span.size() >= 5 && tokens[next].tag == tag::MD) return true;
  if (!settings.with_verb.contains(word.word)) return false;
  return is_verb(tokens[next].tag) || verb_follows(settings, document, next, sentence.end_token);
}

// Is tokens[begin, end) a heading that ran into its text ("Floor of the mouth If cancer is ...") or an item of a list
// that lost its lines, and no sentence? It has no verb and does not begin like a sentence.
bool is_heading(const Settings& settings, const Document& document, uint32_t begin, uint32_t end) {
  const Token& first = document.tokens[begin];
  if (first.kind != TokenKind::word) return true;
  // "Worm the puppies at three weeks of age", "before you play": longer than a heading, or somebody does something.
  if (first.tag == tag::VB && end - begin >= 7 && settings.prose.determiners.contains(document.tokens[begin + 1].word)) return false;
  for (uint32_t i = begin; i < end; ++i)
    if (settings.prose.auxiliaries.contains(document.tokens[i].word) || (i > begin && is_verb(document.tokens[i].tag) && settings.prose.pronouns.contains(document.tokens[i - 1].word))) return false;
  const bool starts = settings.commands.contains(first.word) || settings.prose.determiners.contains(first.word) || settings.prose.pronouns.contains(first.word) ||
                      settings.prose.subordinators.contains(first.word) || settings.with_verb.contains(first.word);
  return !starts || settings.question_words.contains(first.word);
}

// Do words before `i` come again right after it? "Untreated skin cancer The skin cancer is newly found."
bool says_again(const Document& document, uint32_t begin, uint32_t i, uint32_t end) {
  for (uint32_t k = begin; k < i; ++k)
    for (uint32_t m = i; m < std::min(end, i + 12); ++m)
      if (document.tokens[k].word == document.tokens[m].word && document.tokens[k].span.size() > 4 && is_word(document.tokens[k])) return true;
  return false;
}

// Capitals after small-letter words: items of a list that lost its lines.
bool is_run_of_items(const Settings& settings, const Document& document, uint32_t begin, uint32_t i) {
  uint32_t capitals = 0;
  bool announced = false;
  for (uint32_t k = begin + 1; k < i; ++k) {
    announced |= document.tokens[k].word == settings.prose.colon;
    capitals += document.tokens[k].letter_case == Case::capitalised && is_lower(document.tokens[k - 1]);
  }
  return capitals >= 3 || (announced && capitals > 0);
}

// Does the text break its line after the word, and the line end early? Then the line is an item or a title.
bool ends_short_line(const Document& document, const Token& word, const Token& next) {
  if (!has_line_break(between(document, word, next))) return false;
  constexpr uint32_t kShort = 60;
  const size_t start = document.text.rfind('\n', word.span.begin);
  return word.span.end - (start == std::string::npos ? 0 : start) < kShort;
}

void between_sentences(const CheckInput& in, uint32_t d, const Document& document, const Sentence& sentence, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  const PassageKind kind = document.passages[sentence.passage].kind;
  if (kind == PassageKind::heading || kind == PassageKind::table_cell || kind == PassageKind::caption) return;
  uint32_t begin = sentence.first_token;
  for (uint32_t i = sentence.first_token + 3; i < sentence.end_token; ++i) {
    if (is_lower(document.tokens[i]) || !begins_sentence(settings, document, sentence, i)) continue;
    const bool line_start = begin == sentence.first_token && &sentence == &document.sentences[document.passages[sentence.passage].first_sentence];
    const bool heading = is_heading(settings, document, begin, i) && (line_start || !is_word(document.tokens[begin]) || says_again(document, begin, i, sentence.end_token));
    const bool item = is_run_of_items(settings, document, begin, i) || ends_short_line(document, document.tokens[i - 1], document.tokens[i]);
    const uint32_t first = std::exchange(begin, i);
    const Token& before = document.tokens[i - 1];
    if (heading || item || is_technical(chunk_around(document, before))) continue;
    Finding out = finding(in, {{d, {before.span.begin, document.tokens[i].span.end}}}, {}, "between");
    out.confidence = 0.85;
    const bool whole = is_lower(before) && before.space_before && std::any_of(document.tokens.begin() + first, document.tokens.begin() + i - 1, [](const Token& t) { return is_verb(t.tag); });
    out.fixes = {{d, {before.span.end, before.span.end}, ".", whole && sentence.terminated}};
    findings.push_back(std::move(out));
  }
}

// What a sentence looks like, as far as it tells sentences from titles, labels and lists.
struct Shape {
  uint32_t words = 0, capitals = 0, dashes = 0;
  bool verb = false, colon = false;
};

Shape shape_of(const Settings& settings, const Document& document, const Sentence& sentence) {
  Shape shape;
  shape.verb = settings.commands.contains(document.tokens[sentence.first_token].word);
  for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
    const Token& token = document.tokens[i];
    shape.words += is_word(token);
    shape.capitals += is_word(token) && !is_lower(token) && i > sentence.first_token;
    shape.dashes += token.word == settings.prose.hyphen && token.space_before;
    shape.colon |= token.word == settings.prose.colon;
    shape.verb |= i > sentence.first_token && settings.prose.auxiliaries.contains(token.word);
  }
  return shape;
}

// How many passages that are long enough for a sentence end without a stop. Where there are several, lines are
// items or labels.
uint32_t open_lines(const Document& document) {
  uint32_t count = 0;
  for (const Passage& passage : document.passages) {
    if (passage.first_sentence == passage.end_sentence || (passage.kind != PassageKind::paragraph && passage.kind != PassageKind::heading)) continue;
    const Sentence& last = document.sentences[passage.end_sentence - 1];
    count += !last.terminated && last.end_token - last.first_token >= 6;
  }
  return count;
}

// Whatever follows shows that the paragraph is not at its end: a list, a table, a small letter.
bool goes_on(const Document& document, size_t p) {
  if (p + 1 >= document.passages.size()) return false;
  const Passage& next = document.passages[p + 1];
  if (next.kind == PassageKind::table_cell || next.kind == PassageKind::code || (next.kind == PassageKind::list_item && document.passages[p].kind != PassageKind::list_item)) return true;
  return next.kind == PassageKind::paragraph && next.first_sentence < next.end_sentence && is_lower(document.tokens[document.sentences[next.first_sentence].first_token]);
}

// Can the word before the missing stop be the last of a sentence? Not a footnote mark, a reference or a function word.
bool may_be_last(const Settings& settings, const Document& document, const Sentence& sentence, uint32_t i) {
  const Token& word = document.tokens[i];
  if (word.kind == TokenKind::number) {
    const bool plain = document.text_of(word).find_first_of(".,") == std::string_view::npos;
    return plain && i > sentence.first_token && is_word(document.tokens[i - 1]) && word.space_before;
  }
  if (word.kind != TokenKind::word || is_technical(chunk_around(document, word))) return false;
  const bool dangles = settings.prose.function_words.contains(word.word) && !settings.prose.pronouns.contains(word.word) && !settings.prose.auxiliaries.contains(word.word);
  return !dangles;
}

void at_end(const CheckInput& in, uint32_t d, const Document& document, size_t p, bool lines_end, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  const Passage& passage = document.passages[p];
  if (passage.kind != PassageKind::paragraph && passage.kind != PassageKind::quote && passage.kind != PassageKind::list_item) return;
  if (passage.first_sentence == passage.end_sentence) return;
  const Sentence& last = document.sentences[passage.end_sentence - 1];
  if (last.terminated || settings.prose.is_caption(document, passage) || settings.prose.is_bare_list(document, std::max(last.first_token, last.end_token - std::min(last.end_token, 16u)), last.end_token) || document.tokens[last.first_token].letter_case == Case::lower || !is_word(document.tokens[last.first_token])) return;
  uint32_t end = last.end_token;
  while (end > last.first_token + 1 && std::string_view(")\"”").find(document.text_of(document.tokens[end - 1])) != std::string_view::npos) --end;
  if (!may_be_last(settings, document, last, end - 1) || goes_on(document, p) || settings.prose.in_reference_list(document, passage)) return;
  const Shape shape = shape_of(settings, document, last);
  if (shape.colon || shape.dashes >= 2 || (shape.capitals * 2 >= shape.words && shape.words > 1)) return;
  if (shape.words >= 2 && shape.words <= 4 && !shape.verb) return;  // "Top of page"
  const uint32_t count = passage.end_sentence - passage.first_sentence;
  const bool after_others = count >= 2 && std::all_of(document.sentences.begin() + passage.first_sentence, document.sentences.begin() + passage.end_sentence - 1,
                                                      [](const Sentence& s) { return s.terminated; });
  if (!after_others) {
    const Symbol first = document.tokens[last.first_token].word;
    if (passage.kind == PassageKind::list_item || count > 1 || shape.words < 5 || !shape.verb || !lines_end || settings.question_words.contains(first)) return;
  }
  const Span word{document.tokens[end - 1].span.begin, document.tokens[last.end_token - 1].span.end};
  Finding out = finding(in, {{d, word}}, {}, "end");
  out.confidence = after_others ? 0.9 : 0.8;
  out.fixes = {{d, {word.end, word.end}, ".", after_others && end == last.end_token}};
  findings.push_back(std::move(out));
}

void run(const CheckInput& in, Findings& findings) {
  each_document(in, findings, "between", [&](uint32_t d, const Document& document) {
    for (const Sentence& sentence : document.sentences) between_sentences(in, d, document, sentence, findings);
  });
  each_document(in, findings, "end", [&](uint32_t d, const Document& document) {
    const bool lines_end = open_lines(document) <= 1;
    for (size_t p = 0; p < document.passages.size(); ++p) at_end(in, d, document, p, lines_end, findings);
  });
}

}  // namespace

extern const Check missing_full_stop{run, prepare<Settings>};

}  // namespace crosscheck::text
