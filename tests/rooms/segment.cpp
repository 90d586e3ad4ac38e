#include "segment/segment.h"

#include <doctest/doctest.h>

namespace crosscheck {
namespace {

Document segmented(std::string text) {
  static const Rulebook book = [] {
    Rulebook made = load_rulebook({std::string(CROSSCHECK_SOURCE) + "/rules", ""}, "");
    made.prepare<SegmentTables>();
    return made;
  }();
  Collection texts(book.symbols);
  texts.documents.emplace_back().text = std::move(text);
  segment(texts, book);
  return std::move(texts.documents.front());
}

// The sentences of a text, each closed by "|".
std::string cut(const char* text) {
  const Document document = segmented(text);
  std::string out;
  for (const Sentence& sentence : document.sentences) out.append(document.text_of(sentence.span)).append("|");
  return out;
}

const char* short_name(PassageKind kind) {
  switch (kind) {
    case PassageKind::paragraph: return "p";
    case PassageKind::heading: return "h";
    case PassageKind::list_item: return "i";
    case PassageKind::table_cell: return "c";
    case PassageKind::field: return "f";
    case PassageKind::quote: return "q";
    case PassageKind::code: return "x";
    case PassageKind::caption: return "t";
  }
  return "";
}

// The kinds of the passages, one letter each.
std::string kinds(const char* text) {
  std::string out;
  for (const Passage& passage : segmented(text).passages) out += short_name(passage.kind);
  return out;
}

}  // namespace

TEST_CASE("abbreviations and numbers do not end a sentence") {
  CHECK(cut("Ask Dr. Lund first. He knows.") == "Ask Dr. Lund first.|He knows.|");
  CHECK(cut("Take fluids, e.g. Water or tea. Rest.") == "Take fluids, e.g. Water or tea.|Rest.|");
  CHECK(cut("Shaw et al. (2010) saw it. So did we.") == "Shaw et al. (2010) saw it.|So did we.|");
  CHECK(cut("Imbach et al. in 1981 used it.") == "Imbach et al. in 1981 used it.|");
  CHECK(cut("Give 2.5 mg. Wait 1.5 hours.") == "Give 2.5 mg.|Wait 1.5 hours.|");
  CHECK(cut("See Fig. 3 and No. 5. Then stop.") == "See Fig. 3 and No. 5.|Then stop.|");
  CHECK(cut("It opens at 9 a.m. The clinic closes at 5 p.m. Ring first.") == "It opens at 9 a.m.|The clinic closes at 5 p.m.|Ring first.|");
  CHECK(cut("The U.S. Senate met. It is sold in the U.S. The dose differs.") == "The U.S. Senate met.|It is sold in the U.S.|The dose differs.|");
}

TEST_CASE("initials do not end a sentence, labels do") {
  CHECK(cut("It was found by J. Imbach. He wrote to E. Turner.") == "It was found by J. Imbach.|He wrote to E. Turner.|");
  CHECK(cut("A gift from J. A. Hassell. Thanks.") == "A gift from J. A. Hassell.|Thanks.|");
  CHECK(cut("Eat foods with vitamin D. Fish has much of it.") == "Eat foods with vitamin D.|Fish has much of it.|");
  CHECK(cut("Vaccines exist for hepatitis A and B. There is none for C.") == "Vaccines exist for hepatitis A and B.|There is none for C.|");
}

TEST_CASE("sentences may begin with a digit or a small letter") {
  CHECK(cut("Most heal. 20 patients did not.") == "Most heal.|20 patients did not.|");
  CHECK(cut("The level rises. mRNA is made.") == "The level rises.|mRNA is made.|");
  CHECK(cut("It was built in 2019. the ward was new. Keep it below 25 °C. in the dark it lasts.") == "It was built in 2019.|the ward was new.|Keep it below 25 °C.|in the dark it lasts.|");
  CHECK(cut("It holds no. 5 to 7. of the list, see p. 3. for more.") == "It holds no. 5 to 7. of the list, see p. 3. for more.|");
  CHECK(cut("It is put into a vein. it takes an hour.") == "It is put into a vein.|it takes an hour.|");
  CHECK(cut("Is it safe? Yes! Ask us.") == "Is it safe?|Yes!|Ask us.|");
  CHECK(cut("She said \"stop.\" Then she left.") == "She said \"stop.\"|Then she left.|");
}

TEST_CASE("bullets within running text part sentences") {
  CHECK(cut("Signs include: - Fever - Chills - A rash") == "Signs include:|- Fever|- Chills|- A rash|");
  CHECK(cut("It lasted 2 - 3 days. A well - known sign.") == "It lasted 2 - 3 days.|A well - known sign.|");
}

TEST_CASE("rows of a table that lost its lines part sentences") {
  CHECK(cut("Signs are: Fever 90% Rash 50% Cough 50% Sore throat 7% Chills -") == "Signs are: Fever 90%|Rash 50%|Cough 50%|Sore throat 7%|Chills -|");
  CHECK(cut("About 90% Americans and 50% Germans agree.") == "About 90% Americans and 50% Germans agree.|");
}

TEST_CASE("passages of plain text") {
  CHECK(kinds("4.1 Uses\n4.2 Dose\n4.4 Warnings") == "hhh");
  CHECK(kinds("Doses are in Table 1.\n\nTable 1. Dose by age\n\nFigure 2: The vial") == "ptt");
  CHECK(kinds("Table 1 lists the doses of the drug.") == "p");
  CHECK(kinds("Name: bisoprolol\nClass: beta blocker") == "ff");
  CHECK(kinds("Question: My hearing aid whistles in the night. What can I do?") == "p");
  CHECK(kinds("Follow these steps:\n- Wash your hands.\n- Open the vial.") == "pii");
  CHECK(kinds("Two types occur:\n- Early ones, after meals. - Late ones, before meals.\nBoth are mild and pass.") == "pii");
  CHECK(kinds("Before the dose\n\nTake it with water. Then lie down.") == "hp");
}

TEST_CASE("lines set with wide gaps are table rows") {
  CHECK(kinds("Sign          Drug     Placebo\nFever         12%      3%\nRash          4%       1%") == "ccccccccc");
  const Document document = segmented("Sign          Drug\nFever         12%");
  REQUIRE(document.passages.size() == 4);
  CHECK(document.passages[3].row == 1);
  CHECK(document.passages[3].column == 1);
  CHECK(document.passages[3].table == document.passages[0].table);
  CHECK(kinds("5.1      Infections\n\nInfections were seen in many patients who took the drug for a long time, mostly in the first weeks of the treatment.") == "hp");
}

}  // namespace crosscheck
