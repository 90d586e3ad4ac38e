#include "language/identify.h"

#include <doctest/doctest.h>

#include "segment/segment.h"

namespace crosscheck {
namespace {

struct Identified {
  std::string note;
  bool english;
  size_t sentences, tokens;
};

Identified identify(const char* text) {
  static const Rulebook book = [] {
    Rulebook made = load_rulebook({std::string(CROSSCHECK_SOURCE) + "/rules", ""}, "");
    made.prepare<SegmentTables>();
    made.prepare<LanguageTable>();
    return made;
  }();
  Collection texts(book.symbols);
  texts.documents.emplace_back().text = text;
  segment(texts, book);
  std::vector<Trouble> trouble;
  Document& document = texts.documents.front();
  withdraw_other_languages(document, book.table<LanguageTable>(), trouble);
  return {trouble.empty() ? "" : trouble.front().message, document.english, document.sentences.size(), document.tokens.size()};
}

}  // namespace

TEST_CASE("texts of other languages are withdrawn with a note") {
  const Identified german = identify(
      "Nehmen Sie die Tablette am Morgen mit einem Glas Wasser ein. Wenn Sie eine Dosis vergessen haben, nehmen Sie nicht die doppelte Menge, und fragen Sie bei Fragen den Arzt.");
  CHECK(german.note.find("German") != std::string::npos);
  CHECK(!german.english);
  CHECK(german.sentences == 0);
  CHECK(german.tokens == 0);
  CHECK(identify("Prenez le comprimé le matin avec un verre d'eau. Si vous avez oublié une dose, ne prenez pas une dose double et demandez à votre médecin.").note.find("French") != std::string::npos);
  CHECK(identify("Tome la tableta por la mañana con un vaso de agua. Si usted olvida una dosis, no tome una dosis doble y pregunte a su médico para más información.").note.find("Spanish") != std::string::npos);
  CHECK(identify("Принимайте таблетку утром, запивая стаканом воды. Если вы забыли принять дозу, спросите врача.").note.find("Cyrillic") != std::string::npos);
  CHECK(identify("早上用一杯水服用药片。如果您忘记服药，请咨询医生。").note.find("Chinese") != std::string::npos);
}

TEST_CASE("English stays English") {
  CHECK(identify("Take the tablet in the morning with a glass of water. If you miss a dose, do not take a double dose.").english);
  CHECK(identify("Bonjour. Amoxicillin 500 mg.").note.empty());
  CHECK(identify("Guillain-Barré syndrome was described by Guillain, Barré and Strohl in the Bulletins et mémoires de la Société médicale des hôpitaux de Paris in 1916.").note.empty());
  CHECK(identify("Name: bisoprolol\nClass: beta blocker\nTablet strengths: 1.25 mg, 2.5 mg, 5 mg\nMaker: Merck KGaA\nSold in: Deutschland, France, España").note.empty());
  CHECK(identify("The Greek letters α and β name the types of receptor; the Chinese name of the herb is 黄芪.").note.empty());
}

TEST_CASE("a passage of another language is withdrawn by itself") {
  const Identified mixed = identify(
      "Ask at the desk if you need help with this form or with another one, and bring your card with you when you come in the morning.\n\n"
      "Si usted no habla inglés, tiene a su disposición los servicios de un intérprete sin costo para usted y su familia en la clínica.");
  CHECK(mixed.english);
  CHECK(mixed.sentences == 1);
  CHECK(mixed.note.find("passage 2 is in Spanish") != std::string::npos);
}

}  // namespace crosscheck
