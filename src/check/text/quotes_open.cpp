// A double quotation mark without its partner, within a passage.
//
// Straight marks are read from their surroundings: one that follows a blank opens, one that follows a word closes.
// After a number an unpaired straight mark means inches. Speech that runs on opens every paragraph anew and closes
// the last one only. A curly mark closed by a straight one is a matter of style.quotes.
//
// Tested by tests/checks/text/quotes_open.yaml.

#include "check/prose.h"

namespace crosscheck::text {
namespace {

struct Settings {
  Symbol straight, open, close;
  Settings(const Value&, Rulebook& book) : straight(book.symbols.intern("\"")), open(book.symbols.intern("“")), close(book.symbols.intern("”")) {}
};

enum class Role { none, opens, closes, either };

Role role_of(const Settings& settings, const Document& document, uint32_t i, uint32_t first, uint32_t end) {
  const Token& token = document.tokens[i];
  if (token.word == settings.open) return Role::opens;
  if (token.word == settings.close) return Role::closes;
  if (token.word != settings.straight) return Role::none;
  const bool follows_blank = token.space_before || i == first;
  const bool blank_follows = i + 1 >= end || document.tokens[i + 1].space_before;
  if (follows_blank != blank_follows) return follows_blank ? Role::opens : Role::closes;
  return Role::either;
}

bool after_number(const Document& document, uint32_t i, uint32_t first) {
  return i > first && document.tokens[i - 1].kind == TokenKind::number && touch(document.tokens[i - 1], document.tokens[i]);
}

struct Single {
  uint32_t token;
  bool opens;
};

// The marks of a passage that have no partner.
void match(const Settings& settings, const Document& document, const Passage& passage, std::vector<Single>& single) {
  const uint32_t first = document.sentences[passage.first_sentence].first_token, end = document.sentences[passage.end_sentence - 1].end_token;
  bool open = false;
  uint32_t at = 0;
  for (uint32_t i = first; i < end; ++i) {
    const Role role = role_of(settings, document, i, first, end);
    if (role == Role::none) continue;
    if (!open && document.tokens[i].word == settings.straight && after_number(document, i, first)) continue;  // 3"
    if (role == Role::closes || (role == Role::either && open)) {
      if (!open) single.push_back({i, false});
      open = false;
    } else {
      if (open) single.push_back({at, true});
      open = true;
      at = i;
    }
  }
  if (open) single.push_back({at, true});
}

bool starts_with_quote(const Settings& settings, const Document& document, size_t p) {
  if (p >= document.passages.size()) return false;
  const Passage& passage = document.passages[p];
  if (passage.first_sentence == passage.end_sentence) return false;
  const Symbol word = document.tokens[document.sentences[passage.first_sentence].first_token].word;
  return word == settings.open || word == settings.straight;
}

void run(const CheckInput& in, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  std::vector<Single> single;
  for (uint32_t d = 0; d < in.texts.documents.size(); ++d) {
    const Document& document = in.texts.documents[d];
    for (size_t p = 0; p < document.passages.size(); ++p) {
      const Passage& passage = document.passages[p];
      if (passage.first_sentence == passage.end_sentence) continue;
      single.clear();
      match(settings, document, passage, single);
      for (const Single& one : single) {
        if (one.opens && &one == &single.back() && starts_with_quote(settings, document, p + 1)) continue;
        Finding out = finding(in, {{d, document.tokens[one.token].span}}, {}, one.opens ? "open" : "close");
        out.confidence = 0.85;
        findings.push_back(std::move(out));
      }
    }
  }
}

}  // namespace

extern const Check quotes_open{run, prepare<Settings>};

}  // namespace crosscheck::text
