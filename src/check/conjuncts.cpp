#include "check/conjuncts.h"

#include <algorithm>

namespace crosscheck {

std::vector<Conjunct> conjuncts(const Document& document, Span span, const Meanings& meanings) {
  std::vector<Conjunct> out;
  const auto& tokens = document.tokens;
  const auto first = std::lower_bound(tokens.begin(), tokens.end(), span.begin, [](const Token& t, uint32_t byte) { return t.span.begin < byte; });
  Conjunct open;
  const auto close = [&] {
    if (open.words > 0) out.push_back(open);
    open = {};
  };
  for (auto token = first; token != tokens.end() && token->span.begin < span.end; ++token) {
    const bool mark = token->kind == TokenKind::punctuation && !(token->span.size() == 1 && document.text[token->span.begin] == '-');
    if (mark || meanings.table().coordinators.contains(token->word)) {
      close();
      continue;
    }
    const Key key = meanings.key(token->word);
    if (key == 0 || meanings.kind(token->word) == WordKind::filler) continue;
    if (open.words == 0) open.span.begin = token->span.begin;
    open.key = (open.key ^ key) * 16777619u + 1;
    open.head = key;
    ++open.words;
    open.span.end = token->span.end;
  }
  close();
  return out;
}

}  // namespace crosscheck
