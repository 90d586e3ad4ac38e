// Candidates come from the slot, not from the whole wording: two values of one dimension that share a counted thing
// or two words. A word that stands beside many values says little, so each word brings only its nearest
// neighbours; the number of candidates grows with the set.
//
// Tested by tests/rooms/values.cpp.
#include "index/values.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr uint32_t kNeighbours = 24;   // values a shared word may bring together with one value
constexpr uint32_t kMostPartners = 12; // candidates kept per value

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
        if (item.name && token.span.size() == 1) item.name = item.key != 0;
        item.end = i + 1;
      }
      if (item.key != 0 || item.negator) out.items.push_back(item);
      i = item.end;
    }
  }
};

Key dimension_key(const std::string& dimension) {
  Key key = 2166136261u;
  for (const char c : dimension) key = (key ^ static_cast<unsigned char>(c)) * 16777619u;
  return key;
}

}  // namespace

Values find_values(const Collection& texts, const std::vector<Claim>& claims, const Meanings& meanings) {
  Values out;
  Gatherer gatherer{texts, meanings, out};
  for (uint32_t c = 0; c < claims.size(); ++c) {
    const Claim& claim = claims[c];
    if (claim.quantities.empty()) continue;
    const Document& document = texts.documents[claim.document];
    const Sentence& sentence = document.sentences[claim.sentence];
    const auto at = [&](uint32_t byte) {
      const auto found = std::lower_bound(document.tokens.begin() + sentence.first_token, document.tokens.begin() + sentence.end_token, byte, [](const Token& t, uint32_t b) { return t.span.begin < b; });
      return static_cast<uint32_t>(found - document.tokens.begin());
    };
    const auto first_item = static_cast<uint32_t>(out.items.size());
    gatherer.add_items(document, at(claim.span.begin), at(claim.span.end), claim.quantities, sentence.first_token);
    const auto end_item = static_cast<uint32_t>(out.items.size());
    for (uint32_t q = 0; q < claim.quantities.size(); ++q) {
      const Quantity& quantity = claim.quantities[q];
      if (quantity.dimension == "label") continue;
      TypedValue value;
      value.claim = c;
      value.quantity = static_cast<int32_t>(q);
      value.dimension = dimension_key(quantity.dimension);
      value.first_item = first_item, value.end_item = end_item;
      value.first = quantity.first, value.end = quantity.end;
      if (!quantity.of.empty()) {
        const uint32_t last = at(quantity.of.end) - 1;
        value.counted = meanings.key(document.tokens[last].word);
      }
      out.all.push_back(value);
    }
  }

  // Postings (dimension and word, value), sorted, so that one run is the values that share a word.
  struct Posting {
    uint64_t slot;
    uint32_t value;
  };
  std::vector<Posting> postings;
  for (uint32_t v = 0; v < out.all.size(); ++v) {
    const TypedValue& value = out.all[v];
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
    if (partner.shared < 2 && (a.counted == 0 || a.counted != b.counted)) continue;
    ++taken[partner.first], ++taken[partner.second];
    out.candidates.emplace_back(partner.first, partner.second);
  }
  std::sort(out.candidates.begin(), out.candidates.end());
  return out;
}

}  // namespace crosscheck
