// Cuts text into words, numbers and marks the way the Universal Dependencies treebanks do.
//
//   "Don't take 2.5mg twice-daily"  ->  Do n't take 2.5 mg twice - daily
//
// Segment/ makes tokens of the pieces, rulebook/ cuts the phrases of rules by the same function, so both
// agree on what a word is.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace crosscheck {

enum class PieceKind : uint8_t { word, number, punctuation, symbol };

struct Piece {
  uint32_t begin = 0, end = 0;  // bytes in the text given
  PieceKind kind = PieceKind::word;
  bool space_before = false;
};

// Appends the pieces of text[begin, end) to `out`; offsets are those of `text`.
void cut_pieces(std::string_view text, uint32_t begin, uint32_t end, std::vector<Piece>& out);

}  // namespace crosscheck
