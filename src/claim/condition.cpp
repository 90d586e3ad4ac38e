// Under what condition, when, and according to whom.
//
// In a parsed clause a condition hangs on what it limits: a clause that opens with "if" or "until", an adverbial that
// opens with "during" or "without", or one that says in whom or in which state ("in patients with anaemia", "in
// liver disease"). A view is reported where a verb of saying governs the clause ("studies suggest that ..."), or
// where the verb is one of thinking in the passive ("was once thought to ...").
//
// Tested by tests/rooms/claims.cpp, tests/rooms/facets.cpp.
#include <algorithm>

#include "claim/arcs.h"
#include "claim/facets.h"
#include "language/word_relations.h"

namespace crosscheck {
namespace {

constexpr uint32_t kNone = SentenceTree::kNone;

class ParsedConditions {
 public:
  ParsedConditions(const Document& document, const Clause& clause, const GrammarTable& grammar, Claim& claim) : document_(document), arcs_(document, clause), grammar_(grammar), claim_(claim) {}

  void find() {
    uint32_t verb = arcs_.predicate;
    for (int depth = 0; depth < 4 && verb != kNone; ++depth) {
      look_at(verb, false);
      const uint32_t next = arcs_.tree.child(verb, relation::xcomp);
      verb = next;
    }
    // "If it hurts, stop and call": what stands before both holds for both.
    if (const uint32_t first = arcs_.shares_with(); first != kNone) look_at(first, true);
    look_within();
    find_attribution();
  }

 private:
  bool counted(uint32_t first, uint32_t end) const {
    return std::any_of(claim_.quantities.begin(), claim_.quantities.end(), [&](const Quantity& q) { return q.first < end && first < q.end && q.dimension != "label"; });
  }

  void look_at(uint32_t verb, bool before_only) {
    for (const uint32_t c : arcs_.tree.children(verb)) {
      if (before_only && c > verb) break;
      const RelationId r = base_relation(arcs_.token(c).relation);
      if (r == relation::advcl || r == relation::obl || r == relation::nmod || r == relation::advmod || (r == relation::mark && arcs_.tree.has(c, relation::fixed))) take(c, verb);
      // "Avoid the gel in children": read as part of the object.
      const bool goal = r == relation::obj || r == relation::xcomp || (r == relation::obl && c > verb);
      if (goal)
        for (const uint32_t inner : arcs_.tree.children(c))
          if (inner > c && base_relation(arcs_.token(inner).relation) == relation::nmod && limits_people(inner)) take(inner, verb);
    }
  }

  // Conditions that were read as part of a noun phrase: "in 8 % of patients | when taken with insulin", "Without
  // treatment | the vessel may burst".
  void look_within() {
    for (uint32_t i = arcs_.tree.first(); i < arcs_.tree.end(); ++i) {
      const uint32_t above = arcs_.head(i);
      if (above == kNone || above == arcs_.predicate || is_verb(arcs_.token(above).tag)) continue;
      const RelationId r = arcs_.token(i).relation;
      const bool clause = (r == relation::advcl || r == relation::acl_relcl || r == relation::acl) && i > above && grammar_.condition_openers.contains(arcs_.word(arcs_.tree.clause(i).first)) && (r == relation::advcl || !grammar_.formerly.contains(arcs_.word(arcs_.tree.clause(i).first)));
      const bool before = base_relation(r) == relation::nmod && i < above && arcs_.tree.has(i, relation::case_) && arcs_.tree.clause(i).first < i;
      if ((clause || before) && arcs_.own(above)) take(i, arcs_.predicate);
    }
  }

  void take(uint32_t c, uint32_t verb) {
    TokenSpan span = arcs_.tree.clause(c);
    if (arcs_.tree.predicates(c) || arcs_.token(c).relation == relation::advcl) end_before_comment(span, c);
    else end_before_clause(span, c);
    end_before_main(span, c);
    if (span.contains(arcs_.predicate) || !opens(span, c, verb)) return;
    const Span found = arcs_.span(span);
    if (std::any_of(claim_.conditions.begin(), claim_.conditions.end(), [&](Span s) { return s.contains(found); }) || (claim_.time && claim_.time->contains(found))) return;
    if (!claim_.time && grammar_.time_openers.contains(arcs_.word(span.first))) claim_.time = found;
    else claim_.conditions.push_back(found);
  }
  // "For patients on steroids, | prophylaxis may be ...": what stands between the comma and the verb is its subject.
  void end_before_main(TokenSpan& span, uint32_t c) const {
    if (span.first != arcs_.tree.first() || span.end >= arcs_.tree.end() || arcs_.token(span.end).tag == tag::comma || span.end > arcs_.predicate) return;
    for (uint32_t i = span.end; i-- > c + 1;)
      if (arcs_.token(i).tag == tag::comma) {
        span.end = i;
        return;
      }
  }
  // "where the skin is scratched, | which is known as ...", "during surgery, | including ..."
  void end_before_comment(TokenSpan& span, uint32_t c) const {
    for (uint32_t i = c + 1; i + 1 < span.end; ++i)
      if (arcs_.token(i).tag == tag::comma && (arcs_.token(i + 1).tag == tag::WDT || grammar_.commenting.contains(arcs_.word(i + 1)))) {
        span.end = i;
        return;
      }
  }
  void end_before_clause(TokenSpan& span, uint32_t c) const {
    for (const uint32_t inner : arcs_.tree.children(c)) {
      const RelationId r = arcs_.token(inner).relation;
      const bool apart = r == relation::parataxis || r == relation::appos || ((r == relation::acl || r == relation::acl_relcl || r == relation::conj) && arcs_.tree.subtree(inner).first > c && arcs_.token(arcs_.tree.subtree(inner).first).tag == tag::comma);
      if (inner > c && apart && r != relation::conj) {
        span.end = std::min(span.end, arcs_.tree.subtree(inner).first);
        break;
      }
    }
    end_before_comment(span, c);
    while (span.end > c + 1 && arcs_.token(span.end - 1).kind == TokenKind::punctuation && arcs_.token(span.end - 1).tag != tag::close_bracket) --span.end;
  }

  // True when the phrase is a condition by the way it opens.
  bool opens(TokenSpan span, uint32_t c, uint32_t verb) const {
    const Symbol first = arcs_.word(span.first);
    const bool clause = arcs_.token(c).relation == relation::advcl || arcs_.tree.predicates(c);
    if (grammar_.circumstance_phrases.match(document_.tokens, span.first, span.end).tokens > 0) return span.end > span.first + 1;
    if (span.first == c) return false;
    if (clause) {
      if (grammar_.since_words.contains(first)) return past(c) && !arcs_.tree.has(c, relation::case_);
      if (grammar_.contrasting.contains(first)) return c > verb && arcs_.token(span.first - 1).tag != tag::comma;
      return grammar_.condition_clauses.contains(first) || grammar_.circumstance_openers.contains(first);
    }
    if (arcs_.token(c).relation == relation::advmod) return false;
    if (grammar_.circumstance_openers.contains(first)) return true;
    return limits_people(c) || names_state(c, verb);
  }
  // "since I was 14", but "since many conditions cause pain".
  bool past(uint32_t c) const {
    if (arcs_.token(c).tag == tag::VBD || arcs_.token(c).tag == tag::VBG) return true;
    for (const uint32_t k : arcs_.tree.children(c))
      if (arcs_.token(k).tag == tag::VBD) return true;
    return false;
  }
  bool opened_by(uint32_t c, const WordSet& openers) const {
    const uint32_t opener = arcs_.tree.child(c, relation::case_);
    return opener != kNone && opener < c && openers.contains(arcs_.word(opener));
  }
  // "in children", "for adults over 65", but not "in 8 % of patients".
  bool limits_people(uint32_t c) const {
    if (arcs_.token(c).tag == tag::PRP || !opened_by(c, grammar_.population_openers)) return false;
    const uint32_t opener = arcs_.tree.child(c, relation::case_);
    const bool the = arcs_.tree.has(c, relation::det) && arcs_.word(arcs_.tree.child(c, relation::det)) == grammar_.the;
    if ((counted(opener, c + 1) || arcs_.tree.has(c, relation::nummod)) && !the) return false;
    return (grammar_.words.classes(arcs_.word(c)) & person_word) || grammar_.populations.contains(arcs_.word(c));
  }
  // "in liver disease", "in cold weather"
  bool names_state(uint32_t c, uint32_t verb) const {
    if (!opened_by(c, grammar_.state_openers) || counted(arcs_.tree.child(c, relation::case_), c + 1)) return false;
    const Symbol lemma = grammar_.verb(arcs_.word(verb));
    if (lemma && grammar_.in_verbs.contains(lemma)) return false;
    if (grammar_.states.contains(arcs_.word(c))) return true;
    const std::string_view text = document_.text_of(arcs_.token(c));
    return std::any_of(grammar_.state_endings.begin(), grammar_.state_endings.end(), [&](const std::string& ending) { return text.size() > ending.size() + 3 && text.ends_with(ending); });
  }

  Symbol lemma(uint32_t i) const {
    const Symbol verb = grammar_.verb(arcs_.word(i));
    return verb ? verb : arcs_.token(i).lemma;
  }
  void find_attribution() {
    if (governed()) return;
    const uint32_t p = arcs_.predicate;
    for (const uint32_t c : arcs_.tree.children(p)) {
      const TokenSpan span = arcs_.tree.clause(c);
      const RelationId r = arcs_.token(c).relation;
      const bool adverbial = base_relation(r) == relation::obl || r == relation::advmod || r == relation::advcl || r == relation::nmod || r == relation::parataxis;
      if (adverbial && grammar_.attribution_phrases.match(document_.tokens, span.first, span.end).tokens > 0) {
        claim_.attribution = arcs_.span(span);
        return;
      }
      if (r == relation::parataxis && c < p && grammar_.view_verbs.contains(lemma(c)) && arcs_.tree.subject(c) != kNone) {
        claim_.attribution = arcs_.span(span);
        return;
      }
    }
    // "was once thought to ..."
    if (arcs_.tree.has(p, relation::aux_pass) && grammar_.thought_verbs.contains(lemma(p)) && arcs_.tree.has(p, relation::xcomp) && claim_.modality == Modality::asserted) claim_.attribution = claim_.relation;
  }
  // "Studies suggest that ...", "It is believed that ..."
  bool governed() {
    uint32_t i = arcs_.predicate;
    for (int depth = 0; depth < 6; ++depth) {
      const uint32_t above = arcs_.head(i);
      if (above == kNone) return false;
      const RelationId r = arcs_.token(i).relation;
      if (r == relation::ccomp || (r == relation::csubj && arcs_.tree.has(above, relation::aux_pass)) || (r == relation::advcl && arcs_.tree.child(i, relation::mark) != kNone && arcs_.word(arcs_.tree.child(i, relation::mark)) == grammar_.that)) {
        if (!grammar_.view_verbs.contains(lemma(above)) || arcs_.token(above).tag == tag::NNS) return false;
        const uint32_t subject = arcs_.tree.subject(above);
        uint32_t first = subject == kNone ? above : arcs_.tree.phrase(subject).first, end = above + 1;
        if (subject == kNone)
          for (const uint32_t c : arcs_.tree.children(above)) first = std::min(first, arcs_.token(c).relation == relation::expl || arcs_.token(c).relation == relation::aux_pass ? c : first);
        if (subject == kNone && !arcs_.tree.has(above, relation::aux_pass)) return false;
        // "You think" and "we believe" speak of reader and writer.
        if (subject != kNone && grammar_.writers.contains(arcs_.word(subject))) return false;
        if (first > above) first = above;
        claim_.attribution = arcs_.span({first, end});
        return true;
      }
      if (r != relation::conj && r != relation::xcomp) return false;
      i = above;
    }
    return false;
  }

  const Document& document_;
  const ClauseArcs arcs_;
  const GrammarTable& grammar_;
  Claim& claim_;
};

void by_pattern(const Document& document, const Clause& clause, const GrammarTable& grammar, Claim& claim) {
  const auto& tokens = document.tokens;
  const auto span = [&](uint32_t first, uint32_t end) { return Span{tokens[first].span.begin, tokens[end - 1].span.end}; };
  if (clause.condition_end > clause.first) {
    uint32_t end = clause.condition_end;
    if (tokens[end - 1].word == grammar.comma && end - 1 > clause.first) --end;
    (grammar.time_openers.contains(tokens[clause.first].word) ? claim.time.emplace(span(clause.first, end)), void() : claim.conditions.push_back(span(clause.first, end)));
  }
  for (uint32_t i = clause.condition_end; i < clause.end; ++i) {
    const bool behind = tokens[i].span.begin >= claim.relation.end && !claim.relation.empty();
    if (behind && grammar.time_openers.contains(tokens[i].word)) {
      uint32_t end = i + 1;
      while (end < clause.end && end < i + 8 && tokens[end].kind != TokenKind::punctuation && !grammar.condition_words.contains(tokens[end].word)) ++end;
      if (end > i + 1 && !claim.time) claim.time = span(i, end);
      continue;
    }
    const bool counted = std::any_of(claim.quantities.begin(), claim.quantities.end(), [&](const Quantity& q) { return q.first <= i && i < q.end; });
    if (behind && !counted && grammar.conditions.match(tokens, i, clause.end).tokens > 0) {
      claim.conditions.push_back(span(i, clause.end));
      break;
    }
  }
  for (uint32_t i = clause.first; i < clause.end; ++i)
    if (const PhraseSet::Match match = grammar.attributions.match(tokens, i, clause.end); match.tokens > 0) {
      claim.attribution = span(i, i + match.tokens);
      break;
    }
}

}  // namespace

void find_conditions(const Document& document, const Clause& clause, const GrammarTable& grammar, Claim& claim) {
  if (clause.tree) ParsedConditions(document, clause, grammar, claim).find();
  else by_pattern(document, clause, grammar, claim);
}

}  // namespace crosscheck
