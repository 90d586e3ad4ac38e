// Tested by tests/rooms/sentence_tree.cpp.
#include "check/sentence_tree.h"

#include <algorithm>

#include "language/tags.h"

namespace crosscheck {
namespace {

enum ClauseKind : uint8_t { none, statement, condition, remark, part };

bool subject_relation(RelationId r) { return r == relation::nsubj || r == relation::csubj; }

}  // namespace

SentenceTree::SentenceTree(const Document& document, const ComparedSentence& sentence, std::span<const Unit> units) : units_(units), nodes_(units.size()), kinds_(units.size(), none) {
  find_heads(document, sentence);
  if (!parsed_) return;
  find_clauses(document);
  find_amounts(document);
  find_denials(document);
}

void SentenceTree::find_heads(const Document& document, const ComparedSentence& sentence) {
  const Sentence& where = document.sentences[sentence.place.sentence];
  std::vector<int32_t> unit_of(where.end_token - where.first_token, -1);
  for (uint32_t u = 0; u < units_.size(); ++u)
    for (uint32_t t = units_[u].token; t < units_[u].end; ++t) unit_of[t - where.first_token] = static_cast<int32_t>(u);
  const auto unit = [&](int32_t token) { return unit_of[static_cast<uint32_t>(token) - where.first_token]; };
  for (uint32_t u = 0; u < units_.size(); ++u) {
    int32_t at = static_cast<int32_t>(units_[u].token);
    for (int steps = 0; steps < 8; ++steps) {  // within the unit, to its own head
      const int32_t head = document.tokens[static_cast<uint32_t>(at)].head;
      if (head < 0 || unit(head) != static_cast<int32_t>(u)) break;
      at = head;
    }
    const Token& top = document.tokens[static_cast<uint32_t>(at)];
    nodes_[u].relation = base_relation(top.relation);
    nodes_[u].passive = top.relation == relation::nsubj_pass || top.relation == relation::obl_agent;
    parsed_ = parsed_ || top.head >= 0;
    int32_t head = top.head;
    for (int steps = 0; head >= 0 && steps < 40 && (unit(head) < 0 || unit(head) == static_cast<int32_t>(u)); ++steps) head = document.tokens[static_cast<uint32_t>(head)].head;
    nodes_[u].head = head < 0 || unit(head) == static_cast<int32_t>(u) ? -1 : unit(head);
  }
  for (uint32_t u = 0; u < units_.size(); ++u)  // what units of several words tied into a circle
    for (int32_t at = nodes_[u].head, steps = 0; at >= 0; at = nodes_[static_cast<uint32_t>(at)].head)
      if (++steps > 100) {
        nodes_[u].head = -1;
        break;
      }
}

bool SentenceTree::under(uint32_t u, uint32_t above) const {
  for (int32_t at = static_cast<int32_t>(u), steps = 0; at >= 0 && steps < 100; at = nodes_[static_cast<uint32_t>(at)].head, ++steps)
    if (at == static_cast<int32_t>(above)) return true;
  return false;
}

bool SentenceTree::opens_clause(const Document& document, uint32_t u) const {
  const TreeNode& node = nodes_[u];
  if (node.head < 0) return true;
  switch (node.relation) {
    case relation::advcl: case relation::ccomp: case relation::acl: case relation::parataxis: case relation::csubj: return true;
    case relation::conj: {
      const TagId tag = document.tokens[units_[u].token].tag;
      if (is_verb(tag)) return true;
      return std::any_of(nodes_.begin(), nodes_.end(), [&](const TreeNode& n) { return n.head == static_cast<int32_t>(u) && subject_relation(n.relation); });
    }
    default: return false;
  }
}

void SentenceTree::find_clauses(const Document& document) {
  const uint32_t size = this->size();
  for (uint32_t u = 0; u < size; ++u) {
    if (!opens_clause(document, u)) continue;
    const RelationId r = nodes_[u].relation;
    kinds_[u] = nodes_[u].head < 0 || r == relation::conj || r == relation::parataxis ? statement : r == relation::csubj || r == relation::ccomp ? part : remark;
    const TagId tag = document.tokens[units_[u].token].tag;
    bool marked = false, finite = tag == tag::VBZ || tag == tag::VBP || tag == tag::VBD;
    for (uint32_t v = 0; v < size; ++v) {
      if (nodes_[v].head != static_cast<int32_t>(u)) continue;
      if (nodes_[v].relation == relation::aux || nodes_[v].relation == relation::cop) finite = true;
      if (nodes_[v].relation != relation::mark && nodes_[v].relation != relation::advmod) continue;
      const bool open = document.text_of(document.tokens[units_[v].token]) == "whether";  // "it is not known whether" sets no condition
      if (units_[v].is(condition_word) && !open && (nodes_[v].relation == relation::mark || v < u) && r == relation::advcl) kinds_[u] = condition;
      if (open) kinds_[u] = part;
      marked = marked || nodes_[v].relation == relation::mark;
    }
    if (r == relation::advcl && kinds_[u] == remark && !finite) kinds_[u] = part;  // "to prevent ...", "using ..."
    if (r == relation::acl && nodes_[u].head >= 0) {
      const uint32_t first = units_[u].token;
      bool comma = false;  // ", which ..."
      for (uint32_t t = first; t-- > 0 && t + 6 > first && !comma;) comma = document.text_of(document.tokens[t]) == "," && static_cast<int32_t>(t) > static_cast<int32_t>(units_[static_cast<uint32_t>(nodes_[u].head)].token);
      kinds_[u] = comma ? remark : part;
    }
  }
  for (uint32_t u = 0; u < size; ++u) {  // "if it is not kept cold or not kept hot": under one "if"
    int32_t at = static_cast<int32_t>(u);
    for (int steps = 0; steps < 8 && nodes_[static_cast<uint32_t>(at)].relation == relation::conj && nodes_[static_cast<uint32_t>(at)].head >= 0; ++steps) at = nodes_[static_cast<uint32_t>(at)].head;
    if (at != static_cast<int32_t>(u) && kinds_[u] == statement && kinds_[static_cast<uint32_t>(at)] != none) kinds_[u] = kinds_[static_cast<uint32_t>(at)];
  }
  for (uint32_t u = 0; u < size; ++u) {
    TreeNode& node = nodes_[u];
    bool clause = false, framed = false;
    int32_t at = static_cast<int32_t>(u), last = at;
    for (int steps = 0; at >= 0 && steps < 100 && !framed; ++steps) {
      const ClauseKind kind = static_cast<ClauseKind>(kinds_[static_cast<uint32_t>(at)]);
      if (kind != none && !clause) node.clause = at, clause = true;
      if (kind == condition) node.condition = true;
      if (kind == statement || kind == remark) node.frame = at, framed = true;
      last = at;
      at = nodes_[static_cast<uint32_t>(at)].head;
    }
    if (!framed) node.frame = last;
    if (!clause) node.clause = last;
    node.aside = kinds_[static_cast<uint32_t>(node.frame)] == remark;
  }
}

void SentenceTree::find_amounts(const Document& document) {
  for (uint32_t u = 0; u < size(); ++u) {
    if (nodes_[u].relation == relation::case_ && nodes_[u].head >= 0) nodes_[static_cast<uint32_t>(nodes_[u].head)].marked = units_[u].word;
    if (nodes_[u].head < 0) continue;
    TreeNode& head = nodes_[static_cast<uint32_t>(nodes_[u].head)];
    if (units_[u].amount != Amount::none) {
      Amount amount = units_[u].amount;
      if (amount == Amount::few && u > 0 && document.text_of(document.tokens[units_[u - 1].token]) == "a") amount = Amount::some;
      if (head.amount == Amount::none || head.amount == Amount::some) head.amount = amount;
      if (nodes_[u].amount == Amount::none) nodes_[u].amount = amount;
    }
    head.soft = head.soft || units_[u].is(soft_frequency);
  }
}

void SentenceTree::deny(uint32_t top, int32_t spared) {
  for (uint32_t u = 0; u < size(); ++u) {
    if (!under(u, top) || (spared >= 0 && under(u, static_cast<uint32_t>(spared)))) continue;
    if (nodes_[u].frame != nodes_[top].frame || (nodes_[u].condition && !nodes_[top].condition)) continue;
    ++nodes_[u].denials;
  }
}

int32_t SentenceTree::subject(int32_t frame) const {
  for (int steps = 0; frame >= 0 && steps < 8; ++steps) {
    for (uint32_t u = 0; u < size(); ++u)
      if (nodes_[u].head == frame && subject_relation(nodes_[u].relation)) return static_cast<int32_t>(u);
    // "The rash fades and leaves no scars": the second takes the subject of the first.
    if (nodes_[static_cast<uint32_t>(frame)].relation != relation::conj) return -1;
    frame = nodes_[static_cast<uint32_t>(frame)].head;
  }
  return -1;
}

void SentenceTree::find_denials(const Document& document) {
  const auto text = [&](uint32_t u) { return document.text_of(document.tokens[units_[u].token]); };
  for (uint32_t u = 0; u < size(); ++u) {
    const Unit& unit = units_[u];
    const TreeNode& node = nodes_[u];
    if (unit.is(inverting_word)) {  // "fails to", "lack of", "free from"
      for (uint32_t v = 0; v < size(); ++v) {
        if (nodes_[v].head != static_cast<int32_t>(u)) continue;
        const RelationId r = nodes_[v].relation;
        nodes_[v].denied_here = true;
        if (r == relation::xcomp || r == relation::ccomp || r == relation::obj || r == relation::nmod || r == relation::obl || r == relation::acl || r == relation::advcl) deny(v);
      }
      continue;
    }
    const TagId tag_of_head = node.head >= 0 ? document.tokens[units_[static_cast<uint32_t>(node.head)].token].tag : TagId{0};
    if ((text(u) == "less" || text(u) == "least") && node.head > static_cast<int32_t>(u) && (is_adjective(tag_of_head) || is_adverb(tag_of_head))) {  // "less difficult" is easier
      ++nodes_[static_cast<uint32_t>(node.head)].denials;
      continue;
    }
    if (!unit.is(negator) || node.head < 0) continue;
    if (u > 0 && (text(u - 1) == "or" || (text(u) == "without" && text(u - 1) == "and"))) continue;  // "with or without", "or not"
    if (u + 1 < size()) {
      const std::string_view next = text(u + 1);
      if (text(u) == "nothing" && nodes_[u].relation == relation::obj && node.head >= 0 && (text(static_cast<uint32_t>(node.head)) == "does" || text(static_cast<uint32_t>(node.head)) == "do" || text(static_cast<uint32_t>(node.head)) == "did")) {  // "does nothing to reduce"
        for (uint32_t v = u + 1; v < size(); ++v)
          if ((nodes_[v].head == static_cast<int32_t>(u) || nodes_[v].head == node.head) && (nodes_[v].relation == relation::acl || nodes_[v].relation == relation::xcomp || nodes_[v].relation == relation::advcl)) {
            deny(v);
            nodes_[v].denied_here = true;
            break;
          }
        continue;
      }
      if (units_[u + 1].amount == Amount::all || units_[u + 1].amount == Amount::only || units_[u + 1].amount == Amount::even || units_[u + 1].is(soft_frequency) || next == "only" || next == "necessarily" || next == "more" || next == "less" || next == "later" || next == "longer" || next == "until") {
        if (next != "longer" && !(next == "more" && text(u) == "not")) continue;
        if (next == "longer" && u + 2 < size() && text(u + 2) == "than") continue;
        if (next == "more") continue;
      }
    }
    uint32_t head = static_cast<uint32_t>(node.head);
    if (text(head) == "longer" && head == u + 1 && nodes_[head].head >= 0) head = static_cast<uint32_t>(nodes_[head].head);  // "no longer"
    if (const TagId next = u + 1 < size() ? document.tokens[units_[u + 1].token].tag : TagId{0}; text(u) == "no" && (next == tag::JJR || next == tag::RBR) && text(u + 1) != "longer") {  // "no hotter than 48 degrees" is a limit, "no hotter than the other" a denial
      bool number = false;
      for (uint32_t v = u + 2; v < size() && v < u + 7; ++v) number = number || units_[v].number;
      if (number) continue;
      head = u + 1;
      if (nodes_[head].relation == relation::advmod && nodes_[head].head > static_cast<int32_t>(head)) head = static_cast<uint32_t>(nodes_[head].head);
      nodes_[head].denied_here = true;
      deny(head);
      continue;
    }  // "no hotter than"
    nodes_[head].denied_here = true;
    if (u > 0 && text(u - 1) == "with" && text(u) == "no") {
      deny(head);
      continue;
    }
    const bool determines = node.relation == relation::det || ((text(u) == "no" || text(u) == "No") && head == static_cast<uint32_t>(node.head));
    if (node.relation == relation::case_ || text(u) == "without") {
      deny(head);
    } else if (determines || subject_relation(node.relation) || node.relation == relation::obj) {
      // "No patient died", "none of them needed": the whole statement; "contains no sugar": too.
      int32_t top = determines ? nodes_[head].head : static_cast<int32_t>(head);
      const bool argument = determines ? subject_relation(nodes_[head].relation) || nodes_[head].relation == relation::obj || nodes_[head].relation == relation::obl : true;
      if (!argument || top < 0) top = static_cast<int32_t>(head);
      deny(static_cast<uint32_t>(top));
    } else {
      const int32_t frame = static_cast<int32_t>(head);
      int32_t spared = -1;
      for (uint32_t v = 0; v < size(); ++v)
        if (nodes_[v].head == frame && subject_relation(nodes_[v].relation) && !nodes_[v].passive) spared = static_cast<int32_t>(v);
      deny(head, spared);
      for (uint32_t v = 0; v < size(); ++v) {  // "do not drink or smoke"
        if (nodes_[v].head != frame || nodes_[v].relation != relation::conj || nodes_[v].frame != static_cast<int32_t>(v) || subject(static_cast<int32_t>(v)) != subject(frame)) continue;
        const bool either = std::any_of(nodes_.begin(), nodes_.end(), [&](const TreeNode& n) { return n.head == static_cast<int32_t>(v) && n.relation == relation::cc && (text(static_cast<uint32_t>(&n - nodes_.data())) == "or" || text(static_cast<uint32_t>(&n - nodes_.data())) == "nor"); });
        if (either) deny(v);
      }
    }
  }
}

}  // namespace crosscheck
