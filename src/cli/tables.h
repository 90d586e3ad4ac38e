// The table of abbreviations of a set, as text and for other programs.
#pragma once

#include <string>

#include "index/index.h"

namespace crosscheck {

std::string abbreviations_as_ndjson(const Collection& texts, const Abbreviations& found);
std::string abbreviations_as_csv(const Collection& texts, const Abbreviations& found);
std::string abbreviations_as_table(const Collection& texts, const Abbreviations& found, bool markdown);

}  // namespace crosscheck
