// A value with the words that say what it is the value of, as far as another author's words can be held against them.
//
//   "Training lasts five days."                    training
//   "We train each patient for ten days."          train; "we" and "patient" say nothing
//   "The first boat leaves at 7.15 and the last one at 9.30."    first boat leave · last boat leave
//
// Each word stands for what it can share with others: its meaning, its root, the senses of rules/lexicon/same_sense,
// WordNet's first sense of it. Frames that share a rare one of these are candidates, a bounded number a value.
#pragma once

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "index/meaning.h"
#include "index/values.h"
#include "language/word_relations.h"
#include "language/wordnet.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

// How a value is meant: five days long, after five days, five days before.
enum class Shape : uint8_t { plain, within, after, before, ago, apart, until };

// rules/lexicon/value_frames.yaml
struct FrameTable {
  explicit FrameTable(Rulebook& book);

  // A bit a dimension; the lowest is for all.
  uint32_t mask_of(const std::string& dimension) const;
  bool carries(Symbol lemma, uint32_t mask) const {
    const uint32_t* found = carriers.find(lemma);
    return found && (*found & mask) != 0;
  }

  WordMap<uint32_t> carriers;  // lemma to mask
  WordMap<uint32_t> derived;   // lemma to its line, from 1
  WordMap<Shape> shapes;
  WordSet typical, limiting;   // "on average", "at the longest"
  WordSet ones;                // "the last one": stands for the noun before
  WordSet coordinators;
  WordSet openers;             // of a clause that says something else: "so", "because"
  WordSet conditions;          // of one that says when it holds
  WordSet roles;               // "guests": whoever the rule is for
  WordSet when;                // "after the infusion"
  WordSet exceptions;          // of one that leaves the rule as it is
  std::vector<std::string> dimensions;
};

struct FrameWord {
  static constexpr uint8_t kSame = 5, kDerived = 4, kSense = 3, kNear = 2;

  uint32_t token = 0, end = 0;
  uint32_t first_concept = 0, end_concept = 0;
  WordKind kind = WordKind::content;
  TagId tag = 0;
  uint32_t sense = 0;        // entry of word_relations
  bool carrier = false;      // says that there is a value, not which
  bool name = false, negator = false, scope = false;
  bool condition = false;    // stands in an "if" or "in"
  bool subject = false;
  bool borrowed = false;     // from the part of a list before
  Amount amount = Amount::none;  // "most", "only"
};

struct Frame {
  uint32_t value = 0;
  uint32_t first = 0, end = 0;  // its words
  uint32_t first_token = 0, end_token = 0;  // the part of the sentence it was read from
  Shape shape = Shape::plain;
  uint32_t mask = 0;
  bool cut = false;                // words stand before it that belong to another clause
  bool scope = false;              // the value says of whom or when
  bool conditional = false;        // elsewhere in its sentence stands a condition
  bool past = false, present = false;
};

struct Concept {
  uint64_t id = 0;  // how it was come by, and what it is
  friend bool operator==(const Concept&, const Concept&) = default;
  friend bool operator<(const Concept& a, const Concept& b) { return a.id < b.id; }
};
enum class ConceptKind : uint8_t { meaning, root, derived, sense, synset, above };

struct ValueFrames {
  std::vector<FrameWord> words;
  std::vector<Concept> concepts;  // of each word, sorted
  std::vector<Frame> all;         // by value
  std::vector<std::pair<uint32_t, uint32_t>> candidates;  // values of different documents; sorted

  const Frame* of(uint32_t value) const;
  // How two words stand to each other: FrameWord::kSame ... kNear, 0 when they share nothing.
  uint8_t likeness(const FrameWord& a, const FrameWord& b) const;
  // "wrist" and "shin": two of a kind.
  bool siblings(const FrameWord& a, const FrameWord& b) const;
};

ValueFrames find_value_frames(const Collection& texts, const std::vector<Claim>& claims, const Values& values, const Meanings& meanings, const Rulebook& rules);

}  // namespace crosscheck
