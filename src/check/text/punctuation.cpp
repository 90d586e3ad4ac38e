// Marks that cannot stand as they do: doubled commas, ",." and the like; a comma that splits a name ("Guillain-
// Barré, syndrome"); a semicolon that introduces a list ("in three categories; asthma, eczema and hay fever");
// "et al" without its stop.
//
// A comma splits a name when the word after it is a head that cannot stand bare ("syndrome"), or when name and head
// stand together elsewhere in the set. Only names qualify: a capital, an accent, or a hyphenated word.
//
// Tested by tests/checks/text/punctuation.yaml.

#include <algorithm>
#include <unordered_set>

#include "check/prose.h"

namespace crosscheck::text {
namespace {

struct Settings {
  Prose prose;
  WordSet abbreviations, bare_heads, heads, introducing, counts;
  Symbol et, al;
  Settings(const Value& settings, Rulebook& book)
      : prose(book),
        abbreviations(book.word_set(book.lexicon("abbreviations")["may_end"])),
        bare_heads(book.word_set(settings["bare_heads"])),
        heads(book.word_set(settings["heads"])),
        introducing(book.word_set(settings["introducing"])),
        counts(book.word_set(settings["counts"])),
        et(book.symbols.intern("et")),
        al(book.symbols.intern("al")) {
    for (const char* list : {"never_last", "before_number"})
      for (const std::string& word : book.lexicon("abbreviations")[list].texts()) abbreviations.add(book.symbols.intern(word));
  }
};

using Pairs = std::unordered_set<uint64_t>;
uint64_t pair_of(Symbol first, Symbol second) { return uint64_t{first} << 32 | second; }

// What should stand in place of two marks in a row; empty when they may stand.
std::string_view single_mark(const Settings& settings, const Document& document, uint32_t i) {
  const Token& first = document.tokens[i];
  const Token& second = document.tokens[i + 1];
  const std::string_view a = document.text_of(first), b = document.text_of(second);
  if (a == ",") return b == "," || b == ";" || b == "." || b == ":" || b == "?" || b == "!" ? b : std::string_view();
  if (a == ";") return b == "," || b == ";" || b == "." || b == ":" ? (b == "," ? a : b) : std::string_view();
  if (a == ":" && touch(first, second)) return b == "," || b == ";" || b == "." ? a : std::string_view();
  if ((a == "?" || a == "!") && b == "." && touch(first, second)) return a;
  if (a == "." && b == "." && !touch(first, second)) {  // but ". . ."
    const auto stop = [&](uint32_t k) { return k < document.tokens.size() && document.text_of(document.tokens[k]) == "."; };
    return stop(i + 2) || (i > 0 && stop(i - 1)) ? std::string_view() : b;
  }
  if (a == "." && b == "," && i > 0) {
    const Token& word = document.tokens[i - 1];
    const bool plain = is_word(word) && is_lower(word) && word.span.size() >= 5 && !settings.abbreviations.contains(word.word);
    return plain ? b : std::string_view();
  }
  return {};
}

void doubled_marks(const CheckInput& in, uint32_t d, const Document& document, const Sentence& sentence, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
    if (document.tokens[i].kind != TokenKind::punctuation) continue;
    const Token& mark = document.tokens[i];
    Span span = mark.span;
    std::string better;
    if (document.text_of(mark) == ".." && i > sentence.first_token && touch(document.tokens[i - 1], mark)) {
      better = ".";
    } else if (i + 1 < sentence.end_token && document.tokens[i + 1].kind == TokenKind::punctuation && i > sentence.first_token) {
      better = single_mark(settings, document, i);
      span.end = document.tokens[i + 1].span.end;
    }
    if (better.empty() || has_line_break(document.text_of(span))) continue;
    if (i + 2 < sentence.end_token && document.tokens[i + 2].kind == TokenKind::punctuation && document.tokens[i + 2].word == mark.word) continue;  // ",,,"
    const Token& word = document.tokens[i - 1];
    Finding out = finding(in, {{d, {is_word(word) ? word.span.begin : span.begin, span.end}}}, {{"better", better}}, "doubled");
    out.confidence = 0.92;
    out.fixes = {{d, span, better, false}};
    findings.push_back(std::move(out));
    ++i;
  }
}

bool is_accented(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

// Is the word before the comma at `i` a name or the end of one?
bool ends_name(const Settings& settings, const Document& document, const Sentence& sentence, uint32_t i) {
  const Token& word = document.tokens[i - 1];
  if (!is_word(word) || word.span.size() < 3 || i < sentence.first_token + 2) return false;
  const Token& before = document.tokens[i - 2];
  const bool hyphenated = before.word == settings.prose.hyphen && touch(before, word);
  return word.letter_case == Case::capitalised || is_accented(document.text_of(word)) || hyphenated || before.word == word.word;
}

void split_names(const CheckInput& in, uint32_t d, const Document& document, const Sentence& sentence, const Pairs& together, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  for (uint32_t i = sentence.first_token + 1; i + 1 < sentence.end_token; ++i) {
    if (document.tokens[i].word != settings.prose.comma) continue;
    const Token& head = document.tokens[i + 1];
    if (!is_lower(head) || !settings.heads.contains(head.word) || !ends_name(settings, document, sentence, i)) continue;
    const Token& word = document.tokens[i - 1];
    const bool repeated = i >= sentence.first_token + 2 && document.tokens[i - 2].word == word.word;
    if (!settings.bare_heads.contains(head.word) && !repeated && !together.contains(pair_of(word.word, head.word))) continue;
    const Span span{word.span.begin, head.span.end};
    Finding out = finding(in, {{d, span}}, {{"name", std::string(document.text_of(word)) + " " + std::string(document.text_of(head))}}, "split");
    out.confidence = 0.85;
    out.fixes = {{d, {word.span.end, head.span.begin}, " ", false}};
    findings.push_back(std::move(out));
  }
}

// "in three major categories; asthma, eczema, and hay fever."
bool introduces_list(const Settings& settings, const Document& document, const Sentence& sentence, uint32_t semicolon) {
  const auto& tokens = document.tokens;
  if (semicolon < sentence.first_token + 3) return false;
  bool announced = settings.introducing.contains(tokens[semicolon - 1].word);
  for (uint32_t i = semicolon - std::min<uint32_t>(4, semicolon - sentence.first_token); i < semicolon; ++i) announced |= settings.counts.contains(tokens[i].word);
  if (!announced || !is_word(tokens[semicolon - 1])) return false;
  bool comma = false, joined = false;
  for (uint32_t i = semicolon + 1; i < sentence.end_token; ++i) {
    const Symbol word = tokens[i].word;
    if (word == settings.prose.semicolon || settings.prose.auxiliaries.contains(word) || settings.prose.pronouns.contains(word)) return false;
    comma |= word == settings.prose.comma;
    joined |= comma && settings.prose.joins(word);
  }
  return joined;
}

void semicolons(const CheckInput& in, uint32_t d, const Document& document, const Sentence& sentence, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  for (uint32_t i = sentence.first_token + 1; i + 1 < sentence.end_token; ++i) {
    if (document.tokens[i].word != settings.prose.semicolon || !introduces_list(settings, document, sentence, i)) continue;
    Finding out = finding(in, {{d, {document.tokens[i - 1].span.begin, document.tokens[i + 1].span.end}}}, {}, "semicolon");
    lower_to(out, Level::suggestion);
    out.confidence = 0.8;
    out.fixes = {{d, document.tokens[i].span, ":", false}};
    findings.push_back(std::move(out));
    return;
  }
}

void et_al(const CheckInput& in, uint32_t d, const Document& document, const Sentence& sentence, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  for (uint32_t i = sentence.first_token; i + 2 < sentence.end_token; ++i) {
    if (document.tokens[i].word != settings.et || document.tokens[i + 1].word != settings.al) continue;
    const Token& next = document.tokens[i + 2];
    if (next.word == settings.prose.stop) continue;
    Finding out = finding(in, {{d, {document.tokens[i].span.begin, document.tokens[i + 1].span.end}}}, {}, "et_al");
    lower_to(out, Level::suggestion);
    out.confidence = 0.9;
    out.fixes = {{d, {document.tokens[i + 1].span.end, document.tokens[i + 1].span.end}, ".", false}};
    findings.push_back(std::move(out));
  }
}

void run(const CheckInput& in, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  Pairs together;
  each_sentence(in, [&](uint32_t, const Document& document, const Sentence& sentence) {
    for (uint32_t i = sentence.first_token + 1; i < sentence.end_token; ++i)
      if (settings.heads.contains(document.tokens[i].word)) together.insert(pair_of(document.tokens[i - 1].word, document.tokens[i].word));
  });
  each_sentence(in, [&](uint32_t d, const Document& document, const Sentence& sentence) {
    if (settings.prose.in_reference_list(document, document.passages[sentence.passage])) return;
    doubled_marks(in, d, document, sentence, findings);
    split_names(in, d, document, sentence, together, findings);
    semicolons(in, d, document, sentence, findings);
    et_al(in, d, document, sentence, findings);
  });
}

}  // namespace

extern const Check punctuation{run, prepare<Settings>};

}  // namespace crosscheck::text
