#include "language/lemma.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "language/tags.h"
#include "segment/segment.h"

namespace crosscheck {
namespace {

Rulebook book_with(const std::string& data) {
  Rulebook book = load_rulebook({std::string(CROSSCHECK_SOURCE) + "/rules", data}, "");
  book.prepare<SegmentTables>();
  book.prepare<LemmaTable>();
  return book;
}

const LemmaTable& table() {
  static const Rulebook book = book_with(find_home().data);
  return book.table<LemmaTable>();
}

std::string untagged(const char* word) { return table().lemma(word); }
std::string tagged(const char* word, TagId t) { return table().lemma(word, inflection_of(t)); }

}  // namespace

TEST_CASE("lemmas of words that no tag explains") {
  for (const auto& entry : std::vector<std::pair<const char*, std::string>>{
           {"diseases", "disease"}, {"categories", "category"}, {"women", "woman"}, {"children", "child"}, {"feet", "foot"}, {"doses", "dose"},
           {"diagnoses", "diagnosis"}, {"taking", "take"}, {"taken", "take"}, {"took", "take"}, {"stopped", "stop"}, {"causes", "cause"},
           {"treated", "treat"}, {"vaccines", "vaccine"}, {"is", "be"}, {"been", "be"}, {"had", "have"}, {"n't", "not"}, {"his", "his"},
           {"as", "as"}, {"diabetes", "diabetes"}, {"measles", "measles"}, {"species", "species"}, {"virus", "virus"}, {"analysis", "analysis"},
           {"immunoglobulins", "immunoglobulin"}, {"organised", "organise"}, {"tumours", "tumour"}, {"ivig", "ivig"}, {"mg", "mg"}, {"lies", "lie"},
           {"studies", "study"}, {"patients", "patient"}, {"aches", "ache"}, {"data", "data"}, {"children's", "children's"}}) {
    INFO(entry.first);
    CHECK(untagged(entry.first) == entry.second);
  }
}

TEST_CASE("the tag decides between lemmas") {
  CHECK(tagged("left", tag::VBD) == "leave");
  CHECK(tagged("left", tag::JJ) == "left");
  CHECK(tagged("found", tag::VBN) == "find");
  CHECK(tagged("leaves", tag::NNS) == "leaf");
  CHECK(tagged("leaves", tag::VBZ) == "leave");
  CHECK(tagged("bleeding", tag::NN) == "bleeding");
  CHECK(tagged("bleeding", tag::VBG) == "bleed");
  CHECK(tagged("lower", tag::JJR) == "low");
  CHECK(tagged("nebulised", tag::VBN) == "nebulise");
  CHECK(tagged("nebulising", tag::VBG) == "nebulise");
  CHECK(tagged("degranulated", tag::VBD) == "degranulate");
  CHECK(tagged("increased", tag::JJ) == "increase");
  CHECK(tagged("better", tag::JJR) == "better");
  CHECK(tagged("ehlers", tag::NNP) == "ehlers");
  CHECK(tagged("arrhythmias", tag::NN) == "arrhythmia");
  CHECK(tagged("categories", tag::VBZ) == "category");
}

TEST_CASE("without WordNet, lemmas are found by rule") {
  const Rulebook book = book_with("nowhere");
  const auto& bare = book.table<LemmaTable>();
  CHECK(bare.wordnet().trouble().find("is missing") != std::string::npos);
  CHECK(bare.lemma("diseases") == "disease");
  CHECK(bare.lemma("categories") == "category");
  CHECK(bare.lemma("takes", Inflection::inflected_verb) == "take");
  CHECK(bare.lemma("is") == "be");
}

TEST_CASE("every token has its lemma") {
  const Rulebook book = book_with(find_home().data);
  Collection texts(book.symbols);
  texts.documents.emplace_back().text = "They can't take the antibodies; women won't.";
  segment(texts, book);
  Lemmas(book.table<LemmaTable>(), texts.symbols).fill(texts.documents.front());
  std::string line;
  for (const Token& token : texts.documents.front().tokens) line += std::string(texts.word(token.lemma)) + ' ';
  CHECK(line == "they can not take the antibody ; woman will not . ");
}

TEST_CASE("what WordNet knows of a word") {
  const WordNet& words = table().wordnet();
  REQUIRE(words);
  const uint32_t increase = words.find("increase"), decrease = words.find("decrease");
  REQUIRE(increase != WordNet::kNone);
  const auto antonyms = words.antonyms(increase);
  CHECK(std::any_of(antonyms.begin(), antonyms.end(), [&](const auto& link) { return link.row == decrease; }));
  CHECK(words.parts(increase) == 3);
  std::vector<std::string> above;
  for (const uint32_t synset : words.synsets_above(words.find("antibody"), PartOfSpeech::noun)) above.emplace_back(words.text(words.words_of(synset).front()));
  CHECK(std::find(above.begin(), above.end(), "protein") != above.end());
  CHECK(words.find("heart attack") != WordNet::kNone);
  CHECK(words.find("gammablobulin") == WordNet::kNone);
}

}  // namespace crosscheck
