// Lists in running text: "measles, mumps, rubella and polio" has four items.
#pragma once

#include "model/document.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

// How many items a reader may count.
struct ItemCount {
  uint32_t least = 0, most = 0;  // by commas and conjunctions
  uint32_t parted = 0;           // by semicolons; 0 when there are none
  uint32_t longest = 0;          // words of the longest item
  bool closed = false;           // a conjunction leads the last item, nothing says that more could follow
  bool figures = false;          // items lead with numbers: "two atria and two ventricles", "5 mg and 10 mg"
  bool capitals = false;         // only the first item starts with a capital: headings that lost their lines
  bool clauses = false;          // whole clauses, which explain rather than list
  double sum = 0;                // of those numbers

  bool allows(uint32_t count) const { return (count >= least && count <= most) || (parted > 0 && count == parted); }
};

// rules/lexicon/lists.yaml
struct ListWords {
  explicit ListWords(Rulebook& book);
  WordSet conjunctions, open, about, articles, clauses;
};

// The list that fills the tokens [begin, end). What stands in brackets is left out.
ItemCount count_items(const Document& document, uint32_t begin, uint32_t end, const ListWords& words, const class NumberTable& numbers);

// Items numbered within running text, "1 ... 2 ...", "(a) ... (b) ...", from the token `begin` to the end of the passage
// and on in the list items that follow it. 0 when no first number stands at `begin`.
uint32_t count_numbered_items(const Document& document, uint32_t passage, uint32_t begin);

}  // namespace crosscheck
