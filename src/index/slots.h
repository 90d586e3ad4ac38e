// Which questions a text answers, however it words the answer: "is inherited in an autosomal recessive pattern",
// "autosomal recessive inheritance", "both parents must carry the altered gene" all say how a disease is inherited.
//
// A slot is one question with one right answer for one thing. rules/lexicon/slots*.yaml list the slots, the values
// each may take and the wordings that give one (language/token_pattern.h). Every place that answers becomes a
// Statement with what it is about: the thing named beside it, else what its document is about. Statements are kept
// in order of slot and subject, so those that may disagree stand together and comparing them costs what there is of
// them, whatever the size of the set. check/slot_conflict.h compares.
//
// Tested by tests/checks/contradiction/{category,cause,definition,entity}.yaml.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "index/meaning.h"
#include "language/abbreviations.h"
#include "language/token_pattern.h"
#include "model/document.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

// What becomes of a comparison when something stands on one side only.
enum class OneSided : uint8_t { passes, opens, closes };

struct Slot {
  std::string name;                  // "inheritance"
  std::string asks;                  // "how it is inherited"
  std::string rule;                  // the rule that speaks of it: "contradiction.category"
  std::vector<std::string> values;   // names of the classes; empty: typed values
  std::vector<std::vector<bool>> apart;  // which two classes exclude each other
  std::vector<std::pair<double, double>> bounds;  // of classes that are stretches of a scale: "infancy"
  PhraseSet phrases;                 // their value: index into values
  struct Wording {
    TokenPattern pattern;
    int32_t value;    // the class it gives by itself; -1: that of its phrase
    bool row = false; // an item of a list without a verb
  };
  std::vector<Wording> wordings;
  std::vector<bool> absolute;        // values that leave no exception: "unknown", "not inherited"
  OneSided soft = OneSided::opens, hedged = OneSided::closes, label = OneSided::closes, scope = OneSided::opens, condition = OneSided::closes;
  bool kinds = false;                // one thing may have several values, in its kinds: a text that gives two tells of kinds
  bool near = false;                 // names are apart when they differ in one sign: others may both be right
  bool limits = false;               // only bounds are compared: "more than 8 weeks", "more than 3 weeks"
  WordSet neutral;                   // words that are no scope here
  WordSet never;                     // a clause with one of them says nothing here: "should"
  std::vector<WordSet> never_of;     // the same for one value
  bool named = false;                // asked of what stands beside the answer only, each member of a list for itself
  std::vector<std::vector<std::vector<Symbol>>> same;  // names of one thing, as words
  bool usual = false;                // "usually" on both sides is no part: all of them say it
  double most = 0;                   // a greater amount is impossible, whoever it is about; 0: there is no such
  std::vector<std::pair<double, std::pair<double, double>>> row_values;  // what figures in tables stand for
  bool error = false;                // sure enough for an error
  double tolerance = 0;              // typed values within this share of one another are equal
};

// rules/lexicon/slots.yaml and the files it names.
struct SlotTable {
  explicit SlotTable(Rulebook& book);
  std::vector<std::unique_ptr<Slot>> slots;
  WordMap<std::vector<std::pair<uint32_t, uint32_t>>> starts;  // slot and wording, by the word they start with
  std::vector<std::pair<uint32_t, uint32_t>> with_quantity;      // those that start with a quantity
  WordSet soft, usual, hedges, views, conditions, others, generic, links, breaks, negators, labels, asking, explains, parts, before_others, degrees, ends_finding;

 private:
  void load(const Value& entry, Rulebook& book);
};

struct Statement {
  uint32_t slot = 0;
  int32_t value = -1;          // a class; -1: typed
  double low = 0, high = 0;    // of a typed value
  Comparator comparator = Comparator::equal;
  Key symbol = 0;              // of a value that is a name
  Span symbol_span;
  uint32_t document = 0, sentence = 0;
  uint32_t first = 0, end = 0; // tokens
  Span shown;
  bool named = false;          // of what stands beside it; its labels are the document's topic
  bool several = false;        // "autosomal dominant or recessive"
  bool row = false, soft = false, hedged = false, conditional = false;
  bool known = false;          // what it is about is known, by name or from its document
  std::vector<Key> subject;    // in order, without repeats
  std::vector<Key> labels;     // "type 2" of the subject
  std::vector<Key> scope;      // who, when, where, of which kind
};

struct Slots {
  std::vector<Statement> all;  // by slot, subject, document, place
};

Slots find_slots(const Collection& texts, const std::vector<Claim>& claims, const Abbreviations& abbreviations, const Meanings& meanings, const Rulebook& rules);

}  // namespace crosscheck
