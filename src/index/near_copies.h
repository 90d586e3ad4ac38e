// Sentences of a set that are alike, and how their words line up.
//
//   leaflet.md   "Take metformin before food, with a glass of water."
//   web.md       "Take metformin after food, with a glass of water."
//
// Candidates come from the words two sentences share that few others have, a bounded number a sentence, so the
// cost grows with the set and not with its square. A sentence that stands several times is compared once. What a
// sentence joins ("..., and it is busy on Sundays") is compared as a whole and statement by statement. Two
// candidates are aligned word by word: equal, of one stem or one sense (same), of opposite poles or one exclusive
// class (comparable); what finds no partner forms the differences that rules judge.
#pragma once

#include <cstdint>
#include <vector>

#include "language/word_relations.h"
#include "model/document.h"

namespace crosscheck {

class NumberTable;
class WordNet;

// A word or listed phrase of a sentence; marks are left out, and so is what stands in brackets.
struct Unit {
  uint32_t token = 0, end = 0;  // tokens of the document
  Symbol word = 0;
  uint32_t key = 0;     // equal for words of one stem or one sense
  uint32_t entry = 0;   // in WordRelations
  uint32_t classes = 0; // WordClass
  uint32_t stem = 0;    // of its lemma, whatever its sense; 0 for phrases and names
  uint32_t meaning = 0; // WordNet's first synset of its lemma + 1; 0: none
  uint16_t clause = 0;  // counts the commas, stops and "but"s before it
  bool number = false, name = false, ordinal = false;
  double value = 0;     // of a number
  Amount amount = Amount::none;

  bool is(uint32_t some) const { return (classes & some) != 0; }
  bool content() const { return !is(function_word | filler | negator); }
};

struct SentencePlace {
  uint32_t document = 0, sentence = 0;
};

struct ComparedSentence {
  SentencePlace place;
  std::vector<SentencePlace> again;  // the same words elsewhere
  uint32_t first = 0, end = 0;       // units
  uint32_t content = 0;              // how many of them carry content
  bool part = false;                 // one statement of a sentence that joins several (language/main_clauses.h)
};

enum class Match : uint8_t { none, equal, same, opposite, exclusive, number, moved };

struct AlignedWord {
  Match match = Match::none;
  int32_t partner = -1;  // place in the other sentence's units, from its first
};

struct SentencePair {
  uint32_t a = 0, b = 0;  // in NearCopies::sentences
  std::vector<AlignedWord> of_a, of_b;
  double likeness = 0;  // 2 x words that line up / all words
};

// How two units compare, wherever they stand.
Match how_alike(const Unit& a, const Unit& b, const WordRelations& words);

// Two words of one axis or class, in sentences that share a rare word: "on an empty stomach", "with a meal".
struct OpposedWords {
  uint32_t a = 0, b = 0;  // in NearCopies::sentences
  uint32_t u = 0, v = 0;  // their units, from the first of each sentence
};

struct NearCopies {
  std::vector<Unit> units;
  std::vector<ComparedSentence> sentences;
  std::vector<SentencePair> pairs;
  std::vector<std::pair<uint32_t, uint32_t>> distant;  // sentences that share words and are no near copies
  std::vector<OpposedWords> opposed;                   // by sentence; several of one pair stand together
};

NearCopies find_near_copies(const Collection& texts, const WordRelations& words, const NumberTable& numbers, const WordNet& wordnet);

}  // namespace crosscheck
