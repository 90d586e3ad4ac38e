// A weekday that does not fall on its date: "Monday 7 October 2014" was a Tuesday.
//
// A date needs its year; days of the month written in figures only ("7/10") are left alone, since countries read them
// differently. Dates without a year can still disagree with one another: in one text, "Monday 6 May" and "Wednesday 9
// May" cannot both be right.
//
// Tested by tests/checks/structure/weekday.yaml.

#include <chrono>
#include <optional>
#include <set>
#include <unordered_map>

#include "check/check.h"
#include "text/fold.h"

namespace crosscheck::structure {
namespace {

struct Settings {
  std::unordered_map<Symbol, uint32_t> weekdays;  // Monday 1 to Sunday 7
  std::unordered_map<Symbol, uint32_t> months;
  std::vector<std::string> names;
  WordSet links, days;

  Settings(const Value& settings, Rulebook& book) : links(book.word_set(settings["links"])) {
    for (const Value& day : settings["weekdays"].items) {
      names.push_back(day.texts().front());
      for (const std::string& form : day.texts()) weekdays[book.symbols.intern(fold(form))] = static_cast<uint32_t>(names.size());
      for (const auto& [word, number] : weekdays) days.add(word);
    }
    for (const auto& [name, number] : book.lexicon("amounts")["months"].fields) months[book.symbols.intern(fold(name))] = static_cast<uint32_t>(number.number());
  }
};

struct Dated {
  Span span, weekday_span;
  uint32_t weekday = 0, day = 0, month = 0;
  int year = 0;  // 0: none
};

class Reader {
 public:
  Reader(const Document& document, const Settings& settings) : document_(document), tokens_(document.tokens), settings_(settings) {}

  std::vector<Dated> read() {
    for (const Sentence& sentence : document_.sentences)
      for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i)
        if (settings_.days.contains(tokens_[i].word) && tokens_[i].letter_case != Case::lower) read_at(i, settings_.weekdays.at(tokens_[i].word), sentence);
    return std::move(dates_);
  }

 private:
  std::optional<int> figure(uint32_t i) const {
    if (tokens_[i].kind != TokenKind::number) return std::nullopt;
    int value = 0;
    for (const char c : document_.text_of(tokens_[i])) {
      if (c < '0' || c > '9') break;
      value = value * 10 + (c - '0');
      if (value > 9999) return std::nullopt;
    }
    return value;
  }
  std::optional<uint32_t> month(uint32_t i) const {
    const auto found = settings_.months.find(tokens_[i].word);
    return found == settings_.months.end() || tokens_[i].letter_case == Case::lower ? std::nullopt : std::optional(found->second);
  }
  bool is_link(uint32_t i) const { return settings_.links.contains(tokens_[i].word); }

  // "7 October 2014", "October 7th, 2014" from `at` on; `end` is set past it.
  std::optional<Dated> date_at(uint32_t at, uint32_t limit, uint32_t& end) const {
    if (at + 1 >= limit) return std::nullopt;
    Dated date;
    const uint32_t second = at + 2 < limit && is_link(at + 1) ? at + 2 : at + 1;  // "7th of October"
    if (const auto day = figure(at); day && month(second)) date.day = static_cast<uint32_t>(*day), date.month = *month(second), end = second + 1;
    else if (const auto first = month(at); first && figure(at + 1)) date.day = static_cast<uint32_t>(*figure(at + 1)), date.month = *first, end = at + 2;
    else return std::nullopt;
    if (date.day < 1 || date.day > 31) return std::nullopt;
    uint32_t year_at = end;
    if (year_at + 1 < limit && document_.text[tokens_[year_at].span.begin] == ',') ++year_at;
    if (year_at < limit && tokens_[year_at].span.size() == 4)
      if (const auto year = figure(year_at); year && *year >= 1800 && *year < 2200) date.year = *year, end = year_at + 1;
    return date;
  }

  void read_at(uint32_t i, uint32_t weekday, const Sentence& sentence) {
    uint32_t at = i + 1, end = 0;
    while (at < sentence.end_token && at <= i + 2 && (is_link(at) || document_.text[tokens_[at].span.begin] == ',' || document_.text[tokens_[at].span.begin] == '.')) ++at;
    if (auto date = date_at(at, sentence.end_token, end)) {
      date->weekday = weekday;
      date->weekday_span = tokens_[i].span;
      date->span = {tokens_[i].span.begin, tokens_[end - 1].span.end};
      dates_.push_back(*date);
      return;
    }
    // "7 October 2014, a Tuesday", "7 October 2014 (Tuesday)"
    for (uint32_t begin = i > sentence.first_token + 8 ? i - 8 : sentence.first_token; begin + 2 < i; ++begin) {
      auto date = date_at(begin, i, end);
      if (!date || date->year == 0 || end > i || i - end > 3) continue;
      bool close = true;
      for (uint32_t k = end; k < i; ++k) close &= is_link(k) || document_.text[tokens_[k].span.begin] == ',' || document_.text[tokens_[k].span.begin] == '(';
      if (!close) continue;
      date->weekday = weekday;
      date->weekday_span = tokens_[i].span;
      date->span = {tokens_[begin].span.begin, tokens_[i].span.end};
      dates_.push_back(*date);
      return;
    }
  }

  const Document& document_;
  const std::vector<Token>& tokens_;
  const Settings& settings_;
  std::vector<Dated> dates_;
};

// Monday 1 to Sunday 7; 0 when there is no such day.
uint32_t true_weekday(const Dated& date) {
  const std::chrono::year_month_day day{std::chrono::year(date.year), std::chrono::month(date.month), std::chrono::day(date.day)};
  return day.ok() ? std::chrono::weekday(std::chrono::sys_days(day)).iso_encoding() : 0;
}

// The residue that dates of one year share when their weekdays agree: "Monday 6 May" and "Thursday 9 May".
uint32_t residue(const Dated& date) {
  const Dated in_2023{{}, {}, 0, date.day, date.month, 2023};
  return (date.weekday + 7 - true_weekday(in_2023)) % 7;
}

void check_years(const CheckInput& in, uint32_t d, const std::vector<Dated>& dates, const Settings& settings, Findings& findings) {
  const Document& document = in.texts.documents[d];
  for (const Dated& date : dates) {
    if (date.year == 0) continue;
    const uint32_t right = true_weekday(date);
    if (right == date.weekday || right == 0) continue;
    Finding out = finding(in, {{d, date.span}}, {{"weekday", settings.names[right - 1]}});
    out.why = "By the calendar that day is a " + settings.names[right - 1] + ".";
    out.confidence = 0.97;
    const bool full = document.text_of(date.weekday_span).size() > 4;
    out.fixes = {{d, date.weekday_span, full ? settings.names[right - 1] : settings.names[right - 1].substr(0, 3), false}};
    findings.push_back(std::move(out));
  }
}

// Two days without a year that cannot stand in one calendar.
void check_pairs(const CheckInput& in, uint32_t d, const std::vector<Dated>& dates, Findings& findings) {
  const Dated* first = nullptr;
  std::set<int> years;
  for (const Dated& date : dates)
    if (date.year != 0) years.insert(date.year);
  if (years.size() > 1) return;
  for (const Dated& date : dates) {
    if (date.year != 0 || true_weekday({{}, {}, 0, date.day, date.month, 2023}) == 0) continue;
    if (!first) {
      first = &date;
      continue;
    }
    if ((first->month <= 2) != (date.month <= 2) || residue(*first) == residue(date)) continue;
    Finding out = finding(in, {{d, date.span, 1}, {d, first->span, 2}}, {}, "pair");
    out.why = "Counted in days, the two dates are not as far apart as their weekdays.";
    out.confidence = 0.85;
    findings.push_back(std::move(out));
    return;
  }
}

void run(const CheckInput& in, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  for (uint32_t d = 0; d < in.texts.documents.size(); ++d) {
    const std::vector<Dated> dates = Reader(in.texts.documents[d], settings).read();
    check_years(in, d, dates, settings, findings);
    check_pairs(in, d, dates, findings);
  }
}

}  // namespace

extern const Check weekday{run, prepare<Settings>};

}  // namespace crosscheck::structure
