// Blanks: two in a row, one before a mark ("tablet ,"), none after a mark ("hands.Then"), one on the wrong side of a
// bracket ("high( 20 mg)").
//
// Blanks are also layout. Line breaks and tabs are never counted; a line with several wide gaps is a row of columns;
// two blanks after every sentence are a habit; and a document in which doubled blanks are common was laid out with
// them, or came out of a converter, and so does one with indented lines: there only a missing blank is an error. What is found in a document is one finding a kind when there
// are many.
//
// Tested by tests/checks/text/spacing.yaml.

#include <algorithm>
#include <array>

#include "check/prose.h"
#include "text/utf8.h"

namespace crosscheck::text {
namespace {

struct Settings {
  Prose prose;
  WordSet domains;  // "Cancer.Net"
  Symbol bar;
  Settings(const Value& settings, Rulebook& book) : prose(book), domains(book.word_set(settings["domains"])), bar(book.symbols.intern("|")) {}
};

enum Kind : uint8_t { doubled, before_mark, after_mark, bracket, kinds };
constexpr std::array<const char*, kinds> kNames{"doubled", "before", "after", "bracket"};

struct Slip {
  Span span, gap;
  std::string better;
};
using Slips = std::array<std::vector<Slip>, kinds>;

bool is_blanks(std::string_view gap) { return gap.find_first_not_of(' ') == std::string_view::npos; }

// How blanks are used in a document, as far as it decides what a doubled blank means.
struct Habits {
  uint32_t gaps = 0, wide = 0, sentence_gaps = 0, wide_sentence_gaps = 0;
  bool indented = false;
  bool laid_out() const { return indented || (wide - wide_sentence_gaps > 8 && (wide - wide_sentence_gaps) * 60 > gaps); }
  bool two_after_sentence() const { return wide_sentence_gaps >= 3 && wide_sentence_gaps * 3 >= sentence_gaps; }
};

bool ends_sentence(const Document& document, const Token& token) {
  const char last = document.text[token.span.end - 1];
  return last == '.' || last == '?' || last == '!' || last == ':';
}

bool is_wide(std::string_view gap) { return gap.size() >= 2 && is_blanks(gap); }

Habits habits_of(const Document& document) {
  Habits habits;
  for (uint32_t i = 1; i < document.tokens.size(); ++i) {
    const Token& token = document.tokens[i];
    if (!token.space_before) continue;
    const std::string_view gap = between(document, document.tokens[i - 1], token);
    const bool wide = is_wide(gap), sentence = ends_sentence(document, document.tokens[i - 1]);
    ++habits.gaps;
    habits.wide += wide;
    habits.sentence_gaps += sentence;
    habits.wide_sentence_gaps += wide && sentence;
  }
  for (const Passage& passage : document.passages) {
    const uint32_t begin = passage.span.begin;
    habits.indented |= document.format == Format::plain && passage.kind != PassageKind::list_item && begin >= 2 && document.text.compare(begin - 2, 2, "  ") == 0;
  }
  return habits;
}

// Several wide gaps in one line, one of them of three blanks or more: columns.
bool in_columns(const Document& document, Span gap) {
  const std::string_view text = document.text;
  constexpr uint32_t kFar = 300;
  uint32_t begin = gap.begin, end = gap.end, runs = 0, longest = 0, run = 0;
  while (begin > 0 && text[begin - 1] != '\n' && gap.begin - begin < kFar) --begin;
  while (end < text.size() && text[end] != '\n' && end - gap.end < kFar) ++end;
  while (begin < end && text[begin] == ' ') ++begin;
  for (uint32_t at = begin; at < end; ++at) {
    run = text[at] == ' ' ? run + 1 : 0;
    runs += run == 2;
    longest = std::max(longest, run);
  }
  return (runs >= 2 && longest >= 3) || runs >= 4;
}

void find_doubled(const Settings& settings, const Document& document, const Habits& habits, uint32_t i, Slips& slips) {
  const Token& before = document.tokens[i - 1];
  const Token& token = document.tokens[i];
  const std::string_view gap = between(document, before, token);
  if (!is_wide(gap) || before.word == settings.bar || token.word == settings.bar) return;
  if (habits.two_after_sentence() && ends_sentence(document, before)) return;
  const Span blanks{before.span.end, token.span.begin};
  if (!in_columns(document, blanks)) slips[doubled].push_back({{before.span.begin, token.span.end}, blanks, " "});
}

// A mark that clings to the word before it, with a blank between.
void find_before_mark(const Settings& settings, const Document& document, uint32_t i, uint32_t end, Slips& slips) {
  const Token& mark = document.tokens[i];
  const Token& before = document.tokens[i - 1];
  if (!mark.space_before || mark.span.size() != 1) return;
  const char c = document.text[mark.span.begin];
  if (c != ',' && c != '.' && c != ';' && c != ':' && c != '?' && c != '!') return;
  if (!is_word(before) && before.kind != TokenKind::number && before.word != settings.prose.close) return;
  const std::string_view gap = between(document, before, mark);
  if (i + 1 < end && !document.tokens[i + 1].space_before) {
    // "tablet ,with", but ".csv", ":)", ".5"
    const Token& next = document.tokens[i + 1];
    const bool runs_on = is_word(next) && next.span.size() >= 2 && (c == ',' || c == ';' || (c == '.' && next.letter_case == Case::capitalised && is_lower(before)));
    if (runs_on && is_blanks(gap) && !is_technical(chunk_around(document, mark)))
      slips[before_mark].push_back({{before.span.begin, next.span.end}, {before.span.end, next.span.begin}, std::string(1, c) + " "});
    return;
  }
  if (i + 1 < end && document.tokens[i + 1].word == mark.word) return;  // ". . ."
  if (c == ':' && before.kind == TokenKind::number) return;         // "2 : 1"
  if (is_blanks(gap)) slips[before_mark].push_back({{before.span.begin, mark.span.end}, {before.span.end, mark.span.begin}, ""});
}

// A mark that runs into the next word.
void find_after_mark(const Settings& settings, const Document& document, uint32_t i, uint32_t end, Slips& slips) {
  const Token& mark = document.tokens[i];
  if (mark.span.size() != 1 || i + 1 >= end) return;
  const char c = document.text[mark.span.begin];
  if (c != ',' && c != '.' && c != ';' && c != '?' && c != '!' && c != ':') return;
  const Token& before = document.tokens[i - 1];
  const Token& next = document.tokens[i + 1];
  if (!touch(before, mark) || !touch(mark, next) || !is_word(next) || next.span.size() < 2) return;
  const bool after_word = is_word(before) && before.span.size() >= 2;
  if (!after_word && before.word != settings.prose.close && !(c == ',' && before.kind == TokenKind::number)) return;
  const bool capital = next.letter_case == Case::capitalised;
  if (c == ',' || c == ';') {
    if (before.letter_case == Case::upper && next.letter_case == Case::upper) return;  // "HLA-DR,DQ"
    if (before.kind == TokenKind::number && !settings.prose.function_words.contains(next.word)) return;
  } else if (!capital || before.letter_case == Case::upper || before.letter_case == Case::mixed) {
    return;
  }
  if (c == ':' && !is_lower(before)) return;
  if (c == '.' && settings.domains.contains(next.word)) return;
  if (is_technical(chunk_around(document, mark))) return;
  slips[after_mark].push_back({{before.span.begin, next.span.end}, {mark.span.end, mark.span.end}, " "});
}

// "high( 20 mg)", "high(20 mg)", "( 20 mg)", "(20 mg )".
void find_bracket(const Settings& settings, const Document& document, uint32_t i, uint32_t end, Slips& slips) {
  const Token& mark = document.tokens[i];
  if (mark.word == settings.prose.close && mark.space_before) {
    const std::string_view gap = between(document, document.tokens[i - 1], mark);
    if (gap == " " && (is_word(document.tokens[i - 1]) || document.tokens[i - 1].kind == TokenKind::number)) slips[bracket].push_back({{document.tokens[i - 1].span.begin, mark.span.end}, {document.tokens[i - 1].span.end, mark.span.begin}, ""});
  }
  if (mark.word != settings.prose.open || i + 1 >= end) return;
  const Token& before = document.tokens[i - 1];
  const Token& next = document.tokens[i + 1];
  const bool clings = touch(before, mark) && is_word(before);
  const std::string_view gap = between(document, mark, next);
  const bool blank_after = gap == " ";
  if (clings && blank_after) {
    slips[bracket].push_back({{before.span.begin, next.span.end}, {before.span.end, next.span.begin}, " ("});
  } else if (clings && is_lower(before) && before.span.size() >= 3 && next.span.size() >= 2) {
    // "dose(see below)", but "drug(s)" and "poly(ethylene)": blanks within tell an aside from a part of the word.
    bool aside = false;
    for (uint32_t k = i + 2; k < std::min(end, i + 12) && document.tokens[k].word != settings.prose.close; ++k) aside |= document.tokens[k].space_before;
    if (aside) slips[bracket].push_back({{before.span.begin, next.span.end}, {mark.span.begin, mark.span.begin}, " "});
  } else if (blank_after && mark.space_before && !clings) {
    slips[bracket].push_back({{mark.span.begin, next.span.end}, {mark.span.end, next.span.begin}, ""});
  }
}

void report(const CheckInput& in, uint32_t d, Kind kind, const std::vector<Slip>& slips, Findings& findings) {
  constexpr size_t kMany = 4;  // more of one kind than this are one finding
  const bool together = kind == doubled || slips.size() > kMany;
  for (size_t i = 0; i < slips.size(); i += together ? slips.size() : 1) {
    const size_t end = together ? slips.size() : i + 1;
    std::vector<Evidence> places;
    std::vector<Fix> fixes;
    for (size_t k = i; k < end; ++k) {
      places.push_back({d, slips[k].span});
      fixes.push_back({d, slips[k].gap, slips[k].better, kind != bracket});
    }
    const size_t count = places.size();
    Finding out = finding(in, std::move(places), {{"count", std::to_string(count)}}, std::string(kNames[kind]) + (count > 1 ? "_many" : ""));
    out.fixes = std::move(fixes);
    out.confidence = kind == doubled ? 0.95 : 0.92;
    if (kind == doubled) lower_to(out, Level::suggestion);
    if (count > 1) out.forms = std::string(kNames[kind]) + "|" + in.texts.documents[d].name;
    findings.push_back(std::move(out));
  }
}

void run(const CheckInput& in, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  Slips slips;
  for (uint32_t d = 0; d < in.texts.documents.size(); ++d) {
    const Document& document = in.texts.documents[d];
    const Habits habits = habits_of(document);
    const bool laid_out = habits.laid_out();
    for (auto& list : slips) list.clear();
    for (const Passage& passage : document.passages) {
      if (passage.first_sentence == passage.end_sentence || settings.prose.in_reference_list(document, passage)) continue;
      const uint32_t first = document.sentences[passage.first_sentence].first_token, end = document.sentences[passage.end_sentence - 1].end_token;
      for (uint32_t i = first + 1; i < end; ++i) {
        const Token& token = document.tokens[i];
        if (token.space_before && !laid_out) find_doubled(settings, document, habits, i, slips);
        if (token.kind != TokenKind::punctuation) continue;
        find_after_mark(settings, document, i, end, slips);
        if (laid_out) continue;
        find_before_mark(settings, document, i, end, slips);
        find_bracket(settings, document, i, end, slips);
      }
    }
    for (uint8_t kind = 0; kind < kinds; ++kind) report(in, d, static_cast<Kind>(kind), slips[kind], findings);
  }
}

}  // namespace

extern const Check spacing{run, prepare<Settings>};

}  // namespace crosscheck::text
