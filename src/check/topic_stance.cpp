// Two stances on one topic: rules/lexicon/topics.yaml names what is allowed or forbidden (acts) and ways of doing a
// thing of which one excludes the others (poles). A clause takes a stance on the act it names by the words around it;
// a command asks for it. The words that say of whom, in which form and of what must not part the two sentences.
//
// Tested by the fixtures of contradiction.modality.
#include "check/topic_stance.h"

#include <algorithm>
#include <map>

#include "check/stance_gates.h"
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
  const std::vector<Key> one = keys(a), two = keys(b);
  return std::any_of(one.begin(), one.end(), [&](Key key) { return std::binary_search(two.begin(), two.end(), key); });
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

StancePlace place(const Stand& stand) { return {stand.document, stand.sentence, stand.first, stand.end}; }

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
      if (all[i].topic >= table.acts && !share_beside(in, table, all[i], all[k])) continue;
      ask_stance_gates(in, table, place(all[i]), place(all[k]), found.gates, found.shared);
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
