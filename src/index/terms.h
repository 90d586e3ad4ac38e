// One term written in several ways, over a whole set: "beta blocker", "beta-blocker", "betablocker"; "vitamin D", "Vitamin D".
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "model/document.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

struct TermPlace {
  uint32_t document = 0, sentence = 0;
  uint32_t first = 0, end = 0;  // tokens
  Span span;
};

enum class Join : uint8_t { open, hyphen, closed };

struct CompoundPlace : TermPlace {
  Join join = Join::open;
  bool before_noun = false;  // "a long-term treatment"
  bool noun = true;          // may be a name of something: not the verb in "we follow up"
};

// The places of one compound that is written in at least two ways.
struct Compound {
  std::vector<CompoundPlace> places;  // in reading order
};

struct CasedPlace : TermPlace {
  // For each word: capital, small, or not telling ('C', 'c', '.'): first words of sentences tell nothing.
  std::string pattern;
};

// The places of one term that is written with and without capitals.
struct CasedTerm {
  std::vector<CasedPlace> places;  // in reading order
};

struct Terms {
  std::vector<Compound> compounds;  // by first place
  std::vector<CasedTerm> cased;     // by first place
};

// rules/lexicon/compounds.yaml, and the shape of every word of the rulebook. Prepare it late.
struct TermTables {
  explicit TermTables(Rulebook& book);
  WordSet function_words, particles, determiners, amounts;
  PhraseSet distinct;
  Symbol hyphen;

  // Words as numbers that can be joined: the hash of "betablocker" comes from those of "beta" and "blocker".
  struct Shape {
    uint64_t hash = 0;         // of the folded word
    uint64_t stem = 0;         // without a plural s
    uint64_t stem_power = 0;   // what joins a word before this one
    uint64_t power = 0;
    bool plural = false;
  };
  static Shape shape_of(std::string_view word);
  std::vector<Shape> shapes;  // by Symbol
  // rules/lexicon/capitals.yaml
  WordSet openers, connectors, cased_determiners, often_names, common_nouns, cites, title_of;
};

// The shapes of one set's words, each made when it is first asked for.
class Shapes {
 public:
  Shapes(const Collection& texts, const TermTables& tables) : symbols_(texts.symbols), known_(tables.shapes), own_(symbols_.size() - std::min<size_t>(symbols_.size(), known_.size())) {}
  const TermTables::Shape& of(Symbol word) {
    if (word < known_.size()) return known_[word];
    TermTables::Shape& own = own_[word - known_.size()];
    if (own.power == 0) own = TermTables::shape_of(symbols_.text(word));
    return own;
  }

 private:
  const SymbolTable& symbols_;
  const std::vector<TermTables::Shape>& known_;
  std::vector<TermTables::Shape> own_;
};

Terms find_terms(const Collection& texts, const Rulebook& rules);

// The two halves of find_terms, for tests.
std::vector<Compound> find_compounds(const Collection& texts, const Rulebook& rules);
std::vector<CasedTerm> find_cased_terms(const Collection& texts, const Rulebook& rules);

}  // namespace crosscheck
