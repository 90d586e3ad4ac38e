// Tested by tests/checks/contradiction/absence.yaml.
#include "check/prices.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr size_t kMostWords = 3;  // of a thing that has a price

struct Reader {
  const CheckInput& in;
  const PriceWords& words;

  static bool money(const Quantity& quantity) { return quantity.dimension.starts_with("money") && quantity.high > 0; }

  bool content(const Token& token) const {
    return token.kind == TokenKind::word && in.index.meanings.key(token.word) != 0 && in.index.meanings.kind(token.word) != WordKind::function && !words.determiners.contains(token.word) && !words.each.contains(token.word);
  }

  // The words of [first, end), when they are few enough to name one thing.
  bool name(const Document& document, uint32_t first, uint32_t end, Price& price) const {
    for (uint32_t i = first; i < end; ++i) {
      if (!content(document.tokens[i])) continue;
      price.head = in.index.meanings.key(document.tokens[i].word);
      price.thing.push_back(price.head);
    }
    std::sort(price.thing.begin(), price.thing.end());
    return !price.thing.empty() && price.thing.size() <= kMostWords;
  }

  uint32_t token_at(const Document& document, const Sentence& sentence, uint32_t byte) const {
    uint32_t i = sentence.first_token;
    while (i < sentence.end_token && document.tokens[i].span.begin < byte) ++i;
    return i;
  }

  // "free of charge", "at no cost"; "free" where nothing follows that it could be free of. Tokens, 0 for none.
  uint32_t free_at(const Document& document, uint32_t i, uint32_t end) const {
    const auto& tokens = document.tokens;
    const PhraseSet::Match phrase = words.free.match(tokens, i, end);
    if (phrase.tokens > 0) return phrase.tokens;
    const bool last = i + 1 == end || tokens[i + 1].kind == TokenKind::punctuation || words.ends.contains(tokens[i + 1].word);
    return words.bare.contains(tokens[i].word) && last && (i == 0 || document.text_of(tokens[i - 1]) != "-") ? 1 : 0;
  }

  // "free for members" is the price of some.
  bool for_some(const Document& document, uint32_t after, uint32_t end) const { return after < end && words.targets.contains(document.tokens[after].word); }

  void free_of(const Claim& claim, std::vector<Price>& out) const {
    if (claim.subject.empty()) return;
    const Document& document = in.texts.documents[claim.document];
    const Sentence& sentence = document.sentences[claim.sentence];
    const uint32_t first = token_at(document, sentence, claim.subject.end), end = token_at(document, sentence, claim.span.end);
    for (uint32_t i = first; i < end; ++i) {
      const uint32_t size = free_at(document, i, sentence.end_token);
      if (size == 0 && in.index.meanings.table().negators.contains(document.tokens[i].word)) return;
      if (size == 0 || for_some(document, i + size, sentence.end_token)) continue;
      Price price{claim.document, claim.sentence, {document.tokens[i].span.begin, document.tokens[i + size - 1].span.end}, {}, 0, true};
      if (name(document, token_at(document, sentence, claim.subject.begin), first, price)) out.push_back(std::move(price));
      return;
    }
  }

  // "X costs £25": what stands before the verb, in its noun phrase.
  void cost_of(const Claim& claim, const Quantity& quantity, std::vector<Price>& out) const {
    const Document& document = in.texts.documents[claim.document];
    const Sentence& sentence = document.sentences[claim.sentence];
    const auto& tokens = document.tokens;
    const uint32_t verb = quantity.first - 1;
    Price price{claim.document, claim.sentence, {tokens[verb].span.begin, quantity.span.end}, {}, 0, false};
    if (quantity.first > sentence.first_token + 1 && words.costs.contains(tokens[verb].word)) {
      if (claim.subject.empty() || for_some(document, quantity.end, sentence.end_token)) return;
      if (name(document, token_at(document, sentence, claim.subject.begin), token_at(document, sentence, claim.subject.end), price)) out.push_back(std::move(price));
      return;
    }
    // "a charge of €4 for each dog"
    const bool charge = verb > sentence.first_token && words.charges.contains(tokens[verb - 1].word) && words.links.contains(tokens[verb].word);
    if (!charge || quantity.end + 1 >= sentence.end_token || !words.targets.contains(tokens[quantity.end].word)) return;
    uint32_t end = quantity.end + 1;
    while (end < sentence.end_token && (content(tokens[end]) || words.each.contains(tokens[end].word) || words.determiners.contains(tokens[end].word))) ++end;
    price.span.begin = tokens[verb - 1].span.begin;
    price.span.end = tokens[end - 1].span.end;
    const bool whole = end == sentence.end_token || tokens[end].kind == TokenKind::punctuation;
    if (whole && name(document, quantity.end + 1, end, price)) out.push_back(std::move(price));
  }
};

}  // namespace

PriceWords::PriceWords(const Value& s, Rulebook& book)
    : free(book.phrase_set(s["free"])), bare(book.word_set(s["bare"])), costs(book.word_set(s["costs"])), charges(book.word_set(s["charges"])), links(book.word_set(s["of"])), targets(book.word_set(s["for"])), each(book.word_set(s["each"])), ends(book.word_set(s["ends"])), determiners(book.word_set(s["determiners"])) {}

std::vector<Price> find_prices(const CheckInput& in, const PriceWords& words) {
  const Reader reader{in, words};
  std::vector<Price> out;
  for (const Claim& claim : in.index.claims) {
    if (!claim.conditions.empty() || claim.attribution || claim.quantifier == Quantifier::some) continue;
    reader.free_of(claim, out);  // whatever its polarity: "free of" denies
    if (claim.polarity == Polarity::negative) continue;
    for (const Quantity& quantity : claim.quantities)
      if (Reader::money(quantity) && quantity.first > 0) reader.cost_of(claim, quantity, out);
  }
  return out;
}

}  // namespace crosscheck
