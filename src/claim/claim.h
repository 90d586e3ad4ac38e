// What each sentence says.
#pragma once

#include <vector>

#include "model/claim.h"
#include "model/document.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

// The claims of a set, by document and place.
std::vector<Claim> claim(const Collection& texts, const Rulebook& rules);

}  // namespace crosscheck
