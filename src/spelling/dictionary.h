// What words there are: the compiled lists, and the small ones of rules/lexicon.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "rulebook/rulebook.h"
#include "spelling/forms.h"
#include "spelling/neighbours.h"
#include "spelling/word_table.h"

namespace crosscheck {

struct AccentedWord {
  std::string written;  // "Sjögren"
  bool name = false;
};

class Dictionary {
 public:
  explicit Dictionary(Rulebook& book);

  WordTable words, medical;
  Neighbours neighbours;
  WordForms forms;
  WordSet before_not, named, kin_plural, own, having, ends_in_s;
  Symbol not_clitic = 0, possessive = 0;  // "n't", "'s"
  // What is written with accents, by what is left when the accented letters are lost: "sjgren".
  std::unordered_map<std::string, AccentedWord> without_letters;
  // By what is left when the accents are: "sjogren".
  std::unordered_map<std::string, AccentedWord> without_accents;
  std::unordered_map<std::string, std::string> contractions;  // "dont": "don't"
  std::vector<double> weights;  // how the grounds against a word are weighed: rules/lexicon/spelling.yaml

  bool ready() const { return static_cast<bool>(words); }
  // Of both lists together.
  ListedWord find(std::string_view word) const;
  // A word in its own right, however it is written.
  bool has(std::string_view word) const { return find(word).known(); }
};

}  // namespace crosscheck
