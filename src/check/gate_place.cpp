// Do the two stand where one of them may answer the other? Items of one list name siblings, neighbouring sentences
// of one text go on from one thing to the next, and "this" means what was said before.
#include <algorithm>

#include "check/pair_gates.h"

namespace crosscheck {
namespace {

bool points_back(const PairSide& side) {
  const uint32_t end = std::min<uint32_t>(std::max(side.predicate, 1u), static_cast<uint32_t>(side.units.size()));
  return std::any_of(side.units.begin(), side.units.begin() + end, [](const Unit& u) { return u.is(pronoun) || u.is(plural_some); });
}

}  // namespace

Gate place_gate(const AlignedPair& pair, double likeness) {
  if (!pair.same_document()) return {"place", Answer::passed, ""};
  const Document& document = *pair.a.document;
  const uint32_t first = pair.a.sentence->place.sentence, second = pair.b.sentence->place.sentence;
  const Passage &a = document.passages[document.sentences[first].passage], &b = document.passages[document.sentences[second].passage];
  if (a.list >= 0 && a.list == b.list) return {"place", Answer::closed, "items of one list"};
  if (std::max(first, second) - std::min(first, second) <= 2 && likeness < 0.85) return {"place", Answer::closed, "neighbouring sentences"};
  if (points_back(pair.a) || points_back(pair.b)) return {"place", Answer::closed, "each points back to what stands before it"};
  return {"place", likeness < 0.75 ? Answer::closed : Answer::passed, "one document"};
}

}  // namespace crosscheck
