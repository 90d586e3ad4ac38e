// Gold sentences in which every quantity is one word, as the parser meets them.
#pragma once

#include <optional>

#include "rulebook/rulebook.h"
#include "train/treebank.h"

namespace crosscheck::train {

// The sentence with its quantities merged; nothing when it has none. A range that has more than one head outside
// itself is left as it is.
std::optional<GoldSentence> merge_quantities(const GoldSentence& sentence, const Rulebook& rules);

}  // namespace crosscheck::train
