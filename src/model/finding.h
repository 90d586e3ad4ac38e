// What a check says, in terms of the texts; report.h has the same thing resolved for readers outside.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/rule_info.h"
#include "model/span.h"

namespace crosscheck {

// The clashing words. Places of one side agree, places of different sides disagree.
struct Evidence {
  uint32_t document = 0;
  Span span;
  uint8_t side = 1;
};

struct Fix {
  uint32_t document = 0;
  Span span;
  std::string replacement;
  bool safe = false;  // mechanical, no reader could object
};

// What a comparison of two places rested on, for those who weigh it (check/confidence.h).
struct Compared {
  const char* by = "";           // "values", "wording"
  uint8_t open = 0, passed = 0;  // gates
  double alike = 1;              // share of the words that found a partner
};

struct Finding {
  const RuleInfo* rule = nullptr;
  Level level = Level::warning;
  double confidence = 0.8;
  std::string message;
  std::string why;
  std::vector<Evidence> evidence;  // the place to look at first comes first; grouped: the minority first
  std::vector<Fix> fixes;          // the best first
  Compared compared;               // of a contradiction
  // Set for a finding that gathers all places of one disagreement: the forms in question ("IVIG|IVIg").
  // Its fingerprint comes from them, so that it survives more places of the same.
  std::string forms;
  bool turned = false;  // the first places are the approved text: they are reported last
};

}  // namespace crosscheck
