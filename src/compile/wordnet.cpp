// compile-wordnet FOLDER TABLE: turns the files of Debian's wordnet-base into language/wordnet_format.h.
//
// From each file is taken:
//   index.*      which words there are and the synset of their first sense
//   data.*       the words of each synset, its hypernym (@ or @i), antonyms (!)
//   *.exc        irregular forms
//   cntlist.rev  how often each sense was met, summed up by word and part of speech
#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "language/wordnet_format.h"
#include "rulebook/table_file.h"

namespace crosscheck::wordnet_format {
namespace {

constexpr const char* kParts[] = {"noun", "verb", "adj", "adv"};
constexpr uint8_t kPartCount = 4;

struct Word {
  std::map<uint8_t, std::pair<uint32_t, uint32_t>> senses;  // part: synset (place in its file), count
  std::set<std::pair<std::string, uint8_t>> irregulars, antonyms;
};

struct Meaning {
  std::vector<std::string> words;
  std::pair<uint8_t, uint32_t> above{0, kNone};
  uint8_t field = 0;
};

using Words = std::map<std::string, Word>;
using Meanings = std::map<std::pair<uint8_t, uint32_t>, Meaning>;

std::ifstream open(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error(path + ": cannot be read");
  return file;
}

// "Heart_attack(p)" -> "heart attack"
std::string plain(std::string word) {
  word.resize(std::min(word.find('('), word.size()));
  for (char& c : word) c = c == '_' ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return word;
}

uint8_t part_of(char letter) { return letter == 'n' ? 0 : letter == 'v' ? 1 : letter == 'r' ? 3 : 2; }

void read_index(const std::string& folder, uint8_t part, Words& words) {
  std::ifstream file = open(folder + "/index." + kParts[part]);
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with(' ')) continue;
    std::istringstream fields(line);
    std::string word, skipped;
    uint32_t senses = 0, pointers = 0, synset = 0;
    fields >> word >> skipped >> senses >> pointers;
    for (uint32_t i = 0; i < pointers; ++i) fields >> skipped;
    fields >> skipped >> skipped >> synset;
    words[plain(word)].senses[part] = {synset, 0};
  }
}

// 00001740 03 n 01 entity 0 003 ~ 00001930 n 0000 ... | gloss; numbers of words and lexical ids are hexadecimal
void read_data(const std::string& folder, uint8_t part, Meanings& meanings) {
  std::ifstream file = open(folder + "/data." + kParts[part]);
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with(' ')) continue;
    std::istringstream fields(line);
    std::string word, skipped, kind, places;
    uint32_t synset = 0, size = 0, pointers = 0, target = 0;
    uint32_t field = 0;
    fields >> synset >> field >> skipped >> std::hex >> size >> std::dec;
    Meaning& meaning = meanings[{part, synset}];
    meaning.field = static_cast<uint8_t>(field);
    for (uint32_t i = 0; i < size; ++i) {
      fields >> word >> skipped;
      meaning.words.push_back(plain(word));
    }
    fields >> pointers;
    for (uint32_t i = 0; i < pointers; ++i) {
      fields >> kind >> target >> word >> places;
      if ((kind == "@" || kind == "@i") && meaning.above.second == kNone) meaning.above = {part_of(word[0]), target};
    }
  }
}

// A second pass, as the target of an antonym may stand later: its place 0102 is "first word here, second word there".
void read_antonyms(const std::string& folder, uint8_t part, const Meanings& meanings, Words& words) {
  std::ifstream file = open(folder + "/data." + kParts[part]);
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with(' ')) continue;
    std::istringstream fields(line.substr(0, line.find('|')));
    uint32_t synset = 0, target = 0;
    fields >> synset;
    for (std::string kind, letter, places; fields >> kind;) {
      if (kind != "!") continue;
      fields >> target >> letter >> places;
      const size_t here = std::stoul(places.substr(0, 2), nullptr, 16), there = std::stoul(places.substr(2), nullptr, 16);
      const uint8_t other = part_of(letter[0]);
      words[meanings.at({part, synset}).words.at(here - 1)].antonyms.emplace(meanings.at({other, target}).words.at(there - 1), other);
    }
  }
}

void read_irregulars(const std::string& folder, uint8_t part, Words& words) {
  std::ifstream file = open(folder + "/" + kParts[part] + ".exc");
  for (std::string line; std::getline(file, line);) {
    std::istringstream fields(line);
    std::string form, lemma;
    fields >> form;
    while (fields >> lemma)
      if (lemma != form && words.contains(plain(lemma))) words[plain(form)].irregulars.emplace(plain(lemma), part);
  }
}

// take%2:41:04:: 1 105
void read_counts(const std::string& folder, Words& words) {
  std::ifstream file = open(folder + "/cntlist.rev");
  std::string key;
  for (uint32_t sense = 0, count = 0; file >> key >> sense >> count;) {
    const size_t mark = key.find('%');
    const int kind = key[mark + 1] - '0';
    const uint8_t part = kind == 5 ? 2 : static_cast<uint8_t>(kind - 1);
    const auto word = words.find(plain(key.substr(0, mark)));
    if (word == words.end()) continue;
    const auto found = word->second.senses.find(part);
    if (found != word->second.senses.end()) found->second.second += count;
  }
}

template <class T>
void append(std::string& out, const std::vector<T>& section) {
  out.append(reinterpret_cast<const char*>(section.data()), section.size() * sizeof(T));
}

std::string table(const Words& words, const Meanings& meanings) {
  std::map<std::string_view, uint32_t> row_of;
  for (const auto& [text, word] : words) row_of.emplace(text, static_cast<uint32_t>(row_of.size()));
  std::map<std::pair<uint8_t, uint32_t>, uint32_t> synset_of;
  for (const auto& [place, meaning] : meanings) synset_of.emplace(place, static_cast<uint32_t>(synset_of.size()));

  std::vector<Row> rows;
  std::vector<Sense> senses;
  std::vector<Link> irregulars, antonyms;
  std::string text;
  const auto close_row = [&] {
    rows.push_back({static_cast<uint32_t>(text.size()), static_cast<uint32_t>(senses.size()), static_cast<uint32_t>(irregulars.size()), static_cast<uint32_t>(antonyms.size())});
  };
  for (const auto& [spelled, word] : words) {
    close_row();
    text += spelled;
    for (const auto& [part, sense] : word.senses) {
      const auto count = static_cast<uint16_t>(std::min(sense.second, 65535u));
      senses.push_back({synset_of.at({part, sense.first}), count, part, meanings.at({part, sense.first}).field});
    }
    for (const auto& [lemma, part] : word.irregulars) irregulars.push_back({row_of.at(lemma), part});
    for (const auto& [other, part] : word.antonyms) antonyms.push_back({row_of.at(other), part});
  }
  close_row();

  std::vector<Synset> synsets;
  std::vector<uint32_t> members;
  for (const auto& [place, meaning] : meanings) {
    synsets.push_back({meaning.above.second == kNone ? kNone : synset_of.at(meaning.above), static_cast<uint32_t>(members.size())});
    for (const std::string& word : meaning.words) members.push_back(row_of.at(word));
  }
  synsets.push_back({kNone, static_cast<uint32_t>(members.size())});

  size_t size = 1;
  while (size < words.size() + words.size() / 2) size *= 2;
  std::vector<uint32_t> buckets(size, kNone);
  for (const auto& [spelled, row] : row_of) {
    size_t at = word_hash(spelled) & (size - 1);
    while (buckets[at] != kNone) at = (at + 1) & (size - 1);
    buckets[at] = row;
  }

  const Counts counts{static_cast<uint32_t>(size), static_cast<uint32_t>(rows.size() - 1), static_cast<uint32_t>(senses.size()), static_cast<uint32_t>(irregulars.size()),
                      static_cast<uint32_t>(antonyms.size()), static_cast<uint32_t>(synsets.size() - 1), static_cast<uint32_t>(members.size()), static_cast<uint32_t>(text.size())};
  std::string out(reinterpret_cast<const char*>(&counts), sizeof counts);
  append(out, buckets);
  append(out, rows);
  append(out, senses);
  append(out, irregulars);
  append(out, antonyms);
  append(out, synsets);
  append(out, members);
  return out + text;
}

}  // namespace

void compile(const std::string& folder, const std::string& path) {
  Words words;
  Meanings meanings;
  for (uint8_t part = 0; part < kPartCount; ++part) read_index(folder, part, words);
  for (uint8_t part = 0; part < kPartCount; ++part) read_data(folder, part, meanings);
  for (uint8_t part = 0; part < kPartCount; ++part) read_antonyms(folder, part, meanings, words);
  for (uint8_t part = 0; part < kPartCount; ++part) read_irregulars(folder, part, words);
  read_counts(folder, words);
  for (const auto& [place, meaning] : meanings)
    for (const std::string& word : meaning.words) words[word];
  write_table(path, kMagic, kVersion, table(words, meanings));
}

}  // namespace crosscheck::wordnet_format

int main(int count, char** arguments) {
  if (count != 3) {
    std::cerr << "usage: compile-wordnet FOLDER TABLE\n";
    return 2;
  }
  try {
    crosscheck::wordnet_format::compile(arguments[1], arguments[2]);
  } catch (const std::exception& wrong) {
    std::cerr << "compile-wordnet: " << wrong.what() << '\n';
    return 1;
  }
}
