// Under what condition, when, and according to whom.
//
// In a parsed clause a condition hangs on what it limits: a clause that opens with "if" or "until", an adverbial that
// opens with "during" or "without", or one that says in whom or in which state ("in patients with anaemia", "in
// liver disease"). A view is reported where a verb of saying governs the clause ("studies suggest that ..."), or
// where the verb is one of thinking in the passive ("was once thought to ...").
//
// Tested by tests/rooms/claims.cpp, tests/rooms/facets.cpp.
#include <algorithm>
#include <utility>

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
      // "Taking antibiotics without need is of no use."
      if (const uint32_t subject = arcs_.tree.subject(verb); subject != kNone && is_verb(arcs_.token(subject).tag)) look_at(subject, false);
      const uint32_t next = arcs_.tree.child(verb, relation::xcomp);
      verb = next;
    }
    // "If it hurts, stop and call": what stands before both holds for both.
    if (const uint32_t first = arcs_.shares_with(); first != kNone) look_at(first, true);
    look_within();
    take_opening();
    take_lost();
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
      const uint32_t mark = arcs_.tree.child(c, relation::mark);
      const bool asks = grammar_.asking_verbs.contains(lemma(verb)) || mark == kNone;
      if (r == relation::conj && c > verb && grammar_.surely_conditions.contains(arcs_.word(arcs_.opener(c)))) take(c, verb);
      if (r == relation::ccomp && !asks && grammar_.surely_conditions.contains(arcs_.word(mark)) && arcs_.opener(c) == mark) take(c, verb);
      if (r == relation::advcl || r == relation::obl || r == relation::nmod || r == relation::advmod || (r == relation::mark && arcs_.tree.has(c, relation::fixed))) take(c, verb);
      // "Avoid the gel in children": read as part of the object.
      const bool goal = r == relation::obj || r == relation::xcomp || (r == relation::obl && c > verb);
      if (goal)
        for (const uint32_t inner : arcs_.tree.children(c))
          if (inner > c && base_relation(arcs_.token(inner).relation) == relation::nmod && (limits_people(inner, verb) || opened_by(inner, grammar_.circumstance_openers))) take(inner, verb);
    }
  }

  // Conditions that were read as part of a noun phrase: "in 8 % of patients | when taken with insulin", "Without
  // treatment | the vessel may burst".
  void look_within() {
    for (uint32_t i = arcs_.tree.first(); i < arcs_.tree.end(); ++i) {
      const uint32_t above = arcs_.head(i);
      if (above == kNone || above == arcs_.predicate) continue;
      const RelationId r = arcs_.token(i).relation;
      const bool clause = !is_verb(arcs_.token(above).tag) && (r == relation::advcl || r == relation::acl_relcl || r == relation::acl) && (i > above || arcs_.token(above).kind == TokenKind::punctuation) && grammar_.condition_openers.contains(arcs_.word(arcs_.tree.clause(i).first)) && (r == relation::advcl || !grammar_.formerly.contains(arcs_.word(arcs_.tree.clause(i).first)));
      const bool before = base_relation(r) == relation::nmod && i < above && arcs_.tree.has(i, relation::case_) && arcs_.tree.clause(i).first < i;
      const bool behind = i > arcs_.predicate && (base_relation(r) == relation::nmod || base_relation(r) == relation::obl) && !counted(i, i + 1) &&
                          (opened_by(i, grammar_.circumstance_openers) || grammar_.circumstance_phrases.match(document_.tokens, arcs_.tree.clause(i).first, i).tokens > 0);
      // Hung on the full stop: the parser found no place for it.
      const bool loose = arcs_.token(above).kind == TokenKind::punctuation && base_relation(r) == relation::obl;
      // "used to treat the rash in children"
      const bool aim = i > arcs_.predicate && arcs_.goes_on(above) && limits_people(i, above);
      if ((clause || before || behind || loose || aim) && arcs_.own(above)) take(i, arcs_.predicate);
    }
  }

  void take(uint32_t c, uint32_t verb) {
    TokenSpan span = arcs_.tree.clause(c);
    if (arcs_.tree.predicates(c) || arcs_.token(c).relation == relation::advcl) end_before_comment(span, c);
    else end_before_clause(span, c);
    end_before_main(span, c);
    if (grammar_.surely_conditions.contains(arcs_.word(span.first))) end_before_twin(span);
    skip_adverb(span, c);
    go_on(span, c);
    if (span.contains(arcs_.predicate) || !opens(span, c, verb)) return;
    const Span found = arcs_.span(span);
    if (std::any_of(claim_.conditions.begin(), claim_.conditions.end(), [&](Span s) { return s.contains(found); }) || (claim_.time && claim_.time->contains(found))) return;
    if (!claim_.time && grammar_.time_openers.contains(arcs_.word(span.first))) claim_.time = found;
    else claim_.conditions.push_back(found);
    if (const TokenSpan twin = std::exchange(twin_, {}); !twin.empty()) claim_.conditions.push_back(arcs_.span(twin));
  }
  // "particularly | during the first hour"
  void skip_adverb(TokenSpan& span, uint32_t c) const {
    if (span.first + 1 >= c || !is_adverb(arcs_.token(span.first).tag) || grammar_.circumstance_phrases.match(document_.tokens, span.first, span.end).tokens > 0) return;
    const TagId next = arcs_.token(span.first + 1).tag;
    if (next == tag::IN || next == tag::WRB) ++span.first;
  }
  // What the parse hung elsewhere: "prior to | starting the drug", "in people | with asthma", "for babies | under 6
  // months".
  void go_on(TokenSpan& span, uint32_t c) const {
    const bool opener_alone = grammar_.circumstance_phrases.match(document_.tokens, span.first, span.end).tokens == span.end - span.first;
    if (span.end >= arcs_.tree.end() || span.contains(arcs_.predicate)) return;
    if (!opener_alone && (span.end != c + 1 || !limits_people(c, arcs_.predicate))) return;
    for (const Quantity& q : claim_.quantities)
      if (q.first == span.end && q.comparator != Comparator::equal) {
        span.end = q.end;
        return;
      }
    if (!opener_alone && !grammar_.narrowing.contains(arcs_.word(span.end))) return;
    for (uint32_t i = span.end; i < std::min(arcs_.tree.end(), span.end + 8); ++i)
      if (const TokenSpan next = arcs_.tree.clause(i); next.first == span.end && !next.contains(arcs_.predicate) && (opener_alone || i > span.end)) {
        span.end = next.end;
        end_before_comment(span, c);
        return;
      }
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

  // "out if A is high | and members go home if B is low": the second is no part of the first.
  void end_before_twin(TokenSpan& span) {
    uint32_t joint = kNone;
    for (uint32_t i = span.first + 2; i + 2 < span.end; ++i) {
      if (grammar_.coordinators.contains(arcs_.word(i))) joint = i;
      if (arcs_.word(i) != arcs_.word(span.first) || joint == kNone || i < joint + 3) continue;
      twin_ = {i, span.end};
      span.end = joint;
      return;
    }
  }
  // "When it hurts, you should call": whatever the parse made of it, what stands before the comma is the condition of
  // the main clause behind it.
  void take_opening() {
    const RelationId r = arcs_.token(arcs_.predicate).relation;
    if (r != relation::root && r != relation::parataxis) return;
    uint32_t first = arcs_.tree.first();
    if (is_adverb(arcs_.token(first).tag)) ++first;  // "Even when"
    if (!grammar_.surely_conditions.contains(arcs_.word(first))) return;
    const uint32_t subject = arcs_.tree.subject(arcs_.predicate), end = std::min(subject == kNone ? arcs_.predicate : subject, arcs_.predicate);
    for (uint32_t i = end; i-- > first + 1;) {
      if (arcs_.token(i).tag != tag::comma) continue;
      const Span found = arcs_.span({first, i});
      if (std::none_of(claim_.conditions.begin(), claim_.conditions.end(), [&](Span s) { return s.overlaps(found); })) claim_.conditions.insert(claim_.conditions.begin(), found);
      return;
    }
  }
  // "weighed prior | to starting treatment": the two parts hang on the verb side by side.
  bool take_lost_phrase(uint32_t i) {
    const uint32_t length = grammar_.circumstance_phrases.match(document_.tokens, i, arcs_.tree.end()).tokens;
    if (length < 2 || i < arcs_.predicate || i + length >= arcs_.tree.end() || !arcs_.own(i)) return false;
    uint32_t top = i + length;
    while (arcs_.head(top) != kNone && arcs_.tree.subtree(arcs_.head(top)).first >= i) top = arcs_.head(top);
    const Span found = arcs_.span({i, std::max(arcs_.tree.clause(top).end, i + length)});
    const auto known = [&](Span s) { return s.overlaps(found); };
    if (std::any_of(claim_.conditions.begin(), claim_.conditions.end(), known) || (claim_.time && known(*claim_.time))) return false;
    claim_.conditions.push_back(found);
    return true;
  }
  // "... when DRUG 5 mg and 10 mg, respectively, was given": a parse that lost the clause.
  void take_lost() {
    for (uint32_t i = arcs_.tree.first() + 1; i + 2 < arcs_.tree.end(); ++i) {
      if (take_lost_phrase(i)) return;
      if (!grammar_.surely_conditions.contains(arcs_.word(i))) continue;
      const uint32_t above = arcs_.head(i);
      const bool lost = above != kNone && !arcs_.tree.predicates(above) && arcs_.token(above).relation != relation::advcl && arcs_.token(above).kind == TokenKind::word && is_noun(arcs_.token(above).tag);
      if (!lost || arcs_.token(i).relation == relation::fixed || i < arcs_.predicate || !arcs_.own(above) || arcs_.tree.subtree(i).end > i + 1) continue;
      const TokenSpan all = arcs_.tree.clause(arcs_.tree.root());
      const Span found = arcs_.span({i, std::max(all.end, i + 1)});
      if (std::none_of(claim_.conditions.begin(), claim_.conditions.end(), [&](Span s) { return s.overlaps(found); })) claim_.conditions.push_back(found);
      return;
    }
  }

  // True when the phrase is a condition by the way it opens.
  bool opens(TokenSpan span, uint32_t c, uint32_t verb) const {
    const Symbol first = arcs_.word(span.first);
    if (counted(span.first, span.first + 1)) return false;  // "once daily"
    const bool clause = arcs_.token(c).relation == relation::advcl || arcs_.tree.predicates(c);
    if (grammar_.circumstance_phrases.match(document_.tokens, span.first, span.end).tokens > 0) return span.end > span.first + 1;
    if (span.first == c) return false;
    if (clause) {
      // "developed antibodies without falling ill": what did not come of it.
      if (grammar_.denied_result.contains(first) && c > verb && arcs_.token(c).tag == tag::VBG) return false;
      if (grammar_.since_words.contains(first)) return past(c) && !arcs_.tree.has(c, relation::case_);
      if (grammar_.contrasting.contains(first)) return c > verb && arcs_.token(span.first - 1).tag != tag::comma;
      return grammar_.condition_clauses.contains(first) || grammar_.circumstance_openers.contains(first);
    }
    if (arcs_.token(c).relation == relation::advmod) return false;
    if (grammar_.circumstance_openers.contains(first)) return true;
    return limits_people(c, verb) || names_state(c, verb);
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
  bool limits_people(uint32_t c, uint32_t verb) const {
    if (arcs_.token(c).tag == tag::PRP || !opened_by(c, grammar_.population_openers)) return false;
    const uint32_t opener = arcs_.tree.child(c, relation::case_);
    const bool the = arcs_.tree.has(c, relation::det) && arcs_.word(arcs_.tree.child(c, relation::det)) == grammar_.the;
    if ((counted(opener, c + 1) || arcs_.tree.has(c, relation::nummod)) && !the) return false;
    // "28 % in those on the drug and 10 % in those on placebo": the arms of a comparison.
    const TokenSpan all = arcs_.tree.clause(c);
    for (uint32_t i = c + 1; i + 1 < all.end && c > verb; ++i)
      if (grammar_.percent.contains(arcs_.word(i))) return false;
    return (grammar_.words.classes(arcs_.word(c)) & person_word) || grammar_.populations.contains(arcs_.word(c));
  }
  // "in liver disease", "in cold weather"
  bool names_state(uint32_t c, uint32_t verb) const {
    if (!opened_by(c, grammar_.state_openers) || counted(arcs_.tree.child(c, relation::case_), c + 1)) return false;
    const Symbol lemma = grammar_.verb(arcs_.word(verb));
    if (lemma && grammar_.in_verbs.contains(lemma)) return false;
    if (grammar_.states.contains(arcs_.word(c))) return true;
    // "in sailing and rowing competitions"
    for (const uint32_t inner : arcs_.tree.children(c))
      if (inner > c && grammar_.states.contains(arcs_.word(inner)) && !arcs_.tree.has(inner, relation::case_)) return true;
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
  TokenSpan twin_;
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
