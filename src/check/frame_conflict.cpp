// Gate first, compare second, as everywhere (check/value_conflict.h), but for two sentences that share few words. What
// they share must say what is measured; what one of them says alone must not say of something else:
//
//   "Training lasts five days."           "We train each patient for ten days."     clash
//   "The main pool is kept at 28 °C."     "The teaching pool is kept at 31 °C."     each names something else
//   "Wash the case once a week."          "Replace the case every three months."    each tells of another act
//
// Where nearly all words agree, order and place of the rest decide: such pairs are judged in check/value_conflict.cpp.
// What is found here is never more than a warning.
//
// Tested by the fixtures of contradiction.duration, .frequency, .count, .date and .quantity.
#include "check/frame_conflict.h"

#include <algorithm>
#include <iterator>

#include "check/value_gates.h"
#include "language/tags.h"

namespace crosscheck {
namespace {

constexpr double kAlike = 0.7;            // frames that share so much are told apart by their last word
constexpr double kAlikeSentences = 0.62;  // sentences likewise
constexpr double kNearCopies = 0.8;       // sentences that are compared word by word
constexpr double kOneWord = 0.75, kTwoWords = 1.7;  // how much of what is measured both name

// Two values with all that is asked about them.
struct Pair {
  const TypedValue &va, &vb;
  const Quantity &qa, &qb;
  const Frame &fa, &fb;
  Side a, b;
  ValueRelation relation;
  bool aligned;  // also a pair of values that share enough words to be compared one by one
  bool both_limit() const { return fa.scope && fb.scope && relation == ValueRelation::bounds_differ; }
};

double strength(uint8_t likeness) { return likeness == FrameWord::kSame ? 1 : likeness == FrameWord::kDerived ? 0.9 : likeness == FrameWord::kSense ? 0.8 : likeness == FrameWord::kNear ? 0.4 : 0; }

// `thing`: an unpaired noun follows, which the word narrows.
void count(const FrameWord& word, bool thing, FrameMatch::Rest& rest) {
  if (!word.negator && (word.carrier || (thing && word.kind == WordKind::degree && is_adjective(word.tag)))) return;
  if (word.negator) ++rest.negators;
  else if (word.scope) ++rest.scope;
  else if (word.condition) ++rest.conditions;
  else if (word.name && is_proper_noun(word.tag)) ++rest.names;
  else if (is_noun(word.tag) || word.name) ++rest.nouns;
  else if (is_verb(word.tag)) ++rest.verbs;
  else ++rest.others;
}

}  // namespace

FrameMatch match_frames(const CheckInput& in, const Frame& a, const Frame& b) {
  const ValueFrames& frames = *in.index.frames;
  const auto& relations = in.rulebook.table<WordRelations>();
  FrameMatch out;
  std::vector<char> met(b.end - b.first), met_a(a.end - a.first);
  for (const uint8_t wanted : {FrameWord::kSame, FrameWord::kDerived, FrameWord::kSense, FrameWord::kNear})
    for (uint32_t i = a.first; i < a.end; ++i) {
      const FrameWord& one = frames.words[i];
      if (met_a[i - a.first]) continue;
      for (uint32_t k = b.first; k < b.end; ++k) {
        const FrameWord& two = frames.words[k];
        if (met[k - b.first] || one.negator != two.negator) continue;
        if (one.negator ? wanted != FrameWord::kSame : frames.likeness(one, two) < wanted) continue;
        met[k - b.first] = met_a[i - a.first] = 1;
        const double much = strength(wanted);
        if (one.negator) break;
        if ((one.scope || two.scope) && !(one.kind == WordKind::measure && is_noun(one.tag))) out.scope += much;
        else if (one.carrier || two.carrier) out.carriers += much;
        else if (wanted == FrameWord::kNear) out.near += 1;
        else if (is_noun(one.tag) || is_noun(two.tag) || one.name) out.nouns += much;
        else if (is_verb(one.tag) || is_verb(two.tag)) out.verbs += much;
        else out.others += much;
        break;
      }
    }
 // "blood test" is met by "blood" and by "tested".
  const auto met_by_phrase = [&](const FrameWord& word, const Frame& other, const std::vector<char>& paired) {
    for (uint32_t k = other.first; k < other.end; ++k)
      if (paired[k - other.first] && frames.words[k].end - frames.words[k].token > 1 && frames.likeness(word, frames.words[k]) >= FrameWord::kDerived) return true;
    return false;
  };
  for (uint32_t i = a.first; i < a.end; ++i)
    if (!met_a[i - a.first] && met_by_phrase(frames.words[i], b, met)) met_a[i - a.first] = 1;
  for (uint32_t k = b.first; k < b.end; ++k)
    if (!met[k - b.first] && met_by_phrase(frames.words[k], a, met_a)) met[k - b.first] = 1;
  // "teaching pool" beside "pool": an unpaired word right before a paired noun.
  const auto narrows = [&](const Frame& frame, const std::vector<char>& paired, uint32_t i) {
    const FrameWord& word = frames.words[i];
    return i + 1 < frame.end && paired[i + 1 - frame.first] && is_noun(frames.words[i + 1].tag) && frames.words[i + 1].token == word.end && !is_verb(word.tag) && !word.carrier;
  };
  for (uint32_t i = a.first; i < a.end; ++i)
    if (!met_a[i - a.first] && narrows(a, met_a, i)) ++out.a.modifiers;
  for (uint32_t k = b.first; k < b.end; ++k)
    if (!met[k - b.first] && narrows(b, met, k)) ++out.b.modifiers;
  for (uint32_t i = a.first; i < a.end; ++i) {
    if (met_a[i - a.first]) continue;
    count(frames.words[i], i + 1 < a.end && !met_a[i + 1 - a.first] && is_noun(frames.words[i + 1].tag), out.a);
    for (uint32_t k = b.first; k < b.end; ++k)
      if (!met[k - b.first] && frames.words[i].sense && frames.words[k].sense) {
        const Relation relation = relations.relation(frames.words[i].sense, frames.words[k].sense);
        out.opposed |= relation == Relation::opposite || relation == Relation::exclusive;
      }
  }
  for (uint32_t k = b.first; k < b.end; ++k)
    if (!met[k - b.first]) count(frames.words[k], k + 1 < b.end && !met[k + 1 - b.first] && is_noun(frames.words[k + 1].tag), out.b);
  const auto amount = [&](const Frame& frame) {
    for (uint32_t i = frame.first; i < frame.end; ++i)
      if (frames.words[i].amount != Amount::none) return frames.words[i].amount;
    return Amount::none;
  };
  out.amounts_differ = amount(a) != Amount::none && amount(b) != Amount::none && amount(a) != amount(b);
  return out;
}

namespace {

// The words of content that each sentence has alone, wherever they stand.
struct SentenceRest {
  unsigned a = 0, b = 0;
  double likeness = 0;
};

SentenceRest rest_of_sentences(const CheckInput& in, const TypedValue& a, const Document& da, const TypedValue& b, const Document& db, uint32_t mask) {
  const Values& values = in.index.values;
  const auto& table = in.rulebook.table<FrameTable>();
  const auto content = [&](const Item& item, const Document& document) { return item.key != 0 && !item.negator && item.kind != WordKind::filler && item.kind != WordKind::function && (item.end > item.token + 1 || (!table.carries(document.tokens[item.token].lemma, mask) && !table.when.contains(document.tokens[item.token].word))); };
  std::vector<Key> one, two, both;
  for (uint32_t i = a.first_of_sentence; i < a.end_of_sentence; ++i)
    if (content(values.items[i], da)) one.push_back(values.items[i].key);
  for (uint32_t i = b.first_of_sentence; i < b.end_of_sentence; ++i)
    if (content(values.items[i], db)) two.push_back(values.items[i].key);
  std::sort(one.begin(), one.end()), std::sort(two.begin(), two.end());
  std::set_intersection(one.begin(), one.end(), two.begin(), two.end(), std::back_inserter(both));
  const size_t all = one.size() + two.size();
  return {static_cast<unsigned>(one.size() - both.size()), static_cast<unsigned>(two.size() - both.size()), all == 0 ? 1 : 2.0 * static_cast<double>(both.size()) / static_cast<double>(all)};
}

// No row of a table, no heading.
bool states(const Side& side) { return side.sentence().terminated || side.passage().kind == PassageKind::field || side.passage().kind == PassageKind::list_item; }

bool names_a_day(const Quantity& q) { return q.dimension == "date" || q.dimension == "calendar"; }

// A further value that says of whom or when; "Estrevia 50" is a name.
bool restricts(const Quantity& q, const Document& document, const Quantity& self) {
  if (q.dimension == "rate") return self.dimension == "mass" || self.dimension == "volume" || self.dimension == "count" || self.dimension == "activity";
  if (q.dimension == "clock") return self.dimension != q.dimension;
  if (q.dimension == "count") return q.first > 0 && document.tokens[q.first - 1].letter_case == Case::capitalised && is_proper_noun(document.tokens[q.first - 1].tag);
  return q.dimension == "label" || q.dimension == "age" || names_a_day(q);
}

bool equals(const Quantity& a, const Quantity& b) { return a.dimension == b.dimension && a.per == b.per && (a.dimension == "label" ? a.low == b.low : compare(a, b) == ValueRelation::equal); }

// The quantities of the sentence between two tokens, without the one in question.
std::vector<const Quantity*> others_in(const CheckInput& in, const TypedValue& value, const Quantity& self, uint32_t first, uint32_t end) {
  std::vector<const Quantity*> out;
  for (uint32_t c = value.first_claim; c < value.end_claim; ++c)
    for (const Quantity& q : in.index.claims[c].quantities)
      if (&q != &self && q.first >= first && q.end <= end && q.span.begin != self.span.begin) out.push_back(&q);
  return out;
}

// Does a further value part the two? An equal one on both sides never does.
const char* parted_by_values(const CheckInput& in, const Pair& p) {
  const auto among = [](const std::vector<const Quantity*>& list, const Quantity& wanted) { return std::any_of(list.begin(), list.end(), [&](const Quantity* q) { return equals(*q, wanted); }); };
  const std::vector<const Quantity*> all_a = others_in(in, p.va, p.qa, 0, UINT32_MAX), all_b = others_in(in, p.vb, p.qb, 0, UINT32_MAX);
  if (among(all_a, p.qb) || among(all_b, p.qa)) return "the value stands on the other side as well";
  // "One in the morning and one in the evening": a value of several.
  const auto lone = [&](const std::vector<const Quantity*>& list, const std::vector<const Quantity*>& other) { return std::any_of(list.begin(), list.end(), [&](const Quantity* q) { return q->dimension == p.qa.dimension && !among(other, *q); }); };
  const std::string& dimension = p.qa.dimension;
  const bool one_of_its_kind = dimension == "rate" || dimension == "percentage" || dimension.starts_with("money");
  if (one_of_its_kind && (lone(all_a, all_b) || lone(all_b, all_a))) return "one side gives several values";
  const std::vector<const Quantity*> near_a = others_in(in, p.va, p.qa, p.fa.first_token, p.fa.end_token), near_b = others_in(in, p.vb, p.qb, p.fb.first_token, p.fb.end_token);
  const auto restricted = [&](const std::vector<const Quantity*>& list, const Side& side, const std::vector<const Quantity*>& other) { return std::any_of(list.begin(), list.end(), [&](const Quantity* q) { return restricts(*q, *side.document, p.qa) && !among(other, *q); }); };
  if (restricted(near_a, p.a, near_b) || restricted(near_b, p.b, near_a)) return "one side gives a further value";
  for (const Quantity* q : all_a)
    if (q->dimension != p.qa.dimension && !among(all_b, *q) && std::any_of(all_b.begin(), all_b.end(), [&](const Quantity* other) { return other->dimension == q->dimension && !among(all_a, *other); })) return "another value differs too";
  return nullptr;
}

// "on average" against "up to": both can be true.
bool typical_against_limit(const CheckInput& in, const Pair& p) {
  const auto& table = in.rulebook.table<FrameTable>();
  const auto says = [](const Side& side, const Frame& frame, const WordSet& set) { return std::any_of(side.document->tokens.begin() + frame.first_token, side.document->tokens.begin() + frame.end_token, [&](const Token& token) { return set.contains(token.word); }); };
  const auto limits = [&](const Side& side, const Frame& frame, const Quantity& q) { return q.comparator == Comparator::at_most || q.comparator == Comparator::at_least || says(side, frame, table.limiting); };
  const bool typical_a = says(p.a, p.fa, table.typical), typical_b = says(p.b, p.fb, table.typical);
  return (typical_a && !typical_b && limits(p.b, p.fb, p.qb)) || (typical_b && !typical_a && limits(p.a, p.fa, p.qa));
}

// "two litres of oil", not "two litres a day".
bool names_stuff(const CheckInput& in, const Side& side, const Quantity& q, const Frame& frame) {
  const auto& tokens = side.document->tokens;
  for (uint32_t i = q.end; i < side.sentence().end_token && tokens[i].span.end <= q.of.end; ++i)
    if (tokens[i].span.end == q.of.end) return !in.rulebook.table<FrameTable>().carries(tokens[i].lemma, frame.mask);
  return false;
}

// Before the words are compared: figures that can never be held against each other.
const char* parted_by_kind(const CheckInput& in, const Pair& p) {
  const std::string& dimension = p.qa.dimension;
  if (p.relation == ValueRelation::equal || p.relation == ValueRelation::compatible) return "both values can be true";
  if (((p.fa.scope || p.fb.scope) && !p.both_limit()) || dimension == "times" || dimension == "blood pressure") return "one of the values says of whom or when";
  if (p.qa.per != p.qb.per) return "they are given per different units";
  if (p.fa.shape != p.fb.shape && p.fa.shape != Shape::plain && p.fb.shape != Shape::plain) return "one is before, after or within, the other is not";
  if (p.fa.conditional || p.fb.conditional) return "one of the sentences has a condition";
  if (!states(p.a) || !states(p.b)) return "one stands in no sentence";
  if (dimension == "count" && (p.va.counted == 0 || p.va.counted != p.vb.counted)) return "different things are counted";
  if (dimension == "count" && (p.qa.high == 1 || p.qb.high == 1)) return "\"one\" is hardly a count";
  const bool amount = dimension == "mass" || dimension == "volume";
  if (amount && names_stuff(in, p.a, p.qa, p.fa) && names_stuff(in, p.b, p.qb, p.fb) && p.va.counted != p.vb.counted) return "different things are measured";
  if (!names_a_day(p.qa) && (p.fa.past && !p.fa.present) != (p.fb.past && !p.fb.present)) return "one tells of the past";
  if (typical_against_limit(in, p)) return "one is typical, the other a limit";
  return nullptr;
}

// Why the words do not say that both are values of one thing; null when they do.
const char* parted_by_words(const FrameMatch& m) {
  const double anchored = m.anchored();
  const unsigned nouns_a = m.a.nouns + m.a.names, nouns_b = m.b.nouns + m.b.names;
  if (m.a.negators % 2 != m.b.negators % 2) return "one side is denied";
  if (m.amounts_differ) return "each side speaks of another share";
  if (m.likeness() > kAlike && m.a.content() > 0 && m.b.content() > 0) return "the sentences are alike, and each has a word of its own";
  if (m.opposed) return "two of the words exclude each other";
  if (m.a.scope + m.b.scope > 0) return "one side says of whom, when or in which form";
  if (m.a.conditions + m.b.conditions > 0) return "one side has a condition";
  if (m.a.modifiers + m.b.modifiers > 0) return "one side narrows a word of the other";
  if (m.nouns == 0 && nouns_a + nouns_b > 0) return "one side does not say of what";
  if (nouns_a > 0 && nouns_b > 0) return "each side names something else";
  if (m.a.verbs > 0 && m.b.verbs > 0) return "each side tells of another act";
  if (m.a.others > 0 && m.b.others > 0) return "each side narrows it in its own way";
  if (std::max(nouns_a, nouns_b) > (anchored < kTwoWords ? 1u : 2u)) return "one side says more";
  if (m.a.content() + m.b.content() > (anchored < kTwoWords ? 1u : 3u)) return "one side says more";
  if (anchored + 0.2 * m.scope < kOneWord) return "too few words say what is measured";
  return nullptr;
}

// What a dimension asks for beyond that, and what the rest of the two sentences says.
const char* parted_by_sentences(const CheckInput& in, const Pair& p, const FrameMatch& m) {
  const unsigned alone = m.a.content() + m.b.content();
  const bool share = p.qa.dimension == "percentage";
  if (p.both_limit() && (m.anchored() < kTwoWords || alone > 0)) return "the values say of whom or when, and other words differ";
  const SentenceRest whole = rest_of_sentences(in, p.va, *p.a.document, p.vb, *p.b.document, p.fa.mask);
  // One word in common tells little where the sentences say more than their values' clauses.
  const unsigned most = p.qa.dimension.starts_with("money") ? 1 : 3;
  if (m.anchored() < kTwoWords && (whole.a > most || whole.b > most)) return "too few words say what is measured";
  if (whole.likeness > kNearCopies && (p.aligned || whole.a + whole.b > 0)) return "the sentences are alike";
  if (whole.a > 0 && whole.b > 0 && (whole.likeness > kAlikeSentences || share)) return "the sentences are alike, and each has words of its own";
  if (share && (p.fa.cut || p.fb.cut || m.anchored() < kTwoWords || alone > 1)) return "a share wants more words in common";
  if (p.qa.dimension == "rate" && m.anchored() < kTwoWords && m.a.nouns + m.b.nouns > 0) return "one side says more";
  if (p.qa.dimension == "count" && (m.anchored() < kTwoWords || alone > 1)) return "too few words say what is counted";
  if (names_a_day(p.qa) && (m.a.verbs > 0 || m.b.verbs > 0 || alone > 2 || m.anchored() < kTwoWords)) return "another event";
  return nullptr;
}

}  // namespace

bool judge_frames(const CheckInput& in, uint32_t first, uint32_t second, ValueConflict& out) {
  const Values& values = in.index.values;
  const TypedValue &va = values.all[first], &vb = values.all[second];
  const Claim &ca = in.index.claims[va.claim], &cb = in.index.claims[vb.claim];
  const Quantity &qa = ca.quantities[static_cast<size_t>(va.quantity)], &qb = cb.quantities[static_cast<size_t>(vb.quantity)];
  const auto silent = [&](const char* outcome) { return out.outcome = outcome, false; };
  const Frame *fa = in.index.frames->of(first), *fb = in.index.frames->of(second);
  if (!fa || !fb) return silent("nothing says what is measured");
  const bool aligned = std::binary_search(values.candidates.begin(), values.candidates.end(), std::pair(std::min(first, second), std::max(first, second)));
  const Pair p{va, vb, qa, qb, *fa, *fb, {&in.texts.documents[ca.document], &ca}, {&in.texts.documents[cb.document], &cb}, compare(qa, qb), aligned};
  if (const char* parted = parted_by_kind(in, p)) return silent(parted);
  Gates& gates = out.gates;
  gate_siblings(p.a, p.b, gates);
  gate_attribution(p.a, p.b, gates);
  gate_place_of_figures(in, {p.a, qa}, {p.b, qb}, gates);
  gate_study(in, {p.a, qa}, {p.b, qb}, false, gates);
  if (gates.closed()) return false;
  const FrameMatch m = match_frames(in, *fa, *fb);
  if (const char* parted = parted_by_words(m)) return silent(parted);
  if (const char* parted = parted_by_sentences(in, p, m)) return silent(parted);
  if (const char* parted = parted_by_values(in, p)) return silent(parted);
  if (aligned) {
    ValueConflict by_words;
    if (judge_values(in, first, second, by_words)) return silent("compared word by word");
    const auto by_values = [](const Gate& gate) { return gate.answer == Answer::closed && gate.name == std::string_view("other values") && gate.words.starts_with("the value"); };
    if (std::any_of(by_words.gates.all.begin(), by_words.gates.all.end(), by_values)) return silent("another value differs too");
    if (by_words.gates.closed() && m.a.content() + m.b.content() > 0 && m.likeness() > kAlike) return silent("the sentences are alike, and a gate between them is closed");
  }
  gates.add("what is measured", Answer::passed);
  gates.add("words", Answer::open, "said in other words");
  out.first = first, out.second = second;
  out.level = Level::warning;
  out.confidence = std::min(0.85, 0.6 + 0.06 * m.anchored());
  return true;
}

}  // namespace crosscheck
