// Numbers that should follow one another and do not: "1. 2. 4.", "a) b) d)", "4.1 4.2 4.4", "Step 1, Step 1".
//
// Three things carry running numbers: the items of a list, headings ("4.2 Dose", "2. Dose") and lines that start with
// a word and its number ("Step 3", "Question 4"). Each run of numbers is looked at by itself. One slip in a run is a
// slip; several gaps are a choice ("questions 2, 5 and 9 of the form"), and a run that counts down is left alone.
//
// Tested by tests/checks/structure/numbering.yaml.

#include <algorithm>
#include <map>
#include <optional>

#include "check/check.h"
#include "text/fold.h"

namespace crosscheck::structure {
namespace {

struct Settings {
  WordSet labels, counted;
  Settings(const Value& settings, Rulebook& book) : labels(book.word_set(settings["labels"])), counted(book.word_set(settings["counted"])) {}
};

struct Number {
  Span span;  // "4.", "d)", "4.2", "Step 3"
  int32_t value = 0;
  Marker marker = Marker::decimal;
  uint32_t passage = 0;
  bool counted = false;  // "Table 1": every one of them is somewhere
};
using Series = std::vector<Number>;

std::string in_roman(int32_t value) {
  static constexpr std::pair<int32_t, const char*> kParts[] = {{10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}};
  std::string out;
  for (const auto& [part, letters] : kParts)
    for (; value >= part; value -= part) out += letters;
  return out;
}

std::string written(int32_t value, Marker marker) {
  if (marker == Marker::letter) return std::string(1, static_cast<char>('a' + value - 1));
  return marker == Marker::roman ? in_roman(value) : std::to_string(value);
}

// The first number of the run that does not follow the one before; nothing when the run is sound or no run at all.
std::optional<size_t> slip(const Series& series) {
  // "Table 1" and "Table 3" alone: one is missing. Two numbers of another kind are no run.
  if (series.size() == 2 && series[0].counted && series[0].value == 1 && series[1].value == 3) return 1;
  if (series.size() < 3) return std::nullopt;
  std::optional<size_t> found;
  uint32_t slips = 0;
  for (size_t i = 1; i < series.size(); ++i) {
    const int32_t step = series[i].value - series[i - 1].value;
    if (step == 1) continue;
    if (step < 0 || step > 3) return std::nullopt;
    ++slips;
    if (!found) found = i;
  }
  return slips * 3 <= series.size() - 1 ? found : slips == 1 ? found : std::nullopt;
}

class Runs {
 public:
  Runs(const Document& document, const CheckInput& in) : document_(document), labels_(in.settings<Settings>().labels), in_(in) {}

  std::vector<Series> collect() {
    for (uint32_t p = 0; p < document_.passages.size(); ++p) {
      const Passage& passage = document_.passages[p];
      if (passage.kind == PassageKind::code || passage.kind == PassageKind::table_cell) continue;
      if (passage.kind == PassageKind::list_item && passage.marker != Marker::none && passage.marker != Marker::bullet) add_item(p);
      else if (passage.kind == PassageKind::heading && !document_.text_of(passage.body).empty()) add_heading(p);
      add_label(p);
      for (uint32_t s = passage.first_sentence; s < passage.end_sentence; ++s) add_inline(document_.sentences[s], p);
    }
    std::vector<Series> out;
    for (auto& [key, series] : lists_) out.push_back(std::move(series));
    for (auto& series : done_) out.push_back(std::move(series));
    for (auto& [key, series] : headings_) out.push_back(std::move(series));
    for (auto& [key, series] : words_) out.push_back(std::move(series));
    return out;
  }

 private:
  void add_item(uint32_t p) {
    const Passage& passage = document_.passages[p];
    if (passage.body.begin <= passage.span.begin) return;  // the marker does not stand in the text
    Span marker{passage.span.begin, passage.body.begin};
    while (marker.end > marker.begin && document_.text[marker.end - 1] <= ' ') --marker.end;
    Series& series = lists_[passage.list];
    // A list that a paragraph interrupts goes on under another number of its own.
    const auto open = open_.find({passage.level, passage.marker});
    if (series.empty() && open != open_.end() && passage.number > 1 && open->second != passage.list) {
      const Series& before = lists_[open->second];
      if (!before.empty() && passage.number > before.back().value && passage.number <= before.back().value + 2) {
        Series joined = std::move(lists_[open->second]);
        lists_.erase(open->second);
        lists_[passage.list] = std::move(joined);
      }
    }
    lists_[passage.list].push_back({marker, passage.number, passage.marker, p});
    open_[{passage.level, passage.marker}] = passage.list;
  }

  // "4.2 Dose", "2. Dose": one run for each parent number.
  void add_heading(uint32_t p) {
    const Span body = document_.passages[p].body;
    uint32_t at = body.begin, last = body.begin;
    int32_t value = 0;
    while (at < body.end && document_.text[at] >= '0' && document_.text[at] <= '9' && value < 100) {
      value = value * 10 + (document_.text[at++] - '0');
      if (at + 1 < body.end && document_.text[at] == '.' && document_.text[at + 1] >= '0' && document_.text[at + 1] <= '9') last = ++at, value = 0;
    }
    const uint32_t end = at;
    if (at < body.end && document_.text[at] == '.') ++at;
    if (end == body.begin) return add_lettered(p);
    if (value == 0 || value >= 100 || at >= body.end || document_.text[at] != ' ') return;
    const std::string parent(document_.text_of(Span{body.begin, last}));
    Series& series = headings_[parent];
    if (!series.empty() && value == 1) done_.push_back(std::move(series)), series.clear();
    series.push_back({{body.begin, end}, value, Marker::decimal, p});
  }

  // "B. Methods", "II. Methods"
  void add_lettered(uint32_t p) {
    const std::string_view text = document_.text_of(document_.passages[p].body);
    const size_t end = text.find_first_not_of("IVX");
    const bool roman = end != 0 && end != std::string_view::npos && text[end] == '.' && (end > 1 || text[0] == 'I' || !headings_["I"].empty());
    const size_t stop = roman ? end : 1;
    if (text.size() < stop + 2 || text[stop] != '.' || text[stop + 1] != ' ' || text[0] < 'A' || text[0] > 'Z') return;
    int32_t value = text[0] - 'A' + 1;
    for (int32_t number = 1; roman && number < 40; ++number)
      if (in_roman(number).size() == stop && std::equal(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(stop), in_roman(number).begin(), [](char a, char b) { return (a | 0x20) == b; })) value = number;
    Series& series = headings_[roman ? "I" : "A"];
    if (!series.empty() && value == 1) done_.push_back(std::move(series)), series.clear();
    const uint32_t begin = document_.passages[p].body.begin;
    if (!series.empty() || value == 1) series.push_back({{begin, begin + static_cast<uint32_t>(stop)}, value, roman ? Marker::roman : Marker::letter, p});
  }

  // "(1) wash your hands, (2) dry them, (4) put on gloves" within a sentence.
  void add_inline(const Sentence& sentence, uint32_t p) {
    Series series;
    const auto mark = [&](uint32_t i) { return document_.text[document_.tokens[i].span.begin]; };
    for (uint32_t i = sentence.first_token; i + 3 < sentence.end_token; ++i) {
      const Token& number = document_.tokens[i + 1];
      if (mark(i) != '(' || number.kind != TokenKind::number || number.span.size() != 1 || mark(i + 2) != ')') continue;
      if (document_.tokens[i + 3].kind != TokenKind::word || !document_.tokens[i].space_before) continue;
      series.push_back({{document_.tokens[i].span.begin, document_.tokens[i + 2].span.end}, mark(i + 1) - '0', Marker::decimal, p});
    }
    if (series.size() >= 3 && series.front().value == 1) done_.push_back(std::move(series));
  }

  // "Step 3: ..."
  void add_label(uint32_t p) {
    const Passage& passage = document_.passages[p];
    if (passage.first_sentence == passage.end_sentence) return;
    const Sentence& sentence = document_.sentences[passage.first_sentence];
    if (sentence.end_token < sentence.first_token + 2) return;
    const Token& word = document_.tokens[sentence.first_token];
    const Token& number = document_.tokens[sentence.first_token + 1];
    if (!labels_.contains(word.word) || number.kind != TokenKind::number || number.span.size() > 2) return;
    const char after = document_.text[std::min<size_t>(number.span.end, document_.text.size() - 1)];
    if (number.span.end < passage.body.end && after != ':' && after != '.' && after != '\n' && passage.kind != PassageKind::heading) return;
    int32_t value = 0;
    for (const char c : document_.text_of(number)) {
      if (c < '0' || c > '9') return;
      value = value * 10 + (c - '0');
    }
    Series& series = words_[std::string(in_.texts.word(word.word))];
    if (!series.empty() && value == 1) done_.push_back(std::move(series)), series.clear();
    series.push_back({{word.span.begin, number.span.end}, value, Marker::decimal, p, in_.settings<Settings>().counted.contains(word.word)});
  }

  const Document& document_;
  const WordSet& labels_;
  const CheckInput& in_;
  std::map<int32_t, Series> lists_;
  std::map<std::pair<uint8_t, Marker>, int32_t> open_;
  std::map<std::string, Series> headings_, words_;
  std::vector<Series> done_;
};

void run(const CheckInput& in, Findings& findings) {
  for (uint32_t d = 0; d < in.texts.documents.size(); ++d) {
    const Document& document = in.texts.documents[d];
    if (!document.english) continue;
    for (const Series& series : Runs(document, in).collect()) {
      const auto at = slip(series);
      if (!at) continue;
      const Number& here = series[*at];
      const Number& before = series[*at - 1];
      const std::string expected = written(before.value + 1, here.marker);
      const bool repeated = here.value == before.value;
      Finding out = finding(in, {{d, here.span, 1}, {d, before.span, 2}}, {{"expected", expected}}, repeated ? "repeated" : "gap");
      out.why = "The numbers run " + std::string(document.text_of(before.span)) + ", " + std::string(document.text_of(here.span)) + "; after " + written(before.value, before.marker) + " comes " + expected + ".";
      out.confidence = 0.9;
      std::string text(document.text_of(here.span));
      const bool capital = text[0] >= 'A' && text[0] <= 'Z' && here.marker != Marker::decimal;
      if (capital) text = lowered(text);
      const std::string wrong = written(here.value, here.marker);
      if (const size_t place = text.rfind(wrong); place != std::string::npos) out.fixes = {{d, here.span, capital ? uppered(text.replace(place, wrong.size(), expected)) : text.replace(place, wrong.size(), expected), false}};
      findings.push_back(std::move(out));
    }
  }
}

}  // namespace

extern const Check numbering{run, prepare<Settings>};

}  // namespace crosscheck::structure
