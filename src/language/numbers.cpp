// Tested by tests/rooms/numbers.cpp.
#include "language/numbers.h"

#include <charconv>
#include <cmath>

#include "text/fold.h"

namespace crosscheck {

NumberTable::NumberTable(Rulebook& book) {
  const Value& list = book.lexicon("numbers");
  for (const auto& [word, value] : list["words"].fields) words_[book.symbols.intern(fold(word))] = value.number();
  for (const auto& [word, value] : list["ordinals"].fields) ordinals_[book.symbols.intern(fold(word))] = value.number();
  and_ = book.symbols.intern("and");
  a_ = book.symbols.intern("a");
  half_ = book.symbols.intern("half");
  dozen_ = book.symbols.intern("dozen");
  hyphen_ = book.symbols.intern("-");
}

std::optional<double> NumberTable::word_value(Symbol word) const {
  const double* found = words_.find(word);
  return found ? std::optional(*found) : std::nullopt;
}

std::optional<Number> NumberTable::read(const Document& document, uint32_t at, uint32_t end) const {
  const auto& tokens = document.tokens;
  if (at >= end) return std::nullopt;
  Number number;
  if (tokens[at].kind == TokenKind::number) {
    std::string digits;
    std::string_view text = document.text_of(tokens[at]);
    // "2,5" is two and a half only where exactly that is meant; three digits after a comma are thousands.
    for (size_t i = 0; i < text.size(); ++i) {
      if (text[i] >= '0' && text[i] <= '9') digits += text[i];
      else if (text[i] == '.') digits += '.';
      else if (text[i] == ',') {
        size_t group = 0;
        while (i + 1 + group < text.size() && text[i + 1 + group] >= '0' && text[i + 1 + group] <= '9') ++group;
        if (group != 3) return std::nullopt;
      } else number.ordinal = true;
    }
    const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number.value);
    if (error != std::errc() || stop != digits.data() + digits.size()) return std::nullopt;
    if (const size_t point = digits.find('.'); point != std::string::npos) number.decimals = static_cast<uint8_t>(digits.size() - point - 1);
    number.tokens = 1;
    // "3 million"
    if (at + 1 < end && !number.ordinal) {
      const std::optional<double> scale = word_value(tokens[at + 1].word);
      if (scale && *scale >= 1000) number.value *= *scale, number.tokens = 2;
    }
    return number;
  }
  if (const double* ordinal = ordinals_.find(tokens[at].word)) {
    number = {*ordinal, 1, true, true, 0};
    return number;
  }
  // "half" alone; "half a" is left to the caller's noun.
  if (tokens[at].word == half_) return Number{0.5, 1, true, false, 0};
  double total = 0, group = 0;
  uint32_t i = at;
  bool any = false;
  while (i < end) {
    const std::optional<double> value = word_value(tokens[i].word);
    if (value) {
      if (tokens[i].word == dozen_) group = (group == 0 ? 1 : group) * *value;
      else if (*value >= 1000) total += (group == 0 ? 1 : group) * *value, group = 0;
      else if (*value == 100) group = (group == 0 ? 1 : group) * 100;
      else if (any && tokens[i - 1].word != hyphen_ && tokens[i - 1].word != and_ && std::fmod(group, 100) != 0 && !(std::fmod(group, 100) >= 20 && *value < 10)) break;
      else group += *value;
      any = true;
      ++i;
      continue;
    }
    const bool joins = any && i + 1 < end && (tokens[i].word == hyphen_ || (tokens[i].word == and_ && (group >= 100 || total > 0)));
    const std::optional<double> next = joins ? word_value(tokens[i + 1].word) : std::nullopt;
    if (!next || *next >= 100 || (tokens[i].word == hyphen_ && (std::fmod(group, 100) < 20 || *next >= 10))) break;
    ++i;
  }
  if (!any) return std::nullopt;
  number = {total + group, i - at, true, false, 0};
  // "two and a half"
  if (i + 2 < end && tokens[i].word == and_ && tokens[i + 1].word == a_ && tokens[i + 2].word == half_) number.value += 0.5, number.tokens += 3, i += 3;
  // "one and a half thousand"
  if (const std::optional<double> scale = i < end && number.value != std::floor(number.value) ? word_value(tokens[i].word) : std::nullopt; scale && *scale >= 1000) number.value *= *scale, ++number.tokens;
  return number;
}

}  // namespace crosscheck
