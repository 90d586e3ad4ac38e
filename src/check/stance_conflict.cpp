#include "check/stance_conflict.h"

#include <algorithm>

#include "check/gate.h"
#include "check/stance_gates.h"
#include "check/topic_stance.h"
#include "index/stances.h"
#include "language/lemma.h"
#include "language/tags.h"

namespace crosscheck {
namespace {

// A side of the comparison: its clause, and what the rest of its sentence names.
struct Half {
  uint32_t document = 0, sentence = 0;
  const StanceClause* clause = nullptr;
  std::vector<ActWord> act, rest, condition, all;
  bool bounded = false;    // by "unless", "only", "except" anywhere in the sentence
  std::vector<Symbol> openers;  // of its conditions
};

// How two acts line up.
struct Alignment {
  unsigned words = 0, covered = 0, kinds = 0, anchors = 0;  // of the denial: words of content, those that the other sentence names
  unsigned other_words = 0, other_covered = 0;
  unsigned verbs = 0, other_verbs = 0, subjects = 0, other_subjects = 0, names = 0, other_names = 0;  // without partner
  unsigned condition = 0, condition_met = 0, other_condition = 0, other_condition_met = 0;
  bool opposite = false;
};

class Comparison {
 public:
  Comparison(const CheckInput& in, const StanceReader& reader)
      : in_(in), reader_(reader), topics_(in.rulebook.table<TopicTable>()), relations_(in.rulebook.table<WordRelations>()), wordnet_(in.rulebook.table<LemmaTable>().wordnet()) {}

  Half half(uint32_t d, uint32_t s, const std::vector<StanceClause>& clauses, const StanceClause& clause) const {
    Half out{d, s, &clause, {}, {}, {}, {}, false, {}};
    const Document& document = in_.texts.documents[d];
    out.act = reader_.words(document, clause.first, clause.end);
    for (const StanceClause& other : clauses) {
      if (&other == &clause) continue;
      const auto words = reader_.words(document, other.first, other.end);
      auto& to = other.part == StanceClause::condition ? out.condition : out.rest;
      to.insert(to.end(), words.begin(), words.end());
      if (other.part == StanceClause::condition) out.openers.push_back(document.tokens[other.first].word);
    }
    out.all = out.act;
    out.all.insert(out.all.end(), out.rest.begin(), out.rest.end());
    out.all.insert(out.all.end(), out.condition.begin(), out.condition.end());
    for (uint32_t i = document.sentences[s].first_token; i < document.sentences[s].end_token && !out.bounded; ++i)
      out.bounded = reader_.table().limits.match(document.tokens, i, document.sentences[s].end_token).tokens > 0;
    return out;
  }

  Alignment align(const Half& a, const Half& b) const {
    Alignment out;
    const Document &x = in_.texts.documents[a.document], &y = in_.texts.documents[b.document];
    for (const ActWord& word : a.act) {
      if (word.light) continue;
      ++out.words;
      const bool here = met(a, word, b, b.act), there = here || met(a, word, b, b.all), kind = !there && met(a, word, b, b.act, true);
      out.anchors += here, out.covered += there, out.kinds += kind;
      if (there || kind) continue;
      if (beside_one_met(a, word, b)) { --out.words; continue; }
      out.verbs += word.verb, out.names += word.name, out.subjects += is_subject(x, word);
    }
    for (const ActWord& word : b.act) {
      if (word.light) continue;
      ++out.other_words;
      if (met(b, word, a, a.all) || met_as_kind(b, word, a)) { ++out.other_covered; continue; }
      out.other_verbs += word.verb, out.other_names += word.name, out.other_subjects += is_subject(y, word);
    }
    for (const ActWord& word : a.condition)
      if (!word.light) ++out.condition, out.condition_met += met(a, word, b, b.all);
    for (const ActWord& word : b.condition)
      if (!word.light) ++out.other_condition, out.other_condition_met += met(b, word, a, a.all);
    for (const ActWord& word : a.all)
      for (const ActWord& other : b.all) {
        const Relation r = relation(x, word, y, other);
        out.opposite |= r == Relation::opposite || r == Relation::exclusive;
      }
    return out;
  }

  // What parts the two beside their stances.
  const char* closed(const Half& a, const Half& b, const Alignment& m, Gates& gates) const {
    const Document &x = in_.texts.documents[a.document], &y = in_.texts.documents[b.document];
    const bool fact = a.clause->kind != StanceClause::instruction && b.clause->kind != StanceClause::instruction;
    if (a.clause->hold == Hold::calm) return can_wait(a, b, gates);
    if (m.anchors + m.kinds == 0) return "anchor";
    if (a.clause->hold != Hold::calm) {
      if (a.clause->kind == StanceClause::fact) return "fact";
      if (b.clause->kind == StanceClause::fact && (a.clause->hold != Hold::forbidden || m.anchors + m.kinds < std::max(m.words, 2u) || past(y, b))) return "other fact";
      if (const char* apart = governed_apart(a, b)) return apart;
      // "is not sold" against "is offered", "is not refunded" against "is refunded".
      const auto plain = [&](const Half& half) { return half.clause->offered == 0 || reader_.table().light.contains(half.clause->offered); };
      if (fact && !(plain(a) && plain(b)) && a.clause->offered != b.clause->offered) return "offer";
    }
    if (a.clause->soft || b.clause->in_part) return "soft";
    if (a.clause->bounded || b.clause->limited) return "bound";
    if (a.bounded || b.bounded) return "limits";
    if (told(x, a) || told(y, b)) return "view";
    if (past(x, a) != past(y, b)) return "tense";
    if (asks(x, a) || asks(y, b)) return "question";
    if (of_another(x, a, b) || of_another(y, b, a)) return "what it stands for";
    if (a.clause->turned || b.clause->turned || (b.clause->hold != Hold::urgent && reader_.doubtful(y, *b.clause))) return "doubtful";
    if (kinds_apart(a, b)) return "kind";
    if (m.opposite) return "opposite";
    if (m.condition > 0 && m.condition_met < m.condition) return "condition";
    if (m.condition > 0 && complement(a, b)) return "complement";
    if (m.condition == 0 && m.other_condition > 0 && !fact && a.clause->hold != Hold::forbidden) return "other condition";
    if (m.covered + m.kinds < m.words) return "alone";
    if (m.verbs > 0 && m.other_verbs > 0) return "verbs";
    if (m.names > 0 && m.other_names > 0) return "names";
    if (m.subjects > 0 && m.other_subjects > 0) return "subjects";
    unsigned shared = 0;
    ask_stance_gates(in_, topics_, place(a), place(b), gates, shared);
    for (const Gate& gate : gates.all)
      if (gate.answer == Answer::closed && std::string_view(gate.name) != "what is acted on") return gate.name;
    if (fact && m.words < 2) return "few";
    if (m.words < 2 && (!speak_of_one(a, b) || named_apart(a, b))) return "one word";
    // One word alone is met again in other senses ("never run", "run by the town"), unless it names a known act.
    if (m.words < 2 && std::none_of(a.act.begin(), a.act.end(), [](const ActWord& word) { return !word.light && word.keys[2] != 0; })) return "one word";
    return nullptr;
  }

  StancePlace place(const Half& a) const { return {a.document, a.sentence, a.clause->shown_first < a.clause->shown_end ? a.clause->shown_first : a.clause->first, a.clause->shown_first < a.clause->shown_end ? a.clause->shown_end : a.clause->first}; }

  bool met(const Half& a, const ActWord& word, const Half& b, const std::vector<ActWord>& among, bool kinds = false) const {
    const Document &x = in_.texts.documents[a.document], &y = in_.texts.documents[b.document];
    return std::any_of(among.begin(), among.end(), [&](const ActWord& other) { return kinds ? kind_of(y, other, x, word) : partners(x, word, y, other); });
  }

 private:
  bool partners(const Document& x, const ActWord& a, const Document& y, const ActWord& b) const {
    for (const Key k : a.keys)
      if (k != 0 && (k == b.keys[0] || k == b.keys[1] || k == b.keys[2])) return true;
    return relation(x, a, y, b) == Relation::same;
  }

  Relation relation(const Document& x, const ActWord& a, const Document& y, const ActWord& b) const {
    const auto m = relations_.match(x.tokens, a.token, a.token + 1), n = relations_.match(y.tokens, b.token, b.token + 1);
    if (m.tokens == 0 || n.tokens == 0) return Relation::none;
    return relations_.relation(m.entry, n.entry);
  }

  // a names a kind of what b names: "dog", "pet"
  bool kind_of(const Document& x, const ActWord& a, const Document& y, const ActWord& b) const {
    if (!a.noun || !b.noun) return false;
    const uint32_t row = wordnet_.find(in_.texts.symbols.text(x.tokens[a.token].lemma)), other = wordnet_.find(in_.texts.symbols.text(y.tokens[b.token].lemma));
    if (row == WordNet::kNone || other == WordNet::kNone) return false;
    const uint32_t above = wordnet_.synset(other, PartOfSpeech::noun);
    if (above == WordNet::kNone) return false;
    const std::vector<uint32_t> path = wordnet_.synsets_above(row, PartOfSpeech::noun);
    return std::find(path.begin(), path.end(), above) != path.end();
  }

  // Where the act is one word ("do not shake"), the rest of the sentence says of what; the other names something of it.
  bool speak_of_one(const Half& a, const Half& b) const {
    bool any = false;
    for (const std::vector<ActWord>* words : {&a.rest, &a.condition})
      for (const ActWord& word : *words) {
        if (word.light) continue;
        if (met(a, word, b, b.all)) return true;
        any = true;
      }
    return !any && std::count_if(b.all.begin(), b.all.end(), [](const ActWord& word) { return !word.light; }) > 1;
  }

  // The passages name things, and none of them is the same.
  bool named_apart(const Half& a, const Half& b) const {
    const std::vector<Symbol> one = names_around(a), two = names_around(b);
    return !one.empty() && !two.empty() && std::none_of(one.begin(), one.end(), [&](Symbol name) { return std::find(two.begin(), two.end(), name) != two.end(); });
  }

  std::vector<Symbol> names_around(const Half& a) const {
    std::vector<Symbol> out;
    const Document& document = in_.texts.documents[a.document];
    const Passage& passage = document.passages[document.sentences[a.sentence].passage];
    for (uint32_t s = passage.first_sentence; s < passage.end_sentence; ++s)
      for (uint32_t i = document.sentences[s].first_token; i < document.sentences[s].end_token; ++i)
        if (is_proper_noun(document.tokens[i].tag) && document.tokens[i].letter_case != Case::lower) out.push_back(document.tokens[i].word);
    return out;
  }

  // "Daily lenses", "rigid lenses": one noun, and before it another word on each side.
  bool kinds_apart(const Half& a, const Half& b) const {
    const Document &x = in_.texts.documents[a.document], &y = in_.texts.documents[b.document];
    for (const ActWord& word : a.act)
      for (const ActWord& other : b.act) {
        if (!word.noun || !other.noun || !partners(x, word, y, other)) continue;
        const Token *one = narrowing(x, a, word), *two = narrowing(y, b, other);
        if (one && two && reader_.keys(one->lemma)[0] != reader_.keys(two->lemma)[0] && reader_.keys(one->lemma)[1] != reader_.keys(two->lemma)[1]) return true;
      }
    return false;
  }

  const Token* narrowing(const Document& document, const Half& a, const ActWord& word) const {
    if (word.token == document.sentences[a.sentence].first_token) return nullptr;
    const Token& before = document.tokens[word.token - 1];
    const bool narrows = is_adjective(before.tag) || is_noun(before.tag) || is_proper_noun(before.tag) || (before.tag == tag::RB && word.token - 1 == document.sentences[a.sentence].first_token);
    return narrows && reader_.keys(before.lemma)[0] != 0 ? &before : nullptr;
  }

  // "Rugby, boxing and judo": what is said of all is said of each.
  bool beside_one_met(const Half& a, const ActWord& word, const Half& b) const {
    const Document& document = in_.texts.documents[a.document];
    for (const ActWord& other : a.act) {
      if (other.token == word.token || other.light || other.noun != word.noun || other.verb != word.verb || !met(a, other, b, b.act)) continue;
      bool joined = false, bare = true;
      for (uint32_t i = std::min(word.token, other.token) + 1; i < std::max(word.token, other.token); ++i) {
        const Token& token = document.tokens[i];
        const bool mark = token.tag == tag::CC || document.text_of(token) == ",";
        joined |= mark;
        bare &= mark || is_noun(token.tag) || is_adjective(token.tag) || (word.verb && is_verb(token.tag));
      }
      if (joined && bare) return true;
    }
    return false;
  }

  bool met_as_kind(const Half& b, const ActWord& word, const Half& a) const {
    const Document &x = in_.texts.documents[a.document], &y = in_.texts.documents[b.document];
    return std::any_of(a.act.begin(), a.act.end(), [&](const ActWord& other) { return !other.light && kind_of(y, word, x, other); });
  }

  static bool is_subject(const Document& document, const ActWord& word) {
    const RelationId r = document.tokens[word.token].relation;
    return r == relation::nsubj || r == relation::nsubj_pass || r == relation::obj;
  }

  // "If an eye is red, see your optician at once", "Red eyes can wait": on one account.
  const char* can_wait(const Half& a, const Half& b, Gates& gates) const {
    const Document &x = in_.texts.documents[a.document], &y = in_.texts.documents[b.document];
    unsigned shared = 0, alone = 0, other_alone = 0;
    const auto counts = [&](const Document& document, const ActWord& word) { return !word.light && !reader_.table().callers.contains(document.tokens[word.token].lemma); };
    for (const ActWord& word : a.all)
      if (counts(x, word)) ++(met(a, word, b, b.all) ? shared : alone);
    for (const ActWord& word : b.all)
      if (counts(y, word) && !met(b, word, a, a.all)) ++other_alone;
    if (shared == 0 || (shared == 1 && alone + other_alone > 0) || (alone > 1 && other_alone > 1) || alone > shared) return "trigger";
    if (told(x, a) || told(y, b)) return "view";
    unsigned words = 0;
    ask_stance_gates(in_, topics_, place(a), place(b), gates, words);
    for (const Gate& gate : gates.all)
      if (gate.answer == Answer::closed && (gate.name == std::string_view("names") || gate.name == std::string_view("figures") || gate.name == std::string_view("who it is about") || gate.name == std::string_view("subject"))) return gate.name;
    return nullptr;
  }

  // What the denial governs, the other side governs too.
  const char* governed_apart(const Half& a, const Half& b) const {
    const Document &x = in_.texts.documents[a.document], &y = in_.texts.documents[b.document];
    const std::vector<uint32_t> core = reader_.governed(x, *a.clause, false), wide = reader_.governed(y, *b.clause, b.clause->kind != StanceClause::fact);
    const std::vector<uint32_t> narrow = reader_.governed(y, *b.clause, false);
    const bool alone = std::count_if(a.act.begin(), a.act.end(), [](const ActWord& w) { return !w.light; }) < 2;
    unsigned lined_up = 0;
    for (const ActWord& word : a.act) {
      if (word.light || std::find(core.begin(), core.end(), word.token) == core.end()) continue;
      const std::vector<uint32_t>& places = alone && !word.noun ? narrow : wide;
      const bool governed = std::any_of(b.act.begin(), b.act.end(), [&](const ActWord& other) { return std::find(places.begin(), places.end(), other.token) != places.end() && (partners(x, word, y, other) || kind_of(y, other, x, word)); });
      if (!governed && lined_up == 0) return "governed";
      if (!governed && !met(a, word, b, b.act)) return "governed";
      ++lined_up;
    }
    return lined_up == 0 ? "ungoverned" : nullptr;
  }

  // Somebody's view, or what was once so.
  bool told(const Document& document, const Half& a) const {
    const Sentence& sentence = document.sentences[a.sentence];
    for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i)
      if ((relations_.classes(document.tokens[i].word) & report_word) != 0 && !reader_.table().not_told.contains(document.tokens[i].word)) return true;
    return false;
  }

  bool past(const Document& document, const Half& a) const {
    for (uint32_t i = a.clause->first; i < a.clause->end; ++i)
      if (document.tokens[i].tag == tag::VBD) return true;
    return false;
  }

  bool asks(const Document& document, const Half& a) const { return document.text_of(document.tokens[document.sentences[a.sentence].end_token - 1]) == "?"; }

  // "Hydrogel gives water; it must not be used on wounds that weep" speaks of hydrogel.
  bool of_another(const Document& document, const Half& a, const Half& b) const {
    const Token& first = document.tokens[a.clause->first];
    const uint32_t classes = relations_.classes(first.word);
    if (first.tag != tag::PRP || (classes & pronoun) == 0 || (classes & person_word) != 0) return false;
    const ActWord* named = nullptr;  // what the sentence opens with
    for (const ActWord& word : a.rest)
      if (!word.light && word.token < a.clause->first && (named == nullptr || word.token < named->token)) named = &word;
    return named != nullptr && !met(a, *named, b, b.all);
  }

  // "until it has healed", "once it has healed"
  bool complement(const Half& a, const Half& b) const {
    if (a.openers.empty() || b.openers.empty()) return false;
    return std::none_of(a.openers.begin(), a.openers.end(), [&](Symbol opener) { return std::find(b.openers.begin(), b.openers.end(), opener) != b.openers.end(); });
  }

  const CheckInput& in_;
  const StanceReader& reader_;
  const TopicTable& topics_;
  const WordRelations& relations_;
  const WordNet& wordnet_;
};

const char* name_of(Hold hold) {
  switch (hold) {
    case Hold::required: return "asked for";
    case Hold::allowed: return "allowed or possible";
    case Hold::holds: return "so";
    case Hold::forbidden: return "forbidden";
    case Hold::fails: return "not so";
    case Hold::needless: return "not needed";
    case Hold::urgent: return "urgent";
    case Hold::calm: return "no reason for haste";
    default: return "";
  }
}

bool excludes(const StanceClause& a, const StanceClause& b) {
  if (denies(a.hold)) return affirms(b.hold);
  if (a.hold == Hold::needless) return b.hold == Hold::required;
  return a.hold == Hold::calm && b.hold == Hold::urgent;
}

constexpr uint32_t kLongest = 14;  // tokens of a place

// The words of stance with those of the act.
Evidence evidence(const CheckInput& in, const Comparison& comparison, const Half& a, const Half& b, uint8_t side) {
  const Document& document = in.texts.documents[a.document];
  const StancePlace place = comparison.place(a);
  uint32_t first = place.first, end = place.end;
  for (const ActWord& word : a.act) {
    if (word.light || !comparison.met(a, word, b, b.act)) continue;
    if (first == end) first = word.token, end = word.token + 1;
    const uint32_t low = std::min(first, word.token), high = std::max(end, word.token + 1);
    if (high - low <= kLongest) first = low, end = high;
  }
  if (first == end) first = a.clause->first, end = std::min(a.clause->end, first + kLongest);
  return {a.document, {document.tokens[first].span.begin, document.tokens[end - 1].span.end}, side};
}

}  // namespace

void report_stance_conflicts(const CheckInput& in, StanceKind kind, Findings& findings) {
  const StanceReader& reader = in.index.stances->reader;
  const Comparison comparison(in, reader);
  for (const StanceCandidate& c : in.index.stances->candidates) {
    const Document &x = in.texts.documents[c.document], &y = in.texts.documents[c.other_document];
    const auto mine = reader.read(x, x.sentences[c.sentence]), theirs = reader.read(y, y.sentences[c.other_sentence]);
    const Half a = comparison.half(c.document, c.sentence, mine, mine[c.clause]);
    for (const StanceClause& clause : theirs) {
      if (!excludes(mine[c.clause], clause)) continue;
      const bool fact = a.clause->hold != Hold::calm && a.clause->kind != StanceClause::instruction && clause.kind != StanceClause::instruction;
      if (fact != (kind == StanceKind::fact)) continue;
      const Half b = comparison.half(c.other_document, c.other_sentence, theirs, clause);
      const Alignment m = comparison.align(a, b);
      Gates gates;
      if (comparison.closed(a, b, m, gates)) continue;
      gates.add("act", Answer::passed);
      Finding out = finding(in, {evidence(in, comparison, a, b, 1), evidence(in, comparison, b, a, 2)});
      // Two bare commands ("Do not shake", "Shake") may be about two things.
      const bool bare = m.words < 2 && m.other_words < 2 && a.clause->hold != Hold::calm;
      lower_to(out, bare ? Level::suggestion : Level::warning);
      out.compared = gates.compared("stances", 1);
      out.confidence = bare ? 0.5 : 0.7;
      out.why = std::string("One place says of an act that it is ") + name_of(a.clause->hold) + ", the other that it is " + name_of(clause.hold) + "; what the first names stands on the other side too.";
      findings.push_back(std::move(out));
      break;
    }
  }
}

}  // namespace crosscheck
