// Tested by tests/rooms/word_relations.cpp.
#include "language/inflect.h"

#include <algorithm>
#include <sstream>

namespace crosscheck {
namespace {

bool vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

bool hisses(std::string_view word) {
  return word.ends_with("s") || word.ends_with("x") || word.ends_with("z") || word.ends_with("ch") || word.ends_with("sh");
}

bool consonant_y(std::string_view word) { return word.size() > 2 && word.back() == 'y' && !vowel(word[word.size() - 2]); }

std::string with_s(const std::string& word) {
  if (consonant_y(word)) return word.substr(0, word.size() - 1) + "ies";
  return word + (hisses(word) ? "es" : "s");
}

// "stop" doubles its last letter, "visit" and "show" do not.
bool doubles(std::string_view word) {
  if (word.size() < 3 || word.size() > 5) return false;
  const char last = word.back(), middle = word[word.size() - 2];
  const auto vowels = std::count_if(word.begin(), word.end(), vowel);
  return !vowel(last) && last != 'w' && last != 'x' && last != 'y' && vowel(middle) && !vowel(word[word.size() - 3]) && vowels == 1;
}

std::string with_ending(const std::string& word, std::string_view ending) {
  if (word.back() == 'e') {
    const bool keeps = ending == "ing" && (word.ends_with("ee") || word.ends_with("ye"));
    return (keeps ? word : word.substr(0, word.size() - 1)) + std::string(ending);
  }
  if (consonant_y(word) && ending != "ing") return word.substr(0, word.size() - 1) + "i" + std::string(ending);
  return word + (doubles(word) ? std::string(1, word.back()) : "") + std::string(ending);
}

}  // namespace

Inflector::Inflector(const Value& irregular) {
  for (const auto& [word, forms] : irregular.fields) {
    std::istringstream parts(forms.text());
    for (std::string form; parts >> form;) irregular_[word].push_back(form);
  }
}

std::vector<std::string> Inflector::forms(std::string_view phrase, std::string_view kind) const {
  std::vector<std::string> out{std::string(phrase)};
  const size_t first_end = phrase.find(' '), last_start = phrase.rfind(' ');
  const bool verb = kind == "verb", noun = kind == "noun", one = first_end == std::string_view::npos;
  if (!verb && !noun && (kind != "adjective" || !one)) return out;
  const std::string head(verb ? phrase.substr(0, first_end) : one ? phrase : phrase.substr(last_start + 1));
  const std::string before(noun && !one ? phrase.substr(0, last_start + 1) : "");
  const std::string after(verb && !one ? phrase.substr(first_end) : "");
  if (head.size() < 2) return out;
  const auto add = [&](const std::string& form) { out.push_back(before + form + after); };
  const auto irregular = irregular_.find(head);
  if (irregular != irregular_.end())
    for (const std::string& form : irregular->second) add(form);
  if (verb) {
    add(with_s(head));
    add(with_ending(head, "ing"));
    if (irregular == irregular_.end()) add(with_ending(head, "ed"));
  } else if (noun) {
    if (irregular == irregular_.end()) add(with_s(head));
  } else if (irregular == irregular_.end() && head.size() <= 7) {
    add(with_ending(head, "er"));
    add(with_ending(head, "est"));
  }
  return out;
}

uint32_t Stemmer::key(std::string_view word) const {
  const bool plain = std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (plain && word.size() > 4 && !word.ends_with("ss") && !word.ends_with("is") && !word.ends_with("us")) {
    for (const std::string& ending : endings_) {
      if (!word.ends_with(ending) || word.size() < ending.size() + (ending.size() > 2 ? 4 : 3)) continue;
      word.remove_suffix(ending.size());
      break;
    }
    if (word.size() > 4 && word.back() == word[word.size() - 2] && !vowel(word.back())) word.remove_suffix(1);
  }
  if (plain && word.size() > 3 && (word.back() == 'e' || word.back() == 'y' || word.back() == 'i')) word.remove_suffix(1);
  uint32_t hash = 2166136261u;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash | 1;  // 0 stays free for "no word"
}

}  // namespace crosscheck
