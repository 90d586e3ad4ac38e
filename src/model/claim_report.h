// Claims free of the texts they stand in: what `crosscheck claims` writes (design A4).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/claim.h"

namespace crosscheck {

struct ReportQuantity {
  std::string text, unit, dimension, comparator, of, per;
  double low = 0, high = 0;  // infinite where open
  bool approximate = false;
};

struct ReportQuantified {
  std::string value, text, of;
};

// start, end: code points in the source file.
struct ReportClaim {
  std::string set, document;
  uint32_t passage = 1;
  uint32_t start = 0, end = 0;
  std::string sentence;
  std::string subject, relation;
  std::vector<std::string> arguments;
  std::string polarity, modality;
  std::string quantifier;  // empty: none stated
  std::vector<ReportQuantified> quantified;
  std::string frequency;   // empty: none stated
  std::string frequency_text, frequency_of;
  double frequency_low = 0, frequency_high = 1;
  std::vector<ReportQuantity> quantities;
  std::vector<std::string> conditions;
  std::string time, attribution;  // empty: none stated
  double confidence = 0;
  std::string canonical_subject, canonical_relation, canonical_value;
  std::string stands_for;
  double resolved = 0;  // how sure it is what the subject ("it") stands for; 0: it is no such word
};

}  // namespace crosscheck
