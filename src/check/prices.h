// What a text says a thing costs: "a bicycle costs €5", "there is a charge of €4 for each dog", "dogs are carried free".
#pragma once

#include <vector>

#include "check/check.h"

namespace crosscheck {

struct Price {
  uint32_t document = 0, sentence = 0;
  Span span;                // "costs €5", "at no cost"
  std::vector<Key> thing;   // its words of content, sorted
  Key head = 0;             // the last of them as it stands in the text
  bool free = false;
};

// The words by which a price is known; part of the settings of contradiction.absence.
struct PriceWords {
  PriceWords(const Value& settings, Rulebook& book);
  PhraseSet free;    // "at no cost"
  WordSet bare;      // "free": only where its clause ends or goes on to another
  WordSet costs;     // verbs, by form
  WordSet charges;   // "charge", "fee"
  WordSet links, targets, each, ends, determiners;
};

// By document and place. Prices under a condition are left out, and so are those for some people only.
std::vector<Price> find_prices(const CheckInput& in, const PriceWords& words);

}  // namespace crosscheck
