// What "it", "this medicine" and "the condition" stand for, and the canonical form of a claim.
#pragma once

#include <vector>

#include "model/claim.h"
#include "model/document.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

// Fills in Claim::canonical of every claim: subject with pronouns resolved and articles gone, relation by its
// dictionary form, value with numbers in figures.
void resolve_references(const Collection& texts, std::vector<Claim>& claims, const Rulebook& rules);

}  // namespace crosscheck
