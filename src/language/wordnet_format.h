// The bytes of wordnet.table, shared by the program that writes it (src/compile/wordnet.cpp) and the room that
// reads it (language/wordnet.cpp). Sections follow one another in the order of `Counts`, each a plain array.
//
//   Row of a word -> its senses (one a part of speech: the first, most frequent meaning)
//                 -> irregular forms it is ("women" -> "woman")
//                 -> its antonyms
//   Synset        -> the words that share the meaning, and the synset above it ("disease" -> "illness" -> ...)
#pragma once

#include <cstdint>
#include <string_view>

namespace crosscheck::wordnet_format {

constexpr std::string_view kMagic = "xcWORDS";
constexpr uint32_t kVersion = 2;
constexpr uint32_t kNone = 0xFFFFFFFF;

struct Counts {
  uint32_t buckets;  // uint32_t each: row or kNone; a power of two, open addressing by word_hash
  uint32_t rows;     // Row each, and one more that closes the last
  uint32_t senses;
  uint32_t irregulars;
  uint32_t antonyms;
  uint32_t synsets;  // Synset each, and one more that closes the last
  uint32_t members;  // uint32_t each: row
  uint32_t text;     // bytes
};

// Everything of row i ends where row i + 1 begins.
struct Row {
  uint32_t text, senses, irregulars, antonyms;
};

struct Sense {
  uint32_t synset;
  uint16_t count;  // how often the word stands in this part of speech in WordNet's tagged texts
  uint8_t part;    // PartOfSpeech
  uint8_t field;   // WordNet's file number: 26 fields of nouns, 15 of verbs ("noun.body", "verb.change")
};

struct Link {  // an irregular form's lemma, or an antonym
  uint32_t row;
  uint32_t part;
};

struct Synset {
  uint32_t above;  // kNone at the top
  uint32_t members;
};

inline uint32_t word_hash(std::string_view word) {
  uint32_t hash = 2166136261u;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash ^ hash >> 15;
}

}  // namespace crosscheck::wordnet_format
