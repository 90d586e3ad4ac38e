// The gates between two aligned sentences. Each looks at the words that found no partner and are no part of the
// contrast. Tested by the silent cases of tests/checks/contradiction/.
#pragma once

#include "check/aligned_pair.h"
#include "check/gate.h"

namespace crosscheck {

Gate statement_gate(const AlignedPair& pair);
// `likeness`: how much lines up of what is no part of the contrast.
Gate place_gate(const AlignedPair& pair, double likeness);
Gate subject_gate(const AlignedPair& pair, const Collection& texts);
Gate scope_gate(const AlignedPair& pair);
// `allowing`: the side that allows, 1 or 2, when the other forbids; its condition then makes no difference.
Gate condition_gate(const AlignedPair& pair, int allowing = 0);
Gate attribution_gate(const AlignedPair& pair);
// `denying`: the side that denies, 1 or 2; words that it adds narrow what it denies.
Gate wording_gate(const AlignedPair& pair, int denying = 0);
Gate single_contrast_gate(const AlignedPair& pair);

}  // namespace crosscheck
