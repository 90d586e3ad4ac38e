// Covers what the English dictionaries use: one-letter flags, prefixes and suffixes with conditions, their cross
// products, NEEDAFFIX, ONLYINCOMPOUND, NOSUGGEST. Compounds (ordinal numbers) are not needed: they hold digits.
#include "compile/hunspell.h"

#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string_view>
#include <vector>

namespace crosscheck {
namespace {

struct Affix {
  bool prefix = false, crosses = false;
  struct Entry {
    std::string strip, add;
    std::vector<std::string> condition;  // one a letter: "" any, "abc" one of, "^abc" none of
  };
  std::vector<Entry> entries;
};

struct Affixes {
  std::map<char, Affix> by_flag;
  char only_in_compound = 0, need_affix = 0, no_suggest = 0;
};

std::ifstream open(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error(path + ": cannot be read");
  return file;
}

std::vector<std::string> read_condition(std::string_view text) {
  std::vector<std::string> out;
  if (text == ".") return out;
  for (size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '[') {
      out.emplace_back(text[at] == '.' ? "" : std::string(1, text[at]));
      continue;
    }
    const size_t close = text.find(']', at);
    if (close == std::string_view::npos) throw std::runtime_error("an affix condition is not closed: " + std::string(text));
    out.emplace_back(text.substr(at + 1, close - at - 1));
    at = close;
  }
  return out;
}

bool letter_meets(const std::string& wanted, char letter) {
  if (wanted.empty()) return true;
  return wanted[0] == '^' ? wanted.find(letter, 1) == std::string::npos : wanted.find(letter) != std::string::npos;
}

bool applies(const Affix& affix, const Affix::Entry& entry, std::string_view word) {
  const size_t letters = entry.condition.size();
  if (word.size() < letters || word.size() <= entry.strip.size()) return false;
  const std::string_view part = affix.prefix ? word.substr(0, letters) : word.substr(word.size() - letters);
  for (size_t i = 0; i < letters; ++i)
    if (!letter_meets(entry.condition[i], part[i])) return false;
  return affix.prefix ? word.starts_with(entry.strip) : word.ends_with(entry.strip);
}

std::string with(const Affix& affix, const Affix::Entry& entry, const std::string& word) {
  if (affix.prefix) return entry.add + word.substr(entry.strip.size());
  return word.substr(0, word.size() - entry.strip.size()) + entry.add;
}

Affixes read_affixes(const std::string& path) {
  Affixes out;
  if (path.empty()) return out;
  std::ifstream file = open(path);
  for (std::string line; std::getline(file, line);) {
    std::istringstream fields(line);
    std::string kind, flag, third, fourth, condition;
    fields >> kind >> flag >> third;
    if (kind == "ONLYINCOMPOUND") out.only_in_compound = flag[0];
    if (kind == "NEEDAFFIX") out.need_affix = flag[0];
    if (kind == "NOSUGGEST") out.no_suggest = flag[0];
    if ((kind != "PFX" && kind != "SFX") || flag.size() != 1) continue;
    fields >> fourth;
    const auto known = out.by_flag.find(flag[0]);
    if (known == out.by_flag.end()) {
      out.by_flag[flag[0]] = {kind == "PFX", third == "Y", {}};
      continue;
    }
    fields >> condition;
    const std::string add = fourth.substr(0, fourth.find('/'));
    known->second.entries.push_back({third == "0" ? "" : third, add == "0" ? "" : add, read_condition(condition)});
  }
  return out;
}

void expand(const Affixes& affixes, const std::string& word, std::string_view flags, const std::function<void(const std::string&, bool)>& visit) {
  const auto has = [&](char flag) { return flag != 0 && flags.find(flag) != std::string_view::npos; };
  if (has(affixes.only_in_compound)) return;
  const bool suggest = !has(affixes.no_suggest);
  if (!has(affixes.need_affix)) visit(word, suggest);
  for (const char flag : flags) {
    const auto found = affixes.by_flag.find(flag);
    if (found == affixes.by_flag.end()) continue;
    const Affix& affix = found->second;
    for (const Affix::Entry& entry : affix.entries) {
      if (!applies(affix, entry, word)) continue;
      const std::string form = with(affix, entry, word);
      visit(form, suggest);
      if (affix.prefix || !affix.crosses) continue;
      for (const char other : flags) {
        const auto prefix = affixes.by_flag.find(other);
        if (prefix == affixes.by_flag.end() || !prefix->second.prefix || !prefix->second.crosses) continue;
        for (const Affix::Entry& front : prefix->second.entries)
          if (applies(prefix->second, front, form)) visit(with(prefix->second, front, form), suggest);
      }
    }
  }
}

}  // namespace

void expand_hunspell(const std::string& dictionary, const std::string& affix_path, const std::function<void(const std::string&, bool)>& visit) {
  const Affixes affixes = read_affixes(affix_path);
  std::ifstream file = open(dictionary);
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == ' ' || line[0] == '\t') continue;  // a notice
    line.resize(std::min(line.find_first_of("\t\r "), line.size()));
    const size_t slash = line.find('/');
    expand(affixes, line.substr(0, slash), slash == std::string::npos ? std::string_view() : std::string_view(line).substr(slash + 1), visit);
  }
}

}  // namespace crosscheck
