// The dictionary form of a word: "diseases" disease, "taking" take, "women" woman, "n't" not.
//
// Candidates come from WordNet's irregular forms, from its rules of inflection where the result is a word of
// WordNet, and, for words it does not have ("immunoglobulins"), from the rules alone. Where several are left, the
// tag decides ("left" as a past tense is leave, as an adjective left), and without a tag the more frequent one.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/wordnet.h"
#include "model/document.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

// What a tag tells about how a word may be inflected.
enum class Inflection : uint8_t { unknown, noun, plural, verb, inflected_verb, adjective, compared, adverb, closed, count };
Inflection inflection_of(TagId tag);

// WordNet and lexicon/lemmas.yaml, with the lemmas of all words of the rulebook. Prepare it after every other
// table, as it adds their lemmas to the symbols.
class LemmaTable {
 public:
  explicit LemmaTable(Rulebook& book);

  const WordNet& wordnet() const { return wordnet_; }
  // The lemma of a folded word.
  std::string lemma(std::string_view word, Inflection inflection = Inflection::unknown) const;

 private:
  friend class Lemmas;
  using Forms = std::array<Symbol, static_cast<size_t>(Inflection::count)>;
  struct Candidate;
  void candidates(std::string_view word, std::vector<Candidate>& out) const;
  Forms forms(std::string_view word, SymbolTable& symbols) const;

  WordNet wordnet_;
  std::unordered_map<std::string, std::string> fixed_;  // closed classes and contractions
  WordMap<Symbol> before_not_;       // "ca" -> "can"
  Symbol not_ = 0;                                      // "n't"
  std::vector<Forms> known_;                            // by Symbol of the rulebook
};

// Lemmas of one set's words; each word is looked up once.
class Lemmas {
 public:
  Lemmas(const LemmaTable& table, SymbolTable& symbols) : table_(table), symbols_(symbols) {}
  Symbol of(Symbol word, TagId tag);
  // Fills in Token::lemma, with the help of the tags where there are any.
  void fill(Document& document);

 private:
  const LemmaTable& table_;
  SymbolTable& symbols_;
  std::vector<LemmaTable::Forms> above_;  // by Symbol above the rulebook's; all 0 until asked for
};

}  // namespace crosscheck
