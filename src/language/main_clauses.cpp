// Tested by tests/rooms/main_clauses.cpp.
#include "language/main_clauses.h"

#include <algorithm>

#include "language/tags.h"

namespace crosscheck {
namespace {

constexpr uint32_t kFewest = 9;   // tokens of a sentence worth taking apart
constexpr uint32_t kClause = 3;   // tokens of a clause
constexpr int kDeepest = 100;

bool is_subject(RelationId r) { return r == relation::nsubj || r == relation::nsubj_pass || r == relation::csubj; }

class Splitter {
 public:
  Splitter(const Document& document, const Sentence& sentence, const WordRelations& words) : document_(document), words_(words), first_(sentence.first_token), end_(sentence.end_token) {}

  std::vector<ClauseTokens> split() {
    if (end_ - first_ < kFewest || !find_root()) return {};
    find_spans();
    for (uint32_t h = first_; h < end_; ++h) {
      if (h == root_ || !joined(h)) continue;
      if (limits_all(h)) return {};
      if (cuttable(h)) cut_.push_back(h);
    }
    if (cut_.empty()) return {};
    std::vector<ClauseTokens> out{tokens_of(root_)};
    if (!opened())
      for (const uint32_t h : cut_)
        if (stands_alone(h)) out.push_back(tokens_of(h));
    return out;
  }

 private:
  const Token& token(uint32_t i) const { return document_.tokens[i]; }
  bool is(uint32_t i, uint32_t classes) const { return (words_.classes(token(i).word) & classes) != 0; }

  bool find_root() {
    for (uint32_t i = first_; i < end_; ++i)
      if (token(i).relation == relation::root) return root_ = i, true;
    return false;
  }

  void find_spans() {
    spans_.resize(end_ - first_);
    for (uint32_t i = first_; i < end_; ++i) spans_[i - first_] = {i, i + 1};
    for (uint32_t i = first_; i < end_; ++i) {
      int steps = 0;
      for (int32_t at = token(i).head; at >= static_cast<int32_t>(first_) && at < static_cast<int32_t>(end_) && steps < kDeepest; at = token(static_cast<uint32_t>(at)).head, ++steps) {
        TokenRange& span = spans_[static_cast<uint32_t>(at) - first_];
        span.first = std::min(span.first, i), span.end = std::max(span.end, i + 1);
      }
    }
  }
  const TokenRange& span(uint32_t h) const { return spans_[h - first_]; }

  template <class Test>
  bool any_child(uint32_t h, Test test) const {
    for (uint32_t i = span(h).first; i < span(h).end; ++i)
      if (token(i).head == static_cast<int32_t>(h) && test(i)) return true;
    return false;
  }
  bool has_subject(uint32_t h) const { return any_child(h, [&](uint32_t i) { return is_subject(token(i).relation); }); }
  bool finite(uint32_t h) const {
    return is_finite(token(h).tag) || any_child(h, [&](uint32_t i) { return is_finite(token(i).tag) && (token(i).relation == relation::aux || token(i).relation == relation::aux_pass || token(i).relation == relation::cop); });
  }
  bool comma(uint32_t i) const { return document_.text_of(token(i)) == ","; }
  bool behind_comma(uint32_t h) const { return comma(span(h).first) || (span(h).first > first_ && comma(span(h).first - 1)); }
  bool commands(uint32_t h) const { return token(h).tag == tag::VB && !has_subject(h) && !any_child(h, [&](uint32_t i) { return token(i).tag == tag::TO || token(i).tag == tag::MD; }); }

  // A clause that hangs on the main one, or on one joined to it.
  bool joined(uint32_t h) const {
    const int32_t head = token(h).head;
    if (head < 0 || static_cast<uint32_t>(head) >= h || static_cast<uint32_t>(head) < first_) return false;
    switch (token(h).relation) {
      case relation::conj: case relation::parataxis:
        return (static_cast<uint32_t>(head) == root_ || std::find(cut_.begin(), cut_.end(), static_cast<uint32_t>(head)) != cut_.end()) && (finite(h) || commands(h));
      case relation::advcl: return static_cast<uint32_t>(head) == root_;
      case relation::acl_relcl: return true;
      default: return false;
    }
  }

  // "... and do not drink alcohol if you drive", "... but not in winter": may limit what stands before.
  bool limits_all(uint32_t h) const {
    if (token(h).relation == relation::acl_relcl || token(h).relation == relation::advcl) return false;
    for (uint32_t i = h + 1; i < span(h).end; ++i)
      if (is(i, condition_word)) return true;
    return !has_subject(h) && any_child(h, [&](uint32_t i) { return token(i).relation == relation::cc && is(i, contrast_word | condition_word); });
  }

  bool cuttable(uint32_t h) const {
    if (token(h).relation == relation::acl_relcl) return behind_comma(h);
    if (token(h).relation != relation::advcl) return true;
    const bool reason = any_child(h, [&](uint32_t i) { return i < h && is(i, remark_word) && !is(i, condition_word | time_link | contrast_word); });
    return reason && !any_child(h, [&](uint32_t i) { return i < h && is(i, condition_word | time_link | contrast_word); });
  }

  // "In children, ..." holds for all that follows.
  bool opened() const {
    bool opening = is(first_, condition_word | preposition | time_link);
    for (uint32_t i = first_; i < root_; ++i) {
      if (token(i).head != static_cast<int32_t>(root_)) continue;
      if (is_subject(token(i).relation)) return opening;
      opening = opening || token(i).relation == relation::obl || token(i).relation == relation::advcl || token(i).relation == relation::obl_unmarked;
    }
    return opening;
  }

  bool stands_alone(uint32_t h) const {
    if (token(h).relation != relation::conj && token(h).relation != relation::parataxis) return false;
    if (commands(h)) return commands(root_);
    return any_child(h, [&](uint32_t i) { return is_subject(token(i).relation) && !is(i, pronoun); });
  }

  // The subtree of `h` without the clauses cut out of it, marks and the joining word at its ends.
  ClauseTokens tokens_of(uint32_t h) const {
    const TokenRange all = h == root_ ? TokenRange{first_, end_} : span(h);
    ClauseTokens out;
    uint32_t from = all.first;
    while (from < all.end && h != root_ && (token(from).relation == relation::cc || token(from).kind == TokenKind::punctuation)) ++from;
    for (uint32_t at = from; at < all.end;) {
      const auto inner = std::find_if(cut_.begin(), cut_.end(), [&](uint32_t c) { return c != h && span(c).first == at && span(c).end <= all.end; });
      if (inner == cut_.end()) { ++at; continue; }
      if (at > from) out.push_back({from, at});
      at = from = span(*inner).end;
    }
    if (from < all.end) out.push_back({from, all.end});
    return out;
  }

  const Document& document_;
  const WordRelations& words_;
  uint32_t first_, end_, root_ = 0;
  std::vector<TokenRange> spans_;
  std::vector<uint32_t> cut_;  // heads of clauses, in order
};

}  // namespace

std::vector<ClauseTokens> main_clauses(const Document& document, const Sentence& sentence, const WordRelations& words) {
  std::vector<ClauseTokens> out = Splitter(document, sentence, words).split();
  std::erase_if(out, [](const ClauseTokens& clause) {
    uint32_t tokens = 0;
    for (const TokenRange& range : clause) tokens += range.end - range.first;
    return tokens < kClause;
  });
  return out;
}

}  // namespace crosscheck
