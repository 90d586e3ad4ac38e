// Tested by the fixtures of contradiction.modality.
#include "check/stance_gates.h"

#include <algorithm>
#include <array>

#include "check/topic_stance.h"
#include "language/tags.h"

namespace crosscheck {
namespace {

// What a sentence names besides its stance and act.
struct Content {
  std::vector<Key> words, names;
  std::array<std::vector<Key>, 9> scope;
  std::vector<std::pair<Key, Key>> modifiers;  // noun, what narrows it
  std::vector<std::pair<uint32_t, Key>> slots; // subject, object or preposition, and what fills it
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

Content content_of(const CheckInput& in, const StancePlace& stand, const TopicTable& table) {
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
std::vector<const Quantity*> figures_of(const Index& index, const StancePlace& stand) {
  std::vector<const Quantity*> out;
  const auto before = [](const Claim& claim, const StancePlace& at) { return claim.document != at.document ? claim.document < at.document : claim.sentence < at.sentence; };
  for (auto claim = std::lower_bound(index.claims.begin(), index.claims.end(), stand, before); claim != index.claims.end() && claim->document == stand.document && claim->sentence == stand.sentence; ++claim)
    for (const Quantity& quantity : claim->quantities) out.push_back(&quantity);
  return out;
}

// "not from 6:30 to 9"
bool at_certain_hours(const Index& index, const StancePlace& stand) {
  const auto figures = figures_of(index, stand);
  return std::any_of(figures.begin(), figures.end(), [](const Quantity* quantity) { return quantity->dimension == "clock"; });
}

bool other_figures(const Index& index, const StancePlace& a, const StancePlace& b) {
  const auto one = figures_of(index, a), two = figures_of(index, b);
  for (const Quantity* x : one)
    for (const Quantity* y : two)
      if (x->dimension == y->dimension && (x->low != y->low || x->high != y->high)) return true;
  return false;
}

// "before this test": it was named in another sentence. "This medicine" is what the text is about.
bool points_back(const CheckInput& in, const StancePlace& stand, const TopicTable& table) {
  const Document& document = in.texts.documents[stand.document];
  const Sentence& sentence = document.sentences[stand.sentence];
  for (uint32_t i = sentence.first_token; i + 1 < sentence.end_token; ++i)
    if (table.demonstratives.contains(document.tokens[i].word) && !table.generic.contains(document.tokens[i + 1].word)) return true;
  return false;
}

bool opens_with_condition(const CheckInput& in, const StancePlace& stand, const TopicTable& table) {
  const Document& document = in.texts.documents[stand.document];
  return table.conditions.contains(document.tokens[document.sentences[stand.sentence].first_token].word);
}

}  // namespace

void ask_stance_gates(const CheckInput& in, const TopicTable& table, const StancePlace& a, const StancePlace& b, Gates& gates, unsigned& shared) {
  const Content one = content_of(in, a, table), two = content_of(in, b, table);
  const unsigned names = common(one.names, two.names);
  shared = common(one.words, two.words) + names;
  if (one.names.size() > names && two.names.size() > names) return gates.add("names", Answer::closed, "each names another");
  for (const WordKind kind : {WordKind::population, WordKind::route, WordKind::form, WordKind::degree, WordKind::time}) {
    const auto &x = one.scope[static_cast<size_t>(kind)], &y = two.scope[static_cast<size_t>(kind)];
    if (!x.empty() && !y.empty() && common(x, y) == 0) return gates.add(name_of(kind), Answer::closed, "another one on each side");
    if (x.empty() != y.empty() && kind == WordKind::population) gates.add(name_of(kind), Answer::open, "on one side only");
  }
  if (narrowed_apart(one, two)) return gates.add("modifiers", Answer::closed, "other words narrow the same noun");
  if (filled_apart(one, two)) return gates.add("what is acted on", Answer::closed, "another thing in the same place");
  if (points_back(in, a, table) != points_back(in, b, table)) return gates.add("subject", Answer::closed, "one side points back");
  if (at_certain_hours(in.index, a) || at_certain_hours(in.index, b)) return gates.add("time", Answer::closed, "at certain hours only");
  if (other_figures(in.index, a, b)) return gates.add("figures", Answer::closed, "each side has its own");
  if (opens_with_condition(in, a, table) && opens_with_condition(in, b, table) && shared < 4) return gates.add("condition", Answer::closed, "each side has its own");
  gates.add("topic", Answer::passed);
}


}  // namespace crosscheck
