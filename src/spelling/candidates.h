// What may have been meant by a word that no list has.
#pragma once

#include <string>
#include <vector>

#include "spelling/census.h"
#include "spelling/dictionary.h"

namespace crosscheck {

struct Candidate {
  std::string text;
  uint16_t flags = 0;      // words_format::Source
  double frequency = 0;    // in the set and in the background, a little for being listed
  uint32_t in_set = 0;
  double cost = 0;         // edits.h
  unsigned edits = 0;
  double context = 0;      // how often the background has it between these neighbours
  bool composed = false;   // no list has it: a known front and a known rest
  double rank = 0;         // the greater the likelier
};

// From frequency, cost and context.
double rank_of(const Candidate& candidate);
bool before(const Candidate& a, const Candidate& b);  // by rank

class Candidates {
 public:
  Candidates(const Collection& texts, const Census& census, const Dictionary& dictionary);
  // The likeliest first; none that is further than two edits, or three where it sounds the same.
  // `far`: also those that take more looking up.
  std::vector<Candidate> near(std::string_view word, bool far = true) const;
  double frequency(std::string_view word, uint16_t flags, uint32_t background) const;

 private:
  std::vector<Candidate> near_as_it_stands(const std::string& word, bool far) const;
  double of_parts(std::string_view word) const;
  void compose(const std::string& word, std::vector<Candidate>& found) const;
  const Collection& texts_;
  const Census& census_;
  const Dictionary& dictionary_;
  std::vector<Symbol> own_;  // words that no list has but that the set uses often
};

}  // namespace crosscheck
