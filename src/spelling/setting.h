// Places at which a word is prose, and so to be judged: not in an address, a formula or a guide to pronunciation.
#pragma once

#include "model/document.h"

namespace crosscheck {

// Of any case.
bool is_running_text(const Document& document, const Sentence& sentence, uint32_t token);
// As dictionaries have words: in small letters or with a capital.
bool is_running_word(const Document& document, const Sentence& sentence, uint32_t token);

// "(fi-BRO-sis)": cut in syllables to show how a word is spoken?
bool tells_sound(const Document& document, const Sentence& sentence, uint32_t token);

}  // namespace crosscheck
