// The claims of a set as readers and other programs see them. What checks compare stands in statements (claim.h):
// stretches of a sentence in which every word and every quantity stands once. A parsed sentence says more than it
// has stretches, and says it finer: "IVIG, a plasma product, is given to patients who lack antibodies" is one
// statement and three claims.
#pragma once

#include <vector>

#include "model/claim.h"
#include "model/document.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

// By document and place. Where a sentence has no parse its statements stand for its claims.
std::vector<Claim> claims_said(const Collection& texts, const std::vector<Claim>& statements, const Rulebook& rules);
// How many that are.
uint32_t count_claims(const Collection& texts, const std::vector<Claim>& statements, const Rulebook& rules);

}  // namespace crosscheck
