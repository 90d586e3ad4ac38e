// Do both sides state something? Headings, entries of a list and lines that announce one ("Risk factors that you
// can't control include:") say nothing that another place could deny.
#include "check/pair_gates.h"
#include "language/tags.h"

namespace crosscheck {
namespace {

bool finite_verb(const PairSide& side) {
  for (const Unit& unit : side.units) {
    const TagId tag = side.document->tokens[unit.token].tag;
    if (unit.is(auxiliary) || tag == tag::VBZ || tag == tag::VBP || tag == tag::VBD || tag == tag::VB || tag == tag::MD) return true;
  }
  return false;
}

bool states(const PairSide& side) {
  const Sentence& sentence = side.document->sentences[side.sentence->place.sentence];
  const Passage& passage = side.document->passages[sentence.passage];
  if (side.last_mark() == ":") return false;
  if (!sentence.terminated && passage.kind == PassageKind::paragraph) return false;
  if (finite_verb(side)) return true;
  // The tagger may have missed the verb.
  return sentence.terminated && passage.kind == PassageKind::paragraph && side.sentence->content >= 4;
}

}  // namespace

Gate statement_gate(const AlignedPair& pair) {
  if (states(pair.a) && states(pair.b)) return {"statement", Answer::passed, ""};
  return {"statement", Answer::closed, "one of them is no statement"};
}

}  // namespace crosscheck
