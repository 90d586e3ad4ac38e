// What of a set was checked: the part of the report an editor signs on.
#pragma once

#include "index/index.h"
#include "model/document.h"
#include "model/report.h"

namespace crosscheck {

// With `keep_texts` the running text of every passage, the claims and the tables of words come along.
void describe(const Collection& texts, const Index& index, const Rulebook& rules, bool keep_texts, SetReport& out);

}  // namespace crosscheck
