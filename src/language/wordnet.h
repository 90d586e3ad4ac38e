// WordNet 3.0 as a table (WordNet's own notice: rules/words/WORDNET.md).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/wordnet_format.h"
#include "rulebook/table_file.h"

namespace crosscheck {

enum class PartOfSpeech : uint8_t { noun, verb, adjective, adverb };

class WordNet {
 public:
  static constexpr uint32_t kNone = wordnet_format::kNone;

  WordNet() = default;
  // folder/wordnet.table; when that cannot be used, trouble() says why and no word is known.
  explicit WordNet(const std::string& folder);

  explicit operator bool() const { return static_cast<bool>(file_); }
  const std::string& trouble() const { return file_.trouble(); }

  // The row of a folded word or phrase ("heart attack"), kNone when WordNet does not have it.
  uint32_t find(std::string_view word) const;
  std::string_view text(uint32_t row) const;
  // What a row can be: 1 noun, 2 verb, 4 adjective, 8 adverb. An irregular form alone ("women") is nothing.
  uint8_t parts(uint32_t row) const;
  // How often the word was met in that part of speech; -1 when it cannot be that.
  int32_t count(uint32_t row, PartOfSpeech part) const;
  // The field of its first meaning in that part of speech (WordNet's file number), 0 when it cannot be that.
  uint8_t field(uint32_t row, PartOfSpeech part) const;
  // Lemmas a row is an irregular form of.
  std::span<const wordnet_format::Link> irregular(uint32_t row) const;
  std::span<const wordnet_format::Link> antonyms(uint32_t row) const;
  // The words that share the row's first meaning in that part of speech, itself included; empty when there is none.
  std::span<const uint32_t> synonyms(uint32_t row, PartOfSpeech part) const;
  // The synset of its first meaning in that part of speech; kNone when it cannot be that.
  uint32_t synset(uint32_t row, PartOfSpeech part) const;
  // From the row's first meaning upwards, one synset a step: "antibody", "immunoglobulin", "globulin", ...
  std::vector<uint32_t> synsets_above(uint32_t row, PartOfSpeech part) const;
  std::span<const uint32_t> words_of(uint32_t synset) const;

 private:
  const wordnet_format::Sense* sense(uint32_t row, PartOfSpeech part) const;

  TableFile file_;
  std::span<const uint32_t> buckets_, members_;
  std::span<const wordnet_format::Row> rows_;
  std::span<const wordnet_format::Sense> senses_;
  std::span<const wordnet_format::Link> irregulars_, antonyms_;
  std::span<const wordnet_format::Synset> synsets_;
  std::string_view text_;
};

}  // namespace crosscheck
