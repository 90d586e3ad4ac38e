// What a number counts: the noun phrase behind it, up to the next small word ("four major disease categories").
//
// Tested by tests/rooms/claims.cpp.
#include "claim/facets.h"

namespace crosscheck {
namespace {

constexpr uint32_t kLongestPhrase = 5;

}  // namespace

void find_measured(const Document& document, uint32_t end, const GrammarTable& grammar, Quantity& quantity) {
  const auto& tokens = document.tokens;
  uint32_t i = quantity.end;
  const auto of = [&](uint32_t at) { return at < end && tokens[at].word == grammar.of; };
  if (of(i)) ++i;
  while (i < end && grammar.function.contains(tokens[i].word) && i < quantity.end + 3 && !grammar.prepositions.contains(tokens[i].word) && !grammar.auxiliary(tokens[i].word) &&
         !grammar.coordinators.contains(tokens[i].word))
    ++i;
  const uint32_t first = i;
  while (i < end && i < first + kLongestPhrase) {
    const Token& token = tokens[i];
    const bool inner_hyphen = token.word == grammar.hyphen && !token.space_before && i > first;
    if (token.kind != TokenKind::word && !inner_hyphen) break;
    if (grammar.function.contains(token.word)) break;
    // A verb ends the phrase once it has a noun, unless it is its first word ("fixed charges").
    if (i > first && grammar.verb(token.word) && token.letter_case == Case::lower && !document.text_of(token).ends_with("s") && !document.text_of(token).ends_with("ing") && i + 1 < end && tokens[i + 1].kind == TokenKind::word && grammar.function.contains(tokens[i + 1].word)) break;
    ++i;
  }
  if (i > first) quantity.of = {tokens[first].span.begin, tokens[i - 1].span.end};
}

}  // namespace crosscheck
