// What a statement answers: "keeps for 48 hours" and "throw away after 24 hours" both say how long a thing may be kept.
// rules/lexicon/questions.yaml lists the questions; the words of a sentence tell which of them its values answer.
#pragma once

#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include "index/meaning.h"
#include "index/values.h"
#include "model/claim.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

// Makes the words of the questions known to the book, before the tables that go by word are made.
struct QuestionWords {
  explicit QuestionWords(Rulebook& book);
};

class QuestionTable {
 public:
  static constexpr size_t kMost = 64;        // questions
  static constexpr size_t kMostGroups = 256;
  using Groups = std::array<uint64_t, kMostGroups / 64>;

  explicit QuestionTable(Rulebook& book);

  // The groups that the word or phrase at tokens[at] belongs to; how many tokens it takes (at least 1).
  uint32_t groups_at(const std::vector<Token>& tokens, uint32_t at, uint32_t end, const Meanings& meanings, Groups& out) const;
  // The questions of a dimension that words of these groups answer, bit by bit.
  QuestionSet answered(const Groups& groups, Key dimension) const;
  // The questions that one of the groups, taken alone, asks.
  QuestionSet asked(const Groups& groups) const;
  const std::string& name(size_t question) const { return questions_[question].name; }
  size_t size() const { return questions_.size(); }

 private:
  struct Question {
    std::string name;
    std::vector<Key> dimensions;
    std::vector<uint32_t> all;  // groups
    int32_t but = -1;
  };
  uint32_t add_group(const Value& words, const MeaningTable& meanings, Rulebook& book);
  std::vector<Question> questions_;
  uint32_t groups_ = 0;
  std::unordered_map<Key, Groups> by_key_;
  std::unordered_map<Symbol, Groups> by_word_;
  PhraseSet phrases_;
  std::vector<Groups> of_phrase_;
};

// Says of each value which questions it answers, and of each item for which it is a cue.
void find_questions(const Collection& texts, const std::vector<Claim>& claims, const Meanings& meanings, const QuestionTable& table, Values& values);

Key dimension_key(const std::string& dimension);

}  // namespace crosscheck
