// All typed values of a set with the words around them, and which of them may be about the same thing.
#pragma once

#include <vector>

#include "index/meaning.h"
#include "model/claim.h"
#include "model/document.h"

namespace crosscheck {

using QuestionSet = uint64_t;  // index/questions.h, a bit a question

// A word of content, or a phrase of one meaning.
struct Item {
  Key key = 0;
  WordKind kind = WordKind::content;
  bool name = false;     // written with a capital, or in capitals, where a small letter would do
  bool negator = false;
  bool modifier = false;  // unpaired, before a paired noun: set where statements are aligned
  uint32_t token = 0, end = 0;
  QuestionSet cue = 0;    // what it asks about
};

// A quantity or a frequency word where it stands.
struct TypedValue {
  uint32_t claim = 0;
  int32_t quantity = -1;  // index into the claim's quantities; -1: its frequency
  Key dimension = 0;
  Key counted = 0;        // head of what is counted or measured
  uint32_t first_item = 0, end_item = 0;                // the items of its clause
  uint32_t first_of_sentence = 0, end_of_sentence = 0;  // the items of its sentence
  bool fragment = false;                                // says nothing without the rest of its sentence
  uint32_t first_subject = 0, end_subject = 0;  // items of a subject the clause shares with the one before it
  Key subject = 0;        // head of the subject
  uint32_t first_claim = 0, end_claim = 0;  // the claims of its sentence
  bool scope = false;     // stands in the subject or a condition: says of whom, not what
  uint32_t first = 0, end = 0;            // its tokens
  QuestionSet questions = 0;  // what it answers
  bool alone = false;         // the only value of its dimension in the sentence
};

struct Values {
  std::vector<Item> items;
  std::vector<TypedValue> all;
  // Pairs that share a dimension and enough words to be compared, each once, bounded per value.
  std::vector<std::pair<uint32_t, uint32_t>> candidates;
  // Pairs of different documents that answer one question, bounded per value; sorted.
  std::vector<std::pair<uint32_t, uint32_t>> answers;
  // Values in one place of two sentences that are alike in all else; sorted.
  std::vector<std::pair<uint32_t, uint32_t>> copies;
  bool copied(uint32_t first, uint32_t second) const;
};

Values find_values(const Collection& texts, const std::vector<Claim>& claims, const Meanings& meanings);

struct NearCopies;
// Fills `copies` (value_copies.cpp).
void find_value_copies(const Collection& texts, const std::vector<Claim>& claims, const NearCopies& near_copies, Values& values);

}  // namespace crosscheck
