// The numbered parts of a set that a text can refer to: tables and figures by their captions, sections by their
// headings, steps and clauses by the items of lists, sources by the entries of a list of references.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "model/document.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

// How a kind of part is numbered.
enum class PartStyle : uint8_t { captioned, section, item };

struct PartKind {
  std::string name;  // "table"
  PartStyle style;
  bool picture = false;  // its caption may be part of the picture
};

// rules/lexicon/parts.yaml: the words for each kind of part.
struct PartWords {
  explicit PartWords(Rulebook& book);
  std::vector<PartKind> kinds;
  std::map<Symbol, uint32_t> by_word;  // "figures" -> place in `kinds`
  WordSet words, plurals, reference_headings;

  const uint32_t* kind_of(Symbol word) const {
    if (!words.contains(word)) return nullptr;
    const auto found = by_word.find(word);
    return found == by_word.end() ? nullptr : &found->second;
  }
};

// "3", "4.2", "b" as they are compared: the label at token `at`, and how many tokens it takes; empty when there is none.
struct PartLabel {
  std::string text;
  uint32_t tokens = 0;
};
PartLabel read_label(const Document& document, uint32_t at, uint32_t end);

// Does the sentence start a part ("Table 3. Doses"), so that it is no reference? `at` is the token after the label.
bool opens_part(const Document& document, const Sentence& sentence, uint32_t at);

struct NumberedParts {
  std::vector<std::set<std::string>> labelled;  // by kind: captions and titles that name their kind
  std::set<std::string> headings;               // "4", "4.2"
  std::set<std::string> items;                  // numbers of list items
  bool pictures = false;                        // the source shows pictures whose words are not in the text
  bool whole = true;                            // headings start with 1, not in the middle of a longer text
};

NumberedParts find_parts(const Document& document, const PartWords& words);
// Adds what another document of the set has.
void merge(NumberedParts& into, const NumberedParts& other);
// Numbers of the entries under a heading "References"; empty when there is none.
std::set<std::string> reference_entries(const Document& document, const PartWords& words);

}  // namespace crosscheck
