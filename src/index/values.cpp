// Candidates come from the slot, not from the whole wording: two values of one dimension that share a counted thing
// or two words. A word that stands beside many values says little, so each word brings only its nearest
// neighbours; the number of candidates grows with the set.
//
// Tested by tests/rooms/values.cpp.
#include "index/values.h"

#include <algorithm>

#include "index/questions.h"

namespace crosscheck {
namespace {

constexpr uint32_t kNeighbours = 24;   // values a shared word may bring together with one value
constexpr uint32_t kMostPartners = 12; // candidates kept per value

bool holds(const Span& outer, const Quantity& quantity) { return outer.begin <= quantity.span.begin && quantity.span.end <= outer.end; }

struct Gatherer {
  const Collection& texts;
  const Meanings& meanings;
  Values& out;

  void add_items(const Document& document, uint32_t first, uint32_t end, const std::vector<Quantity>& quantities, uint32_t sentence_first) {
    const auto& tokens = document.tokens;
    for (uint32_t i = first; i < end;) {
      const auto inside = std::find_if(quantities.begin(), quantities.end(), [&](const Quantity& q) { return q.first <= i && i < q.end; });
      if (inside != quantities.end()) {
        i = inside->end;
        continue;
      }
      const Token& token = tokens[i];
      if (token.kind == TokenKind::punctuation || token.kind == TokenKind::symbol) {
        ++i;
        continue;
      }
      const PhraseSet::Match phrase = meanings.table().phrases.match(tokens, i, end);
      Item item;
      item.token = i;
      if (phrase.tokens > 1) {
        item.key = meanings.table().phrase_keys[static_cast<size_t>(phrase.value)];
        item.end = i + phrase.tokens;
      } else {
        item.key = meanings.key(token.word);
        item.kind = meanings.kind(token.word);
        item.negator = meanings.table().negators.contains(token.word);
        item.name = token.letter_case == Case::upper || token.letter_case == Case::mixed || (token.letter_case == Case::capitalised && i > sentence_first && item.kind == WordKind::content);
        // "class A", "vitamin C": a capital letter is a name, also where it spells an article.
        if (token.span.size() == 1 && token.letter_case == Case::upper && i > sentence_first) item.key = token.word * 2654435761u | 1u, item.name = true, item.kind = label(tokens, i) ? WordKind::measure : WordKind::content;
        else if (item.name && token.letter_case == Case::upper && meanings.table().romans.contains(token.word) && label(tokens, i)) item.kind = WordKind::measure;
        item.end = i + 1;
      }
      if (item.key != 0 || item.negator) out.items.push_back(item);
      i = item.end;
    }
  }

  // "type A", "stage III"
  bool label(const std::vector<Token>& tokens, uint32_t i) const { return i > 0 && meanings.table().labels.contains(tokens[i - 1].word); }

  uint32_t token_at(const Claim& claim, uint32_t byte) const {
    const Document& document = texts.documents[claim.document];
    const Sentence& sentence = document.sentences[claim.sentence];
    const auto begin = document.tokens.begin();
    const auto found = std::lower_bound(begin + sentence.first_token, begin + sentence.end_token, byte, [](const Token& t, uint32_t b) { return t.span.begin < b; });
    return static_cast<uint32_t>(found - begin);
  }

  std::pair<uint32_t, uint32_t> items_of(const Claim& claim) {
    const Document& document = texts.documents[claim.document];
    const auto first = static_cast<uint32_t>(out.items.size());
    add_items(document, token_at(claim, claim.span.begin), token_at(claim, claim.span.end), claim.quantities, document.sentences[claim.sentence].first_token);
    return {first, static_cast<uint32_t>(out.items.size())};
  }

  // The subject of the clause; that of the clause before it where it has none ("..., and should be changed daily").
  void set_subject(const std::vector<Claim>& claims, uint32_t c, uint32_t first, const std::vector<std::pair<uint32_t, uint32_t>>& items, TypedValue& value) const {
    uint32_t owner = c;
    while (owner > first && claims[owner].subject.empty()) --owner;
    const Claim& claim = claims[owner];
    if (claim.subject.empty() || claim.relation.empty()) return;
    const auto& tokens = texts.documents[claim.document].tokens;
    for (uint32_t i = items[owner - first].first; i < items[owner - first].second; ++i) {
      const Item& item = out.items[i];
      if (!claim.subject.contains(tokens[item.token].span)) continue;
      if (item.kind != WordKind::filler && item.key != 0) value.subject = item.key;
      if (owner == c) continue;
      if (value.first_subject == value.end_subject) value.first_subject = i;
      value.end_subject = i + 1;
    }
  }

  void add_values(const std::vector<Claim>& claims, uint32_t c, uint32_t first, uint32_t end, const std::vector<std::pair<uint32_t, uint32_t>>& items) {
    const Claim& claim = claims[c];
    const Document& document = texts.documents[claim.document];
    for (uint32_t q = 0; q < claim.quantities.size(); ++q) {
      const Quantity& quantity = claim.quantities[q];
      if (quantity.dimension == "label") continue;
      TypedValue value;
      value.claim = c;
      value.quantity = static_cast<int32_t>(q);
      value.dimension = dimension_key(quantity.dimension);
      value.first = quantity.first, value.end = quantity.end;
      // "Three quarters of them recovered": a share is said of the subject, not a part of its name.
      value.scope = (!claim.relation.empty() && quantity.dimension != "percentage" && holds(claim.subject, quantity)) || std::any_of(claim.conditions.begin(), claim.conditions.end(), [&](Span s) { return holds(s, quantity); });
      // "For the first two infusions, ... and the rate ...": what opens the sentence holds for its later clauses too.
      const Claim& opening = claims[first];
      const bool fronted = c > first && ((!opening.conditions.empty() && opening.conditions.front().begin == opening.span.begin) || (opening.time && opening.time->begin == opening.span.begin));
      value.fragment = end - first > 1 && (value.scope || claim.relation.empty() || fronted);
      value.first_claim = first, value.end_claim = end;
      value.first_item = items[c - first].first, value.end_item = items[c - first].second;
      value.first_of_sentence = items.front().first, value.end_of_sentence = items.back().second;
      set_subject(claims, c, first, items, value);
      if (!quantity.of.empty()) value.counted = meanings.key(document.tokens[token_at(claim, quantity.of.end) - 1].word);
      out.all.push_back(value);
    }
  }
};

}  // namespace

Values find_values(const Collection& texts, const std::vector<Claim>& claims, const Meanings& meanings) {
  Values out;
  Gatherer gatherer{texts, meanings, out};
  std::vector<std::pair<uint32_t, uint32_t>> items;  // of each claim of the sentence
  for (uint32_t c = 0; c < claims.size();) {
    uint32_t end = c;
    bool any = false;
    for (; end < claims.size() && claims[end].sentence == claims[c].sentence && claims[end].document == claims[c].document; ++end) any |= !claims[end].quantities.empty();
    if (any) {
      items.clear();
      for (uint32_t i = c; i < end; ++i) items.push_back(gatherer.items_of(claims[i]));
      for (uint32_t i = c; i < end; ++i) gatherer.add_values(claims, i, c, end, items);
    }
    c = end;
  }

  // Postings (dimension and word, value), sorted, so that one run is the values that share a word.
  struct Posting {
    uint64_t slot;
    uint32_t value;
  };
  std::vector<Posting> postings;
  for (uint32_t v = 0; v < out.all.size(); ++v) {
    const TypedValue& value = out.all[v];
    for (uint32_t i = value.first_subject; i < value.end_subject; ++i) postings.push_back({uint64_t{value.dimension} << 32 | out.items[i].key, v});
    for (uint32_t i = value.first_item; i < value.end_item; ++i)
      if (out.items[i].key != 0 && out.items[i].kind != WordKind::filler) postings.push_back({uint64_t{value.dimension} << 32 | out.items[i].key, v});
  }
  std::sort(postings.begin(), postings.end(), [](const Posting& a, const Posting& b) { return a.slot != b.slot ? a.slot < b.slot : a.value < b.value; });
  std::vector<uint64_t> pairs;
  for (size_t i = 0; i < postings.size(); ++i)
    for (size_t k = i + 1; k < postings.size() && k <= i + kNeighbours && postings[k].slot == postings[i].slot; ++k)
      if (postings[k].value != postings[i].value) pairs.push_back(uint64_t{postings[i].value} << 32 | postings[k].value);
  std::sort(pairs.begin(), pairs.end());
  // How many words a pair shares ranks the partners of a value.
  struct Partner {
    uint32_t first, second, shared;
  };
  std::vector<Partner> partners;
  for (size_t i = 0; i < pairs.size();) {
    size_t k = i;
    while (k < pairs.size() && pairs[k] == pairs[i]) ++k;
    partners.push_back({static_cast<uint32_t>(pairs[i] >> 32), static_cast<uint32_t>(pairs[i]), static_cast<uint32_t>(k - i)});
    i = k;
  }
  std::stable_sort(partners.begin(), partners.end(), [](const Partner& a, const Partner& b) { return a.shared > b.shared; });
  std::vector<uint32_t> taken(out.all.size());
  for (const Partner& partner : partners) {
    if (taken[partner.first] >= kMostPartners && taken[partner.second] >= kMostPartners) continue;
    const TypedValue &a = out.all[partner.first], &b = out.all[partner.second];
    const bool same_slot = (a.counted != 0 && a.counted == b.counted) || (a.subject != 0 && a.subject == b.subject);
    if (partner.shared < 2 && !same_slot) continue;
    ++taken[partner.first], ++taken[partner.second];
    out.candidates.emplace_back(partner.first, partner.second);
  }
  std::sort(out.candidates.begin(), out.candidates.end());
  return out;
}

}  // namespace crosscheck
