// Dashes of several kinds in one set: "large -- over" and "risk—even"; "3-5 days" and "3–5 days".
//
// Two questions, two findings: how a thought is set off, and how a range of numbers is joined. A hyphen between
// blanks counts only in running prose and before a small letter; several in one paragraph are items of a list
// that lost its lines. A range must rise, or it is a score, a telephone number or a date.
//
// Tested by tests/checks/style/dashes.yaml.

#include <array>

#include "check/prose.h"
#include "check/usage.h"

namespace crosscheck::style {
namespace {

struct Settings {
  Prose prose;
  Symbol en, em;
  std::string prefer, prefer_range;
  Settings(const Value& settings, Rulebook& book)
      : prose(book), en(book.symbols.intern("–")), em(book.symbols.intern("—")), prefer(settings["prefer"].text("consistent")), prefer_range(settings["prefer_range"].text("consistent")) {}
};

// Ways to set a thought off, as they are named and written.
enum Way : uint8_t { spaced_en, closed_em, spaced_em, double_hyphen, spaced_hyphen, ways_count };
constexpr std::array<const char*, ways_count> kNames{"spaced en dash", "em dash", "spaced em dash", "double hyphen", "spaced hyphen"};
constexpr std::array<const char*, ways_count> kWritten{" – ", "—", " — ", " -- ", " - "};

// A dash between two words: its way, and how many tokens it takes.
struct Dash {
  Way way;
  uint32_t tokens;
};

bool find_dash(const Settings& settings, const Document& document, const Sentence& sentence, uint32_t i, Dash& dash) {
  const auto& tokens = document.tokens;
  const Symbol mark = tokens[i].word;
  if (mark != settings.prose.hyphen && mark != settings.en && mark != settings.em) return false;
  if (i == sentence.first_token || i + 1 >= sentence.end_token) return false;
  const bool twice = mark == settings.prose.hyphen && tokens[i + 1].word == mark && touch(tokens[i], tokens[i + 1]);
  dash.tokens = twice ? 2 : 1;
  const uint32_t after = i + dash.tokens;
  if (after >= sentence.end_token || (twice && tokens[after].word == mark)) return false;
  if (tokens[i - 1].kind == TokenKind::number && tokens[after].kind == TokenKind::number) return false;
  const bool words = is_word(tokens[after]) && tokens[i - 1].kind != TokenKind::symbol && tokens[i - 1].word != settings.prose.colon;
  if (!words) return false;
  const bool before_blank = tokens[i].space_before, after_blank = tokens[after].space_before;
  if (twice) {
    dash.way = double_hyphen;
    return true;
  }
  if (before_blank != after_blank) return false;
  if (mark == settings.em) dash.way = before_blank ? spaced_em : closed_em;
  else if (!before_blank) return false;
  else dash.way = mark == settings.en ? spaced_en : spaced_hyphen;
  return mark != settings.prose.hyphen || is_lower(tokens[after]);
}

bool is_range(const Settings& settings, const Document& document, const Sentence& sentence, uint32_t i) {
  const auto& tokens = document.tokens;
  if ((tokens[i].word != settings.prose.hyphen && tokens[i].word != settings.en) || i < sentence.first_token + 1 || i + 1 >= sentence.end_token) return false;
  const Token& low = tokens[i - 1];
  const Token& high = tokens[i + 1];
  if (low.kind != TokenKind::number || high.kind != TokenKind::number || !touch(low, tokens[i]) || !touch(tokens[i], high)) return false;
  if (i >= sentence.first_token + 2 && touch(tokens[i - 2], low)) return false;  // "1-2-3", "B12-14", "$5-10"
  if (i + 2 < sentence.end_token && touch(high, tokens[i + 2]) && tokens[i + 2].kind == TokenKind::punctuation && tokens[i + 2].word != settings.prose.comma &&
      tokens[i + 2].word != settings.prose.stop && tokens[i + 2].word != settings.prose.close)
    return false;
  const auto value = [&](const Token& token) { return std::stod(std::string(document.text_of(token))); };
  const size_t digits = document.text_of(low).size(), more = document.text_of(high).size();
  return more <= 4 && digits <= 4 && !(more == 4 && digits != 4) && value(low) < value(high);
}

uint32_t count_spaced_hyphens(std::string_view text) {
  uint32_t count = 0;
  for (size_t at = text.find(" - "); at != std::string_view::npos; at = text.find(" - ", at + 2)) ++count;
  return count;
}

void run(const CheckInput& in, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  std::vector<Usage> ways, ranges{{"en dash", {}}, {"hyphen", {}}};
  for (const char* name : kNames) ways.push_back({name, {}});
  each_sentence(in, [&](uint32_t d, const Document& document, const Sentence& sentence) {
    const Passage& passage = document.passages[sentence.passage];
    if (passage.kind == PassageKind::table_cell || passage.kind == PassageKind::heading || settings.prose.in_reference_list(document, passage)) return;
    const bool prose = passage.kind == PassageKind::paragraph || passage.kind == PassageKind::quote;
    std::vector<UsePlace> hyphens;
    for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      if (document.tokens[i].kind != TokenKind::punctuation) continue;
      Dash dash{};
      if (is_range(settings, document, sentence, i)) {
        ranges[document.tokens[i].word == settings.en ? 0 : 1].places.push_back({d, {document.tokens[i - 1].span.begin, document.tokens[i + 1].span.end}, i});
      } else if (prose && find_dash(settings, document, sentence, i, dash)) {
        const UsePlace place{d, {document.tokens[i - 1].span.begin, document.tokens[i + dash.tokens].span.end}, i};
        (dash.way == spaced_hyphen ? hyphens : ways[dash.way].places).push_back(place);
        i += dash.tokens - 1;
      }
    }
    if (!hyphens.empty() && count_spaced_hyphens(document.text_of(passage.body)) <= 2) ways[spaced_hyphen].places.insert(ways[spaced_hyphen].places.end(), hyphens.begin(), hyphens.end());
  });
  const auto gap = [&](const UsePlace& place, std::string_view written) {
    const Document& document = in.texts.documents[place.document];
    uint32_t last = place.detail;
    while (document.tokens[last + 1].word == settings.prose.hyphen) ++last;
    return Fix{place.document, {document.tokens[place.detail - 1].span.end, document.tokens[last + 1].span.begin}, std::string(written), false};
  };
  report_mixed(in, ways, "dash", settings.prefer, [&](const UsePlace& place, size_t winner) { return gap(place, kWritten[winner]); }, findings, "dash");
  report_mixed(in, ranges, "range", settings.prefer_range, [&](const UsePlace& place, size_t winner) { return gap(place, winner == 0 ? "–" : "-"); }, findings, "range");
}

}  // namespace

extern const Check dashes{run, prepare<Settings>};

}  // namespace crosscheck::style
