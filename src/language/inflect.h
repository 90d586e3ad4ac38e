// The forms of a word, for lists that give one form only: "increase" stands for increases, increased, increasing.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rulebook/value.h"

namespace crosscheck {

class Inflector {
 public:
  // rules/lexicon/irregular.yaml: "take: took taken"
  explicit Inflector(const Value& irregular);
  // kind: "verb", "noun", "adjective"; anything else gives the phrase alone. Of a phrase the verb's first word
  // and the noun's last word change: "slow down" -> "slows down", "side effect" -> "side effects".
  std::vector<std::string> forms(std::string_view phrase, std::string_view kind) const;

 private:
  std::unordered_map<std::string, std::vector<std::string>> irregular_;
};

// What is left of a word without its endings, as a number: equal for treat, treated, treatment. Words of one
// stem are not always one sense; the users of this are those who compare two sentences that are alike anyway.
class Stemmer {
 public:
  explicit Stemmer(const Value& endings) : endings_(endings.texts()) {}
  uint32_t key(std::string_view word) const;

 private:
  std::vector<std::string> endings_;  // longest first
};

}  // namespace crosscheck
