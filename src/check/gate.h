// Gates: the questions asked before two statements are compared. A closed gate ends the comparison, an open one
// leaves a warning at most, and a finding's `why` names those that passed and those that stayed open.
//
// A rule that compares two places says which words of theirs found no partner (Residue); the gates here judge
// those words. Facts about the places themselves (one list, one sentence, a reported view) need no alignment.
#pragma once

#include <string>
#include <vector>

#include "index/index.h"
#include "model/document.h"
#include "model/finding.h"

namespace crosscheck {

enum class Answer : unsigned char { passed, open, closed };

struct Gate {
  const char* name;   // "population"
  Answer answer;
  std::string words;  // the words it judged: "children" against "adults"
};

struct Gates {
  std::vector<Gate> all;
  const std::vector<std::string>* without = nullptr;  // names of gates that are not asked: a rule's setting without_gates
  void add(const char* name, Answer answer, std::string words = {});
  bool closed() const;
  unsigned open() const;
  // "subject, measure and population agree; open: time (\"first\")"
  std::string why() const;
  Compared compared(const char* by, double alike) const;
};

// One of the two places: its claim, which tells sentence and clause.
struct Side {
  const Document* document;
  const Claim* claim;
  const Sentence& sentence() const { return document->sentences[claim->sentence]; }
  const Passage& passage() const { return document->passages[sentence().passage]; }
};

// Words of each side without a partner on the other. A gap holds what stands between two aligned words, so two
// words of one gap stand in the same place of the two statements.
struct Residue {
  struct Gap {
    std::vector<Item> first, second;
  };
  std::vector<Gap> gaps;
};

// "It lasts ...", "Take ...": the subject is named elsewhere.
bool subject_elsewhere(const Meanings& meanings, const Side& side);

// Items of one list, cells of one table, one sentence twice: they differ on purpose.
void gate_siblings(const Side& a, const Side& b, Gates& gates);
// "critics claim", "was once thought": a view that is only reported contradicts nothing.
void gate_attribution(const Side& a, const Side& b, Gates& gates);
// Scope words (who, when, by which route, in which form, how severe), negation and names among the unpaired words;
// two unpaired words of content in one gap are a second contrast. A name stands for the other side's "it".
void gate_residue(const Meanings& meanings, const Side& a, const Side& b, const Residue& residue, Gates& gates);

}  // namespace crosscheck
