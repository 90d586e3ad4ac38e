// Tested by tests/rooms/facets.cpp.
#include "claim/arcs.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr int kDeepest = 24;
constexpr uint32_t kNone = SentenceTree::kNone;

bool helping(RelationId r) { return r == relation::aux || r == relation::aux_pass || r == relation::cop; }

}  // namespace

bool ClauseArcs::goes_on(uint32_t i) const {
  switch (token(i).relation) {
    case relation::xcomp: case relation::csubj: return true;
    // "to stop the drug and seek help"
    case relation::conj: return head(i) != kNone && head(i) != predicate && goes_on(head(i));
    case relation::acl: case relation::advcl: return token(i).tag == tag::VB || token(i).tag == tag::VBG;
    default: return false;
  }
}

bool ClauseArcs::own(uint32_t i) const {
  for (int depth = 0; depth < kDeepest && i != kNone; ++depth) {
    if (i == predicate) return true;
    const RelationId r = token(i).relation;
    const bool clause = tree.predicates(i) || r == relation::acl_relcl || r == relation::ccomp || r == relation::advcl || r == relation::parataxis;
    if (clause && !helping(r) && r != relation::amod && !goes_on(i)) return false;
    if (r == relation::appos) return false;
    i = head(i);
  }
  return false;
}

uint32_t ClauseArcs::shares_with() const {
  if (token(predicate).relation != relation::conj || tree.subject(predicate) != kNone || tree.child(predicate, relation::cc) == kNone) return kNone;
  for (const uint32_t c : tree.children(predicate))
    if (helping(token(c).relation)) return kNone;
  const uint32_t first = head(predicate);
  const TagId tag = token(predicate).tag;
  const bool alike = tag == token(first).tag || (tag == tag::VBP && token(first).tag == tag::VB);
  return alike && (tag == tag::VB || tag == tag::VBP || tag == tag::VBN || tag == tag::VBG || !is_verb(tag)) ? first : kNone;
}

bool ClauseArcs::instruction(uint32_t verb) const {
  const Token& t = token(verb);
  if (tree.subject(verb) != kNone) return false;
  const uint32_t linked = tree.child(verb, relation::cop);
  const Token& form = linked == kNone ? t : token(linked);
  if (form.tag != tag::VB && form.tag != tag::VBP) return false;
  for (const uint32_t c : tree.children(verb)) {
    const RelationId r = token(c).relation;
    const bool subordinate = r == relation::mark && (t.relation != relation::root || !tree.has(c, relation::fixed));
    if (subordinate || r == relation::expl || r == relation::aux_pass) return false;
    if (r == relation::aux && token(c).tag == tag::MD) return false;
    // What stands before the verb of an instruction is an adverb or is set off by a comma.
    if (c < verb && c != linked && (r == relation::nmod || r == relation::compound || r == relation::obj || r == relation::amod || r == relation::det)) return false;
  }
  return true;
}

bool ClauseArcs::instruction() const {
  uint32_t i = predicate;
  for (int depth = 0; depth < kDeepest; ++depth) {
    if (!instruction(i)) return false;
    switch (token(i).relation) {
      case relation::root: case relation::parataxis: case relation::list: return true;
      case relation::conj:
        // "You may feel dizzy, so sit down.", but not "You may sit and rest."
        if (tree.subject(head(i)) != kNone) return token(i).tag == tag::VB && tree.child(i, relation::cc) == kNone;
        i = head(i);
        break;
      default: return false;
    }
  }
  return false;
}

}  // namespace crosscheck
