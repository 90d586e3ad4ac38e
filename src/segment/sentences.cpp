// Sentence boundaries and tokens of every passage.
//
// A full stop ends a sentence when white space and something that can begin one follow, unless the word before it
// is an abbreviation ("Dr.", "e.g.") or an initial ("J. Imbach"). What can begin one is decided by what stands
// before: after "!" and "?" and after a stop behind an ordinary word of lower case, even a small letter begins a
// sentence ("... vein. it takes ..."), because writers forget capitals more often than they put a stray stop.
//
// Tested by tests/rooms/segment.cpp; measured by `./dev eval segment`.
#include "segment/segment.h"
#include "text/fold.h"
#include "text/pieces.h"
#include "text/utf8.h"

namespace crosscheck {
namespace {

Case case_of(std::string_view word) {
  bool upper = false, lower = false, inner_upper = false;
  for (size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    if (is_upper(c.value)) (at == 0 ? upper : inner_upper) = true;
    else if (is_lower(c.value)) lower = true;
    at += c.bytes;
  }
  if (!upper && !inner_upper) return lower ? Case::lower : Case::none;
  if (!lower) return upper && !inner_upper && word.size() == 1 ? Case::upper : Case::upper;
  return upper && !inner_upper ? Case::capitalised : Case::mixed;
}

bool closes(char32_t c) { return c == ')' || c == ']' || c == '"' || c == '\'' || c == 0x201D || c == 0x2019 || c == 0xBB; }

struct Splitter {
  const Document& document;
  const std::vector<Token>& tokens;
  const SegmentTables& tables;
  const SymbolTable& symbols;

  char32_t first_of(size_t i) const { return code_point_at(document.text, tokens[i].span.begin).value; }

  bool is_stop(size_t i) const {
    if (tokens[i].kind != TokenKind::punctuation) return false;
    const char32_t c = first_of(i);
    return c == '.' || c == '!' || c == '?' || c == 0x2026;
  }

  // Does the sentence end after the stop at `i` (closing marks up to `last` belong to it), with `next` to follow?
  bool ends_at(size_t begin, size_t i, size_t last, size_t next) const {
    if (!tokens[next].space_before) return false;
    const char32_t stop = first_of(i);
    const char32_t follows = first_of(next);
    const bool capital = is_upper(follows);
    const bool opens = follows == '"' || follows == 0x201C || follows == '(' || follows == '[' || follows == 0x2018 || follows == '\'' || follows == 0xBF;
    if (stop == '!' || stop == '?') return last > i ? capital || opens || is_digit(follows) : follows != ',' && follows != ';';
    if (stop == 0x2026 || tokens[i].span.size() > 1) return capital;
    if (i == begin) return false;
    const Token& before = tokens[i - 1];
    if (!tokens[i].space_before && before.kind == TokenKind::word) {
      if (tables.never_last.contains(before.word)) return false;
      if (tables.before_number.contains(before.word)) return !is_digit(follows) && (capital || opens);
      if (tables.may_end.contains(before.word)) return capital || opens;
      const std::string_view word = document.text_of(before);
      if (code_points(word) == 1 && before.letter_case == Case::upper && i - 1 > begin) {
        // An initial, unless it is the last letter of a name like "vitamin D".
        const Token& earlier = tokens[i - 2];
        return !(earlier.letter_case == Case::capitalised || earlier.letter_case == Case::upper || earlier.kind == TokenKind::punctuation) && capital;
      }
    }
    if (before.kind == TokenKind::number && i - 1 == begin) return false;  // "3. Take ..."
    if (capital || opens || is_digit(follows)) return true;
    if (tokens[next].kind == TokenKind::word) {
      // A small letter: a sentence that lost its capital, if what comes before reads like an ended sentence.
      return i - begin >= 3 && (before.kind == TokenKind::word || before.kind == TokenKind::punctuation) && before.letter_case != Case::upper && before.span.size() > 2;
    }
    return follows == 0x2022 || follows == '-' || follows == '*';
  }
};

}  // namespace

void find_sentences(Document& document, SymbolTable& symbols, const SegmentTables& tables) {
  std::vector<Piece> pieces;
  std::string buffer;
  for (uint32_t p = 0; p < document.passages.size(); ++p) {
    Passage& passage = document.passages[p];
    passage.first_sentence = passage.end_sentence = static_cast<uint32_t>(document.sentences.size());
    if (passage.kind == PassageKind::code) continue;
    pieces.clear();
    cut_pieces(document.text, passage.body.begin, passage.body.end, pieces);
    const auto first = static_cast<uint32_t>(document.tokens.size());
    for (const Piece& piece : pieces) {
      Token token;
      token.span = {piece.begin, piece.end};
      const std::string_view text = document.text_of(token.span);
      token.word = token.lemma = symbols.intern(fold_into(buffer, text));
      token.kind = static_cast<TokenKind>(piece.kind);
      if (token.kind == TokenKind::word) token.letter_case = case_of(text);
      token.space_before = piece.space_before;
      document.tokens.push_back(token);
    }
    const auto end = static_cast<uint32_t>(document.tokens.size());
    const Splitter splitter{document, document.tokens, tables, symbols};
    const auto close = [&](uint32_t from, uint32_t to, bool terminated) {
      document.sentences.push_back({{document.tokens[from].span.begin, document.tokens[to - 1].span.end}, p, from, to, terminated});
    };
    uint32_t begin = first;
    for (uint32_t i = first; i < end; ++i) {
      if (!splitter.is_stop(i)) continue;
      uint32_t last = i;
      while (last + 1 < end && splitter.is_stop(last + 1) && !document.tokens[last + 1].space_before) ++last;
      const uint32_t stop = last;
      while (last + 1 < end && !document.tokens[last + 1].space_before && closes(splitter.first_of(last + 1))) ++last;
      if (last + 1 < end && !splitter.ends_at(begin, stop, last, last + 1)) continue;
      close(begin, last + 1, true);
      begin = i = last + 1;
      --i;
    }
    if (begin < end) close(begin, end, false);
    passage.end_sentence = static_cast<uint32_t>(document.sentences.size());
  }
}

}  // namespace crosscheck
