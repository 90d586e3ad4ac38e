// The lists of a document, as the rules about lists see them.
#pragma once

#include <vector>

#include "model/document.h"

namespace crosscheck {

// Passage indexes of the items of one list and one depth, in order. Items without text are left out, and so are
// lists with an item that swallowed others.
using ListItems = std::vector<uint32_t>;
std::vector<ListItems> lists_of(const Document& document);

// An item that swallowed others when lines were lost: "who smoke - who drink - who are over 50".
bool holds_lost_items(const Document& document, uint32_t passage);

inline const Token& first_token(const Document& document, uint32_t passage) {
  return document.tokens[document.sentences[document.passages[passage].first_sentence].first_token];
}
inline const Token& last_token(const Document& document, uint32_t passage) {
  return document.tokens[document.sentences[document.passages[passage].end_sentence - 1].end_token - 1];
}

}  // namespace crosscheck
