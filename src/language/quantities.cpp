// How a quantity is read: at each token that can begin one, the patterns are tried from the most special to the
// plainest (a date, a time of day, "every six hours", a share, an amount with its unit), and the first that fits
// takes its tokens. Comparators around it ("at least", "or more") are then drawn in.
//
// Tested by tests/rooms/quantities.cpp.
#include <limits>

#include "language/quantity_reader.h"

namespace crosscheck {
namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();

class Reader : DateReader {
 public:
  Reader(const QuantityTable& table, const Document& document, uint32_t first, uint32_t end, std::vector<Quantity>& out)
      : DateReader(table, document, first, end), out_(out) {}

  void run() {
    for (uint32_t i = first_; i < end_;) {
      const Token& token = tokens_[i];
      if (token.kind != TokenKind::number && !t_.starters.contains(token.word)) {
        ++i;
        continue;
      }
      Quantity found;
      found.first = found.number = i;
      uint32_t next = date(i, found);
      if (!next) next = clock(i, found);
      if (!next) next = rate(i, found);
      if (!next) next = share(i, found);
      if (!next) next = amount_with_unit(i, found);
      if (!next) {
        ++i;
        continue;
      }
      found.end = next;
      if (found.dimension != "label" && found.dimension != "skip") bound(found);
      if (found.dimension != "skip") {
        multiply(found);
        found.span = {tokens_[found.first].span.begin, tokens_[found.end - 1].span.end};
        out_.push_back(std::move(found));
      }
      i = std::max(next, out_.empty() ? 0 : out_.back().end);
    }
  }

 private:
  // Days of the period that starts at `i` ("day", "2 weeks"), and the token after it.
  uint32_t period(uint32_t i, double& low, double& high) const {
    Amount many;
    if (i >= end_) return 0;
    uint32_t next = i;
    low = high = 1;
    if (amount(i, many) && !many.ordinal) {
      low = high = many.value, next = many.next;
      Amount second;
      if ((is(next, t_.ranges) || is(next, t_.or_)) && amount(next + 1, second)) high = second.value, next = second.next;
    }
    if (is(next, t_.hyphen)) ++next;
    if (next >= end_) return 0;
    const double days = look_up(t_.periods, tokens_[next].word);
    if (days <= 0) return 0;
    low *= days, high *= days;
    return next + 1;
  }

  // "two 500 mg tablets" are one gram.
  void multiply(Quantity& q) {
    if (out_.empty() || out_.back().end != q.first || out_.back().dimension != "count" || (q.dimension != "mass" && q.dimension != "volume")) return;
    const Quantity& many = out_.back();
    if (many.low != many.high || q.low != q.high || many.low > 20) return;
    q.low *= many.low, q.high *= many.low;
    q.first = many.first;
    out_.pop_back();
  }

  // twice a day · three times weekly · every six hours · once every 3 days · monthly · 8-hourly
  uint32_t rate(uint32_t i, Quantity& q) const {
    q.dimension = "rate";
    q.unit = "times a day";
    double low = 0, high = 0;
    if (is(i, t_.every))
      if (const uint32_t next = period(i + 1, low, high); next && next > i + 2) return q.low = 1 / high, q.high = 1 / low, next;
    if (const PhraseSet::Match fixed = t_.rates.match(tokens_, i, end_); fixed.tokens > 0) {
      if (is(i, t_.adverb_period) && fixed.tokens == 1 && i > first_ && attributive(i)) return 0;
      q.low = q.high = t_.rate_values[static_cast<size_t>(fixed.value)];
      return i + fixed.tokens;
    }
    double least = look_up(t_.times_words, tokens_[i].word), most = least;
    uint32_t next = i + 1;
    if (least < 0) {
      Amount many;
      if (is(i, t_.articles) || !amount(i, many) || many.ordinal) return 0;
      least = most = many.value, next = many.next;
      if (is(next, t_.hyphen) && is(next + 1, t_.adverb_period)) {
        const double days = look_up(t_.periods, tokens_[next + 1].word);
        return q.low = q.high = 1 / (days * least), next + 2;
      }
      Amount second;
      if ((is(next, t_.ranges) || is(next, t_.or_)) && amount(next + 1, second) && is(second.next, t_.times)) most = second.value, next = second.next;
      if (!is(next, t_.times)) return 0;
      ++next;
    } else if (is(next, t_.or_) && next + 1 < end_) {
      // "once or twice a day", "two or three times"
      if (const double second = look_up(t_.times_words, tokens_[next + 1].word); second > 0) most = second, next += 2;
    }
    if (is(next, t_.adverb_period)) {
      const double days = look_up(t_.periods, tokens_[next].word);
      return q.low = least / days, q.high = most / days, next + 1;
    }
    if (is(next, t_.per)) {
      if (const uint32_t after = period(next + 1, low, high)) return q.low = least / high, q.high = most / low, after;
    }
    // "twice", "three times" of something else
    q.dimension = "times";
    q.unit = "times";
    q.low = least, q.high = most;
    return next;
  }
  // "a daily dose": the word belongs to a noun. "your daily dose" too.
  bool attributive(uint32_t i) const { return is(i - 1, t_.articles) || is(i - 1, t_.the); }

  // three quarters of · 1 in 2,000 · two out of three · a third of · half of
  uint32_t share(uint32_t i, Quantity& q) const {
    q.dimension = "percentage";
    q.unit = "%";
    if (is(i, t_.half) && !is(i + 1, t_.articles)) return half_share(i, q);
    Amount part;
    uint32_t next = i;
    if (is(i, t_.articles)) part = {1, i + 1, true};
    else if (!amount(i, part) || part.ordinal) return 0;
    next = part.next;
    if (next >= end_) return 0;
    const bool joined = is(next, t_.hyphen) && !tokens_[next].space_before;
    const double piece = look_up(t_.shares, tokens_[joined && next + 1 < end_ ? next + 1 : next].word);
    if (piece > 0 && part.in_words) {
      const uint32_t after = next + (joined ? 2 : 1);
      const bool of_time = is(after, t_.of) && is(after + 1, t_.articles);
      if (!of_time && (is(after, t_.of) || part.value > 1 || piece != 0.5)) return q.low = q.high = 100 * part.value * piece, after;
      return 0;
    }
    if (is(i, t_.articles)) return 0;
    // "1 in 2,000", "two out of three", "one in four to one in three"
    uint32_t base = 0;
    if (is(next, t_.in)) base = next + 1;
    // "nine women in every ten", "one patient in five"
    for (uint32_t noun = next; !base && noun < next + 2 && noun + 2 < end_ && tokens_[noun].kind == TokenKind::word && !is(noun, t_.in) && !is(noun, t_.of); ++noun)
      if (is(noun + 1, t_.in) && part.value < 100) base = noun + 2;
    if (base && (is(base, t_.of) || is(base, t_.every))) ++base;
    Amount whole, whole_high;
    if (!base || !amount(base, whole) || whole.ordinal || whole.value <= part.value || (tokens_[base].kind == TokenKind::number && tokens_[base].span.size() == 4 && whole.value > 1900 && whole.value < 2100 && part.value != 1)) return 0;
    if (t_.unit_phrases.match(tokens_, whole.next, end_).tokens > 0 && !is(whole.next, t_.every)) return 0;
    q.low = q.high = 100 * part.value / whole.value;
    if ((is(whole.next, t_.ranges) || is(whole.next, t_.or_)) && amount(whole.next + 1, whole_high)) {
      const uint32_t past = whole_high.next;
      Amount again;
      if (is(past, t_.in) && amount(past + 1, again) && again.value > whole_high.value) return set_range(q, q.low, 100 * whole_high.value / again.value), again.next;
      if (whole_high.value > part.value && !is(past, t_.in)) return set_range(q, 100 * part.value / whole_high.value, q.low), past;
    }
    return whole.next;
  }

  uint32_t half_share(uint32_t i, Quantity& q) const {
    if (!is(i + 1, t_.of) && !is(i + 1, t_.the) && !is(i + 1, t_.share_verbs)) return 0;
    if (is(i + 1, t_.of) && is(i + 2, t_.articles)) return 0;
    q.low = q.high = 50;
    return i + 1;
  }

  static uint32_t set_range(Quantity& q, double a, double b) {
    q.low = std::min(a, b), q.high = std::max(a, b);
    q.comparator = Comparator::between;
    return 0;
  }

  // The unit at `i`, also behind a hyphen ("5-mg tablet").
  uint32_t unit(uint32_t i, const QuantityTable::Unit*& found) const {
    if (is(i, t_.hyphen) && together(i) && together(i + 1)) ++i;
    else if (is(i, t_.unit_modifiers)) ++i;
    const PhraseSet::Match match = i < end_ ? t_.unit_phrases.match(tokens_, i, end_) : PhraseSet::Match{};
    if (match.tokens == 0) return 0;
    // A single letter is a unit where it touches its number or is written small.
    if (match.tokens == 1 && tokens_[i].span.size() == 1 && tokens_[i].kind == TokenKind::word && tokens_[i].space_before && tokens_[i].letter_case != Case::lower) return 0;
    found = &t_.units[static_cast<size_t>(match.value)];
    if (match.tokens == 1 && (tokens_[i].letter_case == Case::mixed || tokens_[i].letter_case == Case::capitalised))
      for (const auto& [name, unit] : t_.written_units)
        if (name == document_.text_of(tokens_[i])) found = &t_.units[unit];
    return i + match.tokens;
  }

  uint32_t money_before(uint32_t i, const QuantityTable::Unit*& found) const {
    const PhraseSet::Match match = t_.unit_phrases.match(tokens_, i, end_);
    if (match.tokens == 0) return 0;
    const QuantityTable::Unit& unit = t_.units[static_cast<size_t>(match.value)];
    if (!unit.money || !number(i + match.tokens)) return 0;
    found = &unit;
    return i + match.tokens;
  }

  uint32_t amount_with_unit(uint32_t i, Quantity& q) const;
  uint32_t counted(uint32_t next, const Amount& low, const Amount& high, Quantity& q) const;
  uint32_t compound(uint32_t next, const QuantityTable::Unit& unit, Quantity& q) const;
  uint32_t per(uint32_t next, Quantity& q) const;
  std::string per_behind(uint32_t at) const;
  void set_value(Quantity& q, const QuantityTable::Unit& unit, double low, double high) const;
  uint32_t years_of_age(uint32_t i, uint32_t next, Quantity& q) const;
  void bound(Quantity& q) const;
  void apply(Quantity& q, int32_t kind) const;
  bool measures_over(const Quantity& q, uint32_t at) const;

  std::vector<Quantity>& out_;
};

void Reader::set_value(Quantity& q, const QuantityTable::Unit& unit, double low, double high) const {
  q.unit = unit.name;
  q.dimension = t_.dimensions[unit.dimension];
  const bool fahrenheit = q.dimension == "temperature" && unit.factor < 1;
  const auto base = [&](double value) { return fahrenheit ? (value - 32) * unit.factor : value * unit.factor; };
  q.low = base(low), q.high = base(high);
}

uint32_t Reader::amount_with_unit(uint32_t i, Quantity& q) const {
  q.unit.clear();
  const QuantityTable::Unit* unit_found = nullptr;
  uint32_t at = i;
  if (tokens_[i].kind != TokenKind::number)
    if (const uint32_t after = money_before(i, unit_found)) at = after;
  const bool money = unit_found != nullptr;
  Amount low, high;
  // "for a week": one, where the words before say that it is measured.
  if (is(i, t_.articles) && !amount(i, low)) {
    const uint32_t next = unit(i + 1, unit_found);
    if (!next || t_.dimensions[unit_found->dimension] != "duration" || is(i + 1, t_.evening) || i == first_ || !is(i - 1, t_.period_before)) return 0;
    set_value(q, *unit_found, 1, 1);
    q.shown_low = q.shown_high = 1;
    return compound(next, *unit_found, q);
  }
  if (!amount(at, low) || low.ordinal) return 0;
  const bool negative = at > first_ && is(at - 1, t_.hyphen) && tokens_[at - 1].space_before && !tokens_[at].space_before;
  if (negative) low.value = -low.value;
  high = low;
  q.number = at;
  uint32_t next = low.next;
  const QuantityTable::Unit* first_unit = money ? unit_found : nullptr;
  uint32_t after_unit = money ? next : unit(next, first_unit);
  // A second number makes a range: "2-3 weeks", "2 weeks to 3 months", "between 5 and 10", "two or three".
  const uint32_t joint = after_unit ? after_unit : next;
  const bool opened = i > first_ && is(i - 1, t_.between);
  const bool may_join = is(joint, t_.ranges) || (is(joint, t_.joins) && opened) || is(joint, t_.or_);
  uint32_t second_at = joint + 1;
  const QuantityTable::Unit* second_unit = nullptr;
  bool range = false;
  if (may_join && joint + 1 < end_) {
    if (money && tokens_[second_at].kind != TokenKind::number)
      if (const uint32_t after = money_before(second_at, second_unit)) second_at = after;
    if (second_at < end_ && !is(second_at, t_.articles) && amount(second_at, high) && !high.ordinal) {
      const uint32_t after = money ? high.next : unit(high.next, second_unit);
      const bool same = !first_unit || !second_unit || first_unit->dimension == second_unit->dimension;
      const bool close = !is(joint, t_.or_) || (high.value > low.value && high.value <= low.value * 3);
      range = same && close && !(after_unit && !after && !money && !is(joint, t_.ranges));
      if (range && after_unit && !money && !after) range = false;
      if (range) next = high.next, after_unit = after;
    }
    if (!range) high = low, second_unit = nullptr;
  }
  const QuantityTable::Unit* used = range ? (second_unit ? second_unit : first_unit) : first_unit;
  q.shown_low = low.value, q.shown_high = high.value;
  if (!used) return counted(next, low, high, q);
  const QuantityTable::Unit* left = first_unit ? first_unit : used;
  set_value(q, *used, high.value, high.value);
  const double top = q.high;
  set_value(q, *left, low.value, low.value);
  q.unit = used->name;
  if (range) set_range(q, q.low, top);
  if (!range && !money) after_unit = unit(low.next, first_unit);
  if (money && !after_unit) after_unit = next;
  return compound(std::max(after_unit, next), *used, q);
}

// A smaller unit that goes on ("1 hour 30 minutes"), "of age", "old", then "/kg", "a day".
uint32_t Reader::compound(uint32_t next, const QuantityTable::Unit& unit_used, Quantity& q) const {
  // "a minute and a half"
  if (is(next, t_.joins) && is(next + 1, t_.articles) && is(next + 2, t_.half) && q.comparator != Comparator::between) q.low += 0.5 * unit_used.factor, q.high = q.low, next += 3;
  Amount more;
  const QuantityTable::Unit* smaller = nullptr;
  const uint32_t at = is(next, t_.joins) && q.comparator != Comparator::between ? next + 1 : next;
  if (q.comparator != Comparator::between && !unit_used.money && at < end_ && !is(at, t_.articles) && amount(at, more) && !more.ordinal) {
    const uint32_t after = unit(more.next, smaller);
    if (after && smaller->dimension == unit_used.dimension && smaller->factor < unit_used.factor && more.value * smaller->factor < unit_used.factor && q.dimension != "percentage") {
      q.low += more.value * smaller->factor, q.high = q.low;
      next = after;
    }
  }
  if (q.dimension == "duration")
    if (const uint32_t after = years_of_age(q.first, next, q)) return after;
  if (q.dimension == "angle" && is(next, t_.degrees)) ++next;
  return per(next, q);
}

// "5 years of age", "5 years old", "5-year-olds", "aged 5 years"
uint32_t Reader::years_of_age(uint32_t i, uint32_t next, Quantity& q) const {
  uint32_t at = next;
  if (is(at, t_.hyphen)) ++at;
  if (is(at, t_.old)) return q.dimension = "age", at + 1;
  if (is(at, t_.of) && is(at + 1, t_.age)) return q.dimension = "age", at + 2;
  for (uint32_t back = i; back > first_ && back + 4 > i; --back)
    if (is(back - 1, t_.age)) return q.dimension = "age", next;
  return 0;
}

uint32_t Reader::per(uint32_t next, Quantity& q) const {
  for (int round = 0; round < 3 && next < end_; ++round) {
    std::string name;
    uint32_t after = 0;
    if (is(next, t_.adverb_period)) {
      name = document_.text_of(tokens_[next]), after = next + 1;
    } else if (is(next, t_.per) && next + 1 < end_) {
      const PhraseSet::Match match = t_.unit_phrases.match(tokens_, next + 1, end_);
      const bool slash = is(next, t_.slash);
      Amount whole;
      if (match.tokens > 0 && !t_.units[static_cast<size_t>(match.value)].money) {
        name = t_.units[static_cast<size_t>(match.value)].name, after = next + 1 + match.tokens;
      } else if (!is(next, t_.articles) && amount(next + 1, whole) && !whole.ordinal) {
        // "per 100 g", "per 100,000"
        const QuantityTable::Unit* unit_found = nullptr;
        after = unit(whole.next, unit_found);
        name = std::to_string(static_cast<int64_t>(whole.value)) + (after ? " " + unit_found->name : "");
        if (!after) after = whole.next;
      } else if (!slash && !is(next, t_.every) && tokens_[next + 1].kind == TokenKind::word && (!is(next, t_.articles) || q.dimension == "volume" || q.dimension == "mass" || q.dimension.starts_with("money"))) {
        name = document_.text_of(tokens_[next + 1]), after = next + 2;
      }
    }
    if (!after) break;
    if (!q.per.empty()) q.per += '/';
    q.per += name;
    next = after;
  }
  if (q.per.empty() && is(next, t_.of)) q.per = per_behind(next + 1);
  return next;
}

// "2.5 litres of urine a day": the period stands behind what is measured.
std::string Reader::per_behind(uint32_t at) const {
  for (uint32_t i = at; i < end_ && i < at + 4 && (tokens_[i].kind == TokenKind::word || is(i, t_.slash)); ++i) {
    if (is(i, t_.adverb_period)) return std::string(document_.text_of(tokens_[i]));
    if (!is(i, t_.per) || i + 1 >= end_ || look_up(t_.periods, tokens_[i + 1].word) <= 0) continue;
    const PhraseSet::Match match = t_.unit_phrases.match(tokens_, i + 1, end_);
    if (match.tokens > 0) return t_.units[static_cast<size_t>(match.value)].name;
  }
  return {};
}

// A number without a unit: an age ("aged 5", "under-8s"), a blood pressure, a label ("type 2"), or a count.
uint32_t Reader::counted(uint32_t next, const Amount& low, const Amount& high, Quantity& q) const {
  const uint32_t at = q.number;
  q.low = low.value, q.high = high.value;
  if (q.high != q.low) set_range(q, low.value, high.value);
  const bool ranged = high.next != low.next;
  if (at > first_ && is(at - 1, t_.labels) && !ranged && tokens_[at].space_before) return q.first = at - 1, q.dimension = "label", next;
  for (uint32_t back = at; back > first_ && back + 3 > at; --back)
    if (is(back - 1, t_.age)) return q.dimension = "age", q.unit = "year", q.low *= 365.25, q.high *= 365.25, next;
  if (is(next, t_.plural_s) && together(next) && low.value < 110) return q.dimension = "age", q.unit = "year", q.low *= 365.25, q.high *= 365.25, next + 1;
  if (is(next, t_.slash) && together(next) && number(next + 1) && low.value >= 60 && low.value <= 260) {
    Amount second;
    if (amount(next + 1, second) && second.value >= 30 && second.value < low.value) {
      q.dimension = "blood pressure", q.unit = "mmHg";
      q.low = q.high = low.value, q.shown_low = low.value, q.shown_high = static_cast<int>(second.value);
      const QuantityTable::Unit* mmhg = nullptr;
      const uint32_t after = unit(second.next, mmhg);
      return after ? after : second.next;
    }
  }
  q.dimension = "count";
  // Numbers that name something: a telephone number, a reference in brackets, a marked list.
  const std::string_view digits = document_.text_of(tokens_[at]);
  const bool run_of_numbers = (number(next) && tokens_[at].kind == TokenKind::number) || (at > first_ && tokens_[at - 1].kind == TokenKind::number && tokens_[at].kind == TokenKind::number);
  const bool bracketed = at > first_ && is(at - 1, t_.open) && is(next, t_.close);
  if (run_of_numbers || bracketed || (digits.size() > 1 && digits[0] == '0' && low.decimals == 0)) q.dimension = "skip";
  if ((is(next, t_.slash) && together(next)) || (low.in_words && low.value == 1 && is(next, t_.of))) q.dimension = "skip";
  if (at > first_ && !tokens_[at].space_before && tokens_[at - 1].kind != TokenKind::punctuation && tokens_[at - 1].kind != TokenKind::symbol) q.dimension = "skip";
  if (at > first_ && is(at - 1, t_.hyphen) && together(at) && together(at - 1)) q.dimension = "skip";
  return per(next, q);
}

// "over 3 years" is mostly a span of time; it is a bound where something is said to last.
bool Reader::measures_over(const Quantity& q, uint32_t at) const {
  return q.dimension != "duration" || (at > first_ && is(at - 1, t_.over_measured));
}

void Reader::apply(Quantity& q, int32_t kind) const {
  const bool range = q.low < q.high && q.dimension != "date";
  switch (kind) {
    case 0: q.comparator = Comparator::at_least, q.high = kInfinite; break;
    case 1: q.comparator = Comparator::more_than, q.low = range ? q.high : q.low, q.high = kInfinite; break;
    case 2: q.comparator = Comparator::at_most, q.low = -kInfinite; break;
    case 3: q.comparator = Comparator::less_than, q.high = range ? q.low : q.high, q.low = -kInfinite; break;
    case 4: q.approximate = true; break;
    default: break;
  }
}

void Reader::bound(Quantity& q) const {
  if (q.shown_low == 0 && q.shown_high == 0) q.shown_low = q.low, q.shown_high = q.high;
  const bool calendar = q.dimension == "date" || q.dimension == "calendar" || q.dimension == "clock";
  bool bounded = false;
  for (int round = 0; round < 2; ++round) {
    const uint32_t start = q.first;
    for (uint32_t length = std::min<uint32_t>(5, start - first_); length > 0; --length) {
      const PhraseSet::Match match = t_.before.match(tokens_, start - length, start);
      if (match.tokens != length) continue;
      const bool range_word = q.comparator == Comparator::between && is(start - 1, t_.between);
      const bool over = is(start - length, t_.over) && length == 1;
      if (match.value == 5 || calendar) break;
      if (over && !measures_over(q, start - length)) break;
      if (is(start - length, t_.between) && length == 1 && (q.dimension == "duration" || q.dimension == "count" || range_word)) break;
      if (!range_word && !(bounded && match.value != 4)) apply(q, match.value), bounded |= match.value < 4;
      q.first = start - length;
      break;
    }
    if (q.first == start) break;
  }
  if (q.comparator == Comparator::between && q.first > first_ && is(q.first - 1, t_.between)) --q.first;
  const PhraseSet::Match match = q.end < end_ ? t_.after.match(tokens_, q.end, end_) : PhraseSet::Match{};
  if (match.tokens > 0 && !calendar && !(match.tokens == 1 && match.value == 0 && tokens_[q.end].kind == TokenKind::word && q.dimension != "age" && tokens_[q.end].span.size() < 4)) {
    if (!bounded || match.value == 4) apply(q, match.value);
    q.end += match.tokens;
  }
}

}  // namespace

void QuantityTable::read(const Document& document, uint32_t first, uint32_t end, std::vector<Quantity>& out) const { Reader(*this, document, first, end, out).run(); }

}  // namespace crosscheck
