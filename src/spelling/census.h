// How often a set uses each of its words, and which of them no list has. A word is looked up once a set.
#pragma once

#include <cstdint>
#include <vector>

#include "model/document.h"
#include "spelling/dictionary.h"

namespace crosscheck {

struct WordUse {
  uint32_t count = 0;
  uint32_t small = 0;     // in lower case
  uint32_t capitals = 0;  // capitalised although no sentence begins there
  uint32_t documents = 0;
};

// Where a word stands.
struct WordPlace {
  uint32_t document = 0, sentence = 0, token = 0;
};

enum class Standing : uint8_t {
  unseen,
  known,
  suspect,   // known, but rare and one slip away from a common word
  name,      // a word only with a capital
  doubtful,  // in one list alone, and not a common one
  unknown,
};

struct Census {
  std::vector<WordUse> uses;        // by Symbol
  std::vector<Standing> standings;  // by Symbol
  std::vector<std::pair<Symbol, WordPlace>> in_question;  // places of words that are not plainly known, in order
  std::vector<WordPlace> near_common;                     // rare words one slip away from a common one: "stoke"
  std::vector<WordPlace> broken_not;                      // "n't" after a word that takes none: "dosen't"

  // Words of the set that have another spelling, with it: "colour", "color".
  struct Choice {
    Symbol word = 0;
    ListedWord listed;
  };
  std::vector<Choice> choices;        // by Symbol
  std::vector<Symbol> accented;       // words with letters beyond a to z, by Symbol

  Census() = default;
  Census(const Collection& texts, const Dictionary& dictionary);
  const WordUse& use(Symbol word) const { return uses[word]; }
  uint32_t count(Symbol word) const { return word < uses.size() ? uses[word].count : 0; }
  // Of a word, where words were counted at all: without a dictionary, or when no rule asked, nothing was seen.
  Standing standing(Symbol word) const { return word < standings.size() ? standings[word] : Standing::unseen; }

 private:
  Standing first_look(Symbol symbol, std::string_view word, const Dictionary& dictionary);
};

}  // namespace crosscheck
