// The same sentence in two places of a set. Copied sentences drift apart when only one of them is corrected, and in one
// document they are usually left over from editing.
//
// Sentences are compared by their words. Those that stand in the same passages make one finding: two passages that
// share three sentences are reported once, and so is what stands in many documents ("Keep out of the reach of
// children"). Two documents that share many passages are reported once as well.
//
// A summary ("Points to remember", highlights in front) says again on purpose: neighbouring passages whose sentences come
// from all over the document, or the points of a list.
//
// Tested by tests/checks/structure/duplicate_text.yaml.

#include <algorithm>
#include <map>

#include "check/check.h"

namespace crosscheck::structure {
namespace {

struct Settings {
  uint32_t least_words, many, summary;
  Settings(const Value& settings, Rulebook&) : least_words(static_cast<uint32_t>(settings["least_words"].number(6))), many(static_cast<uint32_t>(settings["many"].number(4))), summary(static_cast<uint32_t>(settings["summary"].number(3))) {}
};

struct Place {
  uint32_t document, sentence, passage;
  friend auto operator<=>(const Place&, const Place&) = default;
};
struct Hashed {
  uint64_t hash;
  Place place;
};
using Passages = std::vector<std::pair<uint32_t, uint32_t>>;  // document, passage
using Group = std::vector<Place>;

bool is_word(const Token& token) { return token.kind == TokenKind::word || token.kind == TokenKind::number; }

// Sentences of running text with enough words, by the hash of their words.
std::vector<Hashed> hash_sentences(const Collection& texts, uint32_t least_words) {
  std::vector<Hashed> out;
  for (uint32_t d = 0; d < texts.documents.size(); ++d) {
    const Document& document = texts.documents[d];
    for (uint32_t s = 0; s < document.sentences.size(); ++s) {
      const Sentence& sentence = document.sentences[s];
      const PassageKind kind = document.passages[sentence.passage].kind;
      if (kind != PassageKind::paragraph && kind != PassageKind::list_item) continue;
      if (document.text[sentence.span.end - 1] == ':') continue;  // leads in a list
      uint64_t hash = 0xcbf29ce484222325;
      uint32_t words = 0;
      for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
        const Token& token = document.tokens[i];
        if (!is_word(token)) continue;
        hash = (hash ^ token.word) * 0x100000001b3;
        words += token.kind == TokenKind::word;
      }
      if (words >= least_words) out.push_back({hash, {d, s, sentence.passage}});
    }
  }
  std::sort(out.begin(), out.end(), [](const Hashed& a, const Hashed& b) { return a.hash != b.hash ? a.hash < b.hash : a.place < b.place; });
  return out;
}

// Which sentences stand in which passages, for those that stand in several places.
std::map<Passages, Group> repeated(const std::vector<Hashed>& sentences) {
  std::map<Passages, Group> groups;
  for (size_t begin = 0; begin < sentences.size();) {
    size_t end = begin + 1;
    while (end < sentences.size() && sentences[end].hash == sentences[begin].hash) ++end;
    if (end - begin > 1) {
      Passages passages;
      for (size_t i = begin; i < end; ++i) passages.emplace_back(sentences[i].place.document, sentences[i].place.passage);
      passages.erase(std::unique(passages.begin(), passages.end()), passages.end());
      Group& group = groups[passages];
      for (size_t i = begin; i < end; ++i) group.push_back(sentences[i].place);
    }
    begin = end;
  }
  return groups;
}

// A sentence of one document that stands in two of its passages.
struct Pair {
  uint32_t near, far;  // passages: of the summary, if it is one, and of the text
  Passages key;
};

constexpr uint32_t kGap = 4;  // passages between two of a summary: items that are said in other words

// Takes out of `groups` the runs of neighbouring `near` passages that sum up at least `least` passages far apart.
void drop_summaries(std::vector<Pair>& pairs, uint32_t least, std::map<Passages, Group>& groups) {
  std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return std::tie(a.near, a.far) < std::tie(b.near, b.far); });
  for (size_t begin = 0; begin < pairs.size();) {
    size_t end = begin + 1;
    std::vector<uint32_t> sources{pairs[begin].far};
    for (; end < pairs.size() && pairs[end].near <= pairs[end - 1].near + kGap; ++end) sources.push_back(pairs[end].far);
    std::sort(sources.begin(), sources.end());
    sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
    // A section that was copied has its sources as near to each other as it has its sentences.
    const bool apart = 2 * (sources.back() - sources.front()) >= 3 * (pairs[end - 1].near - pairs[begin].near);
    if (sources.size() >= least && apart)
      for (size_t i = begin; i < end; ++i) groups.erase(pairs[i].key);
    begin = end;
  }
}

void drop_summaries(const Collection& texts, uint32_t least, std::map<Passages, Group>& groups) {
  // A point of a list says in short what a paragraph of the same document explains.
  std::erase_if(groups, [&](const auto& entry) {
    const Passages& key = entry.first;
    if (key.size() != 2 || key[0].first != key[1].first) return false;
    const auto& passages = texts.documents[key[0].first].passages;
    return (passages[key[0].second].kind == PassageKind::list_item) != (passages[key[1].second].kind == PassageKind::list_item);
  });
  std::map<uint32_t, std::vector<Pair>> behind, in_front;
  for (const auto& [key, group] : groups) {
    if (key.size() != 2 || key[0].first != key[1].first) continue;
    behind[key[0].first].push_back({key[1].second, key[0].second, key});
    in_front[key[0].first].push_back({key[0].second, key[1].second, key});
  }
  for (auto* side : {&behind, &in_front})
    for (auto& [document, pairs] : *side) drop_summaries(pairs, least, groups);
}

// Folds what would be many findings about the same: documents that share many passages, text that stands everywhere.
std::vector<Group> fold(const std::map<Passages, Group>& groups, uint32_t many) {
  std::map<std::vector<uint32_t>, std::vector<const Group*>> by_documents;
  std::vector<Group> out;
  Group everywhere;
  for (const auto& [passages, group] : groups) {
    if (passages.size() >= many) {
      everywhere.insert(everywhere.end(), group.begin(), group.end());
      continue;
    }
    std::vector<uint32_t> documents;
    for (const auto& [document, passage] : passages) documents.push_back(document);
    documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
    by_documents[documents].push_back(&group);
  }
  for (const auto& [documents, parts] : by_documents) {
    const bool one = parts.size() >= (documents.size() > 1 ? many : 2 * many);
    for (const Group* part : parts) {
      if (out.empty() || !one || part == parts.front()) out.emplace_back();
      out.back().insert(out.back().end(), part->begin(), part->end());
    }
  }
  if (!everywhere.empty()) out.push_back(std::move(everywhere));
  for (Group& group : out) std::sort(group.begin(), group.end());
  return out;
}

std::string opening(const Document& document, const Sentence& sentence) {
  uint32_t last = sentence.first_token, words = 0;
  for (uint32_t i = sentence.first_token; i < sentence.end_token && words < 8; ++i)
    if (is_word(document.tokens[i])) last = i, ++words;
  std::string out(document.text_of(Span{sentence.span.begin, document.tokens[last].span.end}));
  std::replace(out.begin(), out.end(), '\n', ' ');
  return last + 2 < sentence.end_token ? out + " ..." : out;
}

void run(const CheckInput& in, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  std::map<Passages, Group> groups = repeated(hash_sentences(in.texts, settings.least_words));
  drop_summaries(in.texts, settings.summary, groups);
  for (const Group& group : fold(groups, settings.many)) {
    std::vector<Evidence> evidence;
    uint32_t own = 0;
    std::vector<uint32_t> documents;
    for (const Place& place : group) {
      evidence.push_back({place.document, in.texts.documents[place.document].sentences[place.sentence].span, 1});
      own += place.document == group.front().document && place.passage == group.front().passage;
      if (documents.empty() || documents.back() != place.document) documents.push_back(place.document);
    }
    const Document& document = in.texts.documents[group.front().document];
    const Place& other = own < group.size() ? group[own] : group[1];
    Words words{{"start", opening(document, document.sentences[group.front().sentence])}, {"count", std::to_string(own)}, {"documents", std::to_string(documents.size())}};
    words.emplace_back("where", other.document == group.front().document ? "passage " + std::to_string(other.passage + 1) : in.texts.documents[other.document].name);
    const char* message = documents.size() >= settings.many ? "everywhere" : own > 1 && own < group.size() ? "sentences" : "sentence";
    Finding out = finding(in, std::move(evidence), words, message);
    out.why = "The sentences have the same words in the same order.";
    out.confidence = 0.95;
    findings.push_back(std::move(out));
  }
}

}  // namespace

extern const Check duplicate_text{run, prepare<Settings>};

}  // namespace crosscheck::structure
