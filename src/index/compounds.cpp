// Compounds that are written open, with hyphens or closed: "beta blocker", "beta-blocker", "betablocker".
//
// A polynomial hash makes the closed form of two words from their own hashes, so a pair of neighbours costs one
// multiplication and one look into a bitmap: what is not hyphenated somewhere, nor written as one word, ends there.
// The last word counts without its plural s. Longer chains ("over-the-counter") are looked up by their first pair.
//
// Where a place stands decides what it says. "A long-term treatment" has a hyphen because a noun follows, "in the long
// term" has none, and both are right; "we follow up" is a verb. The rules read before_noun and noun.
//
// Tested by tests/rooms/terms.cpp and tests/checks/terms/hyphenation.yaml.
#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "index/terms.h"
#include "language/lemma.h"
#include "language/tags.h"
#include "spelling/setting.h"
#include "text/utf8.h"

namespace crosscheck {
namespace {

constexpr uint64_t kBase = 0x9E3779B97F4A7C15u;
constexpr uint32_t kLongestChain = 5;
constexpr size_t kBits = 1 << 16;

bool plural_s(std::string_view word) {
  return word.size() > 3 && word.back() == 's' && !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is");
}

class Finder {
 public:
  Finder(const Collection& texts, const TermTables& tables, const WordNet& wordnet)
      : texts_(texts), tables_(tables), wordnet_(wordnet), shapes_(texts, tables), bits_(kBits / 64) {}

  std::vector<Compound> find() {
    each_sentence([&](uint32_t d, uint32_t s) { read_hyphens(d, s); });
    if (keys_.empty() && words_.empty()) return {};
    each_sentence([&](uint32_t d, uint32_t s) { read_open(d, s); });
    find_closed();
    std::vector<Compound> out;
    for (auto& [key, compound] : compounds_) {
      auto& places = compound.places;
      std::stable_sort(places.begin(), places.end(), [](const CompoundPlace& a, const CompoundPlace& b) { return std::tie(a.document, a.first) < std::tie(b.document, b.first); });
      const auto differs = [&](const CompoundPlace& place) { return place.join != places[0].join; };
      if (std::any_of(places.begin(), places.end(), differs)) out.push_back(std::move(compound));
    }
    const auto order = [](const Compound& a, const Compound& b) { return std::tie(a.places[0].document, a.places[0].first) < std::tie(b.places[0].document, b.places[0].first); };
    std::sort(out.begin(), out.end(), order);
    return out;
  }

 private:
  template <class Visit>
  void each_sentence(Visit visit) const {
    for (uint32_t d = 0; d < texts_.documents.size(); ++d) {
      const Document& document = texts_.documents[d];
      for (uint32_t s = 0; s < document.sentences.size(); ++s) {
        const PassageKind kind = document.passages[document.sentences[s].passage].kind;
        if (kind != PassageKind::heading && kind != PassageKind::quote && kind != PassageKind::code) visit(d, s);
      }
    }
  }

  const TermTables::Shape& shape(Symbol word) { return shapes_.of(word); }

  void mark(uint64_t key) { bits_[(key >> 6) % (kBits / 64)] |= uint64_t{1} << (key & 63); }
  bool marked(uint64_t key) const { return (bits_[(key >> 6) % (kBits / 64)] >> (key & 63) & 1) != 0; }

  bool joined(const Document& document, const Sentence& sentence, uint32_t hyphen) const {
    const auto& tokens = document.tokens;
    return tokens[hyphen].word == tables_.hyphen && hyphen > sentence.first_token && hyphen + 1 < sentence.end_token && !tokens[hyphen].space_before && !tokens[hyphen + 1].space_before;
  }

  // A word of a text, no part of a path or an address.
  bool stands_alone(const Document& document, const Sentence& sentence, uint32_t first, uint32_t end) const {
    const auto& tokens = document.tokens;
    const auto joins = [&](const Token& mark) { return std::string_view("/\\-_@=&%#~.:+").find(document.text_of(mark)) != std::string_view::npos; };
    if (!tokens[first].space_before && first > sentence.first_token && (tokens[first - 1].kind == TokenKind::word || tokens[first - 1].kind == TokenKind::number || joins(tokens[first - 1]))) return false;
    if (end >= sentence.end_token || tokens[end].space_before) return true;
    if (tokens[end].kind == TokenKind::number || tokens[end].word == tables_.hyphen || document.text_of(tokens[end]) == "/" || document.text_of(tokens[end]) == "_") return false;
    return end + 1 >= sentence.end_token || tokens[end + 1].space_before || tokens[end + 1].kind == TokenKind::punctuation || !joins(tokens[end]);
  }

  void read_hyphens(uint32_t d, uint32_t s) {
    const Document& document = texts_.documents[d];
    const Sentence& sentence = document.sentences[s];
    const auto& tokens = document.tokens;
    for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      if (tokens[i].kind == TokenKind::word && !seen_.contains(tokens[i].word)) {
        seen_.add(tokens[i].word);
        if (tokens[i].span.size() >= 4) {
          const uint64_t key = shape(tokens[i].word).stem;
          words_.insert(key);
          mark(key);
        }
      }
      if (!joined(document, sentence, i)) continue;
      const uint32_t first = i - 1;
      uint32_t last = i + 1;
      while (last + 2 < sentence.end_token && joined(document, sentence, last + 1)) last += 2;
      i = last;
      if ((last - first) / 2 >= kLongestChain || tokens[first].kind != TokenKind::word) continue;
      if (tokens[last].kind != TokenKind::word && tokens[last].kind != TokenKind::number) continue;
      if (!stands_alone(document, sentence, first, last + 1) || is_code(document, first, last + 1) || tells_sound(document, sentence, first)) continue;
      uint64_t key = shape(tokens[first].word).hash;
      for (uint32_t k = first + 2; k < last; k += 2) key = key * shape(tokens[k].word).power + shape(tokens[k].word).hash;
      key = key * shape(tokens[last].word).stem_power + shape(tokens[last].word).stem;
      if (last == first + 2) {
        mark(key);
      } else {
        const uint64_t pair = shape(tokens[first].word).hash * shape(tokens[first + 2].word).stem_power + shape(tokens[first + 2].word).stem;
        auto& lengths = chains_[pair];
        const auto words = (last - first) / 2 + 1;
        if (std::find(lengths.begin(), lengths.end(), words) == lengths.end()) lengths.push_back(words);
        mark(pair);
      }
      keys_.insert(key);
      add(key, d, s, first, last + 1, Join::hyphen);
    }
  }

  // "fi-BRO-sis" between brackets, "ATR-X"; "PLATE-lets" tells how a word is spoken.
  bool is_code(const Document& document, uint32_t first, uint32_t end) const {
    const auto& tokens = document.tokens;
    uint32_t upper = 0, words = 0;
    for (uint32_t i = first; i < end; i += 2) {
      ++words;
      upper += tokens[i].kind == TokenKind::number || (tokens[i].letter_case == Case::upper && (tokens[i].span.size() > 1 || i > first));
    }
    const bool spoken = tokens[first].letter_case == Case::upper && tokens[first].span.size() > 2 && first > 0 && document.text_of(tokens[first - 1]) == "(";
    return spoken || (upper > 0 && upper + 1 >= words && tokens[first].letter_case == Case::upper && tokens[first].span.size() > 1);
  }

  void read_open(uint32_t d, uint32_t s) {
    const Document& document = texts_.documents[d];
    const Sentence& sentence = document.sentences[s];
    const auto& tokens = document.tokens;
    for (uint32_t i = sentence.first_token; i + 1 < sentence.end_token; ++i) {
      if (tokens[i].kind != TokenKind::word || !tokens[i + 1].space_before || tokens[i + 1].kind > TokenKind::number) continue;
      const uint64_t key = shape(tokens[i].word).hash * shape(tokens[i + 1].word).stem_power + shape(tokens[i + 1].word).stem;
      if (!marked(key)) continue;
      const bool one_word = words_.contains(key) && may_be_closed(document, i) && !distinct(document, sentence, i);
      if ((keys_.contains(key) || one_word) && stands_alone(document, sentence, i, i + 2)) add(key, d, s, i, i + 2, Join::open);
      if (const auto chain = chains_.find(key); chain != chains_.end())
        for (const uint32_t words : chain->second) read_open_chain(d, s, i, words);
    }
  }

  void read_open_chain(uint32_t d, uint32_t s, uint32_t first, uint32_t words) {
    const Document& document = texts_.documents[d];
    const Sentence& sentence = document.sentences[s];
    const auto& tokens = document.tokens;
    if (first + words > sentence.end_token) return;
    uint64_t key = shape(tokens[first].word).hash;
    for (uint32_t k = first + 1; k < first + words; ++k) {
      if (!tokens[k].space_before || tokens[k].kind > TokenKind::number) return;
      const auto& part = shape(tokens[k].word);
      key = k + 1 < first + words ? key * part.power + part.hash : key * part.stem_power + part.stem;
    }
    if (keys_.contains(key) && stands_alone(document, sentence, first, first + words)) add(key, d, s, first, first + words, Join::open);
  }

  // Two words may be one when each is a word of content.
  bool may_be_closed(const Document& document, uint32_t first) const {
    const Token& a = document.tokens[first];
    const Token& b = document.tokens[first + 1];
    if (a.span.size() < 3 || b.span.size() < 3 || b.kind != TokenKind::word || tables_.function_words.contains(a.word) || tables_.function_words.contains(b.word)) return false;
    // "quitsmoking" and "heartattack" lost a blank; that is for spelling.run_together.
    std::string phrase(texts_.word(a.word));
    phrase += texts_.word(b.word);
    if (wordnet_.find(phrase) != WordNet::kNone) return true;
    phrase.insert(texts_.word(a.word).size(), " ");
    return is_thing(a) && is_thing(b) && wordnet_.find(phrase) == WordNet::kNone;
  }

  bool is_thing(const Token& token) const {
    if (token.tag != tag::none && !is_noun(token.tag)) return false;
    const uint32_t row = wordnet_.find(texts_.word(token.lemma));
    return row != WordNet::kNone && wordnet_.count(row, PartOfSpeech::noun) >= std::max(wordnet_.count(row, PartOfSpeech::adjective), wordnet_.count(row, PartOfSpeech::verb));
  }

  bool distinct(const Document& document, const Sentence& sentence, uint32_t first) const {
    return tables_.distinct.match(document.tokens, first, sentence.end_token).tokens > 0;
  }

  void find_closed() {
    WordSet wanted;
    bool any = false;
    for (uint32_t d = 0; d < texts_.documents.size(); ++d)
      for (const Token& token : texts_.documents[d].tokens)
        if (token.kind == TokenKind::word && token.span.size() >= 4 && compounds_.contains(shape(token.word).stem)) wanted.add(token.word), any = true;
    if (!any) return;
    each_sentence([&](uint32_t d, uint32_t s) {
      const Document& document = texts_.documents[d];
      const Sentence& sentence = document.sentences[s];
      for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i)
        if (wanted.contains(document.tokens[i].word) && stands_alone(document, sentence, i, i + 1)) add(shape(document.tokens[i].word).stem, d, s, i, i + 1, Join::closed);
    });
  }

  void add(uint64_t key, uint32_t d, uint32_t s, uint32_t first, uint32_t end, Join join) {
    const Document& document = texts_.documents[d];
    CompoundPlace place;
    place.document = d, place.sentence = s, place.first = first, place.end = end;
    place.span = {document.tokens[first].span.begin, document.tokens[end - 1].span.end};
    place.join = join;
    place.before_noun = before_noun(document, document.sentences[s], end) || (join == Join::hyphen && before_another(document, document.sentences[s], end));
    place.noun = is_noun_place(document, document.sentences[s], place);
    // "high salt levels": the levels are high, and the salt is no more than theirs.
    if (join == Join::open && place.before_noun && tables_.amounts.contains(document.tokens[end].word) && is_adjective(document.tokens[first].tag)) place.before_noun = place.noun = false;
    // "the follow up visit": after an article no verb stands there, whatever the tagger says.
    if (place.noun && join == Join::open && tables_.particles.contains(document.tokens[end - 1].word)) place.before_noun |= may_be_noun(document, document.sentences[s], end);
    compounds_[key].places.push_back(place);
  }

  bool may_be_noun(const Document& document, const Sentence& sentence, uint32_t at) const {
    if (at >= sentence.end_token || document.tokens[at].kind != TokenKind::word || tables_.function_words.contains(document.tokens[at].word)) return false;
    const uint32_t row = wordnet_.find(texts_.word(document.tokens[at].lemma));
    return row == WordNet::kNone || (wordnet_.parts(row) & 1) != 0;
  }

  // "low-risk and intermediate-risk neuroblastoma": the noun comes after the second.
  bool before_another(const Document& document, const Sentence& sentence, uint32_t at) const {
    const auto& tokens = document.tokens;
    if (at + 3 >= sentence.end_token || !(document.text_of(tokens[at]) == "and" || document.text_of(tokens[at]) == "or" || document.text_of(tokens[at]) == ",")) return false;
    for (uint32_t i = at + 2; i < sentence.end_token && i < at + 5; ++i)
      if (joined(document, sentence, i)) return true;
    return false;
  }

  // Is what follows a noun that the compound describes? "follow-up visit", "long-term medical treatment".
  bool before_noun(const Document& document, const Sentence& sentence, uint32_t at) {
    const auto& tokens = document.tokens;
    if (at >= sentence.end_token || !tokens[at].space_before || tokens[at].kind != TokenKind::word || tables_.function_words.contains(tokens[at].word)) return false;
    if (shape(tokens[at - 1].word).plural) return false;
    if (tokens[at].tag != tag::none) return is_noun(tokens[at].tag) || (is_adjective(tokens[at].tag) && at + 1 < sentence.end_token && is_noun(tokens[at + 1].tag));
    const uint32_t row = wordnet_.find(texts_.word(tokens[at].lemma));
    if (row == WordNet::kNone) return !texts_.word(tokens[at].word).ends_with("ly");
    const uint8_t parts = wordnet_.parts(row);
    if ((parts & 4) != 0 && (parts & 2) == 0) return true;
    return (parts & 1) != 0 && wordnet_.count(row, PartOfSpeech::noun) >= wordnet_.count(row, PartOfSpeech::verb);
  }

  // "drug related" and "well known" are no names of things unless a noun follows, "foam dressings" is.
  bool is_noun_place(const Document& document, const Sentence& sentence, const CompoundPlace& place) const {
    if (place.join != Join::open) return true;
    const auto plain = [&](const Token& token) { return tables_.function_words.contains(token.word); };
    const bool phrase = place.end - place.first > 2 && std::any_of(document.tokens.begin() + place.first, document.tokens.begin() + place.end, plain);
    if (phrase) return place.before_noun;
    const Token& last = document.tokens[place.end - 1];
    if (!tables_.particles.contains(last.word)) {
      if (place.before_noun || last.kind == TokenKind::number) return true;
      if (last.tag != tag::none) return is_noun(last.tag);
      const std::string_view word = texts_.word(last.word);
      const uint32_t row = wordnet_.find(texts_.word(last.lemma));
      return row == WordNet::kNone || (!word.ends_with("ed") && wordnet_.count(row, PartOfSpeech::noun) >= std::max(wordnet_.count(row, PartOfSpeech::adjective), wordnet_.count(row, PartOfSpeech::verb)));
    }
    return place.first > sentence.first_token && tables_.determiners.contains(document.tokens[place.first - 1].word);
  }

  const Collection& texts_;
  const TermTables& tables_;
  const WordNet& wordnet_;
  Shapes shapes_;
  std::vector<uint64_t> bits_;
  WordSet seen_;
  std::unordered_set<uint64_t> words_, keys_;
  std::unordered_map<uint64_t, std::vector<uint32_t>> chains_;
  std::map<uint64_t, Compound> compounds_;
};

}  // namespace

TermTables::TermTables(Rulebook& book) {
  const Value& file = book.lexicon("compounds");
  function_words = book.word_set(file["function_words"]);
  particles = book.word_set(file["particles"]);
  amounts = book.word_set(file["amounts"]);
  determiners = book.word_set(file["determiners"]);
  distinct = book.phrase_set(file["distinct"]);
  hyphen = book.symbols.intern("-");
  const Value& capitals = book.lexicon("capitals");
  openers = book.word_set(capitals["openers"]);
  connectors = book.word_set(capitals["connectors"]);
  cased_determiners = book.word_set(capitals["determiners"]);
  common_nouns = book.word_set(capitals["common_nouns"]);
  cites = book.word_set(capitals["cites"]);
  title_of = book.word_set(capitals["title_of"]);
  often_names = book.word_set(capitals["often_names"]);
  for (Symbol word = 0; word < book.symbols.size(); ++word) shapes.push_back(shape_of(book.symbols.text(word)));
}

TermTables::Shape TermTables::shape_of(std::string_view word) {
  Shape shape;
  shape.power = 1;
  for (const char c : word) {
    shape.hash = shape.hash * kBase + static_cast<unsigned char>(c) + 1;
    shape.power *= kBase;
  }
  shape.stem = shape.hash, shape.stem_power = shape.power;
  shape.plural = plural_s(word);
  if (!shape.plural) return shape;
  shape.stem = 0, shape.stem_power = 1;
  for (const char c : word.substr(0, word.size() - 1)) {
    shape.stem = shape.stem * kBase + static_cast<unsigned char>(c) + 1;
    shape.stem_power *= kBase;
  }
  return shape;
}

std::vector<Compound> find_compounds(const Collection& texts, const Rulebook& rules) {
  return Finder(texts, rules.table<TermTables>(), rules.table<LemmaTable>().wordnet()).find();
}

Terms find_terms(const Collection& texts, const Rulebook& rules) { return {find_compounds(texts, rules), find_cased_terms(texts, rules)}; }

}  // namespace crosscheck
