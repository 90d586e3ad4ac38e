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

// "Norel syndrome, vascular type"
void SubjectFinder::read_kind(const Document& document, uint32_t first, uint32_t end, Subject& out) const {
  for (uint32_t i = first + 1; i < std::min(end, first + 4); ++i)
    if (table_.labels.contains(document.tokens[i].word))
      for (uint32_t k = first; k < i; ++k) out.labels.push_back(meanings_.key(document.tokens[k].word));
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
      else if (mark != "-" && mark != "'" && depth == 0 && !out.name.empty()) return mark == "," ? read_kind(document, i + 1, end, out) : void();
      continue;
    }
    if (depth > 0) continue;
    if (table_.others.contains(token.word)) out.other = true;
    const bool letter = token.letter_case == Case::upper && token.span.size() == 1 && i > first && (i + 1 == end || document.text_of(document.tokens[i + 1]) != "-");
    const bool after_label = i > first && table_.labels.contains(document.tokens[i - 1].word);
    if (token.kind == TokenKind::number || letter || (after_label && (words.romans.contains(token.word) || document.text_of(token).size() == 1))) {
      out.labels.push_back(token.word);
      continue;
    }
    if (const auto found = long_forms_.find(token.word); found != long_forms_.end() && token.letter_case != Case::lower) {
      out.name.insert(out.name.end(), found->second.begin(), found->second.end());
      continue;
    }
    if (out.name.empty() && table_.links.contains(token.word)) continue;
    if (!out.name.empty() && table_.links.contains(token.word) && i > first && table_.generic.contains(document.tokens[i - 1].word)) {
      out.labels.insert(out.labels.end(), out.name.begin(), out.name.end());  // "neurologic features of Norel syndrome"
      out.name.clear();
      continue;
    }
    if (!out.name.empty() && (table_.links.contains(token.word) || table_.breaks.contains(token.word))) return;
    const WordKind kind = meanings_.kind(token.word);
    if (kind == WordKind::population) out.scope.push_back(meanings_.key(token.word));
    else if (token.kind != TokenKind::word || kind == WordKind::function || kind == WordKind::filler || kind == WordKind::measure || table_.generic.contains(token.word) || meanings_.key(token.word) == 0) continue;
    else out.name.push_back(meanings_.key(token.word));
  }
}

// All words of content up to where the name of a finding ends: "a low hairline at the back of the neck".
SubjectFinder::FoundFinding SubjectFinder::finding_name(const Document& document, uint32_t first, uint32_t end) const {
  FoundFinding out;
  for (uint32_t i = first; i < end; ++i) {
    const Token& token = document.tokens[i];
    const WordKind kind = meanings_.kind(token.word);
    if (table_.parts.contains(token.word) || kind == WordKind::population || token.tag == tag::VBZ || token.tag == tag::VBP || token.tag == tag::VBD || token.tag == tag::MD) return {};
    if (table_.ends_finding.contains(token.word)) {
      if (out.name.empty()) continue;
      out.goes_on = true;
      break;
    }
    if (token.kind == TokenKind::word && kind != WordKind::function && kind != WordKind::filler && kind != WordKind::measure && !table_.degrees.contains(token.word) && meanings_.key(token.word) != 0) out.name.push_back(meanings_.key(token.word));
  }
  sort_out(out.name);
  return out;
}

std::vector<SubjectFinder::FoundFinding> SubjectFinder::findings(uint32_t d, uint32_t first, uint32_t end) const {
  const Document& document = texts_.documents[d];
  std::vector<FoundFinding> out;
  uint32_t from = first;
  for (uint32_t i = first; i <= end; ++i) {
    const bool mark = i == end || (document.tokens[i].kind == TokenKind::punctuation && document.text_of(document.tokens[i]) != "-") || document.text_of(document.tokens[i]) == "and" || document.text_of(document.tokens[i]) == "or";
    if (!mark) continue;
    if (i > from) {
      FoundFinding found = finding_name(document, from, i);
      if (found.name.empty()) break;  // the list is over
      out.push_back(std::move(found));
    }
    from = i + 1;
  }
  return out;
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
  const bool numbered = noun + 1 < sentence.end_token && (tokens[noun + 1].kind == TokenKind::number || tokens[noun + 1].letter_case == Case::upper);
  out.limited = table_.labels.contains(tokens[noun].word) && !numbered;  // "familial forms of"
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
    for (uint32_t i = sentence.first_token; i < from; ++i) {
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
  if (out.name.empty() && !out.other) look_back(d, s, first, out);
  return out;
}

void SubjectFinder::look_back(uint32_t d, uint32_t s, uint32_t first, Subject& out) const {
  const Document& document = texts_.documents[d];
  const Sentence& sentence = document.sentences[s];
  for (uint32_t back = 0; back <= 3 && back <= s && document.sentences[s - back].passage == sentence.passage; ++back) {
    const Sentence& before = document.sentences[s - back];
    for (uint32_t i = before.first_token; i < std::min(first, before.end_token); ++i) {
      if (!subject_relation(document.tokens[i].relation) || document.tokens[i].tag == tag::WDT || document.tokens[i].tag == tag::WP) continue;
      Subject named = of_noun(document, before, i);
      if (out.labels.empty()) out.labels = named.labels;
      if (named.name.empty() && back == 0) continue;
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
