#include "check/tree_alignment.h"

#include <algorithm>
#include <tuple>

namespace crosscheck {
namespace {

struct Candidate {
  int worth;
  uint32_t distance, i, j;
  Match match;
};

bool alike(const Unit& a, const Unit& b, const WordRelations& words) {
  const Match match = how_alike(a, b, words);
  return match == Match::equal || match == Match::same;
}

bool carries(const Unit& unit) { return unit.content() || unit.amount != Amount::none || unit.is(time_link | scope_word); }

uint64_t traits_of(const Unit& unit, const WordRelations& words) {
  const auto bit = [](uint64_t kind, uint64_t value) { return uint64_t{1} << ((kind << 32 | value) * 0x9E3779B97F4A7C15u >> 58); };
  uint64_t traits = bit(0, unit.word) | bit(2, unit.key);
  if (unit.number) return traits | bit(1, 0);
  if (unit.meaning != 0) traits |= bit(4, unit.meaning);
  if (unit.stem != 0) traits |= bit(5, unit.stem);
  if (unit.entry != 0) words.each_group(unit.entry, [&](uint32_t group) { traits |= bit(3, group); });
  return traits;
}

int plain_worth(Match match) {
  switch (match) {
    case Match::equal: return 40;
    case Match::same: return 34;
    case Match::opposite: return 18;
    case Match::exclusive: return 12;
    case Match::number: return 8;
    default: return 0;
  }
}

}  // namespace

std::span<const uint64_t> WordTraits::of(uint32_t sentence) {
  const ComparedSentence& which = copies_.sentences[sentence];
  if (any_[sentence] == 0) {
    for (uint32_t u = which.first; u < which.end; ++u)
      if (carries(copies_.units[u])) any_[sentence] |= bits_[u] = traits_of(copies_.units[u], words_);
  }
  return std::span(bits_).subspan(which.first, which.end - which.first);
}

double WordTraits::likeness_bound(uint32_t a, uint32_t b) {
  const ComparedSentence &one = copies_.sentences[a], &two = copies_.sentences[b];
  of(a), of(b);
  uint32_t paired = 0, all = 0;
  for (uint32_t u = one.first; u < one.end; ++u) all += copies_.units[u].content(), paired += copies_.units[u].content() && (bits_[u] & any_[b]) != 0;
  uint32_t back = 0;
  for (uint32_t u = two.first; u < two.end; ++u) all += copies_.units[u].content(), back += carries(copies_.units[u]) && (bits_[u] & any_[a]) != 0;
  return all == 0 ? 0 : 2.0 * std::min(paired, back) / all;
}

SentencePair align_trees(const NearCopies& copies, uint32_t a, uint32_t b, const SentenceTree& of_a, const SentenceTree& of_b, const WordRelations& words, WordTraits& traits, double least) {
  SentencePair pair;
  pair.a = a;
  pair.b = b;
  const ComparedSentence &one = copies.sentences[a], &two = copies.sentences[b];
  const auto x = std::span(copies.units).subspan(one.first, one.end - one.first), y = std::span(copies.units).subspan(two.first, two.end - two.first);
  pair.of_a.assign(x.size(), {});
  pair.of_b.assign(y.size(), {});
  std::vector<Candidate> found;
  const std::span<const uint64_t> traits_a = traits.of(a), traits_b = traits.of(b);
  for (uint32_t i = 0; i < x.size(); ++i) {
    for (uint32_t j = 0; j < y.size(); ++j) {
      if ((traits_a[i] & traits_b[j]) == 0) continue;
      Match match = how_alike(x[i], y[j], words);
      const bool synonyms = match == Match::none && !x[i].name && !y[j].name && ((x[i].meaning != 0 && x[i].meaning == y[j].meaning) || (x[i].stem != 0 && x[i].stem == y[j].stem));
      if (synonyms) match = Match::same;
      if (match == Match::none) continue;
      int worth = synonyms ? 26 : plain_worth(match);
      const auto neighbour = [&](int di, int dj) {
        const size_t k = i + static_cast<size_t>(di), l = j + static_cast<size_t>(dj);
        return k < x.size() && l < y.size() && alike(x[k], y[l], words);
      };
      worth += 2 * neighbour(-1, -1) + 2 * neighbour(1, 1);
      const int32_t p = of_a[i].head, q = of_b[j].head;
      if (p >= 0 && q >= 0 && how_alike(x[static_cast<uint32_t>(p)], y[static_cast<uint32_t>(q)], words) != Match::none) worth += 4;
      if (p < 0 && q < 0) worth += 3;
      if (of_a[i].relation == of_b[j].relation) worth += 2;
      const uint32_t distance = static_cast<uint32_t>(std::abs(static_cast<int>(i * y.size()) - static_cast<int>(j * x.size())));
      found.push_back({worth, distance, i, j, match});
    }
  }
  std::sort(found.begin(), found.end(), [](const Candidate& c, const Candidate& d) { return std::tuple(-c.worth, c.distance, c.i, c.j) < std::tuple(-d.worth, d.distance, d.i, d.j); });
  for (const Candidate& c : found) {
    if (pair.of_a[c.i].match != Match::none || pair.of_b[c.j].match != Match::none) continue;
    pair.of_a[c.i] = {c.match, static_cast<int32_t>(c.j)};
    pair.of_b[c.j] = {c.match, static_cast<int32_t>(c.i)};
  }
  uint32_t lined_up = 0, all = 0;
  for (uint32_t i = 0; i < x.size(); ++i) all += x[i].content(), lined_up += x[i].content() && (pair.of_a[i].match == Match::equal || pair.of_a[i].match == Match::same);
  for (uint32_t j = 0; j < y.size(); ++j) all += y[j].content();
  pair.likeness = all == 0 ? 0 : 2.0 * lined_up / all;
  if (pair.likeness < least) return pair;
  for (uint32_t i = 0; i < x.size(); ++i) {  // "in", "the", "it": wherever they stand
    if (pair.of_a[i].match != Match::none || carries(x[i]) || x[i].is(negator)) continue;
    for (uint32_t j = 0; j < y.size(); ++j) {
      if (pair.of_b[j].match != Match::none || x[i].word != y[j].word) continue;
      pair.of_a[i] = {Match::equal, static_cast<int32_t>(j)};
      pair.of_b[j] = {Match::equal, static_cast<int32_t>(i)};
      break;
    }
  }
  return pair;
}

}  // namespace crosscheck
