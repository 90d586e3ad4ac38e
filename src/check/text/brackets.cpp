// Round and square brackets that are not opened, not closed, or closed by the other kind.
//
// Brackets are matched within a passage. A bracket that is still open at its end may be closed a few passages
// later (a note in brackets that runs over paragraphs); "a)" and "1)" number things and open nothing.
//
// Tested by tests/checks/text/brackets.yaml.

#include <algorithm>

#include "check/prose.h"

namespace crosscheck::text {
namespace {

struct Settings {
  Prose prose;
  Symbol open_square, close_square;
  Settings(const Value&, Rulebook& book) : prose(book), open_square(book.symbols.intern("[")), close_square(book.symbols.intern("]")) {}
};

struct Bracket {
  uint32_t token, passage;
  bool square, opens;
};

// "a)", "12)", "iv)" at a place where an item may begin.
bool numbers_an_item(const Document& document, const Sentence& passage_start, uint32_t close) {
  if (close == passage_start.first_token) return true;  // ":)" and other debris
  const Token& label = document.tokens[close - 1];
  if (!touch(label, document.tokens[close])) return false;
  const std::string_view text = document.text_of(label);
  if (text.size() > 4) return false;
  const bool number = label.kind == TokenKind::number && text.size() <= 2;
  const bool roman = text.find_first_not_of("ivxIVX") == std::string_view::npos;
  return number || roman || (text.size() == 1 && (is_word(label) || text == ":" || text == ";"));
}

// "[0, 1)" and "(2, 5]" are intervals.
bool is_interval(const Document& document, uint32_t open, uint32_t close) {
  for (uint32_t i = open + 1; i < close; ++i)
    if (is_word(document.tokens[i])) return false;
  return true;
}

void report(const CheckInput& in, uint32_t d, const Document& document, const Bracket& bracket, Findings& findings) {
  const Token& token = document.tokens[bracket.token];
  const auto text = std::string(document.text_of(token));
  Finding out = finding(in, {{d, token.span}}, {{"bracket", text}}, bracket.opens ? "open" : "close");
  out.confidence = 0.85;
  findings.push_back(std::move(out));
}

// Brackets of one passage; those without a partner are added to `single`.
void match(const CheckInput& in, const Settings& settings, uint32_t d, const Document& document, uint32_t p, std::vector<Bracket>& single, Findings& findings) {
  const Passage& passage = document.passages[p];
  if (passage.first_sentence == passage.end_sentence) return;
  const Sentence& first = document.sentences[passage.first_sentence];
  std::vector<Bracket> stack;
  std::vector<uint32_t> items;
  for (uint32_t i = first.first_token; i < document.sentences[passage.end_sentence - 1].end_token; ++i) {
    const Symbol mark = document.tokens[i].word;
    const bool square = mark == settings.open_square || mark == settings.close_square;
    if (mark == settings.prose.open || mark == settings.open_square) {
      stack.push_back({i, p, square, true});
    } else if (mark == settings.prose.close || mark == settings.close_square) {
      if (!stack.empty() && stack.back().square == square) {
        stack.pop_back();
      } else if (!stack.empty() && is_interval(document, stack.back().token, i)) {
        stack.pop_back();
      } else if (!square && numbers_an_item(document, first, i)) {
        items.push_back(i);
      } else if (stack.size() == 1) {
        const Span both{document.tokens[stack.back().token].span.begin, document.tokens[i].span.end};
        Finding out = finding(in, {{d, both}}, {}, "mixed");
        out.confidence = 0.85;
        if (both.size() <= 200) findings.push_back(std::move(out));
        stack.pop_back();
      } else if (stack.size() > 1 && stack[stack.size() - 2].square == square) {
        single.push_back(stack.back());
        stack.resize(stack.size() - 2);
      } else {
        single.push_back({i, p, square, false});
      }
    }
  }
  single.insert(single.end(), stack.begin(), stack.end());
  // "immunoglobulin G) is": one label in the middle of a sentence numbers nothing.
  if (items.size() != 1 || items[0] < first.first_token + 2) return;
  const Token& earlier = document.tokens[items[0] - 2];
  if (is_lower(earlier) && !settings.prose.function_words.contains(earlier.word) && is_word(document.tokens[items[0] - 1])) single.push_back({items[0], p, false, false});
}

void run(const CheckInput& in, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  constexpr uint32_t kReach = 4;  // passages that a bracket may run over
  std::vector<Bracket> single;
  for (uint32_t d = 0; d < in.texts.documents.size(); ++d) {
    const Document& document = in.texts.documents[d];
    single.clear();
    for (uint32_t p = 0; p < document.passages.size(); ++p) match(in, settings, d, document, p, single, findings);
    for (size_t i = 0; i < single.size(); ++i) {
      const bool closed_later = single[i].opens && i + 1 < single.size() && !single[i + 1].opens && single[i + 1].square == single[i].square &&
                                single[i + 1].passage != single[i].passage && single[i + 1].passage - single[i].passage <= kReach;
      if (closed_later) ++i;
      else report(in, d, document, single[i], findings);
    }
  }
}

}  // namespace

extern const Check brackets{run, prepare<Settings>};

}  // namespace crosscheck::text
