// Tested by tests/rooms/parse.cpp.
#include "language/word_features.h"

#include <algorithm>
#include <string>

namespace crosscheck {
namespace {

uint32_t hash(std::string_view bytes) {
  uint32_t value = 2166136261u;
  for (const char c : bytes) value = (value ^ static_cast<unsigned char>(c)) * 16777619u;
  return value;
}

// As the treebanks have it: curly and straight quotation marks are one, "cannot" is can + not.
std::string_view usual_form(std::string_view word) {
  if (word == "cannot") return "can";
  if (word == "“" || word == "”" || word == "„" || word == "«" || word == "»") return "\"";
  if (word == "−" || word == "‑") return "-";
  return word;
}

struct Ending {
  std::string_view cut, put;
  PartOfSpeech part;
  uint16_t bit;
};

constexpr Ending kEndings[] = {
    {"s", "", PartOfSpeech::noun, 16},   {"es", "", PartOfSpeech::noun, 16},  {"ies", "y", PartOfSpeech::noun, 16}, {"s", "", PartOfSpeech::verb, 32},
    {"es", "", PartOfSpeech::verb, 32},  {"ies", "y", PartOfSpeech::verb, 32}, {"ed", "", PartOfSpeech::verb, 64},  {"ed", "e", PartOfSpeech::verb, 64},
    {"ied", "y", PartOfSpeech::verb, 64}, {"ing", "", PartOfSpeech::verb, 128}, {"ing", "e", PartOfSpeech::verb, 128}};

void look_up(std::string_view word, const WordNet& wordnet, WordFeatures& out) {
  const auto meaning = [&](uint32_t row, PartOfSpeech part) {
    uint8_t& field = part == PartOfSpeech::noun ? out.noun : out.verb;
    if (field == 0 && part <= PartOfSpeech::verb) field = wordnet.field(row, part);
  };
  const uint32_t row = wordnet.find(word);
  if (row != WordNet::kNone) {
    out.parts = wordnet.parts(row);
    meaning(row, PartOfSpeech::noun);
    meaning(row, PartOfSpeech::verb);
    for (const auto& link : wordnet.irregular(row)) {
      const auto part = static_cast<PartOfSpeech>(link.part);
      if (part == PartOfSpeech::noun) out.parts |= 16;
      if (part == PartOfSpeech::verb) out.parts |= 64;
      meaning(link.row, part);
    }
  }
  for (const Ending& ending : kEndings) {
    if (!word.ends_with(ending.cut) || word.size() < ending.cut.size() + 2 || word.ends_with("ss")) continue;
    const std::string lemma = std::string(word.substr(0, word.size() - ending.cut.size())).append(ending.put);
    const uint32_t base = wordnet.find(lemma);
    if (base == WordNet::kNone || wordnet.count(base, ending.part) < 0) continue;
    out.parts |= ending.bit;
    meaning(base, ending.part);
  }
}

}  // namespace

WordFeatures word_features(std::string_view folded, const WordNet& wordnet) {
  WordFeatures out;
  std::string word(usual_form(folded));
  bool letters = false;
  for (char& c : word) {
    if (c >= '0' && c <= '9') c = '0', out.shape |= 1;
    else if (c == '-') out.shape |= 2;
    else if (static_cast<unsigned char>(c) >= 0x80) out.shape |= 8;
    else if (c >= 'a' && c <= 'z') letters = true;
  }
  if (letters) out.shape |= 4;
  const size_t n = word.size();
  if (n == 1) out.shape |= 16;
  out.word = hash(word);
  for (size_t k = 1; k <= 4; ++k) out.suffix[k - 1] = n >= k ? hash(std::string_view(word).substr(n - k)) : out.word;
  for (size_t k = 1; k <= 3; ++k) out.prefix[k - 1] = hash(std::string_view(word).substr(0, std::min(k, n)));
  if (letters && n > 1) look_up(word, wordnet, out);
  return out;
}

}  // namespace crosscheck
