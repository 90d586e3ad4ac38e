// Tested by tests/rooms/spelling.cpp.
#include "spelling/census.h"

#include <algorithm>

namespace crosscheck {
namespace {

Standing standing_of(std::string_view word, const ListedWord& listed, const Dictionary& dictionary) {
  using namespace words_format;
  if (dictionary.contractions.contains(std::string(word))) return Standing::unknown;
  // Met in the background alone and near to a common word: a slip that others made too ("pruritis").
  if ((listed.flags & kNearCommon) != 0 && (listed.flags & (kUS | kGB | kWordNet)) == 0) return Standing::unknown;
  if ((listed.flags & kName) != 0) return Standing::name;
  if (listed.count > 0 || (listed.flags & (kUS | kGB)) != 0) return (listed.flags & kNearCommon) != 0 ? Standing::suspect : Standing::known;
  if (listed.known()) return (listed.flags & kUnspoken) != 0 ? Standing::doubtful : Standing::known;
  const ListedWord medical = dictionary.medical.find(word);
  if (!medical.known()) return Standing::unknown;
  return (medical.flags & kName) != 0 ? Standing::name : Standing::doubtful;
}

bool beyond_ascii(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

}  // namespace

Census::Census(const Collection& texts, const Dictionary& dictionary) : uses(texts.symbols.size()), standings(texts.symbols.size(), Standing::unseen) {
  std::vector<uint32_t> last(texts.symbols.size(), ~0u);
  for (uint32_t d = 0; d < texts.documents.size(); ++d) {
    const Document& document = texts.documents[d];
    for (uint32_t s = 0; s < document.sentences.size(); ++s) {
      const Sentence& sentence = document.sentences[s];
      for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
        const Token& token = document.tokens[i];
        if (token.kind != TokenKind::word) continue;
        WordUse& use = uses[token.word];
        ++use.count;
        use.small += token.letter_case == Case::lower;
        use.capitals += token.letter_case == Case::capitalised && i > sentence.first_token;
        if (last[token.word] != d) ++use.documents, last[token.word] = d;
        Standing& standing = standings[token.word];
        if (standing == Standing::unseen) standing = first_look(token.word, texts.word(token.word), dictionary);
        if (token.word == dictionary.not_clitic && i > sentence.first_token && !token.space_before && !dictionary.before_not.contains(document.tokens[i - 1].word)) broken_not.push_back({d, s, i});
        if (standing == Standing::suspect) near_common.push_back({d, s, i});
        if (standing == Standing::known || standing == Standing::suspect || (standing == Standing::name && token.letter_case != Case::lower)) continue;
        in_question.push_back({token.word, {d, s, i}});
      }
    }
  }
  std::sort(accented.begin(), accented.end());
  std::sort(choices.begin(), choices.end(), [](const Choice& a, const Choice& b) { return a.word < b.word; });
}

Standing Census::first_look(Symbol symbol, std::string_view word, const Dictionary& dictionary) {
  if (word.size() < 3 || word.find_first_of("0123456789.") != std::string_view::npos) return Standing::known;
  if (beyond_ascii(word)) accented.push_back(symbol);
  const ListedWord listed = dictionary.words.find(word);
  if (!listed.partner.empty()) choices.push_back({symbol, listed});
  return standing_of(word, listed, dictionary);
}

}  // namespace crosscheck
