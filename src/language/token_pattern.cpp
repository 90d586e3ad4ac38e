#include "language/token_pattern.h"

#include <algorithm>

#include "text/fold.h"

namespace crosscheck {
namespace {

// "age|duration"
bool one_of(std::string_view choices, std::string_view dimension) {
  for (size_t at = 0; at <= choices.size();) {
    const size_t bar = std::min(choices.find('|', at), choices.size());
    if (choices.substr(at, bar - at) == dimension) return true;
    at = bar + 1;
  }
  return false;
}

}  // namespace

struct TokenPattern::Run {
  const Document& document;
  uint32_t begin, end;
  const QuantityTable& quantities;
};

bool is_symbol_name(std::string_view text) {
  int capitals = 0, digits = 0;
  for (const char c : text) {
    if (c >= 'A' && c <= 'Z') ++capitals;
    else if (c >= '0' && c <= '9') ++digits;
    else if (c != '-') return false;
  }
  return capitals >= 2 || (capitals >= 1 && digits >= 1 && text.size() >= 3);
}

TokenPattern::Element TokenPattern::element_of(const std::string& text, const Value& pattern, Rulebook& book) const {
  Element out;
  if (text == "^") out.kind = Kind::start;
  else if (text == "$") out.kind = Kind::finish;
  else if (text == "[") out.kind = Kind::show;
  else if (text == "]") out.kind = Kind::show_end;
  else if (text == "<") out.kind = Kind::about;
  else if (text == "<-") out.kind = Kind::before;
  else if (text == ">") out.kind = Kind::about_end;
  else if (text == "{}") out.kind = Kind::phrase;
  else if (text == "{symbol}") out.kind = Kind::symbol;
  else if (text == "{label}") out.kind = Kind::label;
  else if (text.starts_with('{') && text.ends_with('}')) out.kind = Kind::quantity, out.dimension = text.substr(1, text.size() - 2);
  else if (text.starts_with('*') && text.size() == 2) out.kind = Kind::gap, out.most = static_cast<uint32_t>(text[1] - '0');
  else {
    std::string_view rest = text;
    if (rest.size() > 1 && rest.ends_with('?')) out.optional = true, rest.remove_suffix(1);
    while (!rest.empty()) {
      const size_t bar = std::min(rest.find('|'), rest.size());
      const std::vector<std::string> words = split_phrase(rest.substr(0, bar));
      if (words.size() != 1) pattern.fail("\"" + std::string(rest.substr(0, bar)) + "\" is not one word of a pattern");
      out.words.push_back(book.symbols.intern(words.front()));
      rest.remove_prefix(std::min(bar + 1, rest.size()));
    }
    std::sort(out.words.begin(), out.words.end());
  }
  return out;
}

TokenPattern::TokenPattern(const Value& pattern, const PhraseSet& values, Rulebook& book) : values_(&values) {
  const auto symbol = [&](const char* mark) { return book.symbols.intern(mark); };
  hyphen_ = symbol("-"), comma_ = symbol(","), semicolon_ = symbol(";"), colon_ = symbol(":"), open_ = symbol("("), close_ = symbol(")"), stop_ = symbol(".");
  const std::string& text = pattern.text();
  for (size_t at = 0; at < text.size();) {
    const size_t space = std::min(text.find(' ', at), text.size());
    if (space > at) elements_.push_back(element_of(text.substr(at, space - at), pattern, book));
    at = space + 1;
  }
  const auto marks = [](const Element& element) { return element.kind == Kind::start || element.kind == Kind::show || element.kind == Kind::about || element.kind == Kind::about_end || element.kind == Kind::before; };
  negators_ = book.word_set(book.lexicon("grammar")["negators"]);
  names_before_ = !elements_.empty() && elements_.front().kind == Kind::before;
  while (first_ < elements_.size() && marks(elements_[first_])) ++first_;
  const bool can_start = first_ < elements_.size() && !elements_[first_].optional && (elements_[first_].kind == Kind::words || elements_[first_].kind == Kind::phrase || elements_[first_].kind == Kind::quantity);
  if (!can_start) pattern.fail("a pattern starts with a word or a value");
}

bool TokenPattern::match(const Document& document, uint32_t begin, uint32_t at, uint32_t end, const QuantityTable& quantities, PatternMatch& out) const {
  out = PatternMatch();
  out.first = at;
  if (!step({document, begin, end, quantities}, 0, at, out)) return false;
  if (out.shown_end == 0) out.shown = out.first, out.shown_end = out.end;
  return true;
}

bool TokenPattern::step_quantity(const Run& run, size_t element, uint32_t at, PatternMatch& out) const {
  std::vector<Quantity> found;
  run.quantities.read(run.document, at, std::min(run.end, at + 14), found);
  for (const Quantity& quantity : found) {
    if (quantity.first > at) return false;
    if (!one_of(elements_[element].dimension, quantity.dimension)) continue;
    out.value = quantity.first, out.value_end = quantity.end;
    if (!step(run, element + 1, quantity.end, out)) return false;
    out.quantity = quantity;
    return true;
  }
  return false;
}

bool TokenPattern::step(const Run& run, size_t number, uint32_t at, PatternMatch& out) const {
  if (number == elements_.size()) return out.end = at, true;
  const Element& element = elements_[number];
  const auto& tokens = run.document.tokens;
  const auto mark = [&](Symbol word) { return word == comma_ || word == semicolon_ || word == colon_ || word == open_ || word == close_ || word == stop_; };
  switch (element.kind) {
    case Kind::start:
      if (at > run.begin && !(tokens[at - 1].word == hyphen_ && tokens[at].space_before) && tokens[at - 1].kind != TokenKind::symbol) return false;
      return step(run, number + 1, at, out);
    case Kind::finish:
      if (at < run.end && tokens[at].kind != TokenKind::punctuation) return false;
      return step(run, number + 1, at, out);
    case Kind::show:
      if (!step(run, number + 1, at, out)) return false;
      out.shown = at;
      return true;
    case Kind::show_end:
      if (!step(run, number + 1, at, out)) return false;
      out.shown_end = at;
      return true;
    case Kind::before: {
      uint32_t from = at;
      while (from > run.begin && at - from < 6 && (tokens[from - 1].kind == TokenKind::word || (tokens[from - 1].word == hyphen_ && !tokens[from - 1].space_before))) --from;
      if (from == at || !step(run, number + 1, at, out)) return false;
      out.about = from, out.about_end = at, out.names = true;
      return true;
    }
    case Kind::about:
      if (!step(run, number + 1, at, out)) return false;
      out.about = at, out.names = true;
      return true;
    case Kind::about_end:
      if (!step(run, number + 1, at, out)) return false;
      out.about_end = at;
      return true;
    case Kind::words:
      if (at < run.end && std::binary_search(element.words.begin(), element.words.end(), tokens[at].word) && step(run, number + 1, at + 1, out)) return true;
      return element.optional && step(run, number + 1, at, out);
    case Kind::gap:
      for (uint32_t skipped = 0; skipped <= element.most; ++skipped) {
        if (step(run, number + 1, at + skipped, out)) return true;
        if (at + skipped >= run.end || mark(tokens[at + skipped].word) || negators_.contains(tokens[at + skipped].word)) return false;
      }
      return false;
    case Kind::phrase: {
      if (at >= run.end) return false;
      const PhraseSet::Match found = values_->match(tokens, at, run.end);
      if (found.tokens == 0 || !step(run, number + 1, at + found.tokens, out)) return false;
      out.value = at, out.value_end = at + found.tokens, out.phrase = found.value;
      return true;
    }
    case Kind::symbol:
      if (at >= run.end || !is_symbol_name(run.document.text_of(tokens[at])) || !step(run, number + 1, at + 1, out)) return false;
      out.value = at, out.value_end = at + 1;
      return true;
    case Kind::label: {
      if (at >= run.end || (tokens[at].kind != TokenKind::number && tokens[at].letter_case != Case::upper) || tokens[at].span.size() > 4 || !step(run, number + 1, at + 1, out)) return false;
      out.value = at, out.value_end = at + 1;
      return true;
    }
    case Kind::quantity: return at < run.end && step_quantity(run, number, at, out);
  }
  return false;
}

}  // namespace crosscheck
