// Sentence boundaries and tokens of every passage.
//
// A full stop ends a sentence when white space and something that can begin one follow, unless the word before it
// is an abbreviation ("Dr.", "e.g.") or an initial ("J. Imbach"). What can begin one is decided by what stands
// before: after "!" and "?" and after a stop behind an ordinary word of lower case, even a small letter begins a
// sentence ("... vein. it takes ..."), because writers forget capitals more often than they put a stray stop.
//
// Tested by tests/rooms/segment.cpp; measured by `./dev eval segment`.
#include <algorithm>

#include "segment/segment.h"
#include "text/fold.h"
#include "text/pieces.h"
#include "text/utf8.h"

namespace crosscheck {

Case case_of(std::string_view word) {
  bool upper = false, lower = false, inner_upper = false;
  for (size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    if (is_upper(c.value)) (at == 0 ? upper : inner_upper) = true;
    else if (is_lower(c.value)) lower = true;
    at += c.bytes;
  }
  if (!upper && !inner_upper) return lower ? Case::lower : Case::none;
  if (!lower) return Case::upper;
  return upper && !inner_upper ? Case::capitalised : Case::mixed;
}

namespace {

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

  // "U.S.", "p.m.": a word that took its full stop with it.
  bool holds_stop(size_t i) const { return tokens[i].kind == TokenKind::word && document.text[tokens[i].span.end - 1] == '.'; }

  bool has_digit(size_t i) const {
    const std::string_view word = document.text_of(tokens[i]);
    return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
  }

  // "The", "It": words that begin a sentence more often than a name.
  bool is_starter(size_t i) const {
    if (!is_upper(first_of(i)) || !tables.starters.contains(tokens[i].word)) return false;
    return tokens[i].span.size() > 1 || i + 1 >= tokens.size() || first_of(i + 1) != '.';  // "J. A. Hassell"
  }

  static bool opens(char32_t c) { return c == '"' || c == 0x201C || c == '(' || c == '[' || c == 0x2018 || c == '\'' || c == 0xBF; }

  // Is the single capital at `i` the initial of a name ("J. Imbach"), and no label ("vitamin D.")?
  bool is_initial(size_t begin, size_t i) const {
    if (tokens[i].letter_case != Case::upper || code_points(document.text_of(tokens[i])) != 1) return false;
    if (i == begin) return true;
    const Token& earlier = tokens[i - 1];
    if (tables.labelled.contains(earlier.word)) return false;
    // "A and B.", "A, C and E."
    if (i >= begin + 2 && tokens[i - 2].letter_case == Case::upper && tokens[i - 2].span.size() == 1 && earlier.kind == TokenKind::word) return false;
    return earlier.letter_case == Case::capitalised || earlier.letter_case == Case::upper || (earlier.kind == TokenKind::punctuation && first_of(i - 1) != '-') ||
           tables.before_initial.contains(earlier.word);
  }

  // "The composer is A. R. Rahman."
  bool two_initials(size_t i, size_t next) const {
    const auto single = [&](size_t k) { return tokens[k].letter_case == Case::upper && code_points(document.text_of(tokens[k])) == 1; };
    return single(i) && single(next) && next + 2 < tokens.size() && first_of(next + 1) == '.' && !tokens[next + 1].space_before && tokens[next + 2].letter_case == Case::capitalised && (i == 0 || !tables.labelled.contains(tokens[i - 1].word));
  }

  // Does the sentence end after the stop at `i` (closing marks up to `last` belong to it), with `next` to follow?
  bool ends_at(size_t begin, size_t i, size_t last, size_t next) const {
    if (!tokens[next].space_before) return false;
    const char32_t stop = first_of(i);
    const char32_t follows = first_of(next);
    const bool capital = is_upper(follows), opening = opens(follows), number = is_digit(follows);
    if (stop == '!' || stop == '?') return last > i ? capital || opening || number : follows != ',' && follows != ';' && follows != ':' && follows != '=';
    if (stop == 0x2026 || tokens[i].span.size() > 1) return capital || opening;
    if (i == begin) return false;
    const Token& before = tokens[i - 1];
    if (!tokens[i].space_before && before.kind == TokenKind::word) {
      const bool number_follows = number || has_digit(next) || (opening && next + 1 < tokens.size() && is_digit(first_of(next + 1)));
      if (tables.never_last.contains(before.word)) return false;
      if (before.letter_case != Case::upper && tables.before_number.contains(before.word)) return !number_follows && (capital || opening);
      if (tables.may_end.contains(before.word)) return capital || (opening && !number_follows);
      if (two_initials(i - 1, next)) return false;
      if (is_initial(begin, i - 1)) return i - 1 > begin && is_starter(next);
    }
    if (before.kind == TokenKind::number && i - 1 == begin) return false;  // "3. Take ..."
    if (capital || opening || number || follows == 0x2020 || follows == 0x2021) return true;
    if (tokens[next].kind == TokenKind::word) return reads_ended(begin, i) || (tokens[next].letter_case == Case::mixed && i - begin >= 2);
    return follows == 0x2022 || follows == '-' || follows == '*';
  }

  // A small letter follows the stop at `i`: a sentence that lost its capital, if what comes before reads like an ended one.
  bool reads_ended(size_t begin, size_t i) const {
    const Token& before = tokens[i - 1];
    if (before.kind == TokenKind::punctuation) return i - begin >= 3 && closes(first_of(i - 1));
    // "... in 2019. the ward ...", "... below 25 °C. keep it ..."
    if (before.kind == TokenKind::number || before.kind == TokenKind::symbol)
      return i - begin >= 4 && tokens[i - 2].kind != TokenKind::punctuation && !tables.before_number.contains(tokens[i - 2].word) && i + 1 < tokens.size() && tables.starters.contains(tokens[i + 1].word);
    if (before.kind != TokenKind::word || before.letter_case == Case::upper) return false;
    if (i - begin >= 3) return before.span.size() > 2 || tables.short_last.contains(before.word);
    return i - begin == 2 && before.span.size() > 3;
  }

  // A bullet within running text, where lines were lost: "Symptoms include: - Fever - Chills - A rash".
  bool is_item_mark(size_t i) const {
    const char32_t c = first_of(i);
    if (c != 0x2022 && c != 0x25CF && c != 0x25AA && c != '-' && c != '*') return false;
    if (!tokens[i].space_before || i + 1 >= tokens.size() || !tokens[i + 1].space_before) return false;
    return c > 0x80 || is_upper(first_of(i + 1));
  }

  uint32_t count_item_marks(size_t begin, size_t end) const {
    uint32_t count = 0;
    for (size_t i = begin; i + 1 < end; ++i) count += is_item_mark(i);
    return count;
  }

  // The end of a row where a table lost its lines: "Fever 90% Rash 50% Cough 50% Headache 7%".
  bool ends_row(size_t i, size_t end) const {
    return tokens[i].kind == TokenKind::symbol && document.text[tokens[i].span.begin] == '%' && i + 1 < end && tokens[i + 1].space_before && tokens[i + 1].letter_case == Case::capitalised;
  }

  uint32_t count_rows(size_t begin, size_t end) const {
    uint32_t count = 0;
    for (size_t i = begin; i < end; ++i) count += ends_row(i, end);
    return count;
  }

  // Does a sentence end after the dotted word at `i`?
  bool ends_after_dotted(size_t i, size_t next) const {
    if (!tokens[next].space_before || tables.never_last.contains(tokens[i].word)) return false;
    return tables.may_end.contains(tokens[i].word) ? is_upper(first_of(next)) : is_starter(next);
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
    const bool inline_items = splitter.count_item_marks(first, end) >= 3;
    const bool inline_rows = splitter.count_rows(first, end) >= 4;
    uint32_t begin = first;
    for (uint32_t i = first; i < end; ++i) {
      if (inline_rows && splitter.ends_row(i, end)) {
        close(begin, i + 1, false);
        begin = i + 1;
        continue;
      }
      if (inline_items && i > begin && splitter.is_item_mark(i)) {
        close(begin, i, splitter.is_stop(i - 1));
        begin = i;
        continue;
      }
      if (i + 1 < end && splitter.holds_stop(i) && splitter.ends_after_dotted(i, i + 1)) {
        close(begin, i + 1, true);
        begin = i + 1;
        continue;
      }
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
    if (begin < end) close(begin, end, splitter.holds_stop(end - 1));
    passage.end_sentence = static_cast<uint32_t>(document.sentences.size());
  }
}

}  // namespace crosscheck
