// Tested by tests/checks/contradiction/ and tests/checks/variation/near_duplicate.yaml.
#include "index/near_copies.h"

#include <algorithm>
#include <unordered_map>

#include "language/main_clauses.h"
#include "language/numbers.h"
#include "language/tags.h"
#include "language/wordnet.h"

namespace crosscheck {
namespace {

constexpr uint32_t kLongest = 90;      // units; longer sentences are lists or tables in disguise
constexpr uint32_t kFewest = 3;
constexpr uint32_t kMostHolders = 40;  // a word that more sentences share tells nothing
constexpr uint32_t kRarest = 12;       // words a sentence looks for partners by
constexpr uint32_t kPartners = 6;
constexpr uint32_t kDistant = 1;       // partners that are no near copies
constexpr uint32_t kOpposed = 6;       // partners with an opposite word
constexpr double kLeastShared = 0.28;
constexpr double kLeastDistant = 0.2;
constexpr uint32_t kNoMeaning = 0xFFFFFFFF;

class UnitMaker {
 public:
  UnitMaker(const Collection& texts, const WordRelations& words, const NumberTable& numbers, const WordNet& wordnet) : texts_(texts), words_(words), numbers_(numbers), wordnet_(wordnet), stems_(texts.symbols.size(), 0), roots_(texts.symbols.size(), 0) {
    for (auto& known : meanings_) known.assign(texts.symbols.size(), 0);
  }

  void make(const Document& document, const Sentence& sentence, std::vector<Unit>& out) {
    uint16_t clause = 0;
    int depth = 0;
    const uint32_t begin = sentence.first_token;
    // "No, our nurses give it": an answer denies what was asked, not what it goes on to say.
    const bool answers = begin + 1 < sentence.end_token && words_.amount(document.tokens[begin].word) == Amount::no && document.text_of(document.tokens[begin + 1]) == ",";
    for (uint32_t i = answers ? begin + 1 : begin; i < sentence.end_token;) {
      const Token& token = document.tokens[i];
      if (token.kind == TokenKind::punctuation) {
        const std::string_view mark = document.text_of(token);
        if (mark == "(" || mark == "[") ++depth;
        else if ((mark == ")" || mark == "]") && depth > 0) --depth;
        else if (mark == "," || mark == ";" || mark == ":" || mark == "\xE2\x80\x94" || mark == "\xE2\x80\x93") ++clause;
        ++i;
        continue;
      }
      if (depth > 0) {
        ++i;
        continue;
      }
      Unit unit = unit_at(document, sentence, i);
      if (unit.is(contrast_word)) ++clause;
      unit.clause = clause;
      out.push_back(unit);
      i = unit.end;
    }
  }

 private:
  Unit unit_at(const Document& document, const Sentence& sentence, uint32_t at) {
    const Token& token = document.tokens[at];
    Unit unit;
    unit.token = at;
    unit.end = at + 1;
    unit.word = token.word;
    unit.classes = words_.classes(token.word);
    unit.amount = words_.amount(token.word);
    // "Stage 2 A", "vitamin A": a letter that stands alone is a label, not an article.
    if (at > sentence.first_token && token.letter_case != Case::lower && token.span.size() == 1 && !unit.is(pronoun)) unit.classes = 0, unit.name = true;
    if (const auto number = numbers_.read(document, at, sentence.end_token); number && number->tokens > 0 && !unit.is(function_word)) {
      unit.number = true;
      unit.value = number->value;
      unit.ordinal = number->ordinal;
      unit.end = at + number->tokens;
      unit.key = stem(token.word);
      return unit;
    }
    unit.name = at > sentence.first_token && token.kind == TokenKind::word && (token.letter_case == Case::capitalised || token.letter_case == Case::mixed || (token.letter_case == Case::upper && token.span.size() > 1));
    if (const WordRelations::Match match = words_.match(document.tokens, at, sentence.end_token); match.tokens > 0) {
      unit.entry = match.entry;
      unit.end = at + match.tokens;
      if (match.tokens > 1) unit.classes = unit.classes & (scope_word | time_link | condition_word | soft_frequency | remark_word | exempting_word), unit.amount = words_.amount_of_phrase(match.entry);
      unit.key = words_.group_key(match.entry);
    }
    if (unit.end - at == 1 && !unit.name && unit.content()) unit.meaning = meaning(token), unit.stem = root(token.lemma != 0 ? token.lemma : token.word);
    if (unit.key == 0) unit.key = unit.end - at > 1 ? words_.phrase_key(unit.entry) : stem(token.lemma != 0 ? token.lemma : token.word);
    return unit;
  }

  // By the lemma and what it is here; names and function words have none.
  uint32_t meaning(const Token& token) {
    const PartOfSpeech part = is_noun(token.tag) ? PartOfSpeech::noun : is_verb(token.tag) ? PartOfSpeech::verb : is_adjective(token.tag) ? PartOfSpeech::adjective : PartOfSpeech::adverb;
    if (part == PartOfSpeech::adverb && !is_adverb(token.tag)) return 0;
    const Symbol lemma = token.lemma != 0 ? token.lemma : token.word;
    uint32_t& known = meanings_[static_cast<size_t>(part)][lemma];
    if (known == 0) {
      const uint32_t row = wordnet_ ? wordnet_.find(texts_.word(lemma)) : WordNet::kNone;
      const uint32_t synset = row == WordNet::kNone ? WordNet::kNone : wordnet_.synset(row, part);
      known = synset == WordNet::kNone ? kNoMeaning : synset + 1;
    }
    return known == kNoMeaning ? 0 : known;
  }

  uint32_t root(Symbol word) {
    uint32_t& known = roots_[word];
    if (known == 0) known = words_.root(texts_.word(word));
    return known;
  }

  uint32_t stem(Symbol word) {
    uint32_t& known = stems_[word];
    if (known == 0) known = words_.stem(texts_.word(word)) & 0x3FFFFFFFu;
    return known;
  }

  const Collection& texts_;
  const WordRelations& words_;
  const NumberTable& numbers_;
  const WordNet& wordnet_;
  std::vector<uint32_t> stems_;
  std::vector<uint32_t> roots_;
  std::vector<uint32_t> meanings_[4];  // by part of speech and lemma
};

uint64_t words_hash(const std::vector<Unit>& units, uint32_t first, uint32_t end) {
  uint64_t hash = 1469598103934665603ull;
  for (uint32_t u = first; u < end; ++u) hash = (hash ^ (uint64_t{units[u].word} * 64 + (units[u].end - units[u].token) + (uint64_t{units[u].entry} << 32))) * 1099511628211ull;
  return hash;
}

bool runs(const Passage& passage) { return passage.kind == PassageKind::paragraph || passage.kind == PassageKind::list_item || passage.kind == PassageKind::field; }

// The statements that the last sentence joins.
void add_parts(const Document& document, const Sentence& sentence, const WordRelations& words, std::unordered_map<uint64_t, uint32_t>& known, NearCopies& out) {
  const ComparedSentence whole = out.sentences.back();
  for (const ClauseTokens& clause : main_clauses(document, sentence, words)) {
    ComparedSentence part{whole.place, {}, static_cast<uint32_t>(out.units.size()), 0, 0, true};
    const auto within = [&](const Unit& unit) { return std::any_of(clause.begin(), clause.end(), [&](const TokenRange& range) { return unit.token >= range.first && unit.end <= range.end; }); };
    for (uint32_t u = whole.first; u < whole.end; ++u)
      if (within(out.units[u])) part.content += out.units[u].content(), out.units.push_back(Unit(out.units[u]));
    part.end = static_cast<uint32_t>(out.units.size());
    const bool pointing = part.end > part.first && out.units[part.first].is(pronoun);  // "this condition" is whatever the document is about
    const bool worth = !pointing && part.end - part.first >= kFewest && part.content >= 2 && part.end - part.first < whole.end - whole.first;
    if (worth && known.emplace(words_hash(out.units, part.first, part.end), static_cast<uint32_t>(out.sentences.size())).second) out.sentences.push_back(part);
    else out.units.resize(part.first);
  }
}

void collect_sentences(const Collection& texts, const WordRelations& words, const NumberTable& numbers, const WordNet& wordnet, NearCopies& out) {
  UnitMaker maker(texts, words, numbers, wordnet);
  std::unordered_map<uint64_t, uint32_t> known;
  for (uint32_t d = 0; d < texts.documents.size(); ++d) {
    const Document& document = texts.documents[d];
    for (uint32_t s = 0; s < document.sentences.size(); ++s) {
      const Sentence& sentence = document.sentences[s];
      if (!runs(document.passages[sentence.passage]) || sentence.end_token - sentence.first_token > 2 * kLongest) continue;
      if (document.tokens[sentence.end_token - 1].word != 0 && document.text_of(document.tokens[sentence.end_token - 1]) == "?") continue;
      ComparedSentence made{{d, s}, {}, static_cast<uint32_t>(out.units.size()), 0, 0};
      maker.make(document, sentence, out.units);
      made.end = static_cast<uint32_t>(out.units.size());
      for (uint32_t u = made.first; u < made.end; ++u) made.content += out.units[u].content();
      if (made.end - made.first < kFewest || made.end - made.first > kLongest || made.content < 2) {
        out.units.resize(made.first);
        continue;
      }
      const auto [place, fresh] = known.emplace(words_hash(out.units, made.first, made.end), static_cast<uint32_t>(out.sentences.size()));
      if (!fresh && out.sentences[place->second].part) {
        place->second = static_cast<uint32_t>(out.sentences.size());
      } else if (!fresh) {
        out.sentences[place->second].again.push_back({d, s});
        out.units.resize(made.first);
        continue;
      }
      out.sentences.push_back(std::move(made));
      add_parts(document, sentence, words, known, out);
    }
  }
}

// The sentences that share rare words with each sentence, the likest first.
class Candidates {
 public:
  Candidates(const NearCopies& copies, const WordRelations& words) : copies_(copies), words_(words), keys_(copies.sentences.size()), shared_(copies.sentences.size(), 0), poles_(copies.sentences.size()) {
    for (uint32_t s = 0; s < copies.sentences.size(); ++s) {
      for (uint32_t u = copies.sentences[s].first; u < copies.sentences[s].end; ++u)
        if (copies.units[u].content() && !copies.units[u].number) keys_[s].push_back(copies.units[u].key);
      std::sort(keys_[s].begin(), keys_[s].end());
      keys_[s].erase(std::unique(keys_[s].begin(), keys_[s].end()), keys_[s].end());
      for (const uint32_t key : keys_[s]) holders_[key].push_back(s);
      find_poles(s);
    }
  }

  struct Partners {
    std::vector<uint32_t> near, distant;
    std::vector<uint32_t> opposed;  // those that hold an opposite of one of its words
  };

  bool whole(uint32_t s, uint32_t other) const { return !copies_.sentences[s].part && !copies_.sentences[other].part; }

  // A statement of a sentence is compared with other documents alone.
  bool apart(uint32_t s, uint32_t other) const {
    const ComparedSentence &a = copies_.sentences[s], &b = copies_.sentences[other];
    return a.place.document != b.place.document || whole(s, other);
  }

  // Those after `s` only, so that each pair comes up once.
  Partners of(uint32_t s) {
    std::vector<const std::vector<uint32_t>*> lists;
    for (const uint32_t key : keys_[s])
      if (const auto& list = holders_.at(key); list.size() > 1 && list.size() <= kMostHolders) lists.push_back(&list);
    std::stable_sort(lists.begin(), lists.end(), [](const auto* x, const auto* y) { return x->size() < y->size(); });
    if (lists.size() > kRarest) lists.resize(kRarest);
    std::vector<uint32_t> met;
    for (const auto* list : lists)
      for (auto other = std::upper_bound(list->begin(), list->end(), s); other != list->end(); ++other)
        if (shared_[*other]++ == 0) met.push_back(*other);
    std::vector<std::pair<double, uint32_t>> ranked, opposed;
    for (const uint32_t other : met) {
      const double share = 2.0 * shared_[other] / static_cast<double>(std::min<size_t>(keys_[s].size(), kRarest) + std::min<size_t>(keys_[other].size(), kRarest));
      shared_[other] = 0;
      if (!apart(s, other)) continue;
      if (whole(s, other) && (poles_[s].groups & poles_[other].groups) != 0) opposed.emplace_back(-share, other);
      if (share >= kLeastDistant) ranked.emplace_back(-share, other);
    }
    std::sort(ranked.begin(), ranked.end());
    Partners out;
    for (const auto& [share, other] : ranked) {
      if (-share >= kLeastShared && out.near.size() < kPartners) out.near.push_back(other);
      else if (out.distant.size() < kDistant && whole(s, other)) out.distant.push_back(other);
    }
    std::sort(opposed.begin(), opposed.end());
    for (const auto& [share, other] : opposed)
      if (out.opposed.size() < kOpposed && part(s, other)) out.opposed.push_back(other);
    return out;
  }

  // The words of two sentences that stand at two ends of one axis.
  template <class Visit>
  void each_opposed(uint32_t s, uint32_t other, Visit visit) const {
    for (const uint32_t u : poles_[s].units)
      for (const uint32_t v : poles_[other].units)
        if (parted(s, u, other, v)) visit(u, v);
  }

 private:
  struct Poles {
    uint64_t groups = 0;  // a bit for each axis and class that one of its words is in
    std::vector<uint32_t> units;
  };

  void find_poles(uint32_t s) {
    const ComparedSentence& sentence = copies_.sentences[s];
    for (uint32_t u = sentence.first; u < sentence.end; ++u) {
      const Unit& unit = copies_.units[u];
      if (unit.entry == 0 || unit.number || unit.amount != Amount::none) continue;
      uint64_t groups = 0;
      words_.each_group(unit.entry, [&](uint32_t group) { if ((group & 3) != Sense::synonym) groups |= uint64_t{1} << (group * 0x9E3779B1u >> 26); });
      if (groups == 0) continue;
      poles_[s].groups |= groups;
      poles_[s].units.push_back(u - sentence.first);
    }
  }

  bool parted(uint32_t s, uint32_t u, uint32_t other, uint32_t v) const {
    const uint32_t one = copies_.units[copies_.sentences[s].first + u].entry, two = copies_.units[copies_.sentences[other].first + v].entry;
    const Relation relation = words_.relation(one, two);
    return relation == Relation::opposite || relation == Relation::exclusive || (relation == Relation::none && words_.on_axis(one, two, "sole"));
  }

  bool part(uint32_t s, uint32_t other) const {
    bool found = false;
    each_opposed(s, other, [&](uint32_t, uint32_t) { found = true; });
    return found;
  }

  const NearCopies& copies_;
  const WordRelations& words_;
  std::vector<std::vector<uint32_t>> keys_;
  std::unordered_map<uint32_t, std::vector<uint32_t>> holders_;
  std::vector<uint16_t> shared_;
  std::vector<Poles> poles_;
};

}  // namespace

Match how_alike(const Unit& a, const Unit& b, const WordRelations& words) {
  if (a.word == b.word && a.end - a.token == b.end - b.token && a.entry == b.entry) return Match::equal;
  if (a.number && b.number) return a.value == b.value ? Match::same : Match::number;
  if (a.number != b.number) return Match::none;
  if (a.entry != 0 && b.entry != 0) {
    switch (words.relation(a.entry, b.entry)) {
      case Relation::same: return Match::same;
      case Relation::opposite: return Match::opposite;
      case Relation::exclusive: return Match::exclusive;
      case Relation::none: break;
    }
  }
  if (a.key == b.key && !a.is(function_word) && !b.is(function_word)) return Match::same;
  return Match::none;
}

namespace {

// A bit for each thing that how_alike() may find equal. Units without a bit in common are not alike, which is true
// of most cells of an alignment.
uint64_t traits_of(const Unit& unit, const WordRelations& words) {
  const auto bit = [](uint64_t kind, uint64_t value) { return uint64_t{1} << ((kind << 32 | value) * 0x9E3779B97F4A7C15u >> 58); };
  uint64_t traits = bit(0, unit.word);
  if (unit.number) return traits | bit(1, 0);
  if (!unit.is(function_word)) traits |= bit(2, unit.key);
  if (unit.entry != 0) words.each_group(unit.entry, [&](uint32_t group) { traits |= bit(3, group); });
  return traits;
}

int worth(Match match, const Unit& a) {
  switch (match) {
    case Match::equal: return a.is(function_word | filler) ? 6 : 16;
    case Match::same: return 13;
    case Match::opposite: return 10;
    case Match::exclusive: return 9;
    case Match::number: return 7;
    default: return 0;
  }
}

// Aligns two unit sequences in order (the heaviest common subsequence, neighbours preferred), then pairs equal
// words that stand elsewhere.
class Aligner {
 public:
  Aligner(const NearCopies& copies, const WordRelations& words) : copies_(copies), words_(words) {
    traits_.reserve(copies.units.size());
    for (const Unit& unit : copies.units) traits_.push_back(traits_of(unit, words));
  }

  void align(SentencePair& pair) {
    const ComparedSentence &a = copies_.sentences[pair.a], &b = copies_.sentences[pair.b];
    const uint32_t n = a.end - a.first, m = b.end - b.first, width = m + 1;
    best_.assign((n + 1) * width, 0);
    kind_.assign((n + 1) * width, Match::none);
    for (uint32_t i = n; i-- > 0;) {
      const uint64_t traits = traits_[a.first + i];
      const int* below = &best_[(i + 1) * width];
      int* row = &best_[i * width];
      for (uint32_t j = m; j-- > 0;) {
        int value = std::max(below[j], row[j + 1]);
        if ((traits & traits_[b.first + j]) == 0) {
          row[j] = value;
          continue;
        }
        const Unit &x = copies_.units[a.first + i], &y = copies_.units[b.first + j];
        const Match match = how_alike(x, y, words_);
        if (match != Match::none) {
          const bool next = kind_[(i + 1) * width + j + 1] != Match::none;
          const int taken = below[j + 1] + worth(match, x) + (next ? 2 : 0);
          if (taken >= value) value = taken, kind_[i * width + j] = match;
        }
        row[j] = value;
      }
    }
    trace(pair, n, m);
    uncross(pair, a, b);
    pair_moved(pair, a, b);
    uint32_t lined_up = 0;
    for (const AlignedWord& word : pair.of_a) lined_up += word.match == Match::equal || word.match == Match::same || word.match == Match::moved;
    pair.likeness = 2.0 * lined_up / (n + m);
  }

 private:
  void trace(SentencePair& pair, uint32_t n, uint32_t m) const {
    pair.of_a.assign(n, {});
    pair.of_b.assign(m, {});
    for (uint32_t i = 0, j = 0; i < n && j < m;) {
      const uint32_t at = i * (m + 1) + j;
      if (kind_[at] != Match::none) {
        pair.of_a[i] = {kind_[at], static_cast<int32_t>(j)};
        pair.of_b[j] = {kind_[at], static_cast<int32_t>(i)};
        ++i, ++j;
      } else if (best_[at + m + 1] >= best_[at + 1]) {
        ++i;
      } else {
        ++j;
      }
    }
  }

  // "Men ... women" against "Women ... men": not two pairs of opposites, but two words that changed places.
  void uncross(SentencePair& pair, const ComparedSentence& a, const ComparedSentence& b) const {
    const auto crossable = [](Match match) { return match == Match::opposite || match == Match::exclusive; };
    for (uint32_t i = 0; i < pair.of_a.size(); ++i) {
      if (!crossable(pair.of_a[i].match)) continue;
      for (uint32_t k = i + 1; k < pair.of_a.size(); ++k) {
        if (!crossable(pair.of_a[k].match)) continue;
        const uint32_t j = static_cast<uint32_t>(pair.of_a[i].partner), l = static_cast<uint32_t>(pair.of_a[k].partner);
        if (how_alike(copies_.units[a.first + i], copies_.units[b.first + l], words_) > Match::same || how_alike(copies_.units[a.first + k], copies_.units[b.first + j], words_) > Match::same) continue;
        if (copies_.units[a.first + i].key != copies_.units[b.first + l].key) continue;
        pair.of_a[i] = {Match::moved, static_cast<int32_t>(l)};
        pair.of_b[l] = {Match::moved, static_cast<int32_t>(i)};
        pair.of_a[k] = {Match::moved, static_cast<int32_t>(j)};
        pair.of_b[j] = {Match::moved, static_cast<int32_t>(k)};
        break;
      }
    }
  }

  void pair_moved(SentencePair& pair, const ComparedSentence& a, const ComparedSentence& b) const {
    for (uint32_t i = 0; i < pair.of_a.size(); ++i) {
      const Unit& x = copies_.units[a.first + i];
      if (pair.of_a[i].match != Match::none || !x.content()) continue;
      for (uint32_t j = 0; j < pair.of_b.size(); ++j) {
        if (pair.of_b[j].match != Match::none || (traits_[a.first + i] & traits_[b.first + j]) == 0) continue;
        const Match match = how_alike(x, copies_.units[b.first + j], words_);
        if (match != Match::equal && match != Match::same) continue;
        pair.of_a[i] = {Match::moved, static_cast<int32_t>(j)};
        pair.of_b[j] = {Match::moved, static_cast<int32_t>(i)};
        break;
      }
    }
  }

  const NearCopies& copies_;
  const WordRelations& words_;
  std::vector<uint64_t> traits_;  // by unit
  std::vector<int> best_;
  std::vector<Match> kind_;
};

}  // namespace

NearCopies find_near_copies(const Collection& texts, const WordRelations& words, const NumberTable& numbers, const WordNet& wordnet) {
  NearCopies out;
  collect_sentences(texts, words, numbers, wordnet, out);
  Candidates candidates(out, words);
  Aligner aligner(out, words);
  for (uint32_t s = 0; s < out.sentences.size(); ++s) {
    const Candidates::Partners partners = candidates.of(s);
    for (const uint32_t other : partners.distant) out.distant.emplace_back(s, other);
    for (const uint32_t other : partners.opposed) candidates.each_opposed(s, other, [&](uint32_t u, uint32_t v) { out.opposed.push_back({s, other, u, v}); });
    for (const uint32_t other : partners.near) {
      SentencePair pair;
      pair.a = s;
      pair.b = other;
      aligner.align(pair);
      out.pairs.push_back(std::move(pair));
    }
  }
  return out;
}

}  // namespace crosscheck
