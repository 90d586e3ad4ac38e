// What parts two sentences that are otherwise alike: one contrast of a known kind, with the gates it passed.
//
//   leaflet.md   "Take metformin before food."      order: before / after
//   web.md       "Take metformin after food."       subject, people, time, condition: nothing differs
//
// All kinds are found here in one pass over the near copies, so that two rules never report one difference; each
// rule of its kind reports its own. What has two contrasts has none: two qualifiers that differ together make
// two true statements.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "check/gate.h"
#include "index/near_copies.h"
#include "model/document.h"
#include "model/finding.h"

namespace crosscheck {

enum class ContrastKind : uint8_t { negation, antonym, modality, quantifier, exception, comparison, role, order, entity, category, number, wording };

struct Contrast {
  ContrastKind kind = ContrastKind::wording;
  uint32_t sentence_a = 0, sentence_b = 0;  // in NearCopies::sentences
  Evidence a, b;
  std::string grounds;      // "before / after"
  Gates gates;
  double likeness = 0;
  bool only_synonyms = false;  // of wording
  bool other_words = false;    // of two trees (check/reworded.h), not of near copies
  bool opposed = false;        // found by two words that oppose each other (check/opposed.h): never an error
};

// How two stances clash: closed, they do not; open, they lean apart; passed, both cannot stand.
std::optional<Answer> stances_clash(Stance a, Stance b);
std::string stance_words(Stance a, Stance b);
std::optional<Answer> amounts_clash(Amount a, Amount b);

std::vector<Contrast> find_contrasts(const Collection& texts, const NearCopies& copies, const WordRelations& words);

}  // namespace crosscheck
