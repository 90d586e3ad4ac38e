// compile-words OUT [--us DIC AFF] [--gb DIC AFF] [--medical DIC] [--wordnet FOLDER] [--background COUNTS WRONG] [--regions FILE]
//
// Turns word lists into a table of spelling/words_format.h.
#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <stdexcept>
#include <vector>

#include "compile/hunspell.h"
#include "rulebook/table_file.h"
#include "rulebook/value.h"
#include "spelling/edits.h"
#include "spelling/words_format.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace crosscheck {
namespace {

using namespace words_format;

// A background word that no dictionary has is a word when it was met this often.
constexpr uint32_t kOftenEnough = 5;

struct Word {
  uint16_t flags = 0;
  uint32_t count = 0;
  bool plain = false;        // some source has it in lower case
  bool capitalised = false;  // some source has it with a first capital
  std::string partner;
  uint32_t row = 0;
};

struct Pair {
  std::string first, second;
  uint32_t count;
};

struct Lists {
  std::map<std::string, Word> words;
  std::vector<Pair> pairs;

  void add(const std::string& written, uint16_t source, bool suggest) {
    if (!is_letter(code_point_at(written, 0).value)) return;
    bool lower = true, inner = false;
    for (size_t at = 0; at < written.size();) {
      const CodePoint c = code_point_at(written, at);
      const bool letter = is_letter(c.value) || (c.value == '\'' && at + 1 < written.size());
      if (!letter) return;
      if (is_upper(c.value)) {
        if (at == 0) lower = false;
        else inner = true;
      }
      at += c.bytes;
    }
    std::string folded = fold(written);
    if (folded.ends_with("'s")) return;  // a clitic is a token of its own
    Word& word = words[std::move(folded)];
    word.flags |= source;
    if (!suggest) word.flags |= kUnspoken;
    word.plain |= lower && !inner;
    word.capitalised |= !lower && !inner;
  }
};

std::ifstream open(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error(path + ": cannot be read");
  return file;
}

// The words of every synset, as they are written there, and how often WordNet's tagged texts have them.
void read_wordnet(const std::string& folder, Lists& lists) {
  for (const char* part : {"noun", "verb", "adj", "adv"}) {
    std::ifstream file = open(folder + "/data." + part);
    for (std::string line; std::getline(file, line);) {
      if (line.starts_with(' ')) continue;
      std::istringstream fields(line);
      std::string skipped, members, written;
      fields >> skipped >> skipped >> skipped >> members;
      for (unsigned left = static_cast<unsigned>(std::stoul(members, nullptr, 16)); left > 0; --left) {
        fields >> written >> skipped;
        written.resize(std::min(written.find('('), written.size()));
        const bool phrase = written.find('_') != std::string::npos;
        std::replace_if(written.begin(), written.end(), [](char c) { return c == '_' || c == '-'; }, ' ');
        std::istringstream parts(written);
        // Names of species stand as phrases: their Latin parts are words only there, and in capitals.
        for (std::string word; parts >> word;) lists.add(word, kWordNet, !phrase);
      }
    }
  }
  std::ifstream senses = open(folder + "/cntlist.rev");
  for (std::string key, sense, count; senses >> key >> sense >> count;) {
    const auto found = lists.words.find(key.substr(0, key.find('%')));
    if (found != lists.words.end()) found->second.count += static_cast<uint32_t>(std::stoul(count));
  }
}

std::set<std::string> read_words(const std::string& path) {
  std::ifstream file = open(path);
  std::set<std::string> out;
  for (std::string line; std::getline(file, line);) {
    std::istringstream fields(line[0] == '#' ? "" : line);
    for (std::string word; fields >> word;) out.insert(word);
  }
  return out;
}

// "word count next count next count ..." a line.
void read_background(const std::string& path, const std::set<std::string>& wrong, Lists& lists) {
  std::ifstream file = open(path);
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream fields(line);
    std::string word, next;
    uint32_t count = 0;
    fields >> word >> count;
    const bool name = is_upper(code_point_at(word, 0).value);
    const std::string folded = fold(word);
    const auto known = lists.words.find(folded);
    if (known == lists.words.end() && count >= kOftenEnough && !wrong.contains(folded)) lists.add(word, kBackground, true);
    if (const auto found = lists.words.find(folded); found != lists.words.end()) {
      found->second.count += count;
      if (!name) found->second.plain = true;
      if (count >= kOftenEnough) found->second.flags |= kBackground;
    }
    while (fields >> next >> count) lists.pairs.push_back({folded, next, count});
  }
}

enum class Mark { none, british, both };

// Gives British words their American partners (rules/words/regions.yaml).
void pair_regions(const std::string& path, Lists& lists) {
  const Value regions = load_yaml(path);
  const std::vector<std::string> exceptions = regions["except"].texts();
  const auto pair = [&](const std::string& first, const std::string& second, Mark mark) {
    const auto one = lists.words.find(first), two = lists.words.find(second);
    if (one == lists.words.end() || two == lists.words.end() || !one->second.partner.empty() || !two->second.partner.empty()) return;
    one->second.partner = second;
    two->second.partner = first;
    if (mark == Mark::none) return;
    one->second.flags |= kSpeltGB;
    if (mark == Mark::both && (two->second.flags & kGB) == 0) two->second.flags |= kSpeltUS;
  };
  for (const char* kind : {"letters", "endings"})
    for (const Value& rule : regions[kind].items) {
      const std::string british = rule.items.at(0).text(), american = rule.items.at(1).text();
      for (const auto& [word, entry] : lists.words) {
        if ((entry.flags & kGB) == 0 || (entry.flags & kUS) != 0 || !entry.plain) continue;
        if (std::find(exceptions.begin(), exceptions.end(), word) != exceptions.end()) continue;
        for (size_t at = word.find(british); at != std::string::npos; at = word.find(british, at + 1)) {
          const std::string other = word.substr(0, at) + american + word.substr(at + british.size());
          const auto found = lists.words.find(other);
          if (found != lists.words.end() && (found->second.flags & kUS) != 0) pair(word, other, std::string_view(kind) == "letters" ? Mark::both : Mark::british);
        }
      }
    }
  for (const Value& variant : regions["variants"].items) pair(variant.items.at(0).text(), variant.items.at(1).text(), Mark::none);
}

uint32_t power_of_two(size_t least) {
  uint32_t size = 16;
  while (size < least) size *= 2;
  return size;
}

// Keys to rows, as starts into one array of rows.
struct Buckets {
  std::vector<uint32_t> starts, rows;

  explicit Buckets(std::vector<std::pair<uint64_t, uint32_t>> entries) {
    const uint32_t buckets = power_of_two(entries.size() / 2);
    for (auto& [hash, row] : entries) hash = slot_of(hash, buckets);
    std::sort(entries.begin(), entries.end());
    entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
    starts.assign(buckets + 1, 0);
    for (const auto& [slot, row] : entries) {
      ++starts[slot + 1];
      rows.push_back(row);
    }
    for (uint32_t i = 0; i < buckets; ++i) starts[i + 1] += starts[i];
  }
};

std::vector<uint8_t> letter_table(const Lists& lists) {
  std::vector<double> seen(kLetterTable, 0.0), context(kLetterTable / kLetters, 0.0);
  std::vector<double> seen3(kLetterTable / kLetters, 0.0), context3(kLetters * kLetters, 0.0);
  for (const auto& [text, word] : lists.words) {
    if ((word.flags & kName) != 0 || !word.plain) continue;
    uint32_t before = 0;
    const double weight = 1 + std::log1p(word.count) / 4;
    for (size_t i = 0; i <= text.size(); ++i) {
      const uint32_t letter = i < text.size() ? letter_of(text[i]) : 0;
      seen[before * kLetters + letter] += weight;
      context[before] += weight;
      const uint32_t two = before % (kLetters * kLetters);
      seen3[two * kLetters + letter] += weight;
      context3[two] += weight;
      before = two * kLetters + letter;
    }
  }
  std::vector<uint8_t> out(kLetterTable);
  for (uint32_t before = 0; before < kLetterTable / kLetters; ++before)
    for (uint32_t letter = 0; letter < kLetters; ++letter) {
      const uint32_t two = before % (kLetters * kLetters);
      const double shorter = (seen3[two * kLetters + letter] + 0.3) / (context3[two] + 0.3 * kLetters);
      const double likely = (seen[before * kLetters + letter] + 4 * shorter) / (context[before] + 4);
      out[before * kLetters + letter] = static_cast<uint8_t>(std::min(255.0, -std::log2(likely) * 8));
    }
  return out;
}

// A rare word one slip away from a common one may be that one, misspelt: "stoke" for "stroke".
void mark_near_common(const Lists& lists, std::string_view text, const Buckets& by_delete, std::vector<Row>& rows) {
  constexpr uint32_t kRare = 25, kCommon = 50;
  const auto buckets = static_cast<uint32_t>(by_delete.starts.size() - 1);
  for (const auto& listed : lists.words) {
    const std::string& word = listed.first;
    const Word& entry = listed.second;
    if (entry.count > kRare || !entry.plain || word.size() < 3) continue;
    const auto near_common = [&](const std::string& key) {
      const uint32_t slot = slot_of(hash_of(key), buckets);
      for (uint32_t i = by_delete.starts[slot]; i < by_delete.starts[slot + 1]; ++i) {
        const Row& other = rows[by_delete.rows[i]];
        if (other.count < kCommon || other.count < 10 * entry.count) continue;
        const std::string_view meant = text.substr(other.text, rows[by_delete.rows[i] + 1].text - other.text);
        if (meant != word && edits_between(word, meant, 1) == 1) return true;
      }
      return false;
    };
    bool near = near_common(word);
    for (size_t i = 0; i < word.size() && !near; ++i) near = near_common(word.substr(0, i) + word.substr(i + 1));
    if (near) rows[entry.row].flags |= kNearCommon;
  }
}

template <class T>
void append(std::string& out, const std::vector<T>& values) {
  out.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
}

std::string table_of(Lists& lists) {
  std::string text;
  std::vector<Row> rows;
  std::vector<std::pair<uint64_t, uint32_t>> deletes, sounds;
  for (auto& [word, entry] : lists.words) {
    if (!entry.plain) entry.flags |= entry.capitalised ? kName : kUnusual;
    const auto row = entry.row = static_cast<uint32_t>(rows.size());
    rows.push_back({static_cast<uint32_t>(text.size()), entry.flags, 0, entry.count, kNone});
    text += word;
    if ((entry.flags & kUnspoken) != 0 && (entry.flags & kWordNet) == 0) continue;
    if (word.size() < 3 || (entry.flags & kUnusual) != 0) continue;
    deletes.emplace_back(hash_of(word), row);
    for (size_t i = 0; i < word.size(); ++i) deletes.emplace_back(hash_of(word.substr(0, i) + word.substr(i + 1)), row);
    if (word.size() > 4) sounds.emplace_back(hash_of(sound_of(word)), row);
  }
  rows.push_back({static_cast<uint32_t>(text.size()), 0, 0, 0, kNone});
  for (const auto& [word, entry] : lists.words)
    if (!entry.partner.empty()) rows[entry.row].partner = lists.words.at(entry.partner).row;

  std::vector<uint32_t> slots(power_of_two(lists.words.size() * 2), kNone);
  const auto count = static_cast<uint32_t>(slots.size());
  for (uint32_t row = 0; row + 1 < rows.size(); ++row) {
    uint32_t slot = slot_of(hash_of(std::string_view(text).substr(rows[row].text, rows[row + 1].text - rows[row].text)), count);
    while (slots[slot] != kNone) slot = (slot + 1) & (count - 1);
    slots[slot] = row;
  }
  std::vector<uint64_t> pairs(lists.pairs.empty() ? 0 : power_of_two(lists.pairs.size() * 2), 0);
  for (const Pair& pair : lists.pairs) {
    const uint64_t hash = pair_hash(pair.first, pair.second);
    const auto size = static_cast<uint32_t>(pairs.size());
    uint32_t slot = slot_of(hash, size);
    while (pairs[slot] != 0) slot = (slot + 1) & (size - 1);
    pairs[slot] = hash | std::min<uint32_t>(pair.count, 0xFFFF);
  }
  const Buckets by_delete(std::move(deletes)), by_sound(std::move(sounds));
  mark_near_common(lists, text, by_delete, rows);
  const std::vector<uint8_t> letters = lists.words.size() > 1000 ? letter_table(lists) : std::vector<uint8_t>();

  const auto size_of = [](const auto& values) { return static_cast<uint32_t>(values.size()); };
  const Counts counts{size_of(slots), size_of(rows), size_of(by_delete.starts), size_of(by_delete.rows), size_of(by_sound.starts), size_of(by_sound.rows), size_of(pairs), size_of(letters), size_of(text), 0};
  std::string out(reinterpret_cast<const char*>(&counts), sizeof counts);
  append(out, pairs);
  append(out, slots);
  append(out, rows);
  append(out, by_delete.starts);
  append(out, by_delete.rows);
  append(out, by_sound.starts);
  append(out, by_sound.rows);
  append(out, letters);
  return out + text;
}

}  // namespace
}  // namespace crosscheck

int main(int count, char** words) {
  using namespace crosscheck;
  try {
    if (count < 2) throw std::runtime_error("usage: compile-words OUT [--us DIC AFF] [--gb DIC AFF] [--medical DIC] [--wordnet FOLDER] [--background COUNTS WRONG] [--regions FILE]");
    Lists lists;
    for (int i = 2; i < count; ++i) {
      const std::string option = words[i];
      const auto value = [&] {
        if (++i >= count) throw std::runtime_error(option + " wants a value");
        return std::string(words[i]);
      };
      const uint16_t source = option == "--us" ? kUS : option == "--gb" ? kGB : kMedical;
      if (option == "--regions") {
        pair_regions(value(), lists);
      } else if (option == "--wordnet") {
        read_wordnet(value(), lists);
      } else if (option == "--background") {
        const std::string counts = value();
        read_background(counts, read_words(value()), lists);
      } else if (option == "--us" || option == "--gb" || option == "--medical") {
        const std::string dictionary = value(), affixes = option == "--medical" ? "" : value();
        expand_hunspell(dictionary, affixes, [&](const std::string& word, bool suggest) { lists.add(word, source, suggest); });
      } else {
        throw std::runtime_error("no option is called " + option);
      }
    }
    write_table(words[1], kMagic, kVersion, table_of(lists));
    std::cerr << words[1] << ": " << lists.words.size() << " words, " << lists.pairs.size() << " pairs\n";
    return 0;
  } catch (const std::exception& wrong) {
    std::cerr << "compile-words: " << wrong.what() << '\n';
    return 2;
  }
}
