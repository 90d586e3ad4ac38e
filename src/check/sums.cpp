// Five ways of stating a sum, each read by its own function:
//
//   120 pitches: 80 for tents and 50 for caravans            a total, a colon or bracket, its parts
//   2.6 g of salt and 13.5 g of sugar, a total of 21.5 g     parts, "a total of", the total
//   Of the 120 children, 84 have one type and 46 another     a whole whose parts are more than it
//   260 kWh at 24.5p, which comes to £63.70; 18 x 210 = 90   a product and its result
//   13 of 125 patients (12%)                                 a share and its percentage
//
// Parts must be lists of their own kind: same unit, one number an item. A result that is off by much is no slip but
// another relation, so the two must be near each other; rounding is allowed for.
//
// Tested by tests/checks/structure/arithmetic.yaml.
#include "check/sums.h"

#include <algorithm>
#include <cmath>

#include "text/fold.h"

namespace crosscheck {

SumWords::SumWords(Rulebook& book) : amounts(book) {
  const Value& list = book.lexicon("sums");
  for (const auto& [word, value] : book.lexicon("numbers")["words"].fields) numbers.add(book.symbols.intern(fold(word)));
  conjunctions = book.word_set(list["conjunctions"]);
  totals = book.word_set(list["totals"]);
  results = book.word_set(list["results"]);
  overlaps = book.word_set(list["overlaps"]);
  determiners = book.word_set(list["determiners"]);
  intervals = book.word_set(list["intervals"]);
  subsets = book.word_set(list["subsets"]);
  for (const Value& pair : list["complements"].items) {
    const std::vector<std::string> both = pair.texts();
    complements.emplace_back(book.symbols.intern(both.at(0)), book.symbols.intern(both.at(1)));
  }
  for (const auto& [symbol, word] : {std::pair{&of, "of"}, {&out, "out"}, {&at, "at"}, {&total, "total"}, {&in, "in"}, {&all, "all"}, {&per, "per"}, {&a, "a"}, {&altogether, "altogether"}})
    *symbol = book.symbols.intern(word);
}

namespace {

class Reader {
 public:
  Reader(const Document& document, const Sentence& sentence, const SumWords& words, const NumberTable& numbers, std::vector<Miscount>& out)
      : document_(document), tokens_(document.tokens), begin_(sentence.first_token), end_(sentence.end_token), words_(words), amounts_(words.amounts.find(document, begin_, end_, numbers)), out_(out) {}

  void read() {
    if (amounts_.size() < 2) return;
    read_shares();
    read_complements();
    if (amounts_.size() < 3) return;
    read_products();
    for (uint32_t i = begin_ + 1; i + 1 < end_; ++i)
      if ((mark(i) == ':' && tokens_[i + 1].space_before) || mark(i) == '(' || mark(i) == ',') read_parts_after(i);
    read_total_after();
    read_whole();
  }

 private:
  using Parts = std::vector<Measure>;

  char mark(uint32_t i) const { return document_.text[tokens_[i].span.begin]; }
  bool is_word(uint32_t i, Symbol word) const { return i >= begin_ && i < end_ && tokens_[i].word == word; }
  std::string text(const Measure& amount) const { return std::string(document_.text_of(span_of(document_, amount))); }

  Parts between(uint32_t from, uint32_t to) const {
    Parts parts;
    for (const Measure& amount : amounts_)
      if (amount.first >= from && amount.end <= to) parts.push_back(amount);
    return parts;
  }

  bool one_kind(const Parts& parts, uint32_t unit) const {
    return std::all_of(parts.begin(), parts.end(), [&](const Measure& part) { return part.unit == unit && !part.approximate && !part.joined; });
  }

  // One amount an item: each starts its item, or each ends it.
  bool listed(const Parts& parts) const {
    const auto starts = [&](const Measure& part) { return part.first > begin_ && words_.conjunctions.contains(tokens_[part.first - 1].word); };
    const auto ends = [&](const Measure& part) { return part.end >= end_ || words_.conjunctions.contains(tokens_[part.end].word) || mark(part.end) == '.' || mark(part.end) == ')'; };
    return std::all_of(parts.begin(), parts.end(), starts) || std::all_of(parts.begin(), parts.end(), ends);
  }

  void report(const Measure& result, const Parts& parts, double value, const char* sign) {
    Miscount miscount;
    uint8_t decimals = result.decimals;
    for (const Measure& part : parts) decimals = std::max(decimals, part.decimals);
    miscount.places.push_back(span_of(document_, result));
    for (const Measure& part : parts) {
      miscount.places.push_back(span_of(document_, part));
      miscount.shown += (miscount.shown.empty() ? "" : sign) + text(part);
    }
    miscount.right = written(value, decimals);
    miscount.shown += " = " + miscount.right;
    miscount.wrong = {tokens_[result.number_first].span.begin, tokens_[result.number_first].span.end};
    out_.push_back(std::move(miscount));
  }

  void check_sum(const Measure& total, const Parts& parts, double nearness) {
    double sum = 0, greatest = 0;
    for (const Measure& part : parts) sum += part.value, greatest = std::max(greatest, part.value);
    Parts everything = parts;
    everything.push_back(total);
    if (std::abs(sum - total.value) <= rounding(everything) || greatest >= total.value) return;
    if (sum < total.value * (1 - nearness) || sum > total.value * (1 + nearness)) return;
    report(total, parts, sum, " + ");
  }

  // "120 pitches: 80 for tents and 50 for caravans", "120 pitches (80 for tents and 50 for caravans)"
  void read_parts_after(uint32_t opening) {
    const Measure* total = nullptr;
    for (const Measure& amount : amounts_)
      if (amount.end <= opening) total = &amount;
    const bool bracket = mark(opening) == '(';
    if (!total || opening - total->end > (bracket ? 3u : 6u) || total->joined || total->approximate) return;
    for (uint32_t i = total->end; i < opening; ++i)
      if (mark(i) == ',' || mark(i) == ';') return;
    uint32_t close = end_;
    for (uint32_t i = opening + 1; bracket && i < end_; ++i)
      if (mark(i) == ')') close = std::min(close, i);
    Parts parts = between(opening + 1, close);
    if (mark(opening) == ',') {  // "50 patients, 30 men and 25 women": only what makes a whole
      if (parts.size() < 2 || parts[0].first != opening + 1 || !complementary(parts[0], parts[1])) return;
      parts.resize(2);
    }
    if (parts.size() >= 2 && one_kind(parts, total->unit) && listed(parts)) check_sum(*total, parts, bracket ? 0.25 : 0.35);
  }

  // "2.6 g of salt and 13.5 g of sugar, a total of 21.5 g"; "41 men and 33 women, 64 people in all"
  void read_total_after() {
    for (size_t k = 2; k < amounts_.size(); ++k) {
      const Measure& total = amounts_[k];
      bool announced = false;
      for (uint32_t i = total.first; i-- > begin_ && total.first - i <= 3 && i >= amounts_[k - 1].end;) announced |= words_.totals.contains(tokens_[i].word);
      for (uint32_t i = total.end; i < end_ && i < total.end + 4; ++i) announced |= is_word(i, words_.altogether) || (is_word(i, words_.in) && (is_word(i + 1, words_.all) || is_word(i + 1, words_.total)));
      if (!announced || total.approximate || total.joined) continue;
      const Parts parts(amounts_.begin(), amounts_.begin() + static_cast<std::ptrdiff_t>(k));
      if (one_kind(parts, total.unit)) check_sum(total, parts, 0.35);
      return;
    }
  }

  // The number of "Of the 120 children, ...".
  bool opens_with_whole() const {
    const Measure& whole = amounts_.front();
    if (whole.unit != 0 || whole.first == begin_ || whole.joined || whole.approximate) return false;
    const uint32_t before = words_.determiners.contains(tokens_[whole.first - 1].word) ? whole.first - 2 : whole.first - 1;
    return before == begin_ && is_word(before, words_.of);
  }

  // "Of the 80 patients, 60 (70%) were cured", as far as nothing else is the whole ("among them, 12 (20%) ...").
  void read_shares_of_whole() {
    uint32_t read = amounts_.front().end;
    for (size_t k = 1; k + 1 < amounts_.size(); ++k) {
      for (; read < amounts_[k].first; ++read)
        if (words_.subsets.contains(tokens_[read].word)) return;
      const Measure &part = amounts_[k], &share = amounts_[k + 1];
      if (share.unit == MeasureWords::kPercent && share.first == part.end + 1 && mark(part.end) == '(' && share.end < end_ && mark(share.end) == ')' &&
          !(share.end + 1 < end_ && is_word(share.end + 1, words_.of)))
        check_share(part, amounts_.front(), share);
    }
  }

  // "Of the 120 children, 84 have one type and 46 another": the parts are more than the whole.
  void read_whole() {
    if (!opens_with_whole()) return;
    const Measure& whole = amounts_.front();
    read_shares_of_whole();
    const Parts parts(amounts_.begin() + 1, amounts_.end());
    if (!one_kind(parts, 0) || !std::all_of(parts.begin(), parts.end(), [&](const Measure& part) { return words_.conjunctions.contains(tokens_[part.first - 1].word); })) return;
    double sum = 0;
    for (const Measure& part : parts) sum += part.value;
    for (uint32_t i = begin_; i < end_; ++i)
      if (words_.overlaps.contains(tokens_[i].word)) return;
    if (sum > whole.value) check_sum(whole, parts, 0.2);
  }

  // "260 kWh at 24.5p, which comes to £63.70"; "18 × 210 = 3,780"; "80 + 50 = 130"
  void read_products() {
    for (size_t k = 0; k + 2 < amounts_.size(); ++k) {
      const Measure &one = amounts_[k], &two = amounts_[k + 1], &result = amounts_[k + 2];
      if (one.joined || two.joined || result.joined || one.approximate || result.approximate) continue;
      const bool equals = result.first == two.end + 1 && mark(two.end) == '=';
      const bool sign = two.first == one.end + 1 && equals;
      const std::string_view middle = two.first == one.end + 1 ? document_.text_of(tokens_[one.end]) : std::string_view();
      if (sign && middle == "+") {
        if (one.first == begin_ || mark(one.first - 1) != '+') check_sum(result, {one, two}, 1);
        continue;
      }
      bool stated = equals && (middle == "×" || middle == "x" || middle == "*");
      if (is_word(two.first - 1, words_.at) && two.first - one.end <= 4 && two.unit > MeasureWords::kPercent && result.unit > MeasureWords::kPercent)
        for (uint32_t i = two.end; i < result.first && i < two.end + 6; ++i) stated |= words_.results.contains(tokens_[i].word);
      if (!stated) continue;
      check_product(one, two, result);
    }
  }

  void check_product(const Measure& one, const Measure& two, const Measure& result) {
    double value = one.value * two.value;
    if (std::abs(value / 100 - result.value) < std::abs(value - result.value)) value /= 100;  // pence and pounds
    const double slack = 0.5 * std::pow(10.0, -result.decimals) + 1e-6;
    if (std::abs(value - result.value) <= slack || value < result.value * 0.6 || value > result.value * 1.7) return;
    report(result, {one, two}, value, " × ");
  }

  bool leads_interval(uint32_t i) const {
    for (uint32_t k = i; k < end_ && k < i + 2; ++k)
      if (words_.intervals.contains(tokens_[k].word)) return true;
    return false;
  }

  // "13 of 125 patients (10.4%)", "13 (10.4%) of 125", "10.4% (13/125)", "(10.4%, 13/125)"
  void read_shares() {
    for (size_t k = 0; k + 2 < amounts_.size(); ++k) {
      const Measure &a = amounts_[k], &b = amounts_[k + 1], &c = amounts_[k + 2];
      if (c.unit == MeasureWords::kPercent && c.first > begin_ && mark(c.first - 1) == '(' && c.first - b.end <= 4 && !closes_between(b, c) && of_between(a, b)) check_share(a, b, c);
      else if (b.unit == MeasureWords::kPercent && mark(b.first - 1) == '(' && b.first == a.end + 1 && mark(b.end < end_ ? b.end : b.first) == ')' && of_at(b.end + 1, c)) check_share(a, c, b);
      else if (a.unit == MeasureWords::kPercent && (mark(b.first - 1) == '(' || (mark(b.first - 1) == ',' && mark(b.end) == '/')) && b.first - a.end <= 1 && of_between(b, c)) check_share(b, c, a);
    }
  }

  bool closes_between(const Measure& one, const Measure& two) const {
    for (uint32_t i = one.end; i < two.first; ++i)
      if (mark(i) == ')' || mark(i) == ';') return true;
    return false;
  }

  bool of_between(const Measure& part, const Measure& whole) const {
    if (whole.first == part.end + 1 && mark(part.end) == '/') return true;
    return of_at(part.end, whole);
  }

  // "of 125", "out of 125", "of the 125" from `at` on.
  bool of_at(uint32_t at, const Measure& whole) const {
    if (is_word(at, words_.out)) ++at;
    if (!is_word(at, words_.of)) return false;
    ++at;
    if (at < end_ && words_.determiners.contains(tokens_[at].word)) ++at;
    return whole.first == at;
  }

  void check_share(const Measure& part, const Measure& whole, const Measure& share) {
    if (part.unit != 0 || whole.unit != 0 || part.decimals > 0 || whole.decimals > 0 || part.value > whole.value || whole.value < 2 || share.approximate || part.approximate || whole.approximate) return;
    if (leads_interval(share.end)) return;
    const double right = 100 * part.value / whole.value, step = std::pow(10.0, -share.decimals);
    if (std::abs(right - share.value) < step - 1e-9) return;
    Miscount miscount;
    miscount.places = {span_of(document_, share), span_of(document_, part), span_of(document_, whole)};
    miscount.right = written(right, share.decimals);
    miscount.shown = text(part) + " of " + text(whole) + " is " + miscount.right + "%";
    miscount.wrong = tokens_[share.number_first].span;
    out_.push_back(std::move(miscount));
  }

  // "60% were men and 45% women"
  void read_complements() {
    for (size_t k = 0; k + 1 < amounts_.size(); ++k) {
      const Measure &one = amounts_[k], &two = amounts_[k + 1];
      if (one.unit != MeasureWords::kPercent || two.unit != MeasureWords::kPercent || one.approximate || two.approximate || one.joined || two.joined || two.first - one.end > 6) continue;
      const double sum = one.value + two.value;
      if (std::abs(sum - 100) <= 1 || sum < 80 || sum > 120 || !complementary(one, two)) continue;
      Miscount miscount;
      miscount.places = {span_of(document_, one), span_of(document_, two)};
      miscount.shown = text(one) + " + " + text(two) + " = " + written(sum, std::max(one.decimals, two.decimals)) + "%";
      out_.push_back(std::move(miscount));
    }
  }

  bool complementary(const Measure& one, const Measure& two) const {
    for (const auto& [first, second] : words_.complements) {
      bool left = false, right = false;
      for (uint32_t i = one.end; i < two.first; ++i) {
        if (is_word(i, words_.of) || is_word(i, words_.in)) return false;
        left |= is_word(i, first);
      }
      for (uint32_t i = two.end; i < end_ && i < two.end + 3; ++i) {
        if (is_word(i, words_.of) || is_word(i, words_.in)) break;
        right |= is_word(i, second);
      }
      if (left && right) return true;
    }
    return false;
  }

  const Document& document_;
  const std::vector<Token>& tokens_;
  uint32_t begin_, end_;
  const SumWords& words_;
  const std::vector<Measure> amounts_;
  std::vector<Miscount>& out_;
};

}  // namespace

void find_miscounts(const Document& document, const Sentence& sentence, const SumWords& words, const NumberTable& numbers, std::vector<Miscount>& out) {
  uint32_t figures = 0;
  for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) figures += document.tokens[i].kind == TokenKind::number || words.numbers.contains(document.tokens[i].word);
  if (figures >= 2) Reader(document, sentence, words, numbers, out).read();
}

}  // namespace crosscheck
