// Contrasts between two sentences that say one thing in other words: "An enzyme speeds up the breakdown of the drug"
// against "Breakdown of the drug is slowed by an enzyme". check/contrast.h asks here about pairs that are no near
// copies. The words are paired by check/tree_alignment.h; one statement of each side is compared, that in which the
// contrast stands, and all else in it has to line up.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "check/contrast.h"
#include "check/sentence_tree.h"
#include "check/tree_alignment.h"

namespace crosscheck {

class RewordedPairs {
 public:
  RewordedPairs(const Collection& texts, const NearCopies& copies, const WordRelations& words) : texts_(texts), copies_(copies), words_(words), traits_(copies, words), trees_(copies.sentences.size()) {}
  // The one contrast of a pair, with the gates it passed.
  std::optional<Contrast> compare(uint32_t a, uint32_t b);
  const SentenceTree& tree(uint32_t sentence);
  WordTraits& traits() { return traits_; }

 private:

  const Collection& texts_;
  const NearCopies& copies_;
  const WordRelations& words_;
  WordTraits traits_;
  std::vector<std::unique_ptr<SentenceTree>> trees_;
};

}  // namespace crosscheck
