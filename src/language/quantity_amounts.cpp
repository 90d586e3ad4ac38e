// Plain amounts: figures, number words, fractions.
//
// Tested by tests/rooms/quantities.cpp.
#include "language/quantity_reader.h"

namespace crosscheck {

bool AmountReader::amount(uint32_t i, Amount& out) const {
  if (i >= end_) return false;
  if (const double part = look_up(t_.fractions, tokens_[i].word); part > 0) return out = {part, i + 1}, true;
  if (is(i, t_.half)) {
    if (is(i + 1, t_.articles) || is(i + 1, t_.the)) return out = {0.5, i + 2, true}, true;
    return out = {0.5, i + 1, true}, true;
  }
  if (const double piece = is(i, t_.articles) && i + 1 < end_ ? look_up(t_.shares, tokens_[i + 1].word) : 0; piece > 0 && is(i + 2, t_.of) && is(i + 3, t_.articles))
    return out = {piece, i + 4, true}, true;
  if (is(i, t_.articles) && i + 1 < end_) {
    const std::optional<Number> scale = t_.numbers.read(document_, i + 1, end_);
    if (scale && scale->in_words && scale->value >= 12 && !scale->ordinal && scale->tokens == 1) return out = {scale->value, i + 2, true}, true;
    return false;
  }
  const std::optional<Number> read = t_.numbers.read(document_, i, end_);
  if (!read) return false;
  out = {read->value, i + read->tokens, read->in_words, read->ordinal, read->decimals};
  if (out.next < end_) {
    if (const double part = look_up(t_.fractions, tokens_[out.next].word); part > 0) out.value += part, ++out.next;
    else if (number(out.next) && is(out.next + 1, t_.slash) && number(out.next + 2) && !read->in_words) simple_fraction(out);
    else if (is(out.next, t_.slash) && together(out.next) && number(out.next + 1) && together(out.next + 1) && !read->in_words) halves(out);
    // "three quarters of an hour", "two thirds of a day"
    else if (const double piece = look_up(t_.shares, tokens_[out.next].word); piece > 0 && is(out.next + 1, t_.of) && is(out.next + 2, t_.articles)) out.value *= piece, out.next += 3;
  }
  return true;
}

void AmountReader::simple_fraction(Amount& out) const {
  const std::optional<Number> above = t_.numbers.read(document_, out.next, out.next + 1), below = t_.numbers.read(document_, out.next + 2, out.next + 3);
  if (above && below && above->value < below->value && below->value <= 16) out.value += above->value / below->value, out.next += 3;
}

void AmountReader::halves(Amount& out) const {
  const std::optional<Number> below = t_.numbers.read(document_, out.next + 1, out.next + 2);
  if (below && !is(out.next + 2, t_.slash) && out.value < below->value && below->value <= 16 && below->value >= 2) out.value /= below->value, out.next += 2;
}

}  // namespace crosscheck
