#include "language/abbreviations.h"

#include <doctest/doctest.h>

#include "language/lemma.h"
#include "segment/segment.h"

namespace crosscheck {
namespace {

struct Room {
  Rulebook book = load_rulebook({std::string(CROSSCHECK_SOURCE) + "/rules", ""}, "");
  Room() {
    book.prepare<SegmentTables>();
    book.prepare<AbbreviationTables>();
    book.prepare<LemmaTable>();
  }
  Collection texts_of(const std::vector<std::string>& documents) const {
    Collection texts(book.symbols);
    for (const std::string& text : documents) texts.documents.emplace_back().text = text;
    segment(texts, book);
    return texts;
  }
  // The words at the end of `text` that spell `short_form`.
  std::string spelled(const std::string& text, const char* short_form) const {
    const Collection texts = texts_of({text});
    const Document& document = texts.documents.front();
    const auto end = static_cast<uint32_t>(document.tokens.size());
    const uint32_t size = spelled_by(document, book.table<AbbreviationTables>(), 0, end, short_form);
    return size == 0 ? "" : text.substr(document.tokens[end - size].span.begin);
  }
};

}  // namespace

TEST_CASE("words that spell a short form, from the right place on") {
  const Room room;
  CHECK(room.spelled("treated with intravenous immunoglobulin", "IVIG") == "intravenous immunoglobulin");
  CHECK(room.spelled("a component called immunoglobulin-G", "IgG") == "immunoglobulin-G");
  CHECK(room.spelled("by the Danish Medicines Agency", "DMA") == "Danish Medicines Agency");
  CHECK(room.spelled("people with common variable immunodeficiency", "CVID") == "common variable immunodeficiency");
  CHECK(room.spelled("hand, foot and mouth disease", "HFMD") == "hand, foot and mouth disease");
  CHECK(room.spelled("coronary artery bypass surgery", "CABG") == "coronary artery bypass surgery");
  CHECK(room.spelled("dual-energy X-ray absorptiometry", "DXA") == "dual-energy X-ray absorptiometry");
  CHECK(room.spelled("a thin layer on the joints", "PIP").empty());
  CHECK(room.spelled("plasma protein replacement therapy", "IgG").empty());
}

TEST_CASE("what is written like a short form") {
  CHECK(short_form_text("CVIDs", Case::mixed) == "CVID");
  CHECK(short_form_text("BPs", Case::mixed) == "BP");
  CHECK(short_form_text("eGFR", Case::mixed) == "eGFR");
  CHECK(short_form_text("McDonald", Case::mixed).empty());
  CHECK(short_form_text("MedlinePlus", Case::mixed).empty());
  CHECK(short_form_text("Ag", Case::capitalised).empty());
}

TEST_CASE("definitions and uses over a set") {
  const Room room;
  const Collection texts = room.texts_of({"Deep vein thrombosis (DVT) is a clot. A DVT hurts.", "Signs of DVT (deep vein thrombosis) are heat and pain.", "Use the PIP joint."});
  const Abbreviations found = find_abbreviations(texts, room.book);
  const Abbreviation* dvt = found.find("DVT");
  REQUIRE(dvt);
  CHECK(dvt->expansions.size() == 2);
  CHECK(dvt->expansions[0].key == dvt->expansions[1].key);
  CHECK(dvt->uses.size() == 1);
  const Abbreviation* pip = found.find("PIP");
  REQUIRE(pip);
  CHECK_FALSE(pip->defined());
}

TEST_CASE("two short forms of one thing") {
  const Room room;
  const auto rivals = [&](const char* text) {
    const Abbreviations found = find_abbreviations(room.texts_of({text}), room.book);
    return found.rivals.empty() ? std::string() : found.all[found.rivals[0].minority].text + "/" + found.all[found.rivals[0].majority].text;
  };
  CHECK(rivals("Polycystic ovary syndrome (PCOS) is common. PCOS is treatable. Polycystic ovary syndrome (POS) runs in families.") == "POS/PCOS");
  CHECK(rivals("Most people tolerate IVIg. IVIG is given monthly. IVIG is made from plasma.") == "IVIg/IVIG");
  CHECK(rivals("Primary immunodeficiency (PI or PID) is rare. PID is PI.").empty());
}

}  // namespace crosscheck
