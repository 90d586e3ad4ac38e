// The bytes of words.table and en_med.table, shared by the program that writes them (src/compile/words.cpp) and the
// room that reads them (word_table.cpp). Sections follow one another in the order of `Counts`, each a plain array.
//
//   slots          a word's hash -> its row                         is it a word?
//   deletes        a word with one letter left out -> its rows      what could be meant?
//   sounds         a word's sound -> its rows                       what could be meant, spelt by ear?
//   pairs          two words that follow one another -> how often   is it the right word?
//   letters        three letters -> how unlikely the next one is    could it be a word?
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace crosscheck::words_format {

constexpr std::string_view kMagic = "xcSPELL";
constexpr uint32_t kVersion = 2;
constexpr uint32_t kNone = 0xFFFFFFFF;

enum Source : uint16_t {
  kUS = 1,
  kGB = 2,
  kWordNet = 4,
  kBackground = 8,  // met often enough in the texts behind rules/words/background.txt
  kMedical = 16,
  kName = 32,      // only ever written with a capital
  kUnusual = 64,   // written in capitals or with a capital within: "mRNA"
  kUnspoken = 128,  // never to be suggested
  kSpeltUS = 256,   // spelt as only the one side of the Atlantic does
  kSpeltGB = 512,
  kNearCommon = 1024  // rare, and one slip away from a common word
};

struct Counts {
  uint32_t slots;          // uint32_t each: row or kNone; a power of two, open addressing
  uint32_t rows;           // Row each, and one more that closes the last
  uint32_t delete_starts;  // uint32_t each: a power of two, and one more that closes the last
  uint32_t deletes;        // uint32_t each: row
  uint32_t sound_starts;
  uint32_t sounds;
  uint32_t pairs;    // uint64_t each: 48 bits of hash, 16 of count; a power of two, open addressing
  uint32_t letters;  // uint8_t each: eighths of a bit; 27 to the power of four, or 0
  uint32_t text;     // bytes
  uint32_t zero;
};

struct Row {
  uint32_t text;
  uint16_t flags;
  uint16_t zero;
  uint32_t count;    // in the background texts
  uint32_t partner;  // the row of its other spelling, or kNone
};

constexpr uint32_t kLetters = 27;  // a to z, and 0 for what is outside the word or no such letter
constexpr uint32_t kLetterTable = kLetters * kLetters * kLetters * kLetters;

inline uint64_t hash_of(std::string_view word, uint64_t seed = 0) {
  uint64_t hash = 14695981039346656037u ^ seed;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  hash ^= hash >> 32;
  return hash * 0x9E3779B97F4A7C15u;
}

inline uint64_t pair_hash(std::string_view first, std::string_view second) { return hash_of(second, hash_of(first)) & ~uint64_t{0xFFFF}; }

// The slot among a power of two.
inline uint32_t slot_of(uint64_t hash, uint32_t slots) { return static_cast<uint32_t>(hash >> 32) & (slots - 1); }

inline uint32_t letter_of(char c) { return c >= 'a' && c <= 'z' ? static_cast<uint32_t>(c - 'a' + 1) : 0; }

// How a word sounds, roughly: its consonants, those that are confused as one.
std::string sound_of(std::string_view word);

}  // namespace crosscheck::words_format
