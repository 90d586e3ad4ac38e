// Two words run together where the case tells: "DNAwithin", "endoscopeThe", "KearnsSayre".
#pragma once

#include <vector>

#include "spelling/judge.h"

namespace crosscheck {

std::vector<Mistake> run_together_at_capital(const Collection& texts, const Census& census, const Dictionary& dictionary);

}  // namespace crosscheck
