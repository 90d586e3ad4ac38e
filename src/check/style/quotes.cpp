// Straight and curly quotation marks, or apostrophes, in one set: IVIG's and patient’s.
//
// Both kinds of mark count together, since one key or one paste makes both. A pair of double marks is one place; a
// pair that opens with one kind and closes with the other is always on the losing side. Marks after numbers are feet
// and inches.
//
// Tested by tests/checks/style/quotes.yaml.

#include <array>

#include "check/prose.h"
#include "check/usage.h"
#include "text/utf8.h"

namespace crosscheck::style {
namespace {

struct Settings {
  std::string prefer;
  Settings(const Value& settings, Rulebook&) : prefer(settings["prefer"].text("consistent")) {}
};

enum Way : uint8_t { straight, curly, mixed };

struct Mark {
  uint32_t at, bytes;
  bool is_double, is_curly;
  bool opens;  // of a curly double mark
};

struct Marks {
  std::array<std::vector<UsePlace>, 3> places;
};

Mark mark_at(std::string_view text, uint32_t at) {
  const auto byte = [&](uint32_t k) { return k < text.size() ? static_cast<unsigned char>(text[k]) : 0; };
  if (text[at] == '"') return {at, 1, true, false, false};
  if (text[at] == '\'') return {at, 1, false, false, false};
  if (byte(at) == 0xE2 && byte(at + 1) == 0x80) {
    const auto last = byte(at + 2);
    if (last == 0x98 || last == 0x99) return {at, 3, false, true, last == 0x98};
    if (last == 0x9C || last == 0x9D) return {at, 3, true, true, last == 0x9C};
  }
  return {at, 0, false, false, false};
}

bool letter_after(std::string_view text, uint32_t at) { return is_letter(code_point_at(text, at).value); }
bool letter_before(std::string_view text, uint32_t at) { return is_letter(code_point_before(text, at).value); }
bool digit_before(std::string_view text, uint32_t at) { return is_digit(code_point_before(text, at).value); }

// The word that holds an apostrophe.
Span word_around(std::string_view text, const Mark& mark) {
  Span span{mark.at, mark.at + mark.bytes};
  while (span.begin > 0 && letter_before(text, span.begin)) span.begin -= code_point_before(text, span.begin).bytes;
  while (span.end < text.size() && letter_after(text, span.end)) span.end += code_point_at(text, span.end).bytes;
  return span;
}

void add_passage(uint32_t d, std::string_view text, Span passage, Marks& marks) {
  constexpr uint32_t kLongQuote = 300;
  Mark open{};
  for (uint32_t at = passage.begin; at < passage.end; ++at) {
    if (text[at] != '"' && text[at] != '\'' && static_cast<unsigned char>(text[at]) != 0xE2) continue;
    const Mark mark = mark_at(text, at);
    if (mark.bytes == 0) continue;
    at += mark.bytes - 1;
    const Span own{mark.at, mark.at + mark.bytes};
    if (!mark.is_double) {
      const bool feet = !mark.is_curly && digit_before(text, mark.at) && !letter_after(text, own.end);
      const bool attached = letter_before(text, mark.at) || letter_after(text, own.end);
      if (!feet && attached) marks.places[mark.is_curly ? curly : straight].push_back({d, word_around(text, mark), mark.at});
      continue;
    }
    const bool closes = open.bytes > 0 && !(mark.is_curly && mark.opens);
    if ((open.bytes == 0 || open.is_curly) && !mark.is_curly && digit_before(text, mark.at)) continue;  // 3"
    if (!closes) {
      open = mark;
      continue;
    }
    const Span pair{open.at, own.end};
    const Way way = open.is_curly != mark.is_curly ? mixed : mark.is_curly ? curly : straight;
    if (pair.size() <= kLongQuote) marks.places[way].push_back({d, pair, open.at});
    open = {};
  }
}

// The place with its marks in the winning way.
Fix rewrite(const Document& document, const UsePlace& place, bool to_curly) {
  std::string out;
  bool inside = false;
  for (uint32_t at = place.span.begin; at < place.span.end;) {
    const Mark mark = mark_at(document.text, at);
    if (mark.bytes == 0) {
      out += document.text[at++];
      continue;
    }
    const bool outer = at == place.span.begin || at + mark.bytes == place.span.end;
    if (mark.is_double && outer) {
      out += to_curly ? inside ? "”" : "“" : "\"";
      inside = !inside;
    } else if (!mark.is_double) {
      out += to_curly ? mark.opens ? "‘" : "’" : "'";
    } else {
      out += document.text.substr(at, mark.bytes);
    }
    at += mark.bytes;
  }
  return {place.document, place.span, std::move(out), false};
}

void run(const CheckInput& in, Findings& findings) {
  const std::string& prefer = in.settings<Settings>().prefer;
  Marks marks;
  for (uint32_t d = 0; d < in.texts.documents.size(); ++d)
    for (const Passage& passage : in.texts.documents[d].passages)
      if (passage.first_sentence < passage.end_sentence) add_passage(d, in.texts.documents[d].text, passage.span, marks);
  const bool to_curly = prefer == "curly" || (prefer != "straight" && marks.places[curly].size() >= marks.places[straight].size());
  std::vector<Usage> ways{{"curly", std::move(marks.places[curly])}, {"straight", std::move(marks.places[straight])}};
  std::vector<UsePlace>& losing = ways[to_curly ? 1 : 0].places;
  losing.insert(losing.begin(), marks.places[mixed].begin(), marks.places[mixed].end());
  const auto fix = [&](const UsePlace& place, size_t winner) { return rewrite(in.texts.documents[place.document], place, winner == 0); };
  report_mixed(in, ways, "quotes", to_curly ? "curly" : "straight", fix, findings);
}

}  // namespace

extern const Check quotes{run, prepare<Settings>};

}  // namespace crosscheck::style
