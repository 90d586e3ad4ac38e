// Look-ups over a whole set that several checks share. Built once, after the last sentence is analysed.
#pragma once

#include <memory>
#include <vector>

#include "index/terms.h"
#include "language/abbreviations.h"
#include "index/meaning.h"
#include "index/values.h"
#include "index/near_copies.h"
#include "index/slots.h"
#include "model/claim.h"
#include "model/document.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

struct Judgement;    // spelling/judge.h
struct ValueFrames;  // index/value_frames.h
struct Stances;      // index/stances.h

struct Index {
  std::vector<Claim> claims;  // statements, by document, then place
  uint32_t claims_said = 0;   // how many claims readers see
  Abbreviations abbreviations;
  Meanings meanings;
  Values values;
  std::shared_ptr<const ValueFrames> frames;  // what the values are values of; never null
  NearCopies near_copies;     // sentences that are alike
  std::shared_ptr<const Stances> stances;  // denials with what may affirm them
  Slots slots;                // answers to questions with one answer
  std::shared_ptr<const Judgement> spelling;  // never null; empty when no rule needs it
  Terms terms;
};

Index build_index(const Collection& texts, std::vector<Claim> claims, const Rulebook& rules);

}  // namespace crosscheck
