#include "index/slot_subject.h"

#include <algorithm>
#include <map>

#include "language/tags.h"
#include "text/fold.h"

namespace crosscheck {
namespace {

void sort_out(std::vector<Key>& keys) {
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

bool subject_relation(RelationId relation) { return relation == relation::nsubj || relation == relation::nsubj_pass || relation == relation::nsubj_outer; }

}  // namespace

SubjectFinder::SubjectFinder(const Collection& texts, const Abbreviations& abbreviations, const Meanings& meanings, const SlotTable& table)
    : texts_(texts), meanings_(meanings), table_(table), topics_(texts.documents.size()) {
  for (const Abbreviation& abbreviation : abbreviations.all) {
    if (abbreviation.expansions.empty()) continue;
    const Expansion& expansion = abbreviation.expansions.front();
    const Document& document = texts.documents[expansion.use.document];
    Subject name;
    uint32_t end = expansion.use.token;
    const auto starts_before = [](const Token& token, uint32_t byte) { return token.span.begin < byte; };
    const auto first = std::lower_bound(document.tokens.begin(), document.tokens.end(), expansion.long_form.begin, starts_before);
    end = static_cast<uint32_t>(std::lower_bound(first, document.tokens.end(), expansion.long_form.end, starts_before) - document.tokens.begin());
    read_name(document, static_cast<uint32_t>(first - document.tokens.begin()), end, name);
    sort_out(name.name);
    if (const Symbol word = texts.symbols.find(fold(abbreviation.text)); word != 0 && !name.name.empty()) long_forms_.emplace(word, name.name);
  }
}

// Reads on while the words may belong to one name; what stands in brackets is another name for it.
void SubjectFinder::read_name(const Document& document, uint32_t first, uint32_t end, Subject& out) const {
  const MeaningTable& words = meanings_.table();
  uint32_t depth = 0;
  for (uint32_t i = first; i < end; ++i) {
    const Token& token = document.tokens[i];
    if (token.kind == TokenKind::punctuation) {
      const std::string_view mark = document.text_of(token);
      if (mark == "(" || mark == "[") ++depth;
      else if (mark == ")" || mark == "]") depth -= depth > 0;
      else if (mark != "-" && mark != "'" && depth == 0 && !out.name.empty()) return;
      continue;
    }
    if (depth > 0) continue;
    if (table_.others.contains(token.word)) out.other = true;
    const bool after_label = i > first && table_.labels.contains(document.tokens[i - 1].word);
    if (token.kind == TokenKind::number || (after_label && (words.romans.contains(token.word) || document.text_of(token).size() == 1))) {
      out.labels.push_back(token.word);
      continue;
    }
    if (const auto found = long_forms_.find(token.word); found != long_forms_.end() && token.letter_case != Case::lower) {
      out.name.insert(out.name.end(), found->second.begin(), found->second.end());
      continue;
    }
    if (!out.name.empty() && (table_.links.contains(token.word) || table_.breaks.contains(token.word))) return;
    const WordKind kind = meanings_.kind(token.word);
    if (kind == WordKind::population) out.scope.push_back(meanings_.key(token.word));
    else if (kind == WordKind::function || kind == WordKind::filler || kind == WordKind::measure || table_.generic.contains(token.word) || meanings_.key(token.word) == 0) continue;
    else out.name.push_back(meanings_.key(token.word));
  }
}

Subject SubjectFinder::of_name(uint32_t document, uint32_t first, uint32_t end) const {
  Subject out;
  read_name(texts_.documents[document], first, end, out);
  out.first = first, out.end = end;
  sort_out(out.name), sort_out(out.labels), sort_out(out.scope);
  return out;
}

// The noun with all that hangs on it, up to a relative clause.
Subject SubjectFinder::of_noun(const Document& document, const Sentence& sentence, uint32_t noun) const {
  const auto& tokens = document.tokens;
  const auto hangs = [&](uint32_t i) {
    for (int steps = 0; steps < 8 && tokens[i].head >= 0; ++steps) {
      const RelationId relation = base_relation(tokens[i].relation);
      if (relation == relation::acl || relation == relation::advcl || relation == relation::conj || relation == relation::parataxis) return false;
      i = static_cast<uint32_t>(tokens[i].head);
      if (i == noun) return true;
    }
    return false;
  };
  uint32_t first = noun, end = noun + 1;
  Subject out;
  out.part = table_.parts.contains(tokens[noun].word);
  while (first > sentence.first_token && hangs(first - 1)) --first;
  while (end < sentence.end_token && hangs(end)) ++end;
  for (uint32_t i = end; i < std::min(sentence.end_token, end + 3) && tokens[i].kind == TokenKind::word; ++i)
    if (base_relation(tokens[i].relation) == relation::acl && tokens[i].head == static_cast<int32_t>(noun)) out.limited = true;
  read_name(document, first, end, out);
  out.first = first, out.end = end;
  sort_out(out.name), sort_out(out.labels), sort_out(out.scope);
  return out;
}

// Climbs from a token to the first predicate that has a subject.
std::optional<uint32_t> SubjectFinder::subject_token(const Document& document, const Sentence& sentence, uint32_t from) const {
  const auto& tokens = document.tokens;
  uint32_t at = from;
  for (int steps = 0; steps < 10; ++steps) {
    for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      if (tokens[i].head != static_cast<int32_t>(at) || !subject_relation(tokens[i].relation)) continue;
      const bool relative = tokens[i].tag == tag::WDT || tokens[i].tag == tag::WP;
      if (!relative) return i;
      if (tokens[at].head < 0) return std::nullopt;
      return static_cast<uint32_t>(tokens[at].head);
    }
    if (base_relation(tokens[at].relation) == relation::acl && tokens[at].head >= 0) return static_cast<uint32_t>(tokens[at].head);  // "a disease caused by"
    if (tokens[at].head < 0) return std::nullopt;
    at = static_cast<uint32_t>(tokens[at].head);
  }
  return std::nullopt;
}

Subject SubjectFinder::of_clause(uint32_t d, uint32_t s, uint32_t first, uint32_t end) const {
  const Document& document = texts_.documents[d];
  const Sentence& sentence = document.sentences[s];
  uint32_t head = first;
  for (uint32_t i = first; i < end; ++i) {
    const int32_t above = document.tokens[i].head;
    if (above < static_cast<int32_t>(first) || above >= static_cast<int32_t>(end)) head = i;
    if (above < static_cast<int32_t>(first) || above >= static_cast<int32_t>(end)) break;
  }
  Subject out;
  if (const auto noun = subject_token(document, sentence, head)) out = of_noun(document, sentence, *noun);
  if (out.name.empty() && !out.other) look_back(d, s, out);
  return out;
}

void SubjectFinder::look_back(uint32_t d, uint32_t s, Subject& out) const {
  const Document& document = texts_.documents[d];
  const Sentence& sentence = document.sentences[s];
  for (uint32_t back = 1; back <= 3 && back <= s && document.sentences[s - back].passage == sentence.passage; ++back) {
    const Sentence& before = document.sentences[s - back];
    for (uint32_t i = before.first_token; i < before.end_token; ++i) {
      if (!subject_relation(document.tokens[i].relation) || document.tokens[i].tag == tag::WDT || document.tokens[i].tag == tag::WP) continue;
      Subject named = of_noun(document, before, i);
      if (out.labels.empty()) out.labels = named.labels;
      if (named.name.empty() || named.part) break;
      out.name = named.name;
      return;
    }
  }
}

std::vector<Key> SubjectFinder::find_topic(const Document& document) const {
  struct Seen {
    int times = 0;
    uint32_t first = 0;
  };
  std::map<std::vector<Key>, Seen> names;
  const auto count = [&](const Subject& subject, int times, uint32_t place) {
    if (subject.name.empty() || subject.other) return;
    Seen& seen = names.emplace(subject.name, Seen{0, place}).first->second;
    seen.times += times;
  };
  for (uint32_t s = 0; s < document.sentences.size(); ++s) {
    const Sentence& sentence = document.sentences[s];
    const bool question = sentence.end_token > sentence.first_token && document.text_of(document.tokens[sentence.end_token - 1]) == "?";
    const bool heading = document.passages[sentence.passage].kind == PassageKind::heading;
    if (question || heading) {
      uint32_t first = sentence.first_token;
      while (first < sentence.end_token && (table_.asking.contains(document.tokens[first].word) || document.tokens[first].kind == TokenKind::punctuation)) ++first;
      Subject named;
      read_name(document, first, sentence.end_token, named);
      sort_out(named.name);
      count(named, s == 0 ? 4 : 2, s);
      if (question) continue;
    }
    bool found = false;
    for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      if (!subject_relation(document.tokens[i].relation)) continue;
      count(of_noun(document, sentence, i), s == 0 && !found ? 3 : 1, s);
      found = true;
    }
  }
  const std::vector<Key>* best = nullptr;
  Seen most{1, 0};
  for (const auto& [name, seen] : names)
    if (seen.times > most.times || (best && seen.times == most.times && seen.first < most.first)) best = &name, most = seen;
  return best ? *best : std::vector<Key>();
}

const std::vector<Key>& SubjectFinder::topic(uint32_t document) {
  std::optional<std::vector<Key>>& topic = topics_[document];
  if (!topic) topic = find_topic(texts_.documents[document]);
  return *topic;
}

}  // namespace crosscheck
