// What the words of a set are: language, lemmas, tags, dependencies, abbreviations.
#pragma once

#include "model/document.h"
#include "model/report.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

// How far the analysis goes; the rest is left as it stands. For benches and for jobs that need no more.
enum class Depth : uint8_t { lemmas, tags, dependencies };

// Marks documents that are not English (their sentences are withdrawn, so that no language rule sees them, with
// a note), then fills in the tokens' lemma, tag and head.
void analyse(Collection& texts, const Rulebook& rules, std::vector<Trouble>& trouble, Depth depth = Depth::dependencies);

// What the program has to do without, because a table or the model is missing or damaged. Notes, once a run.
std::vector<Trouble> missing_data(const Rulebook& rules);

}  // namespace crosscheck
