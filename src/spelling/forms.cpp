// Tested by tests/rooms/spelling.cpp.
#include "spelling/forms.h"

namespace crosscheck {
namespace {

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

std::unordered_set<std::string> parts_of(const Value& list) {
  const std::vector<std::string> texts = list.texts();
  return {texts.begin(), texts.end()};
}

}  // namespace

WordForms::WordForms(Rulebook& book) {
  const Value& list = book.lexicon("word_forms");
  prefixes_ = parts_of(list["prefixes"]);
  suffixes_ = parts_of(list["suffixes"]);
  ends_ = parts_of(list["ends"]);
  medicines_ = parts_of(list["medicines"]);
  substances_ = parts_of(list["substances"]);
  // A root may lose its last vowel before another: "gastro" + "itis".
  for (const std::string& root : list["roots"].texts()) {
    roots_.insert(root);
    if (root.size() > 4 && is_vowel(root.back())) roots_.insert(root.substr(0, root.size() - 1));
  }
  for (const std::string& prefix : prefixes_) longest_prefix_ = std::max(longest_prefix_, prefix.size());
}

std::vector<std::string> WordForms::stems(std::string_view word) {
  std::vector<std::string> out;
  const auto without = [&](std::string_view end, std::string_view instead, size_t least = 3) {
    if (word.ends_with(end) && word.size() >= end.size() + least) out.push_back(std::string(word.substr(0, word.size() - end.size())).append(instead));
  };
  const char before = word.size() > 2 ? word[word.size() - 2] : ' ';
  const bool sibilant = word.ends_with("xes") || word.ends_with("ses") || word.ends_with("zes") || word.ends_with("ches") || word.ends_with("shes");
  if (!word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is") && !(before == 'y' && word.size() > 3 && !is_vowel(word[word.size() - 3])) && !(before == 'x' || before == 'z'))
    without("s", "");
  if (sibilant) without("es", "");
  without("ies", "y");
  without("ied", "y");
  without("oses", "osis");
  without("ae", "a");
  without("ing", "e");
  without("ed", "e");
  if (word.size() > 5) {
    const size_t e = word.ends_with("ing") ? word.size() - 3 : word.ends_with("ed") || word.ends_with("er") ? word.size() - 2 : 0;
    // "regressed" from regress; not "occured" from "occur", which doubles its r.
    if (e > 2) {
      const char last = word[e - 1], second = word[e - 2];
      const bool doubles = !is_vowel(last) && last != 'w' && last != 'x' && last != 'y' && last != 'l' && last != 's' && last != 't' && last != 'n' && last != 'd' && last != 'g' && is_vowel(second) && !is_vowel(word[e - 3]);
      if (!doubles && last != 'e') out.emplace_back(word.substr(0, e));
      if (last == second) out.emplace_back(word.substr(0, e - 1));
    }
  }
  without("ically", "ic");
  without("ally", "al");
  without("ily", "y");
  if (!word.ends_with("ely")) without("ly", "");
  else without("ly", "");
  without("bly", "ble");
  without("ness", "");
  without("ization", "ize");
  without("isation", "ise");
  without("ability", "able");
  without("able", "");
  without("able", "e");
  without("ii", "i");
  // Latin genitives stand in names: "dermatitis ani", "ligamentum canthorum".
  without("orum", "us");
  without("orum", "um");
  without("arum", "a");
  if (word.size() == 3) without("i", "us", 2);
  // British forms of a word that is known as the American one.
  for (const std::string_view pair : {"ae", "oe"})
    if (const size_t at = word.find(pair); at != std::string_view::npos && word.size() > 6) out.push_back(std::string(word.substr(0, at)).append(word.substr(at + 1)));
  return out;
}

bool WordForms::joined(std::string_view word) const {
  if (word.size() < 7) return false;
  // From each place that fronts can reach, does an end close the word?
  std::vector<uint8_t> reached(word.size() + 1, 0);
  reached[0] = 1;
  for (size_t at = 0; at < word.size(); ++at) {
    if (reached[at] == 0) continue;
    for (size_t letters = 2; letters <= 15 && at + letters <= word.size(); ++letters) {
      const std::string part(word.substr(at, letters));
      if (at + letters == word.size()) {
        if (at >= 3 && ends_.contains(part)) return true;
      } else if (letters >= 3 && roots_.contains(part)) {
        reached[at + letters] = 1;
      }
    }
  }
  return false;
}

bool WordForms::looks_medical(std::string_view word) const {
  bool begins = false;
  for (size_t letters = 4; letters <= 10 && letters + 3 <= word.size(); ++letters) begins |= has(roots_, word.substr(0, letters)) || has(prefixes_, word.substr(0, letters));
  return ends_in(ends_, word) || (begins && word.size() >= 8);
}

std::vector<std::string> WordForms::prefixes_near(const std::string& part) const {
  std::vector<std::string> out;
  const auto ask = [&](std::string other) {
    if (is_prefix(other) && std::find(out.begin(), out.end(), other) == out.end()) out.push_back(std::move(other));
  };
  for (size_t i = 0; i < part.size(); ++i) {
    ask(part.substr(0, i) + part.substr(i + 1));
    if (i > 0)
      for (char c = 'a'; c <= 'z'; ++c) ask(part.substr(0, i) + c + part.substr(i));
    if (i + 1 < part.size()) {
      std::string swapped = part;
      std::swap(swapped[i], swapped[i + 1]);
      ask(std::move(swapped));
    }
  }
  return out;
}

bool WordForms::ends_in(const Parts& ends, std::string_view word) {
  for (size_t letters = 2; letters <= 9 && letters + 3 <= word.size(); ++letters)
    if (has(ends, word.substr(word.size() - letters))) return true;
  return false;
}

}  // namespace crosscheck
