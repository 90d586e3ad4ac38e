// Tested by the fixtures of contradiction.duration, .frequency, .count, .date and .quantity.
#include "index/value_frames.h"

#include <algorithm>

#include "claim/grammar.h"
#include "language/lemma.h"
#include "language/tags.h"
#include "text/fold.h"

namespace crosscheck {
namespace {

constexpr uint32_t kNeighbours = 16;    // values a shared word may bring together with one value
constexpr uint32_t kMostPartners = 10;  // candidates kept per value
constexpr uint32_t kMostWords = 40;     // in a frame; more are no one clause
constexpr size_t kGeneral = 5;          // synsets above a word's; fewer say nothing ("object", "act")

uint64_t concept_id(ConceptKind kind, uint32_t what) { return static_cast<uint64_t>(kind) << 32 | what; }
ConceptKind kind_of(uint64_t id) { return static_cast<ConceptKind>(id >> 32); }

// The concepts of one set's words; each word is looked up once.
class Lookup {
 public:
  Lookup(const Collection& texts, const Meanings& meanings, const Rulebook& rules) : texts_(texts), meanings_(meanings), relations_(rules.table<WordRelations>()), wordnet_(rules.table<LemmaTable>().wordnet()), table_(rules.table<FrameTable>()) {}

  void add(const Token& token, std::vector<Concept>& out) {
    const uint64_t key = uint64_t{token.word} << 2 | part_of(token.tag);
    auto found = known_.find(key);
    if (found == known_.end()) found = known_.emplace(key, concepts_of(token)).first;
    out.insert(out.end(), found->second.begin(), found->second.end());
  }

 private:
  static uint32_t part_of(TagId t) { return is_verb(t) ? 1 : is_adjective(t) ? 2 : is_adverb(t) ? 3 : 0; }

  std::vector<Concept> concepts_of(const Token& token) const {
    std::vector<Concept> out;
    const std::string_view lemma = texts_.word(token.lemma);
    if (const Key key = meanings_.key(token.word); key != 0) out.push_back({concept_id(ConceptKind::meaning, key)});
    if (const Key key = meanings_.key(token.lemma); key != 0) out.push_back({concept_id(ConceptKind::meaning, key)});
    if (lemma.size() > 2) out.push_back({concept_id(ConceptKind::root, relations_.root(lemma))});
    if (const uint32_t* line = table_.derived.find(token.lemma)) out.push_back({concept_id(ConceptKind::derived, *line)});
    const uint32_t row = wordnet_.find(lemma);
    if (row == WordNet::kNone) return out;
    const PartOfSpeech part = is_verb(token.tag) ? PartOfSpeech::verb : is_adjective(token.tag) ? PartOfSpeech::adjective : is_adverb(token.tag) ? PartOfSpeech::adverb : PartOfSpeech::noun;
    if (const uint32_t synset = wordnet_.synset(row, part); synset != WordNet::kNone) {
      out.push_back({concept_id(ConceptKind::synset, synset)});
      const std::vector<uint32_t> above = wordnet_.synsets_above(row, part);
      if (above.size() > kGeneral || (part == PartOfSpeech::verb && above.size() > 2)) out.push_back({concept_id(ConceptKind::above, above[1])});
    }
    return out;
  }

  const Collection& texts_;
  const Meanings& meanings_;
  const WordRelations& relations_;
  const WordNet& wordnet_;
  const FrameTable& table_;
  std::unordered_map<uint64_t, std::vector<Concept>> known_;
};

class Framer {
 public:
  Framer(const Collection& texts, const std::vector<Claim>& claims, const Values& values, const Meanings& meanings, const Rulebook& rules, ValueFrames& out)
      : texts_(texts), claims_(claims), values_(values), meanings_(meanings), table_(rules.table<FrameTable>()), relations_(rules.table<WordRelations>()), lookup_(texts, meanings, rules), out_(out) {}

  void run() {
    out_.all.resize(values_.all.size());
    for (uint32_t v = 0; v < values_.all.size(); ++v) {
      out_.all[v].value = v;
      if (values_.all[v].quantity >= 0) frame(v);
    }
  }

 private:
  const Claim& claim_of(uint32_t v) const { return claims_[values_.all[v].claim]; }
  const Quantity& quantity_of(uint32_t v) const { return claim_of(v).quantities[static_cast<size_t>(values_.all[v].quantity)]; }

  uint32_t token_at(const Document& document, const Sentence& sentence, uint32_t byte) const {
    const auto begin = document.tokens.begin();
    return static_cast<uint32_t>(std::lower_bound(begin + sentence.first_token, begin + sentence.end_token, byte, [](const Token& t, uint32_t b) { return t.span.begin < b; }) - begin);
  }

  bool parts(const Document& document, uint32_t i) const {
    const Token& token = document.tokens[i];
    return table_.coordinators.contains(token.word) || (token.kind == TokenKind::punctuation && (document.text_of(token) == "," || document.text_of(token) == ";" || document.text_of(token) == ":"));
  }

  // The part of its clause that belongs to one value of several.
  void part_of_list(uint32_t v, const Document& document, uint32_t& first, uint32_t& end, bool& shared) const {
    const Quantity& self = quantity_of(v);
    const uint32_t whole = first;
    for (int side = -1; side <= 1; side += 2)
      for (uint32_t other = v + static_cast<uint32_t>(side); other < values_.all.size() && values_.all[other].quantity >= 0; other += static_cast<uint32_t>(side)) {
        const Claim& claim = claim_of(other);
        if (claim.document != claim_of(v).document || claim.sentence != claim_of(v).sentence) break;
        const Quantity& q = quantity_of(other);
        if (q.dimension != self.dimension || q.first < whole || q.first >= end) continue;
        if (side < 0 && q.end <= self.first) {
          for (uint32_t i = self.first; i-- > q.end;)
            if (parts(document, i)) {
              first = i + 1;
              break;
            }
        }
        if (side > 0 && q.first >= self.end) {
          for (uint32_t i = q.first; i-- > self.end;)
            if (parts(document, i)) {
              end = i;
              break;
            }
        }
        break;
      }
    shared = first > whole;
  }

  bool opens_clause(const Document& document, uint32_t i) const { return table_.openers.contains(document.tokens[i].word); }

  // Without the clauses before and behind that say something else ("..., so do not linger"). A condition stays.
  void own_clause(uint32_t v, const Document& document, uint32_t& first, uint32_t& end) {
    const Quantity& self = quantity_of(v);
    const auto verb_in = [&](uint32_t from, uint32_t to) { return std::any_of(document.tokens.begin() + from, document.tokens.begin() + to, [](const Token& token) { return is_finite(token.tag) || token.tag == tag::VB || token.tag == tag::VBP; }); };
    for (uint32_t i = self.end; i < end; ++i) {
      const bool mark = parts(document, i) || document.tokens[i].tag == tag::open_bracket || document.tokens[i].tag == tag::colon;
      if (!mark && !opens_clause(document, i)) continue;
      const uint32_t next = i + 1 < end && mark ? i + 1 : i;
      if (table_.conditions.contains(document.tokens[next].word)) continue;
      if (opens_clause(document, next) || verb_in(next, end)) {
        end = i;
        break;
      }
    }
    for (uint32_t i = self.first; i-- > first;) {
      if (!parts(document, i) || document.text_of(document.tokens[i]) == ":") continue;
      if (!verb_in(i + 1, self.first) || !verb_in(first, i)) continue;
      if (table_.conditions.contains(document.tokens[first].word)) continue;
      const Token& next = document.tokens[i + 1];
      // "he waited and left": the subject is shared.
      if (is_verb(next.tag) || is_finite(next.tag) || is_adverb(next.tag)) continue;
      first = i + 1;
      out_.all[v].cut = true;
      break;
    }
  }

  void frame(uint32_t v) {
    const Claim& claim = claim_of(v);
    const Document& document = texts_.documents[claim.document];
    const Sentence& sentence = document.sentences[claim.sentence];
    const TypedValue& value = values_.all[v];
    Frame& frame = out_.all[v];
    dimension_ = value.dimension;
    frame.mask = table_.mask_of(quantity_of(v).dimension);
    uint32_t first = token_at(document, sentence, claim.span.begin), end = token_at(document, sentence, claim.span.end);
    if (value.fragment && value.alone) first = sentence.first_token, end = sentence.end_token;
    frame.first = static_cast<uint32_t>(out_.words.size());
    const uint32_t clause_first = first;
    bool shared = false;
    part_of_list(v, document, first, end, shared);
    own_clause(v, document, first, end);
    frame.first_token = first, frame.end_token = end;
    shape(v, document, frame);
    const auto has = [&](const auto& asks) { return std::any_of(document.tokens.begin() + first, document.tokens.begin() + end, asks); };
    const bool one = has([&](const Token& token) { return table_.ones.contains(token.word); });
    const bool verb = has([](const Token& token) { return is_verb(token.tag); }), noun = has([](const Token& token) { return is_noun(token.tag) || is_proper_noun(token.tag); });
    // The subject of the clause before, the verb of the part before.
    for (uint32_t i = value.first_subject; i < value.end_subject; ++i) add_word(v, document, sentence, values_.items[i].token, values_.items[i].end, true);
    if (shared && value.first_subject == value.end_subject)
      for (uint32_t i = clause_first; i < first; ++i)
        if ((!verb && is_verb(document.tokens[i].tag)) || ((one || !noun) && is_noun(document.tokens[i].tag))) i = add_word(v, document, sentence, i, first, true) - 1;
    if (!shared && !verb)
      if (const Frame* before = value_before(v))
        for (uint32_t w = before->first; w < before->end; ++w)
          if (const FrameWord word = out_.words[w]; is_verb(word.tag) || ((one || !noun) && is_noun(word.tag) && !word.scope)) out_.words.push_back(word), out_.words.back().borrowed = true;
    for (uint32_t c = value.first_claim; c < value.end_claim; ++c)
      for (const Span condition : claims_[c].conditions) {
        const uint32_t opener = token_at(document, sentence, condition.begin);
        frame.conditional |= (opener < first || opener >= end) && opener < sentence.end_token && !table_.exceptions.contains(document.tokens[opener].word);
      }
    frame.scope = says_whom(v, document, sentence);
    // "... suit wounds that weep and should be changed daily": the subject stands in a clause before.
    if (!noun && !shared && value.first_subject == value.end_subject)
      for (uint32_t c = value.claim; c-- > value.first_claim;)
        if (const Span subject = claims_[c].subject; !subject.empty()) {
          for (uint32_t i = token_at(document, sentence, subject.begin), until = token_at(document, sentence, subject.end); i < until;) i = add_word(v, document, sentence, i, until, true);
          break;
        }
    for (uint32_t i = first; i < end; ++i) {
      const TagId t = document.tokens[i].tag;
      frame.past |= t == tag::VBD, frame.present |= t == tag::VBZ || t == tag::VBP || t == tag::MD;
    }
    for (uint32_t i = first; i < end;) i = add_word(v, document, sentence, i, end, false);
    // "Founded in 1931, the line is ...": what it was said of comes behind.
    if (uint32_t i = end; verb && i < sentence.end_token && first == sentence.first_token && (document.tokens[first].tag == tag::VBN || document.tokens[first].tag == tag::VBG))
      for (; i < sentence.end_token && !is_verb(document.tokens[i].tag) && document.tokens[i].tag != tag::MD;) i = add_word(v, document, sentence, i, sentence.end_token, true);
    frame.end = static_cast<uint32_t>(out_.words.size());
    if (frame.end - frame.first > kMostWords) frame.end = frame.first;
  }

  // Does the value stand where it says of whom or when? A time that ends a list does not ("and the last one at 9.30"),
  // nor what a sentence opens with ("Founded in 1931, the line ...").
  bool says_whom(uint32_t v, const Document& document, const Sentence& sentence) const {
    const Claim& claim = claim_of(v);
    const Quantity& q = quantity_of(v);
    const bool time = q.dimension == "clock" || q.dimension == "date" || q.dimension == "calendar";
    const auto holds = [&](Span span) { return span.contains(q.span); };
    if (!claim.relation.empty() && holds(claim.subject) && !time && q.dimension != "percentage") return true;
    return std::any_of(claim.conditions.begin(), claim.conditions.end(), [&](Span span) {
      const uint32_t opener = token_at(document, sentence, span.begin);
      if (!holds(span) || opener >= sentence.end_token) return false;
      // "After 15 minutes the machine turns off": the condition is the time itself.
      if ((time || q.dimension == "duration") && opener + 1 == q.first) return false;
      return document.tokens[opener].tag != tag::VBN && document.tokens[opener].tag != tag::VBG;
    });
  }

  // The value of the same dimension that the sentence gives before.
  const Frame* value_before(uint32_t v) const {
    while (v-- > 0) {
      const Claim &claim = claim_of(v), &self = claims_[values_.all[v + 1].claim];
      if (claim.document != self.document || claim.sentence != self.sentence) return nullptr;
      if (values_.all[v].quantity >= 0 && values_.all[v].dimension == dimension_) return &out_.all[v];
    }
    return nullptr;
  }

  void shape(uint32_t v, const Document& document, Frame& frame) const {
    const Quantity& q = quantity_of(v);
    if (q.dimension != "duration" && q.dimension != "clock" && q.dimension != "date" && q.dimension != "calendar") return;
    const auto at = [&](uint32_t i) { return i < frame.end_token ? table_.shapes.find(document.tokens[i].word) : nullptr; };
    if (q.end < frame.end_token && q.dimension == "duration")
      if (const Shape* found = at(q.end); found && *found != Shape::within && *found != Shape::until) frame.shape = *found;
    if (frame.shape == Shape::plain && q.first > frame.first_token)
      if (const Shape* found = at(q.first - 1)) frame.shape = *found;
    // "until 9 pm", "before 9 pm", "by 9 pm"
    if (q.dimension == "clock" && (frame.shape == Shape::before || frame.shape == Shape::within)) frame.shape = Shape::until;
  }

  // The words at i, up to where the next begins.
  uint32_t add_word(uint32_t v, const Document& document, const Sentence& sentence, uint32_t i, uint32_t end, bool borrowed) {
    const Claim& claim = claim_of(v);
    for (uint32_t c = values_.all[v].first_claim; c < values_.all[v].end_claim; ++c)
      for (const Quantity& q : claims_[c].quantities)
        if (q.first <= i && i < q.end && q.dimension != "label") {
          // "one baby in 5,000": of whom it is a share.
          if (q.dimension != "percentage" || q.span.begin != quantity_of(v).span.begin || !is_noun(document.tokens[i].tag)) return q.dimension == "percentage" && i + 1 < q.end ? i + 1 : q.end;
        }
    const Token& token = document.tokens[i];
    if (token.kind == TokenKind::punctuation || token.kind == TokenKind::symbol || token.kind == TokenKind::number) return i + 1;
    FrameWord word;
    word.token = i, word.tag = token.tag;
    const WordRelations::Match sense = relations_.match(document.tokens, i, end);
    const PhraseSet::Match phrase = meanings_.table().phrases.match(document.tokens, i, end);
    const uint32_t length = std::max({1u, sense.tokens, phrase.tokens});
    word.end = i + length;
    if (length > 1) word.tag = document.tokens[word.end - 1].tag;
    word.kind = meanings_.kind(token.word);
    word.negator = meanings_.table().negators.contains(token.word);
    const uint32_t classes = relations_.classes(token.word);
    const bool noun = is_noun(token.tag);
    const bool when = table_.when.contains(token.word) && (token.tag == tag::IN || token.tag == tag::RB) && i + 1 < end && document.tokens[i + 1].kind == TokenKind::word && (relations_.classes(document.tokens[i + 1].word) & pronoun) == 0;
    if (length == 1 && !word.negator && !when && (word.kind == WordKind::function || (word.kind == WordKind::filler && !noun) || (classes & (function_word | pronoun)) != 0 || ((classes & filler) != 0 && !noun))) return i + 1;
    const bool measure = word.kind == WordKind::measure && !table_.limiting.contains(token.word) && !table_.typical.contains(token.word);
    word.carrier = length == 1 && !measure && (table_.carries(token.lemma, frame_mask(v)) || (classes & generic_person) != 0 || ((classes & light_word) != 0 && !noun));
    word.scope = length == 1 && !word.carrier && (when || says_of_whom(document, i, word.kind, classes));
    word.name = token.letter_case == Case::upper || token.letter_case == Case::mixed || (token.letter_case == Case::capitalised && i > sentence.first_token);
    word.subject = claim.subject.contains(token.span);
    const auto within = std::find_if(claim.conditions.begin(), claim.conditions.end(), [&](Span s) { return s.contains(token.span); });
    if (within != claim.conditions.end()) {
      // "unless we tell you otherwise" leaves the rule as it is.
      const uint32_t opener = token_at(document, sentence, within->begin);
      if (opener < sentence.end_token && table_.exceptions.contains(document.tokens[opener].word)) return i + 1;
      word.condition = true;
    }
    word.borrowed = borrowed;
    word.amount = relations_.amount(token.word);
    word.first_concept = static_cast<uint32_t>(out_.concepts.size());
    if (sense.tokens == length) {
      word.sense = sense.entry;
      relations_.each_group(sense.entry, [&](uint32_t group) {
        if ((group & 3) == Sense::synonym) out_.concepts.push_back({concept_id(ConceptKind::sense, group)});
      });
    }
    if (length == 1) lookup_.add(token, out_.concepts);
    for (uint32_t k = i; length > 1 && k < word.end; ++k)
      if ((relations_.classes(document.tokens[k].word) & function_word) == 0) lookup_.add(document.tokens[k], out_.concepts);
    if (length > 1 && phrase.tokens == length) out_.concepts.push_back({concept_id(ConceptKind::meaning, meanings_.table().phrase_keys[static_cast<size_t>(phrase.value)])});
    word.end_concept = static_cast<uint32_t>(out_.concepts.size());
    std::sort(out_.concepts.begin() + word.first_concept, out_.concepts.end());
    out_.words.push_back(word);
    return word.end;
  }

  // "line 4" is a label, "the nurse line" is a thing; a route or form named by a noun is a thing, too.
  bool says_of_whom(const Document& document, uint32_t i, WordKind kind, uint32_t classes) const {
    const Token& token = document.tokens[i];
    const bool noun = is_noun(token.tag);
    if (kind == WordKind::population && table_.roles.contains(token.lemma)) return false;
    if (kind == WordKind::measure || kind == WordKind::population || kind == WordKind::time) return true;
    if (kind == WordKind::degree) return !is_verb(token.tag);
    if (kind == WordKind::route || kind == WordKind::form) return !noun;
    if ((classes & label_word) != 0 && i + 1 < document.tokens.size() && (document.tokens[i + 1].kind == TokenKind::number || document.tokens[i + 1].span.size() == 1)) return document.tokens[i + 1].kind != TokenKind::punctuation;
    return (classes & scope_word) != 0 && !noun;
  }

  uint32_t frame_mask(uint32_t v) const { return out_.all[v].mask; }

  const Collection& texts_;
  const std::vector<Claim>& claims_;
  const Values& values_;
  const Meanings& meanings_;
  const FrameTable& table_;
  const WordRelations& relations_;
  Lookup lookup_;
  ValueFrames& out_;
  Key dimension_ = 0;  // of the value in hand
};

struct Posting {
  uint64_t slot;
  uint32_t value;
};

// Values of one dimension in different documents that share a word, those that share most first.
void pair_frames(const std::vector<Claim>& claims, const Values& values, ValueFrames& out) {
  std::vector<Posting> postings;
  for (uint32_t v = 0; v < out.all.size(); ++v)
    for (uint32_t w = out.all[v].first; w < out.all[v].end; ++w) {
      const FrameWord& word = out.words[w];
      if (word.carrier || word.negator) continue;
      for (uint32_t c = word.first_concept; c < word.end_concept; ++c)
        if (kind_of(out.concepts[c].id) != ConceptKind::above) postings.push_back({(out.concepts[c].id * 0x9E3779B97F4A7C15ull) ^ values.all[v].dimension, v});
    }
  std::sort(postings.begin(), postings.end(), [](const Posting& a, const Posting& b) { return a.slot != b.slot ? a.slot < b.slot : a.value < b.value; });
  const auto document = [&](uint32_t v) { return claims[values.all[v].claim].document; };
  std::vector<uint64_t> pairs;
  for (size_t i = 0; i < postings.size(); ++i) {
    uint32_t met = 0;
    for (size_t k = i + 1; k < postings.size() && met < kNeighbours && k < i + 4 * kNeighbours && postings[k].slot == postings[i].slot; ++k)
      if (document(postings[k].value) != document(postings[i].value)) pairs.push_back(uint64_t{postings[i].value} << 32 | postings[k].value), ++met;
  }
  std::sort(pairs.begin(), pairs.end());
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
    ++taken[partner.first], ++taken[partner.second];
    out.candidates.emplace_back(partner.first, partner.second);
  }
  std::sort(out.candidates.begin(), out.candidates.end());
}

}  // namespace

FrameTable::FrameTable(Rulebook& book) {
  const Value& list = book.lexicon("value_frames");
  for (const auto& [name, words] : list["carriers"].fields) {
    const bool general = name == "all" || name == "persons";
    const uint32_t bit = general ? 1u : 2u << dimensions.size();
    if (!general) dimensions.push_back(name);
    for (const std::string& word : words.texts()) carriers[book.symbols.intern(fold(word))] |= bit;
  }
  if (dimensions.size() > 30) list.fail("too many dimensions");
  uint32_t line = 0;
  for (const Value& words : list["derived"].items) {
    ++line;
    for (const std::string& word : words.texts()) derived.emplace(book.symbols.intern(fold(word)), line);
  }
  const std::pair<const char*, Shape> names[] = {{"within", Shape::within}, {"after", Shape::after}, {"before", Shape::before}, {"ago", Shape::ago}, {"apart", Shape::apart}, {"until", Shape::until}};
  for (const auto& [name, shape] : names)
    for (const std::string& word : list["shapes"][name].texts()) shapes.emplace(book.symbols.intern(fold(word)), shape);
  ones = book.word_set(list["ones"]);
  coordinators = book.word_set(book.lexicon("grammar")["coordinators"]);
  typical = book.word_set(list["typical"]);
  limiting = book.word_set(list["limiting"]);
  openers = book.word_set(list["openers"]);
  conditions = book.word_set(list["conditions"]);
  roles = book.word_set(list["roles"]);
  when = book.word_set(list["when"]);
  exceptions = book.word_set(list["exceptions"]);
}

uint32_t FrameTable::mask_of(const std::string& dimension) const {
  const std::string name = dimension.substr(0, dimension.find(' '));
  for (size_t i = 0; i < dimensions.size(); ++i)
    if (dimensions[i] == name) return 1u | 2u << i;
  return 1u;
}

const Frame* ValueFrames::of(uint32_t value) const { return value < all.size() && all[value].end > all[value].first ? &all[value] : nullptr; }

uint8_t ValueFrames::likeness(const FrameWord& a, const FrameWord& b) const {
  uint8_t best = 0;
  for (uint32_t i = a.first_concept; i < a.end_concept; ++i) {
    const ConceptKind one = kind_of(concepts[i].id);
    for (uint32_t k = b.first_concept; k < b.end_concept; ++k) {
      const ConceptKind two = kind_of(concepts[k].id);
      const uint32_t x = static_cast<uint32_t>(concepts[i].id), y = static_cast<uint32_t>(concepts[k].id);
      if (x != y) continue;
      if (one == two) {
        const uint8_t strength = one == ConceptKind::meaning ? FrameWord::kSame : one == ConceptKind::root || one == ConceptKind::derived ? FrameWord::kDerived : one == ConceptKind::above ? 0 : FrameWord::kSense;
        best = std::max(best, strength);
      } else if ((one == ConceptKind::synset && two == ConceptKind::above) || (one == ConceptKind::above && two == ConceptKind::synset)) {
        best = std::max(best, FrameWord::kNear);
      }
    }
  }
  return best;
}

bool ValueFrames::siblings(const FrameWord& a, const FrameWord& b) const {
  for (uint32_t i = a.first_concept; i < a.end_concept; ++i)
    for (uint32_t k = b.first_concept; k < b.end_concept; ++k)
      if (concepts[i] == concepts[k] && kind_of(concepts[i].id) == ConceptKind::above) return true;
  return false;
}

ValueFrames find_value_frames(const Collection& texts, const std::vector<Claim>& claims, const Values& values, const Meanings& meanings, const Rulebook& rules) {
  ValueFrames out;
  if (texts.documents.size() < 2) return out;
  Framer(texts, claims, values, meanings, rules, out).run();
  pair_frames(claims, values, out);
  return out;
}

}  // namespace crosscheck
