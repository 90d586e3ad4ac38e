// Tested by tests/rooms/propositions.cpp.
#include "claim/proposition.h"

#include <algorithm>

#include "language/syntax.h"
#include "language/tags.h"

namespace crosscheck {
namespace {

constexpr uint32_t kNone = SentenceTree::kNone;
constexpr double kLeastSure = 0.2;  // what is less sure is mostly a slip of the parser
constexpr int kDeepest = 8;  // conjuncts and clauses a subject may be handed down

bool auxiliary(RelationId r) { return r == relation::aux || r == relation::aux_pass || r == relation::cop; }
bool oblique(RelationId r) { return r == relation::obl || r == relation::obl_agent || r == relation::obl_unmarked; }
bool clausal(RelationId r) { return r == relation::ccomp || r == relation::xcomp || r == relation::advcl || r == relation::csubj; }

}  // namespace

const std::vector<Proposition>& PropositionReader::read(const Document& document, const Sentence& sentence) {
  out_.clear();
  document_ = &document;
  if (!tree_.read(document, sentence)) return out_;
  for (uint32_t i = tree_.first(); i < tree_.end(); ++i) {
    if (token(i).relation == relation::appos) read_apposition(i);
    if (tree_.predicates(i) && asserted(i)) read_clause(i);
  }
  return out_;
}

// "who", "which", "that" in the place of the noun before it.
bool PropositionReader::relative(uint32_t i) const { return token(i).tag == tag::WDT || token(i).tag == tag::WP || (token(i).word == grammar_.that && token(i).tag != tag::DT); }

// An indirect question ("how it works", "whether it helps") or a clause that opens with "if" or its like.
bool PropositionReader::open_question(uint32_t i) const {
  for (const uint32_t c : tree_.children(i)) {
    if (c > i) break;
    if (token(c).relation == relation::mark && grammar_.inner.contains(token(c).word) && token(c).word != grammar_.that) return true;
    if (token(c).tag == tag::WRB || token(c).tag == tag::WP || token(c).tag == tag::WP_S) return true;
  }
  return false;
}

// "when it broke" tells of something that happened, "when it breaks" of what may.
bool PropositionReader::realised(uint32_t i) const {
  if (token(i).tag == tag::VBD) return true;
  const uint32_t linking = tree_.child(i, relation::cop), helping = tree_.child(i, relation::aux_pass);
  return (linking != kNone && token(linking).tag == tag::VBD) || (helping != kNone && token(helping).tag == tag::VBD);
}

bool PropositionReader::asserted(uint32_t i) const {
  uint32_t first = i;
  for (int depth = 0; token(first).relation == relation::conj && token(first).head >= 0 && depth < kDeepest; ++depth) first = static_cast<uint32_t>(token(first).head);
  if (first != i && !tree_.predicates(first)) return tree_.subject(i) != kNone;
  const uint32_t mark = tree_.child(first, relation::mark), own_mark = tree_.child(i, relation::mark);
  if (own_mark != kNone && token(own_mark).word == grammar_.to) return false;
  if (token(i).tag == tag::VB && i > tree_.first() && token(i - 1).word == grammar_.to) return false;
  const bool infinitive = token(first).tag == tag::VB && mark != kNone && token(mark).word == grammar_.to;
  switch (token(first).relation) {
    case relation::root: case relation::parataxis: case relation::acl_relcl: case relation::list: return true;
    case relation::ccomp: return !open_question(first);
    case relation::acl: return mark == kNone && token(first).tag != tag::VB;
    case relation::advcl: {
      // "without causing", "after taking", "when threatened"
      if (infinitive || (mark != kNone && tree_.subject(first) == kNone && (token(first).tag == tag::VBN || token(first).tag == tag::VBG))) return false;
      const Symbol opening = token(tree_.clause(first).first).word;
      return !(grammar_.condition_openers.contains(opening) || grammar_.time_openers.contains(opening)) || realised(first);
    }
    case relation::dep: return tree_.subject(i) != kNone;
    default: return false;
  }
}

TokenSpan PropositionReader::antecedent(uint32_t noun, uint32_t clause) const {
  // "It is a product used in ...": what is used is "it".
  if (token(clause).relation != relation::appos && tree_.has(noun, relation::cop) && tree_.subject(noun) != kNone) return subject_of(noun);
  TokenSpan span = tree_.phrase(noun);
  if (clause > noun) span.end = std::min(span.end, std::max(noun + 1, tree_.subtree(clause).first));
  while (span.end > noun + 1 && is_punctuation(token(span.end - 1).tag) && token(span.end - 1).tag != tag::close_bracket) --span.end;
  return span;
}

TokenSpan PropositionReader::subject_of(uint32_t i, int depth) const {
  const uint32_t own = tree_.subject(i);
  const auto head = static_cast<uint32_t>(token(i).head);
  // "It is important to know that ...": "it" holds the place of what follows.
  if (own != kNone && own > i && base_relation(token(own).relation) == relation::csubj)
    if (const uint32_t it = tree_.child(i, relation::expl); it != kNone) return tree_.phrase(it);
  if (own != kNone) {
    if (relative(own) && token(i).relation == relation::acl_relcl) return antecedent(head, i);
    return base_relation(token(own).relation) == relation::csubj ? tree_.clause(own) : tree_.phrase(own);
  }
  if (depth == kDeepest || token(i).head < 0) return {};
  switch (token(i).relation) {
    case relation::conj: return subject_of(head, depth + 1);
    case relation::xcomp:
      if (const uint32_t object = tree_.child(head, relation::obj); object != kNone) return tree_.phrase(object);
      return subject_of(head, depth + 1);
    case relation::advcl: return tree_.predicates(head) ? subject_of(head, depth + 1) : TokenSpan{};
    case relation::acl: case relation::acl_relcl: return antecedent(head, i);
    default: return {};
  }
}

// The verb that goes on with the relation: "begins | to work", "is able | to drive"; kNone when there is none.
uint32_t PropositionReader::chained(uint32_t predicate, uint32_t relation_end) const {
  const uint32_t next = tree_.child(predicate, relation::xcomp);
  if (next == kNone || next < predicate || !is_verb(token(next).tag) || tree_.subject(next) != kNone) return kNone;
  for (uint32_t i = relation_end; i < next; ++i) {
    const bool own = static_cast<uint32_t>(token(i).head) == next && (token(i).relation == relation::mark || auxiliary(token(i).relation) || token(i).relation == relation::advmod);
    if (!own) return kNone;
  }
  return next;
}

void PropositionReader::find_relation(uint32_t i, Proposition& out) const {
  const bool linked = tree_.has(i, relation::cop) && !is_verb(token(i).tag);
  const auto in_group = [&](uint32_t k) {
    const Token& part = token(k);
    if (static_cast<uint32_t>(part.head) == i) return auxiliary(part.relation) || (part.relation == relation::advmod && (is_adverb(part.tag) || grammar_.negators.contains(part.word)));
    return part.relation == relation::advmod && part.head >= 0 && static_cast<uint32_t>(part.head) + 1 >= tree_.first() && token(static_cast<uint32_t>(part.head)).relation == relation::advmod && token(static_cast<uint32_t>(part.head)).head == static_cast<int32_t>(i);
  };
  if (linked) {
    // What links: from the first auxiliary to the last word before the predicate's own phrase.
    const uint32_t cop = tree_.child(i, relation::cop);
    out.relation = {cop, cop + 1};
    while (out.relation.first > tree_.first() && in_group(out.relation.first - 1)) --out.relation.first;
    while (out.relation.end < i && in_group(out.relation.end)) ++out.relation.end;
    // "is | very common": degree goes with the adjective.
    if (is_adjective(token(i).tag))
      while (out.relation.end > cop + 1 && is_adverb(token(out.relation.end - 1).tag) && !grammar_.negators.contains(token(out.relation.end - 1).word)) --out.relation.end;
  } else {
    out.relation = {i, i + 1};
    while (out.relation.first > tree_.first() && in_group(out.relation.first - 1)) --out.relation.first;
  }
  for (const uint32_t c : tree_.children(i))
    if (auxiliary(token(c).relation) && c < out.relation.first) {
      if (out.auxiliary.empty()) out.auxiliary = {c, c + 1};
      else out.auxiliary.end = c + 1;
    }
  // "was born and educated"
  if (out.auxiliary.empty() && token(i).relation == relation::conj && !linked && tree_.subject(i) == kNone) {
    const auto head = static_cast<uint32_t>(token(i).head);
    const bool own = std::any_of(tree_.children(i).begin(), tree_.children(i).end(), [&](uint32_t c) { return auxiliary(token(c).relation); });
    if (!own && token(head).tag == token(i).tag && token(i).tag != tag::VBZ && token(i).tag != tag::VBP)
      for (const uint32_t c : tree_.children(head))
        if (auxiliary(token(c).relation) && c < head) out.auxiliary = {out.auxiliary.empty() ? c : out.auxiliary.first, c + 1};
  }
  if (!linked)
    for (const uint32_t c : tree_.children(i))
      if (token(c).relation == relation::compound_prt && c == out.relation.end) ++out.relation.end;
}

TokenSpan PropositionReader::argument(uint32_t c) const {
  if (clausal(token(c).relation)) return tree_.predicates(c) || tree_.has(c, relation::mark) ? tree_.clause(c) : tree_.phrase(c);
  TokenSpan span = tree_.phrase(c);
  for (const uint32_t k : tree_.children(c))
    if (token(k).relation == relation::case_ && k < c) span.first = std::min(span.first, tree_.subtree(k).first);
  return span;
}

void PropositionReader::add_behind(uint32_t i, Proposition& out) const {
  const bool linked = tree_.has(i, relation::cop) && !is_verb(token(i).tag);
  for (const uint32_t c : tree_.children(i)) {
    const RelationId r = token(c).relation;
    if (c < i || (c < out.relation.end && !linked)) continue;
    const bool said = r == relation::obj || r == relation::iobj || oblique(r) || clausal(r) || (r == relation::nmod && !linked) || (r == relation::advmod && !linked && !is_punctuation(token(c).tag));
    if (!said || out.relation.contains(c)) continue;
    if (clausal(r) && token(tree_.subtree(c).first).tag == tag::open_bracket) continue;
    // A participle ("..., causing pain") is a clause of its own.
    if (r == relation::advcl && !tree_.has(c, relation::mark)) continue;
    const TokenSpan span = argument(c);
    const bool adverb = r == relation::advmod && span.first == out.relation.end && span.end == span.first + 1 && !tree_.has(i, relation::obj);
    if (adverb && out.argument_count == 0) ++out.relation.end;
    else out.add(span);
  }
}

void PropositionReader::add_before(uint32_t i, Proposition& out) const {
  for (const uint32_t c : tree_.children(i)) {
    if (c >= i) break;
    const RelationId r = token(c).relation;
    if (r == relation::ccomp) out.add(argument(c));
    else if (oblique(r) && !relative(c) && token(c).tag != tag::WRB) out.add(argument(c));
    else if (r == relation::advcl && tree_.has(c, relation::mark)) out.add(argument(c));
  }
}

void PropositionReader::add_arguments(uint32_t i, Proposition& out) const {
  const bool linked = tree_.has(i, relation::cop) && !is_verb(token(i).tag);
  uint32_t last = i;
  if (!linked) {
    for (uint32_t next = chained(last, out.relation.end); next != kNone; next = chained(last, out.relation.end)) {
      last = next;
      out.relation.end = next + 1;
      for (const uint32_t c : tree_.children(next))
        if (token(c).relation == relation::compound_prt && c == out.relation.end) ++out.relation.end;
    }
  } else {
    TokenSpan complement = tree_.phrase(i);
    // "is | two puffs a day", where "day" was taken for what is said.
    const uint32_t subject = tree_.subject(i);
    if (complement.first >= out.relation.end && subject < out.relation.first && !is_punctuation(token(out.relation.end).tag)) complement.first = out.relation.end;
    complement.first = std::max(complement.first, out.relation.end);
    for (const uint32_t c : tree_.children(i))
      if (token(c).relation == relation::case_ && c >= out.relation.end && c < i) complement.first = std::min(complement.first, tree_.subtree(c).first);
    out.add(complement);
  }
  // The antecedent is what the clause is done to: "the dose you take".
  if (token(i).relation == relation::acl_relcl && out.subject.end <= i && !out.subject.empty()) {
    const auto head = static_cast<uint32_t>(token(i).head);
    const uint32_t own = tree_.subject(i);
    if (own != kNone && !relative(own) && !tree_.has(i, relation::obj) && !linked) {
      bool adverbial = false;
      for (const uint32_t c : tree_.children(i)) adverbial |= token(c).tag == tag::WRB || token(c).tag == tag::WP_S || (oblique(token(c).relation) && relative(c));
      if (!adverbial) out.add(antecedent(head, i));
    }
  }
  if (last != i) add_behind(last, out);
  add_behind(i, out);
  // "buy and sell shares": the object stands behind the last of the verbs.
  if (out.argument_count == 0 && !linked)
    for (const uint32_t c : tree_.children(i)) {
      if (token(c).relation != relation::conj || !is_verb(token(c).tag) || tree_.subject(c) != kNone || (!tree_.has(c, relation::obj) && !tree_.has(c, relation::obl)) || tree_.subtree(c).first != out.relation.end) continue;
      add_behind(c, out);
      break;
    }
  // The preposition or "that" between the verb and what follows belongs to the relation: "leads to", "says that".
  if (out.argument_count > 0) {
    TokenSpan& next = out.arguments[0];
    const auto opens = [&](const Token& word) { return word.margin < Syntax::kCertain && ( word.relation == relation::case_ || word.relation == relation::fixed || (word.relation == relation::mark && word.word == grammar_.that)); };
    while (next.first == out.relation.end && next.end > next.first + 1 && opens(token(next.first))) ++out.relation.end, ++next.first;
  }
  add_before(i, out);
  // "The vaccine is safe, the agency said."
  if (token(i).relation == relation::parataxis && out.argument_count == 0 && !out.subject.empty()) {
    TokenSpan what = tree_.clause(static_cast<uint32_t>(token(i).head));
    const TokenSpan own = tree_.subtree(i);
    if (own.first > static_cast<uint32_t>(token(i).head)) what.end = own.first;
    else what.first = own.end;
    while (!what.empty() && is_punctuation(token(what.end - 1).tag)) --what.end;
    while (!what.empty() && is_punctuation(token(what.first).tag)) ++what.first;
    out.add(what);
  }
}

double PropositionReader::confidence_of(uint32_t i, const Proposition& out) const {
  double sure = 1;
  const auto take = [&](uint32_t t) {
    if (t != kNone && token(t).relation != relation::root) sure = std::min(sure, arc_confidence(token(t)));
  };
  take(i);
  take(tree_.subject(i));
  take(tree_.child(i, relation::obj));
  // A verb with nothing behind it has often lost its object.
  return out.argument_count == 0 ? sure * 0.7 : sure;
}

void PropositionReader::read_clause(uint32_t i) {
  Proposition& out = out_.emplace_back();
  out.predicate = i;
  out.subject = subject_of(i);
  // "[see section 2]"
  const bool aside = (token(i).tag == tag::VB || token(i).tag == tag::VBP) && i > tree_.first() && token(i - 1).tag == tag::open_bracket;
  if (aside) return out_.pop_back();
  // "who" that finds no noun to stand for
  if (!out.subject.empty() && out.subject.end == out.subject.first + 1 && relative(out.subject.first)) return out_.pop_back();
  out.shares_subject = tree_.subject(i) == kNone && base_relation(token(i).relation) != relation::acl;
  find_relation(i, out);
  add_arguments(i, out);
  out.confidence = confidence_of(i, out);
  // Without a subject only an instruction says something.
  const bool instruction = token(i).tag == tag::VB || token(i).tag == tag::VBP;
  if ((out.subject.empty() && (out.argument_count == 0 || !instruction)) || out.confidence < kLeastSure) out_.pop_back();
}

void PropositionReader::read_apposition(uint32_t noun) {
  const auto head = static_cast<uint32_t>(token(noun).head);
  const auto names = [&](uint32_t i) { return is_noun(token(i).tag) || token(i).tag == tag::CD || token(i).tag == tag::PRP; };
  if (!names(noun) || !names(head)) return;
  // Not "headache (18%)".
  const TokenSpan all = tree_.subtree(noun);
  if (noun > head && token(noun).tag == tag::CD && token(all.first).tag == tag::open_bracket) return;
  // Not the parts of an address ("www.example.org").
  if (noun > head && !token(tree_.subtree(noun).first).space_before && token(tree_.subtree(noun).first).tag != tag::comma && token(tree_.subtree(noun).first).tag != tag::colon) return;
  Proposition out;
  out.predicate = noun;
  out.subject = antecedent(head, noun);
  out.add(tree_.phrase(noun));
  out.confidence = arc_confidence(token(noun));
  out_.push_back(out);
}

}  // namespace crosscheck
