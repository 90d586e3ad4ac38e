// Word files, written by hand: what no program would make is here, what programs do make is in tests/round_trip/.
#include <doctest/doctest.h>

#include "made_zip.h"
#include "read_document.h"

namespace crosscheck {
namespace {

constexpr const char* kOpen = "<?xml version='1.0'?><w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' "
                              "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' xmlns:wps='x' xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math' "
                              "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><w:body>";

std::string run(const std::string& text, const std::string& properties = "") { return "<w:r>" + (properties.empty() ? "" : "<w:rPr>" + properties + "</w:rPr>") + "<w:t xml:space='preserve'>" + text + "</w:t></w:r>"; }
std::string paragraph(const std::string& runs, const std::string& properties = "") { return "<w:p>" + (properties.empty() ? "" : "<w:pPr>" + properties + "</w:pPr>") + runs + "</w:p>"; }
std::string item(const std::string& text, int level, int list = 1) { return paragraph(run(text), "<w:numPr><w:ilvl w:val='" + std::to_string(level) + "'/><w:numId w:val='" + std::to_string(list) + "'/></w:numPr>"); }

using Parts = std::vector<std::pair<std::string, std::string>>;

std::string docx(const std::string& body, const Parts& more = {}) {
  std::string links = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>";
  Parts parts = {{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", kOpen + body + "</w:body></w:document>"}};
  const std::string space = " xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>";
  for (const auto& [kind, inner] : more) {
    const std::string root = kind.starts_with("header") ? "hdr" : kind.starts_with("footer") ? "ftr" : kind;
    const std::string type = root == "hdr" ? "header" : root == "ftr" ? "footer" : kind;
    parts.emplace_back("word/" + kind + ".xml", "<w:" + root + space + inner + "</w:" + root + ">");
    links += "<Relationship Id='" + kind + "' Type='http://x/" + type + "' Target='" + kind + ".xml'/>";
  }
  parts.emplace_back("word/_rels/document.xml.rels", links + "</Relationships>");
  return made_zip(parts);
}

std::string shown(const std::string& body, const Parts& more = {}) { return ReadDocument("a.docx", docx(body, more)).shown(); }

const std::string kLists =
    "<w:abstractNum w:abstractNumId='7'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>"
    "<w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='%2)'/></w:lvl></w:abstractNum>"
    "<w:abstractNum w:abstractNumId='8'><w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/></w:lvl></w:abstractNum>"
    "<w:abstractNum w:abstractNumId='9'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1'/></w:lvl>"
    "<w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.%2'/></w:lvl></w:abstractNum>"
    "<w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num><w:num w:numId='2'><w:abstractNumId w:val='8'/></w:num><w:num w:numId='3'><w:abstractNumId w:val='9'/></w:num>"
    "<w:num w:numId='4'><w:abstractNumId w:val='7'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride></w:num>";

const std::string kStyles =
    "<w:style w:type='paragraph' w:styleId='berschrift1'><w:name w:val='heading 1'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='Own'><w:name w:val='Our heading'/><w:basedOn w:val='berschrift1'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='Outlined'><w:name w:val='Outlined'/><w:pPr><w:outlineLvl w:val='2'/></w:pPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='TOC1'><w:name w:val='toc 1'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='ListBullet'><w:name w:val='List Bullet'/><w:pPr><w:numPr><w:numId w:val='2'/></w:numPr></w:pPr></w:style>";

}  // namespace

TEST_CASE("docx: words are read as they stand, split over runs, with tabs, breaks and hyphens") {
  CHECK(shown(paragraph(run("gamma") + run("globulin") + "<w:r><w:tab/></w:r>" + run("5") + "<w:r><w:noBreakHyphen/></w:r>" + run("mg")) + paragraph("")) == "gammaglobulin 5-mg\n");
  CHECK(shown(paragraph(run("one") + "<w:r><w:br/></w:r>" + run("two") + "<w:r><w:softHyphen/></w:r>" + run("fold"))) == "one\ntwofold\n");
  CHECK(shown(paragraph(run("10") + run("9", "<w:vertAlign w:val='superscript'/>") + run(" cells"))) == "10⁹ cells\n");
  CHECK(shown(paragraph(run("at least ") + "<w:r><w:sym w:font='Symbol' w:char='F0B3'/></w:r>" + run(" 5"))) == "at least ≥ 5\n");
}

TEST_CASE("docx: headings by the name of their style, what it is based on, and outline level") {
  CHECK(shown(paragraph(run("Dose"), "<w:pStyle w:val='berschrift1'/>") + paragraph(run("Ours"), "<w:pStyle w:val='Own'/>") + paragraph(run("Third"), "<w:pStyle w:val='Outlined'/>") +
                  paragraph(run("By hand"), "<w:outlineLvl w:val='1'/>") + paragraph(run("A short one", "<w:b/>")) + paragraph(run("Text.")),
              {{"styles", kStyles}}) == "h1 Dose\nh1 Ours\nh3 Third\nh2 By hand\nh6 A short one\nText.\n");
}

TEST_CASE("docx: lists have their numbers and levels; a list that goes on keeps counting") {
  CHECK(shown(item("a", 0) + item("b", 0) + item("inner", 1) + item("inner too", 1) + item("c", 0) + item("new inner", 1) + paragraph(run("Text.")) + item("d", 0) + item("five", 0, 4) + item("dot", 0, 2) +
                  paragraph(run("styled"), "<w:pStyle w:val='ListBullet'/>"),
              {{"numbering", kLists}, {"styles", kStyles}}) == "1) a\n2) b\n  1) inner\n  2) inner too\n3) c\n  1) new inner\nText.\n4) d\n5) five\n* dot\n* styled\n");
  CHECK(shown(paragraph(run("Dose"), "<w:pStyle w:val='berschrift1'/><w:numPr><w:numId w:val='3'/></w:numPr>") +
                  paragraph(run("Child"), "<w:outlineLvl w:val='1'/><w:numPr><w:ilvl w:val='1'/><w:numId w:val='3'/></w:numPr>"),
              {{"numbering", kLists}, {"styles", kStyles}}) == "h1 1 Dose\nh2 1.1 Child\n");
  CHECK(shown(paragraph(run("1. typed by hand")) + paragraph(run("2. and on"))) == "1) typed by hand\n2) and on\n");
}

TEST_CASE("docx: what was inserted is read, what was deleted, moved away or hidden is not") {
  CHECK(shown(paragraph(run("take ") + "<w:ins w:id='1'>" + run("three") + "</w:ins><w:del w:id='2'><w:r><w:delText>two</w:delText><w:br/></w:r></w:del>" + run(" tablets"))) == "take three tablets\n");
  CHECK(shown(paragraph(run("a") + "<w:moveFrom>" + run("gone") + "</w:moveFrom><w:moveTo>" + run(" here") + "</w:moveTo>")) == "a here\n");
  CHECK(shown(paragraph(run("first "), "<w:rPr><w:del w:id='3'/></w:rPr>") + paragraph(run("half."))) == "first half.\n");
  CHECK(shown(paragraph(run("seen") + run("hidden", "<w:vanish/>") + run("struck", "<w:strike/>") + run(" not", "<w:vanish w:val='0'/>"))) == "seen not\n");
  CHECK(shown(paragraph(run("kept") + "<w:r><w:commentReference w:id='0'/></w:r>"), {{"comments", "<w:comment w:id='0'>" + paragraph(run("remark")) + "</w:comment>"}}) == "kept\n");
}

TEST_CASE("docx: the results of fields are read, instructions, page numbers, contents and placeholders are not") {
  const std::string begin = "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> REF x </w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>";
  CHECK(shown(paragraph(run("see ") + begin + run("Table 3") + "<w:r><w:fldChar w:fldCharType='end'/></w:r>" + run("."))) == "see Table 3.\n");
  CHECK(shown(paragraph(run("see ") + "<w:fldSimple w:instr=' PAGEREF x '>" + run("12") + "</w:fldSimple>" + run("the end."))) == "see the end.\n");
  CHECK(shown(paragraph(run("Dose 3"), "<w:pStyle w:val='TOC1'/>") + paragraph(run("Text.")), {{"styles", kStyles}}) == "Text.\n");
  CHECK(shown("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + paragraph(run("Click here")) + "</w:sdtContent></w:sdt><w:sdt><w:sdtContent>" + paragraph(run("Filled in")) + "</w:sdtContent></w:sdt>") == "Filled in\n");
  CHECK(shown(paragraph(run("lost ") + "<w:r><w:fldChar w:fldCharType='begin'/></w:r>") + paragraph(run("still read"))) == "lost\nstill read\n");
}

TEST_CASE("docx: words in the style of code are known as such") {
  const ReadDocument read("a.docx", docx(paragraph(run("Type ") + run("teh", "<w:rStyle w:val='V'/>") + run(" now.")), {{"styles", "<w:style w:type='character' w:styleId='V'><w:name w:val='Verbatim Char'/></w:style>"}}));
  REQUIRE(read.document().verbatim.size() == 1);
  CHECK(read.document().text_of(read.document().verbatim.front()) == "teh");
}

TEST_CASE("docx: cells know their row and column, over spans and tables within tables") {
  const auto cell = [](const std::string& inner, const char* span = "") { return "<w:tc><w:tcPr>" + std::string(span) + "</w:tcPr>" + inner + "</w:tc>"; };
  const std::string inner = "<w:tbl><w:tr>" + cell(paragraph(run("deep"))) + "</w:tr></w:tbl>";
  CHECK(shown("<w:tbl><w:tr>" + cell(paragraph(run("Drug")), "<w:gridSpan w:val='2'/>") + cell(paragraph(run("Dose"))) + "</w:tr><w:tr>" + cell(paragraph("")) + cell(inner + paragraph("")) + cell(paragraph(run("5 mg")) + paragraph(run("a day"))) +
              "</w:tr></w:tbl>" + paragraph(run("After."))) == "[0,0] Drug\n[0,2] Dose\n[0,0] deep\n[1,2] 5 mg\n[1,2] a day\nAfter.\n");
}

TEST_CASE("docx: notes, boxes, headers and footers follow, each once, and say where they stand") {
  const std::string box = "<w:txbxContent>" + paragraph(run("In the box.")) + "</w:txbxContent>";
  const std::string body = paragraph(run("Dose"), "<w:outlineLvl w:val='0'/>") +
                           paragraph(run("Before") + "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx>" + box + "</wps:txbx></mc:Choice><mc:Fallback><w:pict>" + box + "</w:pict></mc:Fallback></mc:AlternateContent></w:r>" + run(" and after.")) +
                           paragraph(run("Two") + "<w:r><w:footnoteReference w:id='3'/></w:r>" + run(" notes") + "<w:r><w:footnoteReference w:id='2'/></w:r>" + run(".")) +
                           "<w:sectPr><w:headerReference w:type='default' r:id='header1'/><w:headerReference w:type='first' r:id='header2'/><w:footerReference w:type='default' r:id='footer1'/></w:sectPr>";
  const ReadDocument read("a.docx", docx(body, {{"footnotes", "<w:footnote w:id='0' w:type='separator'>" + paragraph(run("---")) + "</w:footnote><w:footnote w:id='2'>" + paragraph(run(" Second.")) + "</w:footnote><w:footnote w:id='3'>" + paragraph(run("First.")) + "</w:footnote>"},
                                                {"header1", paragraph(run("Leaflet 7"))}, {"header2", paragraph(run("never shown"))},
                                                {"footer1", paragraph(run("Page ") + "<w:fldSimple w:instr='PAGE'>" + run("1") + "</w:fldSimple>")}}));
  CHECK(read.shown(true) ==
        "h1 Dose {heading}\nBefore and after. {Dose, paragraph 1}\nIn the box. {text box, Dose, paragraph 1}\nTwo notes. {Dose, paragraph 2}\n"
        "First. {footnote 1, paragraph 1}\nSecond. {footnote 2, paragraph 1}\ncaption Leaflet 7 {header, paragraph 1}\n");
}

}  // namespace crosscheck
