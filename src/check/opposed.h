// Statements on opposite ends of one axis, in sentences that may have little else in common:
//
//   leaflet.md   "Take the drink on an empty stomach."
//   sheet.md     "Dissolve the powder; the drink is to be taken with a meal."
//
// check/reworded.h wants whole sentences to line up. Here the two words that oppose each other come first
// (NearCopies::opposed), and only the statements they stand in are compared: the words must play one part in both,
// said of one thing, and nothing else may part them. A word that one side adds is forgiven when the text around the
// other side names it ("the canister of Airova" under the heading "Airova").
#pragma once

#include <optional>

#include "check/contrast.h"
#include "check/reworded.h"

namespace crosscheck {

class OpposedStatements {
 public:
  OpposedStatements(const Collection& texts, const NearCopies& copies, const WordRelations& words, RewordedPairs& pairs) : texts_(texts), copies_(copies), words_(words), pairs_(pairs) {}
  std::optional<Contrast> compare(const OpposedWords& opposed);

 private:
  const Collection& texts_;
  const NearCopies& copies_;
  const WordRelations& words_;
  RewordedPairs& pairs_;
};

}  // namespace crosscheck
