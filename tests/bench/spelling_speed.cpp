// crosscheck-spelling-speed FILE: how fast words are found wrong, in one thread, without the rest of the program.
//
//   load      the dictionaries, until the first word can be asked for
//   words     cutting the text into words and looking each up once, as a census of a set does
//
// Run by tests/bench/bench.py beside the spell checkers of the machine.
#include <algorithm>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <vector>

#include "rulebook/rulebook.h"
#include "spelling/word_table.h"
#include "text/fold.h"
#include "text/pieces.h"
#include "text/symbols.h"

namespace {

// Seconds of this program's own: others may be at work on the machine.
double spent() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

}  // namespace

int main(int count, char** words) {
  using namespace crosscheck;
  if (count != 2) {
    std::cerr << "usage: crosscheck-spelling-speed FILE\n";
    return 2;
  }
  std::ifstream file(words[1], std::ios::binary);
  const std::string text(std::istreambuf_iterator<char>(file), {});
  const std::string data = find_home().data;

  double start = spent();
  const WordTable table(data + "/words.table"), medical(data + "/en_med.table");
  const bool ready = table.find("the").known();
  const double load = spent() - start;

  double best = 1e9;
  size_t unknown = 0, seen = 0;
  for (int round = 0; round < 5; ++round) {
    start = spent();
    SymbolTable base, symbols = SymbolTable::above(base);
    std::vector<Piece> pieces;
    std::vector<uint8_t> judged;
    std::string buffer;
    unknown = seen = 0;
    for (size_t begin = 0; begin < text.size();) {
      size_t end = text.find('\n', begin);
      if (end == std::string::npos) end = text.size();
      pieces.clear();
      cut_pieces(text, static_cast<uint32_t>(begin), static_cast<uint32_t>(end), pieces);
      for (const Piece& piece : pieces) {
        if (piece.kind != PieceKind::word) continue;
        ++seen;
        const Symbol symbol = symbols.intern(fold_into(buffer, std::string_view(text).substr(piece.begin, piece.end - piece.begin)));
        if (symbol >= judged.size()) judged.resize(symbol + 1024, 0);
        if (judged[symbol] == 0) judged[symbol] = table.find(symbols.text(symbol)).known() || medical.find(symbols.text(symbol)).known() ? 1 : 2;
        unknown += judged[symbol] == 2;
      }
      begin = end + 1;
    }
    best = std::min(best, spent() - start);
  }
  std::cout << (ready ? "" : "no dictionary; ") << "load " << 1000 * load << " ms, " << static_cast<double>(text.size()) / 1e6 / best << " MB/s, " << static_cast<double>(seen) / 1e6 / best << " M words/s, " << unknown
            << " words in no list\n";
  return 0;
}
