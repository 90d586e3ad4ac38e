// Instructions to crosscheck that stand in the texts themselves, and [sic].
//
//   <!-- crosscheck off --> ... <!-- crosscheck on -->
//   <!-- crosscheck spelling = NO -->         ... = YES
//   <!-- crosscheck spelling["Zeltara"] = NO -->   ... = YES
//   <!-- crosscheck-disable-line -->, -disable-next-line, -disable, -enable; rule ids may follow
//   <!-- crosscheck:ignore Zeltara, CIDP -->
//
// In plain text the same comments are read, and the same words alone on a line. A name may be any prefix of
// rule ids; without one the instruction is about all rules.
#pragma once

#include <string_view>
#include <vector>

#include "model/document.h"
#include "model/report.h"

namespace crosscheck {

// What plain text holds of them: comments anywhere, and lines that are nothing else.
std::vector<Span> find_directives(std::string_view text);

// Turns the instructions among `comments` (places in the source) and every [sic] of the text into suppressions.
void apply_directives(Document& document, const std::vector<Span>& comments, std::vector<Trouble>& trouble);

}  // namespace crosscheck
