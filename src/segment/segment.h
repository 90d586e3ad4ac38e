// Documents to passages, sentences and tokens. Document::text is final before and after.
#pragma once

#include "model/document.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

// What segmenting needs of the rulebook: abbreviations that do not end a sentence (rules/lexicon/abbreviations.yaml).
struct SegmentTables {
  explicit SegmentTables(Rulebook& book);
  WordSet never_last;   // "Dr.", "e.g.": a sentence goes on after their stop
  WordSet before_number;  // "No.", "Fig.": goes on when a number follows
  WordSet may_end;        // "etc.", "Inc.": ends it when a capital follows
  WordSet starters;       // words that begin a sentence rather than a name
  WordSet labelled;       // "vitamin": the letter after it is no initial
  WordSet before_initial; // "by", "from": the letter after it is one
  WordSet short_last;     // "it", "up": no unknown abbreviation
};

// How a word is written: "Patient" capitalised, "IVIG" upper, "mRNA" mixed.
Case case_of(std::string_view word);

void segment(Collection& texts, const Rulebook& rules);

// The steps, for tests. Passages of plain text: in a file with long lines each line is one, else blank lines part them.
void find_passages(Document& document);
void find_sentences(Document& document, SymbolTable& symbols, const SegmentTables& tables);

}  // namespace crosscheck
