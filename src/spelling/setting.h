// Places at which a word is prose, and so to be judged: not in an address, a formula or a guide to pronunciation.
#pragma once

#include "model/document.h"

namespace crosscheck {

bool is_running_word(const Document& document, const Sentence& sentence, uint32_t token);

}  // namespace crosscheck
