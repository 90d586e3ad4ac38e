// Facts with one answer, however they are worded: who wrote it, where she was born, what the capital is called.
//
//   "The fair is organised by Expo Lugano Ltd"      organiser of the fair: Expo Lugano Ltd
//   "The organiser of the fair is Messe Bern AG"    organiser of the fair: Messe Bern AG
//
// rules/lexicon/facts.yaml names the relations and the words that tell them: participles ("organised by"), nouns
// ("the organiser of"), verbs. What a fact is about is the phrase that the parse gives as its subject; "it" and "the
// film" stand for what was named before. Whatever limits what is said (not, may, first, formerly, a view that is
// reported) keeps it out.
//
// Tested by tests/checks/contradiction/{entity,date}.yaml.
#pragma once

#include <string>
#include <vector>

#include "language/word_relations.h"
#include "model/document.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

// rules/lexicon/facts.yaml
struct FactTable {
  explicit FactTable(Rulebook& book);

  enum class Kind : uint8_t { name, place, time, amount, kind };
  struct Relation {
    std::string name, asks, rule;
    Kind kind = Kind::name;
    WordSet by;            // what stands between the participle and the value
    bool changes = false;  // another one may hold it later
    bool things = false;   // the value may be a common noun: "made of cotton"
  };
  struct Told {
    uint32_t relation = 0;
    enum Way : uint8_t { participle, noun, verb } way = participle;
  };
  std::vector<Relation> relations;
  WordMap<std::vector<Told>> starts;
  WordSet be, of, unknown, unclear, stops, limits, joins, titles, relative, collective, generic;
};

// A phrase as words: its names and its other words, both in order and without repeats.
struct FactPhrase {
  std::vector<Symbol> names, words;
  Symbol head = 0;       // the last of the other words
  uint32_t entry = 0;    // in WordRelations, of its first name or last word
  bool pronoun = false;  // "it", or nothing: named elsewhere
  bool pointing = false; // "the film": may stand for a name
  bool found_before = false;  // its names stand in an earlier sentence
  bool empty() const { return names.empty() && words.empty() && !pronoun; }
};

struct Fact {
  uint32_t relation = 0;
  uint32_t document = 0, sentence = 0;
  FactPhrase subject;
  std::vector<FactPhrase> values;  // "A, B and C"; of a place its parts: "Newark", "New Jersey"
  bool unknown = false;            // "is unknown"
  double low = 0, high = 0;        // of a time
  std::vector<Symbol> qualifiers;  // "executive" producer, "2002"
  Span shown;
};

// The facts of a set whose relations `rule` reports, in reading order.
std::vector<Fact> find_facts(const Collection& texts, const Rulebook& rules, const std::string& rule);

}  // namespace crosscheck
