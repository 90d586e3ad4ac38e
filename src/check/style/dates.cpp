// Dates in several forms within one set: "3 May 2022", "May 3, 2022", "3rd May 2022", "3 Sep 2022", "2022-05-03",
// "03/05/2022". May, June and July have no short form and count as long.
//
// A date needs a day and a month; "May 2022" has no form to compare. Dates in names of files and in tables are left
// alone. A date in figures is only rewritten when its day can be told from its month: by itself (15/01), or by
// another date of the set in the same form.
//
// Tested by tests/checks/style/dates.yaml.

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>

#include "check/prose.h"
#include "check/usage.h"

namespace crosscheck::style {
namespace {

enum Way : uint8_t { day_month, month_day, day_month_ordinal, month_day_ordinal, day_month_short, month_day_short, iso, slashes, dots };
// The names of all but the last; "figures with stops".
constexpr std::array<const char*, dots> kNames{"day month year", "month day, year", "ordinal day month", "month ordinal day", "day and short month", "short month and day",
                                                "year-month-day", "figures with slashes"};

struct Settings {
  Prose prose;
  std::unordered_map<Symbol, uint8_t> months, short_months;
  std::vector<std::string> names;
  Symbol of;
  std::string prefer;
  Settings(const Value& settings, Rulebook& book) : prose(book), of(book.symbols.intern("of")), prefer(settings["prefer"].text("consistent")) {
    names = settings["months"].texts();
    for (size_t i = 0; i < names.size(); ++i) {
      std::string small = names[i];
      small[0] = static_cast<char>(small[0] | 0x20);
      months[book.symbols.intern(small)] = static_cast<uint8_t>(i + 1);
      if (small.size() > 4) short_months[book.symbols.intern(small.substr(0, 3))] = static_cast<uint8_t>(i + 1);
    }
    short_months[book.symbols.intern("sept")] = 9;
  }
};

struct Date {
  uint32_t year = 0, month = 0, day = 0;  // of figures: the first and second number as they stand
  Way way = day_month;
  uint32_t tokens = 0;
};

uint32_t digits(std::string_view text) {
  uint32_t value = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() ? value : 0;
}

bool all_digits(std::string_view text) { return text.find_first_not_of("0123456789") == std::string_view::npos; }

// "3", "3rd": a day of the month, or 0.
uint32_t day_of(std::string_view text, bool& ordinal) {
  ordinal = text.size() >= 3 && !all_digits(text) && all_digits(text.substr(0, text.size() - 2));
  if (!ordinal && !all_digits(text)) return 0;
  const uint32_t day = digits(text);
  return text.size() <= 4 && day <= 31 ? day : 0;
}

class Reader {
 public:
  Reader(const Settings& settings, const Document& document, uint32_t end) : settings_(settings), document_(document), end_(end) {}

  // The date that starts at token `i`.
  bool read(uint32_t i, Date& date) const {
    const Token& token = document_.tokens[i];
    if (token.kind == TokenKind::number) return read_figures(i, date) || read_day_month(i, date);
    return token.kind == TokenKind::word && token.letter_case == Case::capitalised && read_month_day(i, date);
  }

 private:
  uint32_t month_at(uint32_t i, bool& is_short) const {
    is_short = false;
    if (i >= end_ || document_.tokens[i].letter_case != Case::capitalised) return 0;
    const Symbol word = document_.tokens[i].word;
    if (const auto found = settings_.months.find(word); found != settings_.months.end()) return found->second;
    const auto found = settings_.short_months.find(word);
    is_short = found != settings_.short_months.end();
    return is_short ? found->second : 0;
  }
  // A full stop after a short month: "5 Jan. 2020".
  bool is_stop(uint32_t i, bool is_short) const { return is_short && text(i) == "." && touch(document_.tokens[i - 1], document_.tokens[i]); }
  std::string_view text(uint32_t i) const { return i < end_ ? document_.text_of(document_.tokens[i]) : std::string_view(); }
  uint32_t year_at(uint32_t i) const {
    const std::string_view year = text(i);
    return year.size() == 4 && all_digits(year) && (year[0] == '1' || year[0] == '2') ? digits(year) : 0;
  }

  bool read_day_month(uint32_t i, Date& date) const {
    bool ordinal = false;
    date.day = day_of(text(i), ordinal);
    uint32_t at = i + 1;
    if (date.day > 0 && ordinal && at < end_ && document_.tokens[at].word == settings_.of) ++at;
    bool is_short = false;
    date.month = date.day > 0 ? month_at(at, is_short) : 0;
    if (date.month == 0) return false;
    const uint32_t year = at + 1 + is_stop(at + 1, is_short);
    date.year = year_at(year);
    date.tokens = date.year > 0 ? year + 1 - i : at + 1 - i;
    date.way = is_short ? day_month_short : ordinal ? day_month_ordinal : day_month;
    return true;
  }

  bool read_month_day(uint32_t i, Date& date) const {
    bool ordinal = false, is_short = false;
    date.month = month_at(i, is_short);
    const uint32_t at = i + 1 + (date.month > 0 && is_stop(i + 1, is_short));
    date.day = date.month > 0 ? day_of(text(at), ordinal) : 0;
    if (date.day == 0) return false;
    const bool comma = text(at + 1) == ",";
    date.year = year_at(at + 1 + comma);
    date.tokens = date.year > 0 ? at + 2 + comma - i : at + 1 - i;
    date.way = is_short ? month_day_short : ordinal ? month_day_ordinal : month_day;
    return true;
  }

  bool read_figures(uint32_t i, Date& date) const {
    const std::string_view whole = text(i);
    if (std::count(whole.begin(), whole.end(), '.') == 2) {
      const size_t first = whole.find('.'), second = whole.find('.', first + 1);
      date = {digits(whole.substr(second + 1)), digits(whole.substr(first + 1, second - first - 1)), digits(whole.substr(0, first)), dots, 1};
      return whole.size() - second - 1 == 4 && in_range(date);
    }
    if (i + 4 >= end_) return false;
    for (uint32_t k = i; k < i + 4; ++k)
      if (!touch(document_.tokens[k], document_.tokens[k + 1])) return false;
    const std::string_view mark = text(i + 1);
    if ((mark != "-" && mark != "/") || text(i + 3) != mark || !all_digits(text(i + 2)) || !all_digits(text(i + 4))) return false;
    if (year_at(i) > 0 && mark == "-" && text(i + 2).size() == 2 && text(i + 4).size() == 2) {
      date = {digits(whole), digits(text(i + 2)), digits(text(i + 4)), iso, 5};
    } else {
      date = {digits(text(i + 4)), digits(text(i + 2)), digits(whole), slashes, 5};
      if (mark != "/" || (text(i + 4).size() != 4 && text(i + 4).size() != 2)) return false;
    }
    return in_range(date);
  }

  static bool in_range(const Date& date) { return date.day >= 1 && date.month >= 1 && date.day <= 31 && date.month <= 31 && (date.day <= 12 || date.month <= 12); }

  const Settings& settings_;
  const Document& document_;
  uint32_t end_;
};

std::string ordinal_of(uint32_t day) {
  const uint32_t last = day % 10;
  const bool teen = day / 10 == 1;
  return std::to_string(day) + (last == 1 && !teen ? "st" : last == 2 && !teen ? "nd" : last == 3 && !teen ? "rd" : "th");
}

std::string two(uint32_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

// A date in the winning form; empty when it cannot be written so.
std::string written(const Settings& settings, const Date& date, size_t way) {
  const std::string year = date.year == 0 ? "" : std::to_string(date.year);
  const std::string& month = settings.names[date.month - 1];
  const std::string short_month = month.size() > 4 ? month.substr(0, 3) : month;
  const std::string after = year.empty() ? "" : " " + year, after_comma = year.empty() ? "" : ", " + year;
  switch (way) {
    case day_month: return std::to_string(date.day) + " " + month + after;
    case month_day: return month + " " + std::to_string(date.day) + after_comma;
    case day_month_ordinal: return ordinal_of(date.day) + " " + month + after;
    case month_day_ordinal: return month + " " + ordinal_of(date.day) + after_comma;
    case day_month_short: return std::to_string(date.day) + " " + short_month + after;
    case month_day_short: return short_month + " " + std::to_string(date.day) + after_comma;
    case iso: return year.empty() ? "" : year + "-" + two(date.month) + "-" + two(date.day);
    default: return {};
  }
}

void run(const CheckInput& in, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  std::vector<Usage> ways;
  for (const char* name : kNames) ways.push_back({name, {}});
  ways.push_back({"figures with stops", {}});
  std::vector<Date> dates;
  bool day_first = false, month_first = false;
  each_sentence(in, [&](uint32_t d, const Document& document, const Sentence& sentence) {
    const Passage& passage = document.passages[sentence.passage];
    if (passage.kind == PassageKind::table_cell || settings.prose.in_reference_list(document, passage)) return;
    const Reader reader(settings, document, sentence.end_token);
    for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      Date date;
      if (!reader.read(i, date)) continue;
      const Token& last = document.tokens[i + date.tokens - 1];
      const bool in_figures = date.way >= iso;
      if (in_figures && is_technical(chunk_around(document, document.tokens[i]))) continue;
      if (date.way == slashes) day_first |= date.day > 12, month_first |= date.month > 12;
      ways[date.way].places.push_back({d, {document.tokens[i].span.begin, last.span.end}, static_cast<uint32_t>(dates.size())});
      dates.push_back(date);
      i += date.tokens - 1;
    }
  });
  const auto rewrite = [&](const UsePlace& place, size_t winner) {
    Date date = dates[place.detail];
    if (date.way == slashes) {
      const bool swapped = date.month > 12 || (date.day <= 12 && month_first && !day_first);
      if (date.day <= 12 && date.month <= 12 && date.day != date.month && day_first == month_first) return Fix{};
      if (swapped) std::swap(date.day, date.month);
      if (date.year < 100) date.year += 2000;
    }
    if (date.month > 12) return Fix{};
    std::string text = written(settings, date, winner);
    return text.empty() ? Fix{} : Fix{place.document, place.span, std::move(text), false};
  };
  report_mixed(in, ways, "dates", settings.prefer, rewrite, findings);
}

}  // namespace

extern const Check dates{run, prepare<Settings>};

}  // namespace crosscheck::style
