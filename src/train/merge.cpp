// Tested by tests/rooms/parse.cpp.
#include "train/merge.h"

#include "language/syntax.h"
#include "segment/segment.h"
#include "text/fold.h"
#include "text/pieces.h"

namespace crosscheck::train {
namespace {

// The forms as a document of one sentence.
Document document_of(const GoldSentence& sentence, SymbolTable& symbols) {
  Document document;
  std::vector<Piece> pieces;
  for (size_t i = 0; i < sentence.forms.size(); ++i) {
    const std::string& form = sentence.forms[i];
    const bool attached = i > 0 && (form == "-" || sentence.forms[i - 1] == "-" || form == "%");
    if (i > 0 && !attached) document.text += ' ';
    Token token;
    token.span.begin = static_cast<uint32_t>(document.text.size());
    document.text += form;
    token.span.end = static_cast<uint32_t>(document.text.size());
    token.word = token.lemma = symbols.intern(fold(form));
    pieces.clear();
    cut_pieces(form, 0, static_cast<uint32_t>(form.size()), pieces);
    token.kind = static_cast<TokenKind>(pieces.front().kind);
    token.letter_case = sentence.words[i].letter_case;
    token.space_before = !attached;
    token.tag = sentence.gold[i].tag;
    document.tokens.push_back(token);
  }
  document.sentences.push_back({{0, static_cast<uint32_t>(document.text.size())}, 0, 0, static_cast<uint32_t>(document.tokens.size()), true});
  return document;
}

// The one word of the range that hangs on a word outside it; -1 when there are several.
int head_within(const GoldSentence& sentence, TokenRange range) {
  int found = -1;
  for (uint32_t i = range.first; i < range.end; ++i) {
    const int head = sentence.gold[i].head;
    if (head >= static_cast<int>(range.first) && head < static_cast<int>(range.end)) continue;
    if (found >= 0) return -1;
    found = static_cast<int>(i);
  }
  return found;
}

}  // namespace

std::optional<GoldSentence> merge_quantities(const GoldSentence& sentence, const Rulebook& rules) {
  SymbolTable symbols = SymbolTable::above(rules.symbols);
  const Document document = document_of(sentence, symbols);
  std::vector<TokenRange> ranges;
  QuantityRanges(rules).find(document, document.sentences.front(), ranges);
  std::erase_if(ranges, [&](TokenRange range) { return head_within(sentence, range) < 0; });
  if (ranges.empty()) return std::nullopt;
  std::vector<int> place(sentence.words.size());  // of each old word among the new ones
  GoldSentence merged;
  auto range = ranges.begin();
  for (uint32_t i = 0; i < sentence.words.size(); ++i) {
    uint32_t word = i, arc = i, end = i + 1;
    if (range != ranges.end() && range->first == i) {
      word = head_of(document, *range);
      arc = static_cast<uint32_t>(head_within(sentence, *range));
      end = range++->end;
    }
    for (uint32_t inner = i; inner < end; ++inner) place[inner] = static_cast<int>(merged.words.size());
    merged.words.push_back(sentence.words[word]);
    merged.words.back().merged = end > i + 1;
    merged.forms.push_back(sentence.forms[word]);
    merged.gold.push_back(sentence.gold[arc]);
    merged.gold.back().tag = sentence.gold[word].tag;
    i = end - 1;
  }
  for (GoldWord& gold : merged.gold)
    if (gold.head >= 0) gold.head = place[static_cast<size_t>(gold.head)];
  return merged;
}

}  // namespace crosscheck::train
