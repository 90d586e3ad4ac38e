// What the tagger and the parser see of a word by itself.
#pragma once

#include <cstdint>
#include <string_view>

#include "language/lemma.h"
#include "model/token.h"

namespace crosscheck {

// Hashes of the folded word, with every digit written as 0.
struct WordFeatures {
  uint32_t word = 0;
  uint32_t suffix[4] = {};  // of 1 to 4 bytes
  uint32_t prefix[3] = {};  // of 1 to 3
  uint16_t parts = 0;       // WordNet: 1 noun, 2 verb, 4 adjective, 8 adverb; 16 ... 128: an inflected form of one
  uint8_t shape = 0;        // 1 digit, 2 hyphen, 4 letter, 8 not ASCII, 16 a single character
  uint8_t noun = 0, verb = 0;  // field of meaning as that part of speech, 0 unknown
};

WordFeatures word_features(std::string_view folded, const WordNet& wordnet);

}  // namespace crosscheck
