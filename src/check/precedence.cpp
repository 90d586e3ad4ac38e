// Tested by tests/rooms/precedence.cpp.
#include "check/precedence.h"

#include <algorithm>
#include <unordered_map>

namespace crosscheck {
namespace {

bool under(const std::string& id, const std::string& prefix) { return id == prefix || (id.starts_with(prefix) && id[prefix.size()] == '.'); }

// A number for the sentence a place lies in; places outside all sentences get their own start.
uint64_t sentence_key(const Evidence& evidence, const Collection& texts) {
  const auto& sentences = texts.documents[evidence.document].sentences;
  const auto next = std::upper_bound(sentences.begin(), sentences.end(), evidence.span.begin, [](uint32_t at, const Sentence& s) { return at < s.span.begin; });
  const uint32_t start = next == sentences.begin() ? evidence.span.begin : (next - 1)->span.begin;
  return uint64_t{evidence.document} << 32 | start;
}

}  // namespace

Precedence::Precedence(Rulebook& book) {
  const Value& list = book.lexicon("precedence");
  list.allow_only({"over", "ranked"});
  for (const Value& item : list["over"].items) {
    item.allow_only({"rule", "drops", "same"});
    over_.push_back({item["rule"].text(), item["drops"].texts(), item["same"].text() == "sentence", item["same"].text() == "minority"});
  }
  ranked_ = list["ranked"].texts();
}

bool Precedence::speaks_for(const Finding& winner, const Finding& loser, const Collection& texts) const {
  const auto covered = [&](bool by_sentence, bool by_minority = false) {
    return std::all_of(loser.evidence.begin(), loser.evidence.end(), [&](const Evidence& place) {
      if (by_minority && place.side != loser.evidence.front().side) return true;
      return std::any_of(winner.evidence.begin(), winner.evidence.end(), [&](const Evidence& other) {
        if (other.document != place.document) return false;
        return by_sentence ? sentence_key(other, texts) == sentence_key(place, texts) : other.span.overlaps(place.span);
      });
    });
  };
  for (const std::string& family : ranked_) {
    if (!under(winner.rule->id, family) || !under(loser.rule->id, family)) continue;
    if (loser.level > winner.level) return false;
    if (loser.level == winner.level && loser.confidence > winner.confidence) return false;
    const bool tie = loser.level == winner.level && loser.confidence == winner.confidence;
    if (tie && std::pair(loser.rule->id, loser.evidence.front().span) < std::pair(winner.rule->id, winner.evidence.front().span)) return false;
    return covered(true);
  }
  for (const Over& entry : over_) {
    if (!under(winner.rule->id, entry.rule) || winner.rule->id == loser.rule->id) continue;
    if (std::any_of(entry.drops.begin(), entry.drops.end(), [&](const std::string& prefix) { return under(loser.rule->id, prefix); }) && covered(entry.by_sentence, entry.by_minority)) return true;
  }
  return false;
}

void Precedence::apply(Findings& findings, const Collection& texts) const {
  std::unordered_map<uint64_t, std::vector<uint32_t>> by_sentence;
  for (uint32_t i = 0; i < findings.size(); ++i)
    for (const Evidence& evidence : findings[i].evidence) by_sentence[sentence_key(evidence, texts)].push_back(i);
  std::vector<bool> dropped(findings.size());
  for (uint32_t i = 0; i < findings.size(); ++i) {
    if (findings[i].evidence.empty()) continue;
    const std::vector<uint32_t>& near = by_sentence[sentence_key(findings[i].evidence.front(), texts)];
    dropped[i] = std::any_of(near.begin(), near.end(), [&](uint32_t k) {
      // Of two that speak for each other the first stands.
      return k != i && speaks_for(findings[k], findings[i], texts) && (k < i || !speaks_for(findings[i], findings[k], texts));
    });
  }
  size_t at = 0;
  std::erase_if(findings, [&](const Finding&) { return dropped[at++]; });
}

}  // namespace crosscheck
