// Short patterns over the tokens of a sentence, for tables in rules/.
//
//   "inherited|transmitted in|as|with a|an|the? *2 {}"
//
//   word         the folded word; a|b|c one of several; a trailing ? makes the element optional
//   *3           up to three words of any kind, but no mark that ends a clause and no "not"
//   {}           one of the phrases that stand for a value of the question asked
//   {duration}   a quantity of that dimension, or of one of several: {age|duration}
//   {symbol}     a name such as a gene has: capitals and digits, "COL3A1"
//   {label}      what follows "type" or "chromosome": 4, IV, X
//   [ ]          what stands between them is shown as evidence; else the whole match is
//   <-           what is spoken of stands before, from the last mark or figure on
//   < >          what is spoken of; without > it goes on behind the match, with nothing between it is the topic
//   ^ $          where the sentence, or an item of a list in running text, starts and ends
//
// A pattern is tried where its first word or value stands, so most tokens cost one look at a bit. One that starts
// with a quantity is tried where the claims have one.
//
// Tested by tests/checks/contradiction/{cause,definition}.yaml.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/quantities.h"
#include "model/document.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

struct PatternMatch {
  static constexpr uint32_t kOpen = UINT32_MAX;  // as far as a name goes
  uint32_t first = 0, end = 0;        // tokens
  uint32_t shown = 0, shown_end = 0;  // tokens of the evidence
  uint32_t value = 0, value_end = 0;  // tokens of the value; empty when the pattern has none
  uint32_t about = 0, about_end = kOpen;  // tokens of what is spoken of
  bool names = false;                 // the pattern says where what is spoken of stands
  int32_t phrase = -1;                // value of the phrase at {}
  Quantity quantity;                  // at {duration} and its like
};

class TokenPattern {
 public:
  // `values` are the phrases {} stands for; it must outlive the pattern.
  TokenPattern(const Value& pattern, const PhraseSet& values, Rulebook& book);

  // At tokens[at], looking no further than `end`; `begin` is where the sentence starts.
  bool match(const Document& document, uint32_t begin, uint32_t at, uint32_t end, const QuantityTable& quantities, PatternMatch& out) const;
  // The words it may start with; empty: it starts with a value or a quantity.
  const std::vector<Symbol>& firsts() const { return elements_[first_].words; }
  bool names_before() const { return names_before_; }
  bool starts_with_quantity() const { return elements_[first_].kind == Kind::quantity; }

 private:
  enum class Kind : uint8_t { words, gap, phrase, quantity, symbol, label, start, finish, show, show_end, about, about_end, before };
  struct Element {
    Kind kind = Kind::words;
    bool optional = false;
    uint32_t most = 0;           // of a gap
    std::vector<Symbol> words;   // in order
    std::string dimension;       // of a quantity
  };
  struct Run;
  Element element_of(const std::string& text, const Value& pattern, Rulebook& book) const;
  bool step(const Run& run, size_t element, uint32_t at, PatternMatch& out) const;
  bool step_quantity(const Run& run, size_t element, uint32_t at, PatternMatch& out) const;

  const PhraseSet* values_;
  std::vector<Element> elements_;
  size_t first_ = 0;  // the element that is looked for
  bool names_before_ = false;
  Symbol hyphen_, comma_, semicolon_, colon_, open_, close_, stop_;
  WordSet negators_;
};

// "COL3A1", "FMR1": two capitals or a capital and a digit.
bool is_symbol_name(std::string_view text);

}  // namespace crosscheck
