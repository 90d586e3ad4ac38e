// Tested by tests/checks/structure/arithmetic.yaml.
#include "check/measures.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "text/fold.h"
#include "text/utf8.h"

namespace crosscheck {

MeasureWords::MeasureWords(Rulebook& book) {
  const Value& list = book.lexicon("measures");
  uint32_t unit = kPercent;
  for (const std::string& word : list["percent"].texts()) units_.add(word, kPercent, book.symbols);
  for (const Value& spellings : list["units"].items) {
    ++unit;
    for (const std::string& word : spellings.texts()) units_.add(word, static_cast<int32_t>(unit), book.symbols);
  }
  for (const std::string& word : list["currencies"].texts()) currencies_[book.symbols.intern(fold(word))] = ++unit;
  for (const auto& [word, value] : book.lexicon("numbers")["words"].fields) number_words_.add(book.symbols.intern(fold(word)));
  approximate_ = book.word_set(list["approximate"]);
}

uint32_t MeasureWords::unit_at(const Document& document, uint32_t at, uint32_t end, uint32_t& tokens) const {
  tokens = 0;
  if (at >= end) return 0;
  const PhraseSet::Match match = units_.match(document.tokens, at, end);
  tokens = match.tokens;
  return match.tokens > 0 ? static_cast<uint32_t>(match.value) : 0;
}

std::vector<Measure> MeasureWords::find(const Document& document, uint32_t begin, uint32_t end, const NumberTable& numbers) const {
  std::vector<Measure> amounts;
  const auto& tokens = document.tokens;
  const auto joins = [&](uint32_t i) {
    const char32_t mark = code_point_at(document.text, tokens[i].span.begin).value;
    return mark == '-' || mark == 0x2013 || mark == '/' || mark == ':' || mark == 0x2012;
  };
  for (uint32_t i = begin; i < end;) {
    const bool may_be = tokens[i].kind == TokenKind::number || number_words_.contains(tokens[i].word);
    const auto number = may_be ? numbers.read(document, i, end) : std::nullopt;
    if (!number || number->ordinal) {
      ++i;
      continue;
    }
    Measure amount;
    amount.value = number->value;
    amount.decimals = number->decimals;
    amount.first = amount.number_first = i;
    amount.end = i + number->tokens;
    const bool plain_year = number->tokens == 1 && number->value >= 1900 && number->value <= 2100 && tokens[i].span.size() == 4;
    if (i > begin) {
      const auto currency = currencies_.find(tokens[i - 1].word);
      if (currency != currencies_.end()) amount.unit = currency->second, amount.first = i - 1;
    }
    uint32_t taken = 0;
    if (amount.unit == 0) amount.unit = unit_at(document, amount.end, end, taken);
    amount.end += taken;
    if (amount.first > begin) {
      amount.approximate = approximate_.contains(tokens[amount.first - 1].word);
      amount.joined |= !tokens[amount.first].space_before && joins(amount.first - 1);
    }
    if (amount.end < end) {
      amount.joined |= !tokens[amount.end].space_before && joins(amount.end) && amount.end + 1 < end && !tokens[amount.end + 1].space_before;
    }
    amount.joined |= plain_year && amount.unit == 0;
    amounts.push_back(amount);
    i = amount.end;
  }
  return amounts;
}

Span span_of(const Document& document, const Measure& amount) { return {document.tokens[amount.first].span.begin, document.tokens[amount.end - 1].span.end}; }

double rounding(const std::vector<Measure>& amounts) {
  uint8_t decimals = 0;
  for (const Measure& amount : amounts) decimals = std::max(decimals, amount.decimals);
  const bool percent = !amounts.empty() && amounts.front().unit == MeasureWords::kPercent;
  if (percent) return 0.5 * static_cast<double>(amounts.size()) * std::pow(10.0, -decimals) + 1e-6;
  return decimals == 0 ? 1e-6 : std::pow(10.0, -decimals) + 1e-6;
}

std::string written(double value, uint8_t decimals) {
  char digits[64];
  std::snprintf(digits, sizeof digits, "%.*f", decimals, value);
  std::string out = digits;
  const size_t point = std::min(out.find('.'), out.size());
  if (point > 3)
    for (size_t at = point - 3; at > 0 && at < out.size() && out[at - 1] != '-'; at = at > 3 ? at - 3 : 0) out.insert(at, ",");
  return out;
}

}  // namespace crosscheck
