// The lists of opposites against WordNet: two words that WordNet holds to be one in their first meaning may stand on
// two ends of an axis only where the exceptions below say why.
#include <doctest/doctest.h>

#include <set>
#include <sstream>
#include <string>

#include "language/wordnet.h"
#include "rulebook/rulebook.h"

using namespace crosscheck;

namespace {

std::vector<std::string> parts_of(const std::string& line, char mark) {
  std::vector<std::string> out;
  std::istringstream in(line);
  for (std::string part; std::getline(in, part, mark);) {
    while (!part.empty() && part.front() == ' ') part.erase(0, 1);
    while (!part.empty() && part.back() == ' ') part.pop_back();
    if (!part.empty()) out.push_back(part);
  }
  return out;
}

std::set<uint32_t> meanings(const WordNet& wordnet, const std::string& word) {
  std::set<uint32_t> out;
  const uint32_t row = wordnet.find(word);
  if (row == WordNet::kNone) return out;
  for (const PartOfSpeech part : {PartOfSpeech::noun, PartOfSpeech::verb, PartOfSpeech::adjective, PartOfSpeech::adverb})
    if (const uint32_t synset = wordnet.synset(row, part); synset != WordNet::kNone) out.insert(synset);
  return out;
}

}  // namespace

TEST_CASE("no two words of one axis or class are one to WordNet") {
  const Rulebook book = load_rulebook({std::string(CROSSCHECK_SOURCE) + "/rules", ""}, "");
  const WordNet wordnet(find_home().data);
  if (!wordnet) return;
  std::set<std::string> excepted;
  for (const Value& pair : book.lexicon("opposites_excepted")["pairs"].items) excepted.insert(pair.items.at(0).text() + " / " + pair.items.at(1).text());
  std::string clashes;
  for (const char* file : {"oppositions", "exclusive"})
    for (const Value& group : book.lexicon(file)["groups"].items)
      for (const Value& line : group["lines"].items) {
        const std::vector<std::string> members = parts_of(line.text(), '/');
        for (size_t m = 0; m < members.size(); ++m)
          for (size_t n = m + 1; n < members.size(); ++n)
            for (const std::string& x : parts_of(members[m], ','))
              for (const std::string& y : parts_of(members[n], ',')) {
                const std::set<uint32_t> of_x = meanings(wordnet, x), of_y = meanings(wordnet, y);
                for (const uint32_t meaning : of_x)
                  if (of_y.contains(meaning) && !excepted.contains(x + " / " + y)) clashes += std::string(file) + ": " + x + " / " + y + "\n";
              }
      }
  CHECK(clashes == "");
}
