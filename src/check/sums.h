// Sums, products and shares that a sentence states and that do not come out.
#pragma once

#include <string>
#include <vector>

#include "check/measures.h"

namespace crosscheck {

// What does not come out: the stated result first, then what it should follow from.
struct Miscount {
  std::vector<Span> places;
  std::string shown;      // "80 + 50 = 130"
  std::string right;      // "130"
  Span wrong;             // the number that `right` would replace
};

// rules/lexicon/sums.yaml
struct SumWords {
  explicit SumWords(Rulebook& book);
  MeasureWords amounts;
  WordSet numbers;  // number words, to pass over sentences without figures quickly
  WordSet conjunctions, totals, results, overlaps, determiners, intervals, subsets;
  std::vector<std::pair<Symbol, Symbol>> complements;  // men, women
  Symbol of, out, at, total, in, all, per, a, altogether;
};

// The miscounts of one sentence.
void find_miscounts(const Document& document, const Sentence& sentence, const SumWords& words, const NumberTable& numbers, std::vector<Miscount>& out);

}  // namespace crosscheck
