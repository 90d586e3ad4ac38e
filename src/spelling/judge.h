// Which words of a set are wrong, in what way, and what was meant. The rules of the family report one fault each,
// so no word is reported twice.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "spelling/candidates.h"
#include "spelling/census.h"
#include "spelling/dictionary.h"

namespace crosscheck {

enum class Fault : uint8_t { misspelling, unknown_word, run_together, apostrophe, accent };

// One word that is wrong, with all its places in the set.
struct Mistake {
  struct Place {
    uint32_t document = 0;
    Span span;
    std::vector<std::string> corrections;  // the best first, written as the place asks for
  };
  Fault fault = Fault::misspelling;
  std::string word;  // folded
  std::vector<Place> places;
  double confidence = 0.8;
  bool safe = false;  // the first correction may be made without asking
  std::string why;
};

// What speaks for and against a word, as numbers; rules/lexicon/spelling.yaml has a weight for each, in this order.
enum Ground : size_t {
  kAlways, kCandidateFrequency, kCost, kSecondEdit, kThirdEdit, kFirstLetter, kWordCount, kWordDocuments, kLength,
  kOddness, kOddnessGained, kNameOnly, kInflected, kAffixed, kJoined, kMedicine, kSubstance, kDoubtful,
  kCandidateInSet, kCandidateUnlisted, kEndingOnly, kMoreCommon, kContext, kLostStart,
  kComposed, kMedicalMeant, kBuilt, kRareMeant, kSwapped, kGrounds
};

struct Grounds {
  double values[kGrounds] = {};
};

struct Judgement {
  Census census;
  std::vector<Mistake> mistakes;  // by first place
};

Judgement judge(const Collection& texts, const Dictionary& dictionary);

// For tests/eval/spelling: every word in question with its likeliest correction and the grounds, one a line.
std::string grounds_of_all(const Collection& texts, const Dictionary& dictionary);

}  // namespace crosscheck
