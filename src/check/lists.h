// The lists of a document, as the rules about lists see them.
#pragma once

#include <vector>

#include "model/document.h"

namespace crosscheck {

// Passage indexes of the items of one list and one depth, in order; items without text are left out.
using ListItems = std::vector<uint32_t>;
std::vector<ListItems> lists_of(const Document& document);

inline const Token& first_token(const Document& document, uint32_t passage) {
  return document.tokens[document.sentences[document.passages[passage].first_sentence].first_token];
}
inline const Token& last_token(const Document& document, uint32_t passage) {
  return document.tokens[document.sentences[document.passages[passage].end_sentence - 1].end_token - 1];
}

}  // namespace crosscheck
