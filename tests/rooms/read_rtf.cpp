#include <doctest/doctest.h>

#include "read_document.h"

namespace crosscheck {
namespace {

std::string shown(const std::string& body) { return ReadDocument("a.rtf", "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset204 Arial Cyr;}{\\f2\\fcharset2 Symbol;}{\\f3\\fcharset128 MS Gothic;}}{\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0 heading 1;}{\\s2 toc 1;}}" + body + "}").shown(); }

}  // namespace

TEST_CASE("rtf: characters by code page, by font, by Unicode number with what to skip") {
  CHECK(shown("Guillain-Barr\\'e9 \\u8805? 5\\par") == "Guillain-Barré ≥ 5\n");
  CHECK(shown("{\\f1 \\'e4\\'e0} {\\f2 \\'b3} {\\f3 \\'82\\'a0}\\par") == "да ≥ あ\n");
  CHECK(shown("{\\uc2\\u8217\\'a1\\'afs}{\\uc0\\u8217s} \\u-10179?\\u-8704?\\par") == "’s’s 😀\n");
  CHECK(shown("\\u8805\xC3\xA9x\\par") == "≥x\n");
  CHECK(shown("a\\\xC3\xA9{\\pict\\bin1 \xC3\xA9}b\\par") == "aéb\n");
  CHECK(shown("a\\~b\\_c\\-d \\lquote e\\rquote\\emdash\\{f\\}\\\\\\par") == "a\u00A0b-cd ‘e’—{f}\\\n");
  CHECK(shown("un\r\nbroken\\line next\\tab one 10{\\super 9}\\par") == "unbroken\nnext one 10⁹\n");
}

TEST_CASE("rtf: what is no text of the page is passed over") {
  CHECK(shown("{\\info{\\title No}}{\\*\\generator No;}{\\pict\\wmetafile8 0123}{\\pict\\bin5 {{{{{}{\\*\\unheard no}seen{\\v hidden}{\\deleted gone}{\\strike struck}\\par") == "seen\n");
  CHECK(shown("{\\field{\\*\\fldinst HYPERLINK \"x\"}{\\fldrslt result}} and {\\*\\annotation no}text\\par{\\s2 Dose 3\\par}") == "result and text\n");
  CHECK(shown("{\\upr{No}{\\*\\ud{Yes}}}\\par") == "Yes\n");
}

TEST_CASE("rtf: headings, lists by their markers, tables") {
  CHECK(shown("\\pard\\s1 Dose\\par\\pard\\outlinelevel1 Child\\par\\pard Text.\\par") == "h1 Dose\nh2 Child\nText.\n");
  CHECK(shown("\\pard{\\listtext\\tab 1.\\tab}\\ls1 one\\par{\\listtext 2.\\tab}two\\par{\\listtext a)\\tab}\\ilvl1 in\\par\\pard{\\listtext\\f2 \\'b7\\tab}\\ls2 dot\\par\\pard 3. by hand\\par") == "1) one\n2) two\n  1) in\n* dot\n3) by hand\n");
  CHECK(shown("\\trowd\\cellx1\\cellx2\\pard\\intbl Drug\\cell Dose\\cell\\row\\trowd\\pard\\intbl\\cell 5 mg\\par a day\\cell\\row\\pard After.\\par") == "[0,0] Drug\n[0,1] Dose\n[1,1] 5 mg\n[1,1] a day\nAfter.\n");
}

TEST_CASE("rtf: notes, boxes and headers follow; places point into the file") {
  const std::string file = "{\\rtf1{\\header Leaflet 7\\par}{\\footer Page \\chpgn\\par}{\\stylesheet{\\s1 heading 1;}}\\pard\\s1 Dose\\par\\pard Two{\\super\\chftn}{\\footnote{\\super\\chftn} In the note.} notes\\'2e{\\shp{\\*\\shpinst{\\sp{\\sn no}{\\sv 1}}{\\shptxt\\pard In the box.\\par}}}\\par End.\\par}";
  const ReadDocument read("a.rtf", file);
  CHECK(read.shown(true) == "h1 Dose {heading}\nTwo notes. {Dose, paragraph 1}\nIn the box. {text box, Dose, paragraph 1}\nEnd. {Dose, paragraph 2}\nIn the note. {footnote 1, paragraph 1}\ncaption Leaflet 7 {header, paragraph 1}\n");
  const Document& document = read.document();
  const auto at = static_cast<uint32_t>(document.text.find("notes."));
  CHECK(document.map.to_source({at, at + 6}).of(document.source) == "notes\\'2e");
}

TEST_CASE("rtf: notes within notes and headers within headers are read in turn") {
  CHECK(shown("a{\\footnote b{\\footnote c{\\footnote d}}}{\\header e{\\header f{\\footer g}{\\footer h}}}\\par") == "a\nb\nc\nd\ncaption e\ncaption f\ncaption g\ncaption h\n");
}

TEST_CASE("rtf: nesting without end and a file that is cut short are refused") {
  std::string deep = "{\\rtf1 ";
  for (int i = 0; i < 5000; ++i) deep += '{';
  CHECK(ReadDocument("a.rtf", deep).refusal() == "nests deeper than 400 groups");
  CHECK(ReadDocument("a.rtf", "{\\rtf1 {\\b half a").refusal() == "is cut short: a group is not closed at its end");
}

}  // namespace crosscheck
