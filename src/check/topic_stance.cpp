// Two stances on one topic: rules/lexicon/topics.yaml names what is allowed or forbidden (acts) and ways of doing a
// thing of which one excludes the others (poles). A clause takes a stance on the act it names by the words around it;
// a command asks for it. The words that say of whom, in which form and of what must not part the two sentences.
//
// Tested by the fixtures of contradiction.modality.
#include "check/topic_stance.h"

#include <algorithm>
#include <array>
#include <map>

#include "check/gate.h"
#include "language/tags.h"

namespace crosscheck {
namespace {

constexpr size_t kPartners = 24;
constexpr size_t kNote = 2;            // sentences of a document that says one thing only
constexpr uint32_t kNear = 3;  // tokens between "no" and the act it denies

// A sentence's stance on a topic.
struct Stand {
  uint16_t topic = 0;
  uint8_t pole = 0;    // TopicTable::Stance of an act, else the way
  bool bounded = false;
  uint32_t document = 0, sentence = 0;
  uint32_t first = 0, end = 0;   // tokens: the words of the stance with those of the topic
};

// What a sentence names besides its stance and topic.
struct Content {
  std::vector<Key> words, names;
  std::array<std::vector<Key>, 9> scope;
  std::vector<std::pair<Key, Key>> modifiers;  // noun, what narrows it
  std::vector<std::pair<uint32_t, Key>> slots; // subject, object or preposition, and what fills it
};

class Reader {
 public:
  Reader(const CheckInput& in, const TopicTable& table) : in_(in), table_(table) {}

  void read(uint32_t d, uint32_t s, std::vector<Stand>& out) const {
    const Document& document = in_.texts.documents[d];
    const Sentence& sentence = document.sentences[s];
    const auto& tokens = document.tokens;
    uint64_t beside = 0;
    bool asked = false;
    for (uint32_t i = sentence.first_token; i < sentence.end_token;) {
      const PhraseSet::Match topic = TopicTable::match(table_.topics, tokens, i, sentence.end_token);
      if (topic.tokens == 0) { ++i; continue; }
      for (const TopicTable::Place& place : table_.places[static_cast<size_t>(topic.value)]) {
        Stand stand{place.topic, place.pole, false, d, s, i, i + topic.tokens};
        if (place.topic < table_.acts) {
          if (stance_on_act(document, sentence, stand)) out.push_back(stand);
          continue;
        }
        if (!asked) beside = beside_of(document, sentence), asked = true;
        if ((beside >> (place.topic - table_.acts) & 1) == 0 || !instructs(document, sentence, stand) || denied(document, sentence, stand)) continue;
        stand.bounded = conditional(document, sentence, place.topic);
        out.push_back(stand);
      }
      i += topic.tokens;
    }
  }

 private:
  uint64_t beside_of(const Document& document, const Sentence& sentence) const {
    uint64_t out = 0;
    for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      const PhraseSet::Match match = TopicTable::match(table_.beside, document.tokens, i, sentence.end_token);
      if (match.tokens > 0) out |= table_.beside_of[static_cast<size_t>(match.value)];
    }
    return out;
  }

  bool breaks(const Document& document, uint32_t i) const {
    const Token& token = document.tokens[i];
    return table_.breaks.contains(token.word) || (token.kind == TokenKind::punctuation && token.tag != tag::HYPH && document.text_of(token) != "-" && document.text_of(token) != "'");
  }

  std::pair<uint32_t, uint32_t> clause(const Document& document, const Sentence& sentence, const Stand& stand) const {
    uint32_t first = stand.first, end = stand.end;
    while (first > sentence.first_token && !breaks(document, first - 1)) --first;
    while (end < sentence.end_token && !breaks(document, end)) ++end;
    return {first, end};
  }

  // "can cause": tells what happens.
  bool happens(const Document& document, uint32_t i, uint32_t end) const {
    if (document.tokens[i].tag != tag::MD) return false;
    for (uint32_t k = i + 1; k < end && k < i + 4; ++k)
      if (is_verb(document.tokens[k].tag) && (table_.happens.contains(document.tokens[k].word) || table_.happens.contains(document.tokens[k].lemma))) return true;
    return false;
  }

  // Does the clause tell its reader what to do? A command, a word of stance, or what "is taken" and "is kept".
  bool instructs(const Document& document, const Sentence& sentence, const Stand& stand) const {
    const auto [first, end] = clause(document, sentence, stand);
    const auto& tokens = document.tokens;
    if (tokens[first].tag == tag::VB) return true;
    for (uint32_t i = first; i < end; ++i) {
      if (tokens[i].tag == tag::VBN && TopicTable::match(table_.beside, tokens, i, end).tokens > 0) return true;
      const PhraseSet::Match match = TopicTable::match(table_.stances, tokens, i, end);
      if (match.tokens > 0 && match.value != TopicTable::bound && !happens(document, i, end)) return true;
    }
    return false;
  }

  // A way that the clause denies, or only excuses.
  bool denied(const Document& document, const Sentence& sentence, const Stand& stand) const {
    const auto [first, end] = clause(document, sentence, stand);
    unsigned denials = 0;
    if ((table_.excused >> (stand.topic - table_.acts) & 1) != 0)
      for (uint32_t i = first; i < end; ++i) denials += table_.excuses.contains(document.tokens[i].word) ? 1 : 0;
    for (uint32_t i = first; i < end; ++i) {
      if (i >= stand.first && i < stand.end) continue;
      const PhraseSet::Match match = TopicTable::match(table_.stances, document.tokens, i, end);
      if (match.tokens > 0 && (match.value == TopicTable::deny || match.value == TopicTable::needless)) ++denials;
    }
    return denials > 0;
  }

  // "If it upsets your stomach, ...": a condition that is not the topic's own ("if you forget a tablet").
  bool conditional(const Document& document, const Sentence& sentence, uint16_t topic) const {
    const auto& tokens = document.tokens;
    if (!table_.conditions.contains(tokens[sentence.first_token].word)) return false;
    for (uint32_t i = sentence.first_token; i < sentence.end_token && tokens[i].kind != TokenKind::punctuation; ++i) {
      const PhraseSet::Match match = TopicTable::match(table_.beside, tokens, i, sentence.end_token);
      if (match.tokens > 0 && (table_.beside_of[static_cast<size_t>(match.value)] >> (topic - table_.acts) & 1) != 0) return false;
    }
    return true;
  }

  // Reads the words around the act; false when the clause takes no stance.
  bool stance_on_act(const Document& document, const Sentence& sentence, Stand& stand) const {
    const auto [first, end] = clause(document, sentence, stand);
    const auto& tokens = document.tokens;
    unsigned denials = 0;
    bool needless = false, require = false, allow = false;
    uint32_t left = stand.first, right = stand.end;
    const auto take = [&](uint32_t i, uint32_t n) { left = std::min(left, i), right = std::max(right, i + n); };
    for (uint32_t i = first; i < end;) {
      const PhraseSet::Match match = TopicTable::match(table_.stances, tokens, i, end);
      if (match.tokens == 0 || (i >= stand.first && i < stand.end)) { ++i; continue; }
      switch (match.value) {
        case TopicTable::deny:
          // "without alcohol" says nothing of driving.
          if (table_.near.contains(tokens[i].word) && i > stand.end) stand.bounded = true;
          if (!table_.near.contains(tokens[i].word) || (i < stand.first && stand.first - i <= kNear)) ++denials, take(i, match.tokens);
          break;
        case TopicTable::needless: needless = true, take(i, match.tokens); break;
        case TopicTable::require: require = true, take(i, match.tokens); break;
        case TopicTable::allow:
          if (!happens(document, i, end)) allow = true, take(i, match.tokens);
          break;
        default: break;
      }
      i += match.tokens;
    }
    stand.bounded = stand.bounded || bounded(document, sentence);
    const bool command = tokens[first].tag == tag::VB && first <= stand.first;
    if (needless && denials > 0) return false;
    if (needless) stand.pole = TopicTable::needless;
    else if (denials % 2 == 1) stand.pole = TopicTable::deny;
    else if (require || command) stand.pole = TopicTable::require;
    else if (allow || denials > 0) stand.pole = TopicTable::allow;
    else return false;
    if (right - left <= 16) stand.first = left, stand.end = right;
    return true;
  }

  // "until", "unless", "if", anywhere in the sentence.
  bool bounded(const Document& document, const Sentence& sentence) const {
    for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      const PhraseSet::Match match = TopicTable::match(table_.stances, document.tokens, i, sentence.end_token);
      if (match.tokens > 0 && match.value == TopicTable::bound) return true;
    }
    return false;
  }

  const CheckInput& in_;
  const TopicTable& table_;
};

bool capitalised(const Token& token) { return token.letter_case == Case::capitalised || token.letter_case == Case::upper || token.letter_case == Case::mixed; }

enum Slot : uint32_t { object = 1, subject, place, purpose, of_subject, first_preposition };

bool has_child(const Document& document, uint32_t i, const WordSet& words) {
  for (uint32_t k = i; k > 0 && k + 5 > i; --k)
    if (document.tokens[k - 1].head == static_cast<int32_t>(i) && words.contains(document.tokens[k - 1].word)) return true;
  return false;
}

// "drivers with long experience", "dogs on a lead"
bool narrows_subject(const Document& document, const Token& token) {
  if (token.head < 0 || (token.relation != relation::nmod && token.relation != relation::acl && token.relation != relation::acl_relcl)) return false;
  const RelationId of = document.tokens[static_cast<size_t>(token.head)].relation;
  return of == relation::nsubj || of == relation::nsubj_pass;
}

// "in the spa": the preposition with the noun; subject, object, place and purpose stand in slots of their own.
void add_slots(const Document& document, uint32_t i, Key key, const TopicTable& table, Content& out) {
  const Token& token = document.tokens[i];
  if (narrows_subject(document, token)) out.slots.emplace_back(of_subject, key);
  if ((token.relation == relation::advcl || token.relation == relation::xcomp || token.relation == relation::acl) && has_child(document, i, table.to)) out.slots.emplace_back(purpose, key);
  if ((!is_noun(token.tag) && !is_proper_noun(token.tag)) || table.generic.contains(token.word)) return;
  if (token.relation == relation::obj || token.relation == relation::nsubj_pass) return out.slots.emplace_back(object, key), void();
  if (token.relation == relation::nsubj) return out.slots.emplace_back(subject, key), void();
  if (token.relation != relation::obl && token.relation != relation::nmod) return;
  if (has_child(document, i, table.places_at)) return out.slots.emplace_back(place, key), void();
  if (has_child(document, i, table.purposes_for)) return out.slots.emplace_back(purpose, key), void();
  for (uint32_t k = i; k > 0 && k + 5 > i; --k)
    if (document.tokens[k - 1].head == static_cast<int32_t>(i) && document.tokens[k - 1].relation == relation::case_) return out.slots.emplace_back(document.tokens[k - 1].word + first_preposition, key), void();
}

// One slot, filled on both sides, by nothing in common.
bool filled_apart(const Content& a, const Content& b) {
  for (const auto& [slot, key] : a.slots) {
    bool filled = false, alike = false;
    for (const auto& [other, filler] : b.slots)
      if (other == slot) filled = true, alike = alike || std::any_of(a.slots.begin(), a.slots.end(), [&, s = slot, f = filler](const auto& x) { return x.first == s && x.second == f; });
    if (filled && !alike) return true;
    (void)key;
  }
  return false;
}

Content content_of(const CheckInput& in, const Stand& stand, const TopicTable& table) {
  Content out;
  const Document& document = in.texts.documents[stand.document];
  const Sentence& sentence = document.sentences[stand.sentence];
  const Meanings& meanings = in.index.meanings;
  uint32_t topic_end = 0;
  for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
    const Token& token = document.tokens[i];
    const Key key = meanings.key(token.word);
    if (const PhraseSet::Match topic = TopicTable::match(table.topics, document.tokens, i, sentence.end_token); topic.tokens > 0) topic_end = std::max(topic_end, i + topic.tokens);
    if (token.kind != TokenKind::word || key == 0) continue;
    const WordKind kind = meanings.kind(token.word);
    const bool narrows = token.relation == relation::amod || token.relation == relation::compound;
    if (narrows && token.head > static_cast<int32_t>(i)) out.modifiers.emplace_back(meanings.key(document.tokens[static_cast<size_t>(token.head)].word), key);
    if (i >= stand.first && i < stand.end) continue;
    if (is_scope(kind) && i >= topic_end) out.scope[static_cast<size_t>(kind)].push_back(key);
    if (kind == WordKind::filler || kind == WordKind::function || TopicTable::match(table.stances, document.tokens, i, sentence.end_token).tokens > 0) continue;
    add_slots(document, i, key, table, out);
    if (capitalised(token) && (i > sentence.first_token || is_proper_noun(token.tag))) out.names.push_back(key);
    else if (is_noun(token.tag) || is_adjective(token.tag) || (is_verb(token.tag) && TopicTable::match(table.beside, document.tokens, i, sentence.end_token).tokens == 0)) out.words.push_back(key);
  }
  for (auto* list : {&out.words, &out.names}) std::sort(list->begin(), list->end());
  for (auto& list : out.scope) std::sort(list.begin(), list.end());
  return out;
}

unsigned common(const std::vector<Key>& a, const std::vector<Key>& b) {
  unsigned out = 0;
  for (const Key key : a) out += std::binary_search(b.begin(), b.end(), key);
  return out;
}

// "plaster cast", "fibreglass cast": one noun, narrowed on both sides by other words.
bool narrowed_apart(const Content& a, const Content& b) {
  for (const auto& [noun, word] : a.modifiers) {
    bool narrowed = false, alike = false;
    for (const auto& [other, narrowing] : b.modifiers)
      if (other == noun) narrowed = true, alike = alike || std::find(a.modifiers.begin(), a.modifiers.end(), std::pair(noun, narrowing)) != a.modifiers.end();
    if (narrowed && !alike) return true;
    (void)word;
  }
  return false;
}

// The figures of a sentence, as its claims have them.
std::vector<const Quantity*> figures_of(const Index& index, const Stand& stand) {
  std::vector<const Quantity*> out;
  const auto before = [](const Claim& claim, const Stand& at) { return claim.document != at.document ? claim.document < at.document : claim.sentence < at.sentence; };
  for (auto claim = std::lower_bound(index.claims.begin(), index.claims.end(), stand, before); claim != index.claims.end() && claim->document == stand.document && claim->sentence == stand.sentence; ++claim)
    for (const Quantity& quantity : claim->quantities) out.push_back(&quantity);
  return out;
}

// "not from 6:30 to 9"
bool at_certain_hours(const Index& index, const Stand& stand) {
  const auto figures = figures_of(index, stand);
  return std::any_of(figures.begin(), figures.end(), [](const Quantity* quantity) { return quantity->dimension == "clock"; });
}

bool other_figures(const Index& index, const Stand& a, const Stand& b) {
  const auto one = figures_of(index, a), two = figures_of(index, b);
  for (const Quantity* x : one)
    for (const Quantity* y : two)
      if (x->dimension == y->dimension && (x->low != y->low || x->high != y->high)) return true;
  return false;
}

// "before this test": it was named in another sentence. "This medicine" is what the text is about.
bool points_back(const CheckInput& in, const Stand& stand, const TopicTable& table) {
  const Document& document = in.texts.documents[stand.document];
  const Sentence& sentence = document.sentences[stand.sentence];
  for (uint32_t i = sentence.first_token; i + 1 < sentence.end_token; ++i)
    if (table.demonstratives.contains(document.tokens[i].word) && !table.generic.contains(document.tokens[i + 1].word)) return true;
  return false;
}

// The words beside a topic that both sentences name ("wound"); some topics ask for one.
bool share_beside(const CheckInput& in, const TopicTable& table, const Stand& a, const Stand& b) {
  const uint64_t bit = uint64_t{1} << (a.topic - table.acts);
  if ((table.together & bit) == 0) return true;
  const auto keys = [&](const Stand& stand) {
    std::vector<Key> out;
    const Document& document = in.texts.documents[stand.document];
    const Sentence& sentence = document.sentences[stand.sentence];
    for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      const PhraseSet::Match match = TopicTable::match(table.beside, document.tokens, i, sentence.end_token);
      if (match.tokens > 0 && (table.beside_of[static_cast<size_t>(match.value)] & bit) != 0 && (i < stand.first || i >= stand.end)) out.push_back(in.index.meanings.key(document.tokens[i].word));
    }
    std::sort(out.begin(), out.end());
    return out;
  };
  return common(keys(a), keys(b)) > 0;
}

bool opens_with_condition(const CheckInput& in, const Stand& stand, const TopicTable& table) {
  const Document& document = in.texts.documents[stand.document];
  return table.conditions.contains(document.tokens[document.sentences[stand.sentence].first_token].word);
}

void ask_gates(const CheckInput& in, const TopicTable& table, const Stand& a, const Stand& b, Gates& gates, unsigned& shared) {
  const Content one = content_of(in, a, table), two = content_of(in, b, table);
  const unsigned names = common(one.names, two.names);
  shared = common(one.words, two.words) + names;
  if (one.names.size() > names && two.names.size() > names) return gates.add("names", Answer::closed, "each names another");
  for (const WordKind kind : {WordKind::population, WordKind::route, WordKind::form, WordKind::degree, WordKind::time}) {
    const auto &x = one.scope[static_cast<size_t>(kind)], &y = two.scope[static_cast<size_t>(kind)];
    if (!x.empty() && !y.empty() && common(x, y) == 0) return gates.add(name_of(kind), Answer::closed, "another one on each side");
    if (x.empty() != y.empty() && kind == WordKind::population) gates.add(name_of(kind), Answer::open, "on one side only");
  }
  if (a.topic >= table.acts && !share_beside(in, table, a, b)) return gates.add("what it is about", Answer::closed, "each side has its own");
  if (narrowed_apart(one, two)) return gates.add("modifiers", Answer::closed, "other words narrow the same noun");
  if (filled_apart(one, two)) return gates.add("what is acted on", Answer::closed, "another thing in the same place");
  if (points_back(in, a, table) != points_back(in, b, table)) return gates.add("subject", Answer::closed, "one side points back");
  if (at_certain_hours(in.index, a) || at_certain_hours(in.index, b)) return gates.add("time", Answer::closed, "at certain hours only");
  if (other_figures(in.index, a, b)) return gates.add("figures", Answer::closed, "each side has its own");
  if (opens_with_condition(in, a, table) && opens_with_condition(in, b, table) && shared < 4) return gates.add("condition", Answer::closed, "each side has its own");
  gates.add("topic", Answer::passed);
}

bool opposed(const Stand& a, const Stand& b, size_t acts) {
  if (a.topic != b.topic || a.document == b.document || a.pole == b.pole) return false;
  if (a.topic >= acts) return !a.bounded && !b.bounded;
  const uint8_t low = std::min(a.pole, b.pole), high = std::max(a.pole, b.pole);
  if (low == TopicTable::needless) return high == TopicTable::require;
  if (low != TopicTable::deny || high == TopicTable::needless) return false;
  const Stand& denying = a.pole == TopicTable::deny ? a : b;
  return !denying.bounded;
}

}  // namespace

PhraseSet::Match TopicTable::match(const PhraseSet& phrases, const std::vector<Token>& tokens, uint32_t at, uint32_t end) {
  const PhraseSet::Match match = phrases.match(tokens, at, end);
  return match.tokens > 0 ? match : phrases.match(tokens, at, end, true);
}

namespace {

// "with meals" is also "with your meals".
std::vector<std::string> with_determiner(const std::string& phrase, const Value& settings) {
  std::vector<std::string> out;
  const size_t space = phrase.find(' ');
  if (space == std::string::npos || phrase.find(' ', space + 1) != std::string::npos) return out;
  const std::vector<std::string> openers = settings["after"].texts();
  if (std::find(openers.begin(), openers.end(), phrase.substr(0, space)) == openers.end()) return out;
  for (const std::string& word : settings["words"].texts()) out.push_back(phrase.substr(0, space + 1) + word + phrase.substr(space));
  return out;
}

}  // namespace

TopicTable::TopicTable(Rulebook& book) {
  const Value& list = book.lexicon("topics");
  const std::pair<const char*, Stance> kinds[] = {{"deny", deny}, {"needless", needless}, {"require", require}, {"allow", allow}, {"bound", bound}};
  for (const auto& [name, stance] : kinds)
    for (const std::string& phrase : list["stances"][name].texts()) stances.add(phrase, stance, book.symbols);
  std::map<std::string, std::vector<Place>> by_phrase;
  uint16_t topic = 0;
  for (const Value& act : list["acts"].items) {
    for (const std::string& phrase : act.texts()) by_phrase[phrase].push_back({topic, 0});
    ++topic;
  }
  acts = topic;
  std::map<std::string, uint64_t> by_side;
  for (const Value& entry : list["poles"].items) {
    for (const std::string& phrase : entry["beside"].texts()) by_side[phrase] |= uint64_t{1} << (topic - acts);
    ways.push_back(entry["way"].text());
    if (entry["together"].truth(false)) together |= uint64_t{1} << (topic - acts);
    if (entry["excused"].truth(false)) excused |= uint64_t{1} << (topic - acts);
    uint8_t pole = 0;
    for (const Value& way : entry["ways"].items) {
      for (const std::string& phrase : way.texts()) {
        by_phrase[phrase].push_back({topic, pole});
        for (const std::string& longer : with_determiner(phrase, list["determined"])) by_phrase[longer].push_back({topic, pole});
      }
      ++pole;
    }
    ++topic;
  }
  for (const auto& entry : by_phrase) topics.add(entry.first, static_cast<int32_t>(places.size()), book.symbols), places.push_back(entry.second);
  for (const auto& entry : by_side) beside.add(entry.first, static_cast<int32_t>(beside_of.size()), book.symbols), beside_of.push_back(entry.second);
  excuses = book.word_set(list["excuses"]);
  happens = book.word_set(list["happens"]);
  demonstratives = book.word_set(list["demonstratives"]);
  to = book.word_set(list["to"]);
  places_at = book.word_set(list["at"]);
  purposes_for = book.word_set(list["for"]);
  near = book.word_set(list["near"]);
  generic = book.word_set(list["generic"]);
  conditions = book.word_set(list["conditions"]);
  breaks = book.word_set(list["breaks"]);
}

namespace {

struct Opposition {
  size_t first, second;  // stands
  unsigned shared;
  Gates gates;
};

Evidence place_of(const CheckInput& in, const Stand& stand, uint8_t side) {
  const auto& tokens = in.texts.documents[stand.document].tokens;
  return {stand.document, {tokens[stand.first].span.begin, tokens[stand.end - 1].span.end}, side};
}

// One finding a topic: all places of the two stances that are furthest from agreeing.
void report_topic(const CheckInput& in, const TopicTable& table, const std::vector<Stand>& all, const std::vector<Opposition>& conflicts, Findings& findings) {
  const Opposition* best = &conflicts.front();
  for (const Opposition& conflict : conflicts)
    if (conflict.shared > best->shared) best = &conflict;
  const uint8_t poles[2] = {all[best->first].pole, all[best->second].pole};
  std::vector<size_t> sides[2] = {{best->first}, {best->second}};
  for (const Opposition& conflict : conflicts)
    for (const size_t stand : {conflict.first, conflict.second})
      for (int side = 0; side < 2; ++side)
        if (all[stand].pole == poles[side] && std::find(sides[side].begin(), sides[side].end(), stand) == sides[side].end()) sides[side].push_back(stand);
  const int fewer = sides[1].size() < sides[0].size() ? 1 : 0;
  std::vector<Evidence> evidence;
  for (const int side : {fewer, 1 - fewer})
    for (const size_t stand : sides[side]) evidence.push_back(place_of(in, all[stand], side == fewer ? 1 : 2));
  Finding out = finding(in, std::move(evidence));
  lower_to(out, Level::warning);
  out.compared = best->gates.compared("stances", 1);
  out.confidence = std::min(0.85, 0.6 + 0.08 * best->shared);
  const bool act = all[best->first].topic < table.acts;
  out.why = (act ? "One place takes another stance than the other on one act (" : "The two places name ways that exclude each other: " + table.ways[all[best->first].topic - table.acts] + " (") + best->gates.why() + ").";
  if (sides[0].size() + sides[1].size() > 2) out.forms = act ? "act " + std::to_string(all[best->first].topic) : table.ways[all[best->first].topic - table.acts];
  findings.push_back(std::move(out));
}

}  // namespace

void report_topic_stances(const CheckInput& in, Findings& findings) {
  const auto& table = in.rulebook.table<TopicTable>();
  const Reader reader(in, table);
  const std::vector<std::string> without = in.rule.settings["without_gates"].texts();
  std::vector<Stand> all;
  for (uint32_t d = 0; d < in.texts.documents.size(); ++d)
    for (uint32_t s = 0; s < in.texts.documents[d].sentences.size(); ++s) reader.read(d, s, all);
  std::stable_sort(all.begin(), all.end(), [](const Stand& a, const Stand& b) { return a.topic < b.topic; });
  std::vector<Opposition> conflicts;
  for (size_t i = 0; i < all.size(); ++i) {
    size_t partners = 0;
    for (size_t k = i + 1; k < all.size() && all[k].topic == all[i].topic && partners < kPartners; ++k) {
      if (all[i].document == all[k].document) continue;
      ++partners;
      if (!opposed(all[i], all[k], table.acts)) continue;
      Opposition found{i, k, 0, {}};
      found.gates.without = &without;
      ask_gates(in, table, all[i], all[k], found.gates, found.shared);
      // Two notes need share no word but the topic: each is all about one thing.
      const bool notes = in.texts.documents[all[i].document].sentences.size() <= kNote && in.texts.documents[all[k].document].sentences.size() <= kNote;
      if (!found.gates.closed() && (found.shared > 0 || notes)) conflicts.push_back(std::move(found));
    }
    if (conflicts.empty() || (i + 1 < all.size() && all[i + 1].topic == all[i].topic)) continue;
    report_topic(in, table, all, conflicts, findings);
    conflicts.clear();
  }
}

}  // namespace crosscheck
