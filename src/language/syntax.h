// Tags and dependencies of a document's tokens: Token::tag, head, relation, margin.
//
// A sentence is tagged first and parsed after. Quantities, ranges and doses are found by pattern; the parser reads
// each of them as one word, so "2 weeks to 3 months" cannot be torn apart:
//
//   Syntax syntax(rules.table<SyntaxModel>(), texts.symbols);
//   syntax.tag(document, sentence);
//   syntax.parse(document, sentence, {{first, end}});   // tokens [first, end) are one word
//
// Only the head token of such a range takes part in the tree; the others hang on it.
#pragma once

#include <deque>
#include <memory>
#include <span>
#include <vector>

#include "language/model_file.h"
#include "language/parser.h"
#include "language/quantities.h"
#include "language/tagger.h"
#include "model/document.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

// Tokens [first, end) of one sentence that count as one word.
struct TokenRange {
  uint32_t first = 0, end = 0;
};

// The token that stands for a range: its last noun, else its last token.
uint32_t head_of(const Document& document, TokenRange range);

// Amounts with their units, times, dates: what the parser reads as one word.
class QuantityRanges {
 public:
  explicit QuantityRanges(const Rulebook& rules) : amounts_(rules.table<QuantityTable>()) {}
  void find(const Document& document, const Sentence& sentence, std::vector<TokenRange>& out);

 private:
  const QuantityTable& amounts_;
  std::vector<Quantity> quantities_;
};

// The trained model and the dictionary it was trained with. Prepare it after LemmaTable.
class SyntaxModel {
 public:
  explicit SyntaxModel(Rulebook& book);
  const Model& model() const { return model_; }
  const WordNet& wordnet() const { return wordnet_; }
  KnownWords& words() const { return *words_; }
  // "Monitor patients for a rash": the token that opens an instruction and was not taken for a verb; no token otherwise.
  uint32_t instruction(const Document& document, const Sentence& sentence) const;

 private:
  Model model_;
  const WordNet& wordnet_;
  std::unique_ptr<KnownWords> words_;
  WordSet instruction_verbs_, subordinators_;  // rules/lexicon/instructions.yaml
};

class Syntax {
 public:
  static constexpr uint32_t kLongest = 120;  // tokens; what is longer is a list in disguise
  static constexpr int32_t kCertain = 1 << 20;  // margin within a range

  // The words of one set. Without a model both steps do nothing.
  Syntax(const SyntaxModel& model, const SymbolTable& symbols) : table_(model), model_(model.model()), symbols_(symbols), parser_(model_) {}

  void tag(Document& document, const Sentence& sentence);
  // The sentence must have been tagged. `ranges` are in order and do not overlap.
  void parse(Document& document, const Sentence& sentence, std::span<const TokenRange> ranges = {});

 private:
  void free_subject(Document& document, const Sentence& sentence);
  const KnownWord& known(Symbol word);
  ParseWord word_of(const Token& token);

  const SyntaxModel& table_;
  const Model& model_;
  const SymbolTable& symbols_;
  std::vector<uint32_t> place_of_word_;  // of words that are not the rulebook's
  std::deque<KnownWord> words_of_set_;
  Parser parser_;
  std::vector<ParseWord> words_;
  std::vector<uint32_t> token_of_;  // by word
};

// How likely an arc with this margin is right, as measured on held-out sentences; 0 for what was not parsed.
double arc_confidence(const Token& token);

}  // namespace crosscheck
