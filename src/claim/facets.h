// The facets of a claim, one file each; every function fills its part of a claim whose span is a clause.
#pragma once

#include "claim/clause.h"
#include "model/claim.h"
#include "model/document.h"

namespace crosscheck {

// Who or what, does what, to what: subject, relation and arguments (relation.cpp).
void find_relation(const Document& document, const Clause& clause, const GrammarTable& grammar, Claim& claim);
// must, should, may, must not; not, never, no (modality.cpp).
void find_modality(const Document& document, const Clause& clause, const GrammarTable& grammar, Claim& claim);
// all, most, some, none; rarely, very common (quantifier.cpp).
void find_quantifier(const Document& document, const Clause& clause, const GrammarTable& grammar, Claim& claim);
// if, unless, in children, before food; "critics claim" (condition.cpp).
void find_conditions(const Document& document, const Clause& clause, const GrammarTable& grammar, Claim& claim);
// "also called", "is defined as": another name or a definition, as a claim of its own (definition.cpp).
void find_definition(const Document& document, const Clause& clause, const GrammarTable& grammar, std::vector<Claim>& out);
// What each quantity counts or measures (measured.cpp).
void find_measured(const Document& document, uint32_t end, const GrammarTable& grammar, Quantity& quantity);

}  // namespace crosscheck
