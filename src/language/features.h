// The features of the three perceptrons, shared by the trainer and the program. Each is a hash of a template's
// number and of what the template sees; weights.h says how a hash becomes a row.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "language/arc_eager.h"
#include "language/word_features.h"

namespace crosscheck {

constexpr size_t kTagSums = 64;  // room for every tag, in whole registers of the processor

// One word of a sentence that is tagged and parsed.
struct ParseWord {
  const WordFeatures* features = nullptr;
  Case letter_case = Case::none;
  TagId tag = 0;
  bool merged = false;  // stands for a whole quantity
  const int16_t* own_sums = nullptr;  // kTagSums sums of own_tag_features(), where somebody keeps them
};

constexpr int kMostCells = 120;

// Cells of the features of one decision.
struct Cells {
  uint64_t cell[kMostCells];
  int count = 0;

  // The n-th call makes the n-th template's feature.
  void add(uint64_t a, uint64_t b = 0, uint64_t c = 0) { add_as(count + 1, a, b, c); }
  void add_as(int number, uint64_t a, uint64_t b, uint64_t c) {
    uint64_t h = (a + static_cast<uint64_t>(number) * 0x9E3779B97F4A7C15u) * 0xD6E8FEB86659FD93u;
    h ^= (b + 0x51ED270Bu) * 0xC2B2AE3D27D4EB4Fu;
    h = (h << 27 | h >> 37) + c * 0x165667B19E3779F9u;
    h ^= h >> 31;
    h *= 0x9E3779B97F4A7C15u;
    cell[count++] = h >> 32;
  }
};

// Tags of word `at`, after the tags of the two words before it.
void tag_features(std::span<const ParseWord> words, size_t at, Cells& cells);
// The same in two parts: what a word says by itself, which is the same wherever it stands, and the rest.
void own_tag_features(const WordFeatures& word, Cells& cells);
void other_tag_features(std::span<const ParseWord> words, size_t at, Cells& cells);
// A word as it is written, for the dictionary of words that have one tag only.
uint32_t written_form(const ParseWord& word);

// A sentence as the parser sees it, by node (arc_eager.h).
struct ParseNodes {
  std::vector<uint32_t> word, suffix2, suffix3;
  std::vector<uint8_t> tag, field, letter_case;

  void fill(const std::vector<ParseWord>& words);
};

void transition_features(const ParseNodes& nodes, const arc_eager::State& state, Cells& cells);
// The relation of a node to its head, once the whole tree is known.
// What often tells the relation by itself: the tags of the node and its head and the kind of arc.
uint32_t relation_key(const ParseNodes& nodes, const arc_eager::State& tree, int node);
void relation_features(const ParseNodes& nodes, const arc_eager::State& tree, int node, Cells& cells);

}  // namespace crosscheck
