// Short forms and what they stand for, over a whole set: where each is spelled out and where it is used.
//
// The table of `crosscheck abbreviations` and all rules of the family abbreviation read it. How a definition is
// recognised is told in abbreviations.cpp.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "model/document.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

// rules/lexicon/short_forms.yaml
struct AbbreviationTables {
  explicit AbbreviationTables(Rulebook& book);
  std::unordered_set<std::string> well_known, better_used;
  std::unordered_map<std::string, int> same_thing;  // short form to the number of its group
  WordSet emphasised, name_before, name_after, before_short, introduces_short, unlettered;
  Symbol round_open, round_close, square_open, square_close, comma, semicolon, colon, hyphen, or_, and_, for_, short_, stands, means, possessive, equals;
};

struct ShortFormUse {
  uint32_t document = 0, sentence = 0, token = 0;
  Span span;
  bool running = true;  // in a sentence of a paragraph or list, not in a heading, cell or field
};

// One place that says what a short form stands for.
struct Expansion {
  ShortFormUse use;      // the short form
  Span long_form;
  Span whole;            // both, with the bracket
  uint32_t words = 0;    // of the long form
  std::string key;       // the long form in a spelling that unites "immunoglobulin G" and "Immunoglobulin-G"
  bool lettered = true;  // the letters of the short form come from the words; false: known from elsewhere in the set
  bool repeated = false; // in a sentence that stands word for word earlier in the set
};

struct Abbreviation {
  std::string text;  // without a plural s: "CVID"
  std::vector<Expansion> expansions;  // in reading order, as all places here
  std::vector<ShortFormUse> uses;     // outside its definitions
  std::vector<Expansion> attached;    // alone in brackets, after words that do not spell it; long_form: those words
  bool well_known = false;  // needs no definition
  bool helps = false;       // given once in brackets it is help: "human immunodeficiency virus (HIV)"
  bool name = false;        // of a gene, a protein, a study ..., or a code with digits
  bool word = false;        // an ordinary word in capitals
  bool defined() const { return !expansions.empty(); }
};

// Two short forms of one thing; the one used less comes first.
struct RivalForms {
  uint32_t minority = 0, majority = 0;  // in Abbreviations::all
  std::string why;
};

struct Abbreviations {
  std::vector<Abbreviation> all;  // by text
  std::vector<RivalForms> rivals;
  const Abbreviation* find(std::string_view text) const;
};

// Documents count as one text in the order of their names.
Abbreviations find_abbreviations(const Collection& texts, const Rulebook& rules);

// How many tokens before `end`, not before `begin`, spell a short form: "common variable immunodeficiency" CVID. 0: none do.
uint32_t spelled_by(const Document& document, const AbbreviationTables& tables, uint32_t begin, uint32_t end, std::string_view short_form);

// The text of a token as a short form without its plural s; empty when it is not written like one.
std::string_view short_form_text(std::string_view token, Case letter_case);

// Fills in Abbreviations::rivals.
void find_rivals(Abbreviations& found, const Collection& texts, const AbbreviationTables& tables);

// A long form in one spelling: folded, without blanks, hyphens, "of", "the" and plurals, in American spelling.
std::string long_form_key(const Document& document, const AbbreviationTables& tables, uint32_t begin, uint32_t end);

}  // namespace crosscheck
