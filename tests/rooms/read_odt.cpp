// OpenDocument texts, as one XML file for the most part: the zipped form differs in nothing but the zip.
#include <doctest/doctest.h>

#include "made_zip.h"
#include "read_document.h"

namespace crosscheck {
namespace {

const std::string kSpaces =
    " xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0'"
    " xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0' xmlns:fo='urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0'";

const std::string kStyles =
    "<office:automatic-styles><style:style style:name='T1' style:family='text'><style:text-properties text:display='none'/></style:style>"
    "<style:style style:name='T2' style:family='text'><style:text-properties style:text-position='super 58%'/></style:style>"
    "<style:style style:name='T3' style:family='text'><style:text-properties style:text-line-through-style='solid'/></style:style>"
    "<style:style style:name='P2' style:family='paragraph'><style:text-properties fo:font-weight='bold'/></style:style><style:style style:name='P3' style:family='paragraph'><style:text-properties fo:font-weight='normal'/></style:style>"
    "<style:style style:name='P1' style:family='paragraph' style:parent-style-name='Quotations'/><style:style style:name='Quotations' style:family='paragraph'/>"
    "<text:list-style style:name='L1'><text:list-level-style-number text:level='1' style:num-format='1'/><text:list-level-style-number text:level='2' style:num-format='a'/></text:list-style>"
    "<text:list-style style:name='L2'><text:list-level-style-bullet text:level='1'/></text:list-style></office:automatic-styles>";

std::string flat(const std::string& body) {
  return "<?xml version='1.0' encoding='UTF-8'?><office:document" + kSpaces + " office:mimetype='application/vnd.oasis.opendocument.text'>" + kStyles + "<office:body><office:text>" + body + "</office:text></office:body></office:document>";
}
std::string shown(const std::string& body) { return ReadDocument("a.fodt", flat(body)).shown(); }
std::string p(const std::string& text) { return "<text:p>" + text + "</text:p>"; }
std::string items(const std::string& first, const std::string& second) { return "<text:list-item>" + p(first) + "</text:list-item><text:list-item>" + p(second) + "</text:list-item>"; }

}  // namespace

TEST_CASE("odt: white space counts once, spans may be raised, hidden or struck out") {
  CHECK(shown(p(" one\n  two<text:s text:c='3'/>three<text:tab/>four<text:line-break/>five ")) == "one two three four\nfive\n");
  CHECK(shown(p("10<text:span text:style-name='T2'>9</text:span> cells<text:span text:style-name='T1'>hidden</text:span><text:span text:style-name='T3'>struck</text:span>.")) == "10⁹ cells.\n");
}

TEST_CASE("odt: headings, quotations, lists with their numbers, tables") {
  CHECK(shown("<text:h text:outline-level='2'>Dose</text:h><text:p text:style-name='P1'>Quoted.</text:p>") == "h2 Dose\n> Quoted.\n");
  CHECK(shown("<text:p text:style-name='P2'>A bold line</text:p><text:p text:style-name='P3'>A plain line</text:p>") == "h6 A bold line\nA plain line\n");
  CHECK(shown("<text:list text:style-name='L1'><text:list-item>" + p("a") + p("more of a") + "<text:list>" + items("x", "y") + "</text:list></text:list-item><text:list-item>" + p("b") +
              "</text:list-item></text:list>" + p("Text.") + "<text:list text:style-name='L1' text:continue-numbering='true'>" + items("c", "d") + "</text:list><text:list text:style-name='L2'>" + items("dot", "dot") + "</text:list>") ==
        "1) a\nmore of a\n  1) x\n  2) y\n2) b\nText.\n3) c\n4) d\n* dot\n* dot\n");
  CHECK(shown("<table:table><table:table-row><table:table-cell table:number-columns-spanned='2'>" + p("Drug") + "</table:table-cell><table:covered-table-cell/><table:table-cell>" + p("Dose") +
              "</table:table-cell></table:table-row><table:table-row><table:table-cell table:number-columns-repeated='1000000000'/><table:table-cell>" + p("x") + "</table:table-cell></table:table-row></table:table>") == "[0,0] Drug\n[0,2] Dose\n[1,100] x\n");
}

TEST_CASE("odt: deleted text, comments and contents are left out; notes and boxes follow") {
  const ReadDocument read("a.fodt", flat("<text:tracked-changes><text:changed-region><text:deletion>" + p("deleted") + "</text:deletion></text:changed-region></text:tracked-changes>"
                                         "<text:table-of-content><text:index-body>" + p("Dose 3") + "</text:index-body></text:table-of-content><text:h text:outline-level='1'>Dose</text:h>" +
                                         p("Take<text:note text:note-class='footnote'><text:note-citation>1</text:note-citation><text:note-body>" + p("In the note.") + "</text:note-body></text:note> two"
                                           "<text:change-start text:change-id='c1'/> new<office:annotation>" + p("remark") + "</office:annotation><draw:frame><draw:text-box>" + p("In the box.") + "</draw:text-box></draw:frame> tablets.") + p("End.")));
  CHECK(read.shown(true) == "h1 Dose {heading}\nTake two new tablets. {Dose, paragraph 1}\nIn the box. {text box, Dose, paragraph 1}\nEnd. {Dose, paragraph 2}\nIn the note. {footnote 1, paragraph 1}\n");
}

TEST_CASE("odt: headers come once, page numbers never; a password is named") {
  const std::string styles = "<office:document-styles" + kSpaces + "><office:master-styles><style:master-page><style:header>" + p("Leaflet 7") + "</style:header><style:footer>" + p("Page <text:page-number>2</text:page-number>") +
                             "</style:footer></style:master-page><style:master-page><style:header>" + p("Leaflet 7") + "</style:header></style:master-page></office:master-styles></office:document-styles>";
  const std::string content = "<office:document-content" + kSpaces + "><office:body><office:text>" + p("Text.") + "</office:text></office:body></office:document-content>";
  CHECK(ReadDocument("a.odt", made_zip({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", content}, {"styles.xml", styles}})).shown() == "Text.\ncaption Leaflet 7\n");
  CHECK(ReadDocument("a.odt", made_zip({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"META-INF/manifest.xml", "<x><manifest:encryption-data/></x>"}, {"content.xml", "x"}})).refusal() == "is protected by a password: save it without one");
}

}  // namespace crosscheck
