// Tested by tests/rooms/lemma.cpp.
#include "language/wordnet.h"

#include <cstring>

namespace crosscheck {

using namespace wordnet_format;

WordNet::WordNet(const std::string& folder) : file_(folder + "/wordnet.table", kMagic, kVersion) {
  if (!file_) return;
  const char* at = file_.bytes().data();
  Counts counts;
  std::memcpy(&counts, at, sizeof counts);
  at += sizeof counts;
  const auto section = [&]<class T>(std::span<const T>& span, uint32_t size) {
    span = {reinterpret_cast<const T*>(at), size};
    at += sizeof(T) * size;
  };
  section(buckets_, counts.buckets);
  section(rows_, counts.rows + 1);
  section(senses_, counts.senses);
  section(irregulars_, counts.irregulars);
  section(antonyms_, counts.antonyms);
  section(synsets_, counts.synsets + 1);
  section(members_, counts.members);
  text_ = {at, counts.text};
}

uint32_t WordNet::find(std::string_view word) const {
  if (buckets_.empty()) return kNone;
  const size_t mask = buckets_.size() - 1;
  for (size_t at = word_hash(word) & mask;; at = (at + 1) & mask) {
    const uint32_t row = buckets_[at];
    if (row == kNone || text(row) == word) return row;
  }
}

std::string_view WordNet::text(uint32_t row) const { return text_.substr(rows_[row].text, rows_[row + 1].text - rows_[row].text); }

uint8_t WordNet::parts(uint32_t row) const {
  uint8_t bits = 0;
  for (uint32_t i = rows_[row].senses; i < rows_[row + 1].senses; ++i) bits |= static_cast<uint8_t>(1u << senses_[i].part);
  return bits;
}

const Sense* WordNet::sense(uint32_t row, PartOfSpeech part) const {
  for (uint32_t i = rows_[row].senses; i < rows_[row + 1].senses; ++i)
    if (senses_[i].part == static_cast<uint8_t>(part)) return &senses_[i];
  return nullptr;
}

int32_t WordNet::count(uint32_t row, PartOfSpeech part) const {
  const Sense* found = sense(row, part);
  return found ? found->count : -1;
}

uint8_t WordNet::field(uint32_t row, PartOfSpeech part) const {
  const Sense* found = sense(row, part);
  return found ? found->field : 0;
}

std::span<const Link> WordNet::irregular(uint32_t row) const {
  return irregulars_.subspan(rows_[row].irregulars, rows_[row + 1].irregulars - rows_[row].irregulars);
}

std::span<const Link> WordNet::antonyms(uint32_t row) const {
  return antonyms_.subspan(rows_[row].antonyms, rows_[row + 1].antonyms - rows_[row].antonyms);
}

std::span<const uint32_t> WordNet::words_of(uint32_t synset) const {
  return members_.subspan(synsets_[synset].members, synsets_[synset + 1].members - synsets_[synset].members);
}

std::span<const uint32_t> WordNet::synonyms(uint32_t row, PartOfSpeech part) const {
  const Sense* found = sense(row, part);
  return found ? words_of(found->synset) : std::span<const uint32_t>();
}

uint32_t WordNet::synset(uint32_t row, PartOfSpeech part) const {
  const Sense* found = sense(row, part);
  return found ? found->synset : kNone;
}

std::vector<uint32_t> WordNet::synsets_above(uint32_t row, PartOfSpeech part) const {
  std::vector<uint32_t> path;
  const Sense* found = sense(row, part);
  // WordNet is a few steps deep; the limit only guards against a table that was made wrongly.
  for (uint32_t synset = found ? found->synset : kNone; synset != kNone && path.size() < 64; synset = synsets_[synset].above) path.push_back(synset);
  return path;
}

}  // namespace crosscheck
