// Obligation and denial. "Must not" is forbidden with positive polarity; "does not help" is asserted and negative.
//
// In a parsed clause each is looked for where it can hang: auxiliaries and "not" on the predicate, "no" before its
// subject or object. Two denials cancel ("does not lack"). "May" gives leave when it is said of people and of what
// is theirs to do, else it says what can happen; "may not" is a ban or a mere "perhaps not" by the same sign. An
// instruction without a subject is required, or forbidden when denied.
//
// Without a parse a denial counts where it stands in the verb group, or opens the subject ("no patient", "neither").
//
// Tested by tests/rooms/claims.cpp, tests/rooms/facets.cpp.
#include "claim/arcs.h"
#include "claim/facets.h"
#include "language/word_relations.h"

namespace crosscheck {
namespace {

constexpr uint32_t kNone = SentenceTree::kNone;

bool within(Span span, const Token& token) { return span.begin <= token.span.begin && token.span.end <= span.end; }

Modality denied(Modality modality) {
  switch (modality) {
    case Modality::required: return Modality::not_required;
    case Modality::recommended: return Modality::not_recommended;
    case Modality::permitted: return Modality::forbidden;
    case Modality::forbidden: return Modality::permitted;
    case Modality::not_recommended: return Modality::recommended;
    default: return modality;
  }
}

class ParsedModality {
 public:
  ParsedModality(const Document& document, const Clause& clause, const GrammarTable& grammar, Claim& claim)
      : arcs_(document, clause), grammar_(grammar), claim_(claim) {}

  void find() {
    const bool no = denials() % 2 == 1;
    if (arcs_.instruction()) return instruct(no);
    if (by_auxiliary(no) || by_predicate(no)) return;
    set(Modality::asserted, no);
  }

 private:
  bool counted(uint32_t i) const {
    for (const Quantity& q : claim_.quantities)
      if (q.first <= i && i < q.end) return true;
    return false;
  }
  // "not", but neither "not only" nor "not all".
  bool adverb_denies(uint32_t i) const {
    if (!grammar_.denying.contains(arcs_.word(i)) || counted(i)) return false;
    return i + 1 >= arcs_.tree.end() || !grammar_.denied_alone.contains(arcs_.word(i + 1));
  }
  bool no_longer(uint32_t i) const {
    if (arcs_.token(i).relation != relation::advmod) return false;
    for (const uint32_t c : arcs_.tree.children(i))
      if (c < i && grammar_.denying_determiners.contains(arcs_.word(c))) return true;
    return false;
  }
  // "no patient", "none of them"; "with no history" stays within its phrase.
  bool noun_denies(uint32_t i) const {
    const RelationId r = base_relation(arcs_.token(i).relation);
    if (r != relation::nsubj && r != relation::obj && r != relation::obl) return false;
    if (r == relation::obl) {
      const uint32_t opener = arcs_.tree.child(i, relation::case_);
      if (opener == kNone || !grammar_.denied_openers.contains(arcs_.word(opener))) return false;
    }
    if (counted(i)) return false;
    if (grammar_.denying_nouns.contains(arcs_.word(i))) return true;
    for (const uint32_t c : arcs_.tree.children(i))
      if (c < i && grammar_.denying_determiners.contains(arcs_.word(c)) && arcs_.token(c).relation != relation::advmod && !counted(c)) return true;
    return false;
  }
  int denials_at(uint32_t verb) const {
    int count = 0;
    for (const uint32_t c : arcs_.tree.children(verb)) {
      const RelationId r = arcs_.token(c).relation;
      if (r == relation::conj || (arcs_.tree.predicates(c) && r != relation::aux)) continue;
      if (r == relation::det) count += grammar_.denying_determiners.contains(arcs_.word(c));  // "is no cure"
      else count += adverb_denies(c) || no_longer(c) || noun_denies(c);
    }
    const Symbol lemma = grammar_.verb(arcs_.word(verb));
    if (lemma && grammar_.denying_verbs.contains(lemma)) count += lemma != grammar_.fail || arcs_.tree.has(verb, relation::xcomp);
    if (const uint32_t next = arcs_.tree.child(verb, relation::xcomp); next != kNone && arcs_.tree.subject(next) == kNone) {
      for (const uint32_t c : arcs_.tree.children(next)) count += adverb_denies(c);
      for (const uint32_t c : arcs_.tree.children(next)) count += noun_denies(c);
    }
    return count;
  }
  int denials() const {
    int count = denials_at(arcs_.predicate);
    // "do not smell or stain", but "do not stop and call".
    if (const uint32_t first = arcs_.shares_with(); count == 0 && first != kNone)
      if (const uint32_t joint = arcs_.tree.child(arcs_.predicate, relation::cc); grammar_.handing_on.contains(arcs_.word(joint)))
        for (const uint32_t c : arcs_.tree.children(first)) count += adverb_denies(c);
    return count;
  }

  void set(Modality modality, bool no) {
    claim_.modality = modality;
    claim_.polarity = no ? Polarity::negative : Polarity::positive;
  }
  void instruct(bool no) {
    const Symbol verb = grammar_.verb(arcs_.word(arcs_.predicate)) ? grammar_.verb(arcs_.word(arcs_.predicate)) : arcs_.token(arcs_.predicate).lemma;
    if (grammar_.pointing_verbs.contains(verb)) return set(Modality::asserted, no);
    const bool avoid = grammar_.avoiding_verbs.contains(verb);
    set(avoid ? (no ? Modality::required : Modality::not_recommended) : no ? Modality::forbidden : Modality::required, false);
  }

  // Something that is theirs to do, said of people or of what is done to things.
  bool gives_leave() const {
    const uint32_t subject = arcs_.tree.subject(arcs_.predicate);
    if (subject == kNone || !(grammar_.words.classes(arcs_.word(subject)) & person_word) || !is_verb(arcs_.token(arcs_.predicate).tag)) return false;
    if (arcs_.tree.has(arcs_.predicate, relation::cop) || arcs_.tree.has(arcs_.predicate, relation::aux_pass)) return false;
    const Symbol verb = grammar_.verb(arcs_.word(arcs_.predicate)) ? grammar_.verb(arcs_.word(arcs_.predicate)) : arcs_.token(arcs_.predicate).lemma;
    return !grammar_.happening_verbs.contains(verb) && !(grammar_.words.classes(arcs_.word(arcs_.predicate)) & epistemic_word);
  }
  const Modality* auxiliary_of(uint32_t verb, Symbol& found) const {
    for (const uint32_t c : arcs_.tree.children(verb))
      if (arcs_.token(c).relation == relation::aux)
        if (const Modality* modality = grammar_.modals.find(arcs_.word(c))) return found = arcs_.word(c), modality;
    return nullptr;
  }
  bool by_auxiliary(bool no) {
    Symbol word = 0;
    const Modality* found = auxiliary_of(arcs_.predicate, word);
    if (const uint32_t first = arcs_.shares_with(); !found && first != kNone) found = auxiliary_of(first, word);
    if (!found || *found == Modality::asserted) return false;
    const bool avoided = leaves_be();
    if (*found == Modality::possible && grammar_.granting.contains(word) && gives_leave()) return set(no ? Modality::forbidden : Modality::permitted, false), true;
    if (*found == Modality::required) {
      // "need not", "must not"
      const bool need = grammar_.obliging_verbs.contains(word);
      return set(no ? (need ? Modality::not_required : avoided ? Modality::required : Modality::forbidden) : avoided ? Modality::forbidden : Modality::required, false), true;
    }
    if (*found == Modality::recommended) return set(no != avoided ? Modality::not_recommended : Modality::recommended, false), true;
    return set(*found, no), true;
  }
  // "should be avoided"
  bool leaves_be() const {
    const Symbol verb = grammar_.verb(arcs_.word(arcs_.predicate));
    return verb && grammar_.avoiding_verbs.contains(verb);
  }
  bool by_predicate(bool no) {
    const uint32_t p = arcs_.predicate;
    const bool linked = arcs_.tree.has(p, relation::cop) || arcs_.tree.has(p, relation::aux_pass);
    if (const Modality* found = grammar_.modal_predicates.find(arcs_.word(p)); found && linked && (is_adjective(arcs_.token(p).tag) || is_verb(arcs_.token(p).tag)))
      return set(no ? denied(*found) : *found, false), true;
    const uint32_t next = arcs_.tree.child(p, relation::xcomp);
    const Symbol verb = grammar_.verb(arcs_.word(p)) ? grammar_.verb(arcs_.word(p)) : grammar_.have.contains(arcs_.word(p)) ? grammar_.have_lemma : arcs_.word(p);
    if (next == kNone || !grammar_.obliging_verbs.contains(verb) || arcs_.tree.subject(next) != kNone || arcs_.tree.child(p, relation::obj) != kNone) return false;
    const uint32_t mark = arcs_.tree.child(next, relation::mark);
    if (mark == kNone || arcs_.word(mark) != grammar_.to) return false;
    return set(no ? Modality::not_required : Modality::required, false), true;
  }

  const ClauseArcs arcs_;
  const GrammarTable& grammar_;
  Claim& claim_;
};

void by_pattern(const Document& document, const Clause& clause, const GrammarTable& grammar, Claim& claim) {
  bool no = false, modal = false;
  for (uint32_t i = clause.condition_end; i < clause.end;) {
    const Token& token = document.tokens[i];
    const bool in_relation = within(claim.relation, token) || (claim.relation.empty() && i == clause.condition_end) || token.span.begin == claim.relation.begin;
    if (!in_relation) {
      ++i;
      continue;
    }
    const PhraseSet::Match phrase = grammar.modal_phrases.match(document.tokens, i, clause.end);
    // "Do not crush" is an order, "they do not help" is none.
    const bool order = grammar.do_.contains(token.word) || grammar.negators.contains(token.word) || phrase.tokens == 1;
    const bool gives_order = claim.subject.empty() || grammar.modals.contains(token.word) || phrase.tokens > 2;
    if (phrase.tokens > 0 && (!order || gives_order)) {
      const auto value = static_cast<Modality>(phrase.value);
      if (!modal || value != Modality::possible) claim.modality = value;
      modal = true;
      i += phrase.tokens;
      continue;
    }
    if (const Modality* found = grammar.modals.find(token.word); found && !modal) claim.modality = *found, modal = true;
    no |= grammar.negators.contains(token.word);
    ++i;
  }
  const bool opens_denied = clause.condition_end < clause.end && grammar.negators.contains(document.tokens[clause.condition_end].word) && !claim.relation.empty() &&
                            claim.relation.begin > document.tokens[clause.condition_end].span.begin;
  if (no && claim.modality == Modality::required) claim.modality = Modality::forbidden, no = false;
  else if (no && claim.modality == Modality::recommended) claim.modality = Modality::not_recommended, no = false;
  if (no != opens_denied) claim.polarity = Polarity::negative;
}

}  // namespace

void find_modality(const Document& document, const Clause& clause, const GrammarTable& grammar, Claim& claim) {
  if (clause.tree) ParsedModality(document, clause, grammar, claim).find();
  else by_pattern(document, clause, grammar, claim);
}

}  // namespace crosscheck
