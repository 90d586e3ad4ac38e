// compile-background OUT FILE.ndjson...: counts words and pairs of words in texts, for rules/words/background.txt.
//
// Only counts leave the texts. A word is kept when it stands in three documents or more, a pair when it was met
// twice; an article
// between two words is looked past; a word that is capitalised wherever a sentence does not force it keeps its capital.
#include <simdjson.h>

#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <unordered_map>

#include "text/fold.h"
#include "text/pieces.h"
#include "text/utf8.h"

namespace crosscheck {
namespace {

constexpr uint32_t kDocuments = 3, kPairs = 2;

struct Word {
  uint32_t count = 0, documents = 0, last = 0, small = 0, caps = 0;
};

struct Texts {
  std::unordered_map<std::string, Word> words;
  std::map<std::pair<std::string, std::string>, uint32_t> pairs;
  uint32_t documents = 0;

  void read(std::string_view text) {
    ++documents;
    std::vector<Piece> pieces;
    cut_pieces(text, 0, static_cast<uint32_t>(text.size()), pieces);
    std::string before, past, buffer;  // `past`: what stood before an article
    for (const Piece& piece : pieces) {
      if (piece.kind != PieceKind::word) {
        before.clear();
        past.clear();
        continue;
      }
      const std::string_view written = text.substr(piece.begin, piece.end - piece.begin);
      const std::string word(fold_into(buffer, written));
      Word& entry = words[word];
      ++entry.count;
      if (entry.last != documents) ++entry.documents, entry.last = documents;
      const bool upper = is_upper(code_point_at(written, 0).value);
      if (!upper) ++entry.small;
      else if (!before.empty()) ++entry.caps;
      if (!before.empty()) ++pairs[{before, word}];
      if (!past.empty()) ++pairs[{past, word}];
      past = word == "a" || word == "an" || word == "the" ? before : "";
      before = word;
    }
  }
};

void read_file(const std::string& path, Texts& texts) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error(path + ": cannot be read");
  simdjson::dom::parser parser;
  for (std::string line; std::getline(file, line);)
    if (!line.empty()) texts.read(std::string_view(parser.parse(line)["text"]));
}

void write(const std::string& path, const Texts& texts) {
  std::map<std::string, std::string> kept;  // folded, as shown
  for (const auto& [word, entry] : texts.words)
    if (entry.documents >= kDocuments && is_letter(code_point_at(word, 0).value) && word.find_first_of("0123456789._") == std::string::npos)
      kept[word] = entry.small == 0 && entry.caps > 0 ? capitalised(word) : word;
  std::ofstream out(path);
  out << "# Counts of words and of pairs of words, made by src/compile/background.cpp from\n"
         "#   MedQuAD (Ben Abacha and Demner-Fushman 2019), CC BY 4.0, and drug labels of the US FDA, public domain.\n"
         "# A line: word, how often; then each word that followed it twice or more, how often.\n";
  for (const auto& [word, shown] : kept) {
    out << shown << ' ' << texts.words.at(word).count;
    for (auto pair = texts.pairs.lower_bound({word, ""}); pair != texts.pairs.end() && pair->first.first == word; ++pair)
      if (pair->second >= kPairs && kept.contains(pair->first.second)) out << ' ' << pair->first.second << ' ' << pair->second;
    out << '\n';
  }
}

}  // namespace
}  // namespace crosscheck

int main(int count, char** words) {
  try {
    if (count < 3) throw std::runtime_error("usage: compile-background OUT FILE.ndjson...");
    crosscheck::Texts texts;
    for (int i = 2; i < count; ++i) crosscheck::read_file(words[i], texts);
    crosscheck::write(words[1], texts);
    return 0;
  } catch (const std::exception& wrong) {
    std::cerr << "compile-background: " << wrong.what() << '\n';
    return 2;
  }
}
