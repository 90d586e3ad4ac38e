#pragma once

#include <cstdint>

#include "model/span.h"
#include "text/symbols.h"

namespace crosscheck {

enum class TokenKind : uint8_t {
  word,         // letters, with inner apostrophes and digits: "don't" is do + n't, "SMC2" is one
  number,       // "2.5", "1,000", "5th"
  punctuation,  // one mark a token; "..." is one
  symbol,       // currency, %, °, +, = and the like
};

// How a word is written.
enum class Case : uint8_t { none, lower, capitalised, upper, mixed };

// Penn treebank tag and Universal Dependencies relation, as indexes into the model's name tables
// (language/tags.h). 0 = not analysed.
using TagId = uint8_t;
using RelationId = uint8_t;

// Tokens follow the conventions of the Universal Dependencies treebanks: hyphenated words are split at the
// hyphen, clitics ("n't", "'s", "'ll") are tokens of their own, a number and its unit are two. What was
// written together is seen from `space_before`.
struct Token {
  Span span;
  Symbol word = 0;   // folded: lower case, straight apostrophe
  Symbol lemma = 0;  // folded dictionary form; equals word until language/ has run
  TokenKind kind = TokenKind::word;
  Case letter_case = Case::none;
  bool space_before = false;  // white space or the start of a sentence precedes
  TagId tag = 0;
  RelationId relation = 0;
  int32_t head = -1;   // index of the head token in Document::tokens, -1 = root or not parsed
  int32_t margin = 0;  // how sure the parser was of the arc; greater is surer
};

}  // namespace crosscheck
