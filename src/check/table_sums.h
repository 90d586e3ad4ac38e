// Tables whose totals or shares do not come out.
#pragma once

#include <vector>

#include "check/sums.h"

namespace crosscheck {

// rules/lexicon/tables.yaml
struct TableWords {
  explicit TableWords(Rulebook& book);
  WordSet totals;  // "total", "all": the name of a row or column that adds up the others
};

void find_table_miscounts(const Document& document, const TableWords& words, std::vector<Miscount>& out);

}  // namespace crosscheck
