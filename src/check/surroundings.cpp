// Tested by tests/checks/contradiction/{antonym,category}.yaml (cases "opposed").
#include "check/surroundings.h"

namespace crosscheck {

constexpr uint32_t kBefore = 3;  // sentences

Surroundings::Surroundings(const Collection&, const PairSide& side) : document_(*side.document), sentence_(side.sentence->place.sentence) {}

template <class Visit>
void Surroundings::each_token(Visit visit) const {
  const auto sentence = [&](uint32_t s) {
    for (uint32_t t = document_.sentences[s].first_token; t < document_.sentences[s].end_token; ++t) visit(document_.tokens[t]);
  };
  const auto passage = [&](uint32_t p) {
    for (uint32_t s = document_.passages[p].first_sentence; s < document_.passages[p].end_sentence; ++s) sentence(s);
  };
  const uint32_t home = document_.sentences[sentence_].passage;
  for (uint32_t s = sentence_ > kBefore ? sentence_ - kBefore : 0; s < sentence_; ++s)
    if (document_.sentences[s].passage == home || document_.passages[home].kind == PassageKind::list_item) sentence(s);
  for (int32_t h = document_.passages[home].heading, steps = 0; h >= 0 && steps < 6; ++steps) {
    passage(static_cast<uint32_t>(h));
    const int32_t above = document_.passages[static_cast<uint32_t>(h)].heading;
    if (above == h) break;
    h = above;
  }
  if (home != 0) passage(0);
}

bool Surroundings::names(const PairSide& other, uint32_t u) const {
  const Unit& unit = other.units[u];
  if (unit.number || unit.end - unit.token > 1) return false;
  const Token& wanted = other.document->tokens[unit.token];
  bool found = false;
  each_token([&](const Token& token) { found = found || token.word == wanted.word || (token.lemma != 0 && token.lemma == wanted.lemma); });
  return found;
}

}  // namespace crosscheck
