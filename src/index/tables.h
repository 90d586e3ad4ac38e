// The words of a set as tables: what short forms stand for, and terms that are written in several ways.
#pragma once

#include <vector>

#include "index/index.h"
#include "model/report.h"

namespace crosscheck {

// One row for each meaning of a short form; one without a meaning where none is given.
std::vector<AbbreviationRow> abbreviation_rows(const Collection& texts, const Abbreviations& found);
std::vector<TermRow> term_rows(const Collection& texts, const Terms& terms);

}  // namespace crosscheck
