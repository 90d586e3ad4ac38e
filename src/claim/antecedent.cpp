// Tested by tests/rooms/facets.cpp.
#include "claim/antecedent.h"

#include <algorithm>

#include "language/tags.h"
#include "language/word_relations.h"

namespace crosscheck {
namespace {

constexpr uint32_t kFarthest = 3;        // sentences a pronoun looks back
constexpr uint32_t kFarthestKind = 12;   // and "this gene"
constexpr uint32_t kMostMentions = 150;

bool nominal(const Token& t) { return is_noun(t.tag) || is_proper_noun(t.tag); }

int role_of(RelationId r) {
  switch (base_relation(r)) {
    case relation::nsubj: return 5;
    case relation::obj: case relation::iobj: return 2;
    case relation::obl: case relation::xcomp: case relation::root: return 1;
    default: return 0;
  }
}

}  // namespace

Antecedents::Antecedents(const Document& document, const GrammarTable& grammar, const WordNet& wordnet, const SymbolTable& symbols, Namer name, std::string topic)
    : document_(document), grammar_(grammar), wordnet_(wordnet), symbols_(symbols), name_(std::move(name)), topic_(std::move(topic)) {
  for (uint32_t s = 0; s < document.sentences.size(); ++s) read(s);
}

const Antecedents::Found* Antecedents::of(uint32_t first_token) const {
  const auto found = found_.find(first_token);
  return found == found_.end() ? nullptr : &found->second;
}

void Antecedents::read(uint32_t sentence) {
  if (!tree_.read(document_, document_.sentences[sentence])) return;
  for (uint32_t i = tree_.first(); i < tree_.end(); ++i) read_token(sentence, i);
}

// "It is important to ...", "it is known that ..."
bool Antecedents::expletive(uint32_t pronoun) const {
  const Token& t = document_.tokens[pronoun];
  if (t.relation == relation::expl || t.head < 0) return true;
  const auto verb = static_cast<uint32_t>(t.head);
  if (grammar_.weather_verbs.contains(document_.tokens[verb].lemma)) return true;
  for (const uint32_t c : tree_.children(verb)) {
    const RelationId r = document_.tokens[c].relation;
    if (c < verb) continue;
    if (r == relation::csubj || r == relation::csubj_pass || (r == relation::ccomp && !is_verb(document_.tokens[verb].tag))) return true;
    const Symbol lemma = grammar_.verb(document_.tokens[verb].word);
    const bool infinitive = document_.tokens[c].tag == tag::VB && tree_.has(c, relation::mark);
    if (infinitive && lemma && grammar_.impersonal_verbs.contains(lemma)) return true;
    if (infinitive && is_adjective(document_.tokens[verb].tag) && (r == relation::xcomp || r == relation::advcl)) return true;
    if (r == relation::ccomp && tree_.has(verb, relation::aux_pass)) return true;
  }
  return false;
}

Antecedents::Kind Antecedents::kind_of(TokenSpan phrase, uint32_t head) const {
  const Symbol first = document_.tokens[phrase.first].word, word = document_.tokens[head].word;
  if (phrase.end == phrase.first + 1) {
    if (grammar_.they.contains(first)) return Kind::they;
    if (grammar_.persons.contains(first)) return Kind::person;
    if (grammar_.deictics.contains(first)) return Kind::deictic;
    return grammar_.it_words.contains(first) ? Kind::it : Kind::name;
  }
  const uint32_t plain_end = head + 1;
  if (!nominal(document_.tokens[head]) || document_.tokens[head].head == static_cast<int32_t>(phrase.first)) return Kind::name;
  const bool these = grammar_.they.contains(first) || grammar_.deictics.contains(first);
  if (these && phrase.end == plain_end && plain_end <= phrase.first + 4) return Kind::kind_of;
  return first == grammar_.the && plain_end == phrase.first + 2 && phrase.end == plain_end && grammar_.topic_nouns.contains(word) ? Kind::kind_of : Kind::name;
}

// "3 weeks", "8 %": an amount is nothing to come back to.
bool Antecedents::quantified(uint32_t head) const {
  if (document_.tokens[head].kind != TokenKind::word) return true;
  for (const uint32_t c : tree_.children(head))
    if (document_.tokens[c].relation == relation::nummod && (grammar_.measures.contains(document_.tokens[head].word))) return true;
  return grammar_.measures.contains(document_.tokens[head].word);
}

Antecedents::Mention Antecedents::mention(uint32_t sentence, uint32_t head) const {
  const Token& t = document_.tokens[head];
  Mention out;
  out.head = head, out.sentence = sentence, out.passage = document_.sentences[sentence].passage;
  out.phrase = tree_.phrase(head);
  for (uint32_t i = out.phrase.first; i < head; ++i)  // a preposition is not of the phrase
    if (document_.tokens[i].relation == relation::case_ && document_.tokens[i].head == static_cast<int32_t>(head)) out.phrase.first = i + 1;
  RelationId r = t.relation;
  uint32_t verb = t.head < 0 ? head : static_cast<uint32_t>(t.head);
  out.complement = r == relation::xcomp || r == relation::root || r == relation::obj || r == relation::ccomp;
  out.role = role_of(r);
  // What a clause within the clause is about steps back.
  if (out.role == 5)
    for (uint32_t v = verb, depth = 0; document_.tokens[v].head >= 0 && depth < 12; v = static_cast<uint32_t>(document_.tokens[v].head), ++depth) {
      const RelationId inner = base_relation(document_.tokens[v].relation);
      out.role -= inner == relation::acl ? 3 : inner == relation::ccomp || inner == relation::advcl ? 1 : 0;
    }
  out.role = std::max(out.role, 0);
  if (r == relation::conj && verb != head) out.role = std::max(0, role_of(document_.tokens[verb].relation) - 1);
  out.clause = verb;
  out.plural = t.tag == tag::NNS || t.tag == tag::NNPS;
  for (const uint32_t c : tree_.children(head)) out.plural |= document_.tokens[c].relation == relation::conj && nominal(document_.tokens[c]) && base_relation(r) == relation::nsubj;
  // "Imbach et al"
  if (head + 1 < tree_.end() && document_.tokens[head + 1].word == grammar_.et) out.plural = out.person = true;
  out.named = is_proper_noun(t.tag);
  out.person |= (grammar_.words.classes(t.word) & person_word) != 0 || grammar_.populations.contains(t.word);
  return out;
}

void Antecedents::read_token(uint32_t sentence, uint32_t i) {
  const Token& t = document_.tokens[i];
  const bool pronoun = t.tag == tag::PRP || (t.tag == tag::DT && base_relation(t.relation) != relation::det);
  const bool doing = t.tag == tag::VBG && base_relation(t.relation) == relation::nsubj;  // "bleeding"
  if (!nominal(t) && !pronoun && !doing) return;
  if (t.relation == relation::compound || t.relation == relation::flat || t.relation == relation::fixed) return;
  Mention one = mention(sentence, i);
  const Kind kind = kind_of(one.phrase, i);
  if (kind == Kind::name) {
    if (pronoun || quantified(i)) return;
    one.name = name_(one.phrase);
    if (!one.name.empty()) mentions_.push_back(std::move(one));
    return;
  }
  // "This is a kind of bread" points at a thing, "This hurts" at what happens.
  if (kind == Kind::deictic && (t.head < 0 || !is_noun(document_.tokens[static_cast<uint32_t>(t.head)].tag))) return;
  if ((base_relation(t.relation) != relation::nsubj && kind != Kind::kind_of) || (kind == Kind::it && expletive(i))) return;
  Found found = look_back(one, kind);
  one.name = found.name;
  if (kind == Kind::they) one.plural = true;
  if (kind == Kind::person) one.person = true;
  found_[one.phrase.first] = std::move(found);
  if (!one.name.empty()) mentions_.push_back(std::move(one));
}

// The noun itself, or a kind of it: "aspirin" is a medicine.
bool Antecedents::kind_fits(const Mention& candidate, Symbol noun) const {
  const Token& head = document_.tokens[candidate.head];
  if (head.lemma == noun || head.word == noun) return candidate.phrase.end - candidate.phrase.first > 1;
  const uint32_t row = wordnet_.find(symbols_.text(head.lemma)), above = wordnet_.find(symbols_.text(noun));
  if (row == WordNet::kNone || above == WordNet::kNone) return false;
  for (const uint32_t synset : wordnet_.synsets_above(row, PartOfSpeech::noun)) {
    const auto words = wordnet_.words_of(synset);
    if (std::find(words.begin(), words.end(), above) != words.end()) return true;
  }
  return false;
}

double Antecedents::score(const Mention& candidate, const Mention& anaphor, Kind kind) const {
  const uint32_t back = anaphor.sentence - candidate.sentence;
  const bool topic = !topic_.empty() && candidate.name == topic_;
  const bool plural = kind == Kind::they || (kind == Kind::kind_of && anaphor.plural);
  if (back > (kind == Kind::kind_of ? kFarthestKind : kFarthest) && !topic) return -1;
  if (kind == Kind::person ? !candidate.person && !candidate.named : kind != Kind::they && kind != Kind::kind_of && candidate.person) return -1;
  if ((kind != Kind::person || !candidate.person) && candidate.plural != plural) return -1;
  double out = 6 - 2 * std::min(back, 2u) - 0.5 * back + candidate.role;
  if (back == 0) {
    if (candidate.head > anaphor.head || anaphor.phrase.contains(candidate.head)) return -1;
    // "In liver disease, it builds up": not the disease.
    if (candidate.clause == anaphor.clause && candidate.role < 5) out -= 4;
  }
  // "The exact cause", "the symptoms" of a thing are seldom what is spoken of next.
  if (grammar_.about_nouns.contains(document_.tokens[candidate.head].lemma)) out -= 3;
  if (candidate.passage != anaphor.passage) out -= 2;
  if (topic) out += 2;
  if (kind == Kind::deictic) out += candidate.complement && back == 1 ? (document_.tokens[candidate.head].relation == relation::xcomp ? 5 : 3) : -1;
  // "Parotid glands: These are ..."
  if (anaphor.phrase.first == candidate.phrase.end + 1 && document_.tokens[anaphor.phrase.first - 1].tag == tag::colon) out += 6;
  if (kind == Kind::kind_of) {
    const Token& noun = document_.tokens[anaphor.head];
    if (kind_fits(candidate, noun.lemma)) out += 5;
    else if ((back > 2 && !topic) || !grammar_.topic_nouns.contains(noun.word)) return -1;
    else if (grammar_.about_nouns.contains(document_.tokens[candidate.head].lemma) && !grammar_.about_nouns.contains(noun.lemma)) return -1;
    if (topic && grammar_.topic_nouns.contains(noun.word)) out += 3;
  }
  return out;
}

Antecedents::Found Antecedents::look_back(const Mention& anaphor, Kind kind) const {
  const Mention* best = nullptr;
  double most = 0, next = 0;
  uint32_t seen = 0;
  for (auto it = mentions_.rbegin(); it != mentions_.rend() && seen < kMostMentions; ++it, ++seen) {
    const double value = score(*it, anaphor, kind);
    if (value <= 0 || (best && it->name == best->name && value <= most)) continue;
    if (value > most) {
      if (!best || it->name != best->name) next = most;
      best = &*it, most = value;
    } else {
      next = std::max(next, value);
    }
  }
  if (!best) {
    const bool about = !topic_.empty() && (kind == Kind::it || (kind == Kind::kind_of && !anaphor.plural && grammar_.topic_nouns.contains(document_.tokens[anaphor.head].word)));
    return about ? Found{topic_, 0.4} : Found{};
  }
  // Rather what the text is about than a word in passing.
  if (kind == Kind::it && best->role <= 1 && !topic_.empty() && topic_ != best->name && most < 5) return {topic_, 0.45};
  return {best->name, std::min(0.95, 0.4 + 0.1 * (most - next))};
}

}  // namespace crosscheck
