// What a document lets its reader do: "never shake the bottle", "give the bottle a good shake".
#pragma once

#include <string>
#include <vector>

#include "check/check.h"

namespace crosscheck {

// rules/lexicon/topics.yaml
class TopicTable {
 public:
  explicit TopicTable(Rulebook& book);

  enum Stance : uint8_t { deny, needless, require, allow, bound };
  struct Place {
    uint16_t topic = 0;
    uint8_t pole = 0;  // of a topic with ways
  };
  // Longest first, by word, else by dictionary form.
  static PhraseSet::Match match(const PhraseSet& phrases, const std::vector<Token>& tokens, uint32_t at, uint32_t end);

  PhraseSet topics, stances, beside;
  std::vector<std::vector<Place>> places;   // by value of `topics`
  std::vector<uint64_t> beside_of;          // by value of `beside`: topics with ways, bit by bit
  std::vector<std::string> ways;            // names of the topics with ways
  size_t acts = 0;                          // topics below are acts, the others have ways
  uint64_t excused = 0;                     // topics with ways to which a text may grant an exception, bit by bit
  uint64_t together = 0;                    // topics with ways whose sides share one of the words beside them, bit by bit
  WordSet excuses, happens, demonstratives;
  WordSet to, places_at, purposes_for;
  WordSet near;                             // deny only what stands right behind them
  WordSet generic;                          // "medicine", "tablet": may stand for what the other side names
  WordSet conditions;                       // open a condition
  WordSet breaks;                           // part clauses
};

// Reports every pair of documents that take opposite stances on one topic.
void report_topic_stances(const CheckInput& in, Findings& findings);

}  // namespace crosscheck
