// What a statement is about: the thing named as its subject, else what its document is about.
//
//   "People with Norel syndrome type 2 ..."   norel, with the label 2
//   "This condition ..."                      what the sentences before named, else the document's topic
//
// The topic of a document is the name its questions, headings and subjects repeat most.
#pragma once

#include <optional>
#include <unordered_map>
#include <vector>

#include "index/slots.h"

namespace crosscheck {

struct Subject {
  std::vector<Key> name;    // in order, without repeats
  std::vector<Key> labels;
  std::vector<Key> scope;   // who: "children with"
  bool other = false;       // "other forms", "these diseases": nobody knows which
  bool part = false;        // a gene, a mutation: something of it
  bool limited = false;     // "the disease caused by": one kind of it
  uint32_t first = 0, end = 0;  // its tokens
};

class SubjectFinder {
 public:
  SubjectFinder(const Collection& texts, const Abbreviations& abbreviations, const Meanings& meanings, const SlotTable& table);

  // Of the clause tokens [first, end) stand in.
  Subject of_clause(uint32_t document, uint32_t sentence, uint32_t first, uint32_t end) const;
  // Of a name that stands there; `open`: it goes on as far as a name may.
  Subject of_name(uint32_t document, uint32_t first, uint32_t end) const;
  // What "it" and "this condition" stand for, where the sentences before name it.
  void look_back(uint32_t document, uint32_t sentence, uint32_t first, Subject& out) const;
  const std::vector<Key>& topic(uint32_t document);
  // The members of a list of findings, those in brackets too, each as its words.
  struct FoundFinding {
    std::vector<Key> name;
    bool goes_on = false;  // "an antibody that attacks ..."
  };
  std::vector<FoundFinding> findings(uint32_t document, uint32_t first, uint32_t end) const;

 private:
  std::optional<uint32_t> subject_token(const Document& document, const Sentence& sentence, uint32_t from) const;
  Subject of_noun(const Document& document, const Sentence& sentence, uint32_t noun) const;
  void read_name(const Document& document, uint32_t first, uint32_t end, Subject& out) const;
  void read_kind(const Document& document, uint32_t first, uint32_t end, Subject& out) const;
  FoundFinding finding_name(const Document& document, uint32_t first, uint32_t end) const;
  std::vector<Key> find_topic(const Document& document) const;

  const Collection& texts_;
  const Meanings& meanings_;
  const SlotTable& table_;
  std::unordered_map<Symbol, std::vector<Key>> long_forms_;
  std::vector<std::optional<std::vector<Key>>> topics_;
};

}  // namespace crosscheck
