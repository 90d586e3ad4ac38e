// Tested by tests/rooms/propositions.cpp.
#include "claim/tree.h"

#include <algorithm>

#include "language/syntax.h"
#include "language/tags.h"

namespace crosscheck {

bool SentenceTree::read(const Document& document, const Sentence& sentence) {
  const auto& tokens = document.tokens;
  document_ = &document;
  first_ = sentence.first_token;
  const uint32_t count = sentence.end_token - sentence.first_token;
  if (count == 0 || tokens[first_].relation == relation::none) return false;
  place_.assign(count + 1, 0);
  extent_.resize(count);
  for (uint32_t i = 0; i < count; ++i) {
    extent_[i] = {first_ + i, first_ + i + 1};
    if (tokens[first_ + i].head < 0) root_ = first_ + i;
    else ++place_[static_cast<uint32_t>(tokens[first_ + i].head) - first_ + 1];
  }
  for (uint32_t i = 0; i < count; ++i) place_[i + 1] += place_[i];
  children_.resize(place_[count]);
  fill_.assign(place_.begin(), place_.end() - 1);
  for (uint32_t i = 0; i < count; ++i) {
    const int32_t head = tokens[first_ + i].head;
    if (head < 0) continue;
    children_[fill_[static_cast<uint32_t>(head) - first_]++] = first_ + i;
    // A word stretches all it hangs on.
    for (int32_t above = head; above >= 0; above = tokens[static_cast<uint32_t>(above)].head) {
      TokenSpan& extent = extent_[static_cast<uint32_t>(above) - first_];
      if (extent.first <= first_ + i && first_ + i < extent.end) break;
      extent.first = std::min(extent.first, first_ + i), extent.end = std::max(extent.end, first_ + i + 1);
    }
  }
  return true;
}

TokenSpan SentenceTree::clause(uint32_t token) const {
  TokenSpan span = subtree(token);
  const auto mark = [&](uint32_t i) { return document_->tokens[i].kind == TokenKind::punctuation && document_->tokens[i].relation == relation::punct; };
  while (span.first < token && mark(span.first)) ++span.first;
  while (span.end > token + 1 && mark(span.end - 1)) --span.end;
  return span;
}

uint32_t SentenceTree::child(uint32_t token, RelationId wanted) const {
  for (const uint32_t c : children(token))
    if (document_->tokens[c].relation == wanted) return c;
  return kNone;
}

uint32_t SentenceTree::subject(uint32_t token) const {
  const uint32_t named = named_subject(token);
  const TagId t = document_->tokens[token].tag;
  const uint32_t linking = child(token, relation::cop);
  if (named != kNone || (linking == kNone && t != tag::VBZ && t != tag::VBP && t != tag::VBD)) return named;
  if (document_->tokens[token].relation == relation::conj || document_->tokens[token].relation == relation::acl_relcl) return kNone;
  // The parser took the subject for a modifier: the nearest bare noun before the verb.
  uint32_t found = kNone;
  for (const uint32_t c : children(token)) {
    if (c >= std::min(token, linking)) break;
    const Token& noun = document_->tokens[c];
    const bool loose = noun.relation == relation::nmod || noun.relation == relation::obl || noun.relation == relation::dep || noun.relation == relation::nmod_unmarked;
    if (loose && is_noun(noun.tag) && !has(c, relation::case_)) found = c;
  }
  return found;
}

uint32_t SentenceTree::named_subject(uint32_t token) const {
  for (const uint32_t c : children(token))
    switch (document_->tokens[c].relation) {
      case relation::nsubj: case relation::nsubj_pass: case relation::nsubj_outer: case relation::csubj: case relation::csubj_pass: case relation::csubj_outer: return c;
    }
  return kNone;
}

bool SentenceTree::predicates(uint32_t token) const { return is_verb(document_->tokens[token].tag) || document_->tokens[token].tag == tag::MD || has(token, relation::cop); }

bool SentenceTree::belongs(uint32_t child, uint32_t head) const {
  if (document_->tokens[child].margin == Syntax::kCertain) return true;  // of one quantity
  const bool behind = child > head;
  const bool after_comma = [&] {
    const uint32_t first = subtree(child).first;
    const Token& mark = document_->tokens[first];
    if (mark.tag == tag::comma || mark.tag == tag::open_bracket || mark.tag == tag::colon) return true;
    return first > first_ && document_->tokens[first - 1].tag == tag::comma;
  }();
  switch (document_->tokens[child].relation) {
    case relation::det: case relation::det_predet: case relation::amod: case relation::nummod: case relation::compound: case relation::flat: case relation::fixed:
    case relation::goeswith: case relation::nmod_poss: case relation::nmod_desc: case relation::cc_preconj: return true;
    case relation::nmod: return behind;
    case relation::nmod_unmarked: return true;
    case relation::advmod: return !has(head, relation::cop) || is_adjective(document_->tokens[head].tag);
    case relation::case_: return behind;  // the 's of an owner
    case relation::acl: return behind && !after_comma;
    case relation::appos: return behind && !after_comma;
    case relation::conj: return behind && !(subject(child) != kNone || has(child, relation::cop));
    case relation::dep: return !after_comma;
    default: return false;
  }
}

TokenSpan SentenceTree::phrase(uint32_t token) const {
  TokenSpan span{token, token + 1};
  const std::span<const uint32_t> all = children(token);
  const auto middle = std::lower_bound(all.begin(), all.end(), token);
  for (auto c = middle; c != all.begin();) {
    --c;
    if (document_->tokens[*c].relation == relation::punct) continue;
    if (!belongs(*c, token)) break;
    span.first = subtree(*c).first;
  }
  for (auto c = middle; c != all.end(); ++c) {
    if (document_->tokens[*c].relation == relation::punct || document_->tokens[*c].relation == relation::cc) continue;
    // "what the body makes"
    const bool free_relative = document_->tokens[token].tag == tag::WP && document_->tokens[*c].relation == relation::acl_relcl;
    if (!belongs(*c, token) && !free_relative) break;
    span.end = subtree(*c).end;
  }
  // Hyphens and quotes that open or close the phrase are not its own.
  const auto mark = [&](uint32_t i) { return is_punctuation(document_->tokens[i].tag) && document_->tokens[i].tag != tag::close_bracket; };
  while (span.first < token && mark(span.first)) ++span.first;
  while (span.end > token + 1 && mark(span.end - 1)) --span.end;
  // The mark that closes what the phrase opens: "cystic fibrosis (CF | )".
  if (span.end < end()) {
    int open = 0;
    for (uint32_t i = span.first; i < span.end; ++i) open += (document_->tokens[i].tag == tag::open_bracket) - (document_->tokens[i].tag == tag::close_bracket);
    if (open > 0 && document_->tokens[span.end].tag == tag::close_bracket) ++span.end;
  }
  // "Premark Inc."
  if (span.end + 1 < end() && document_->tokens[span.end].tag == tag::stop && !document_->tokens[span.end].space_before && document_->tokens[span.end - 1].letter_case == Case::capitalised) ++span.end;
  return span;
}

}  // namespace crosscheck
