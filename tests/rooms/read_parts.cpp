// What the readers of real documents share: kinds told from bytes, zip and XML that mean ill.
#include <doctest/doctest.h>

#include "made_zip.h"
#include "read/flat_lists.h"
#include "read/kind.h"
#include "read/refused.h"
#include "read/xml_reader.h"
#include "read/zip_file.h"
#include "read_document.h"

namespace crosscheck {
namespace {

struct Count : XmlListener {
  std::string seen;
  void start(const XmlElement& element) override { seen += "<" + std::string(element.name) + ">"; }
  void end(std::string_view) override {}
  void text(std::string_view text) override { seen += text; }
};

std::string parsed(const std::string& xml) {
  static const XmlVocabularies known = {{"urn:known", "k"}};
  Count count;
  try {
    XmlParser parser(count, known, "the part");
    for (const char c : xml) parser.feed(std::string_view(&c, 1));
    parser.finish();
  } catch (const Refused& refused) {
    return refused.what();
  }
  return count.seen;
}

}  // namespace

TEST_CASE("what a file is, is told from its bytes; its name only helps") {
  CHECK(kind_of("%PDF-1.4\n").format == Format::pdf);
  CHECK(kind_of("{\\rtf1 x}").format == Format::rtf);
  CHECK(kind_of("<?xml version='1.0'?><document xmlns='urn:hl7-org:v3'>").format == Format::spl);
  CHECK(kind_of(made_zip({{"word/document.xml", ""}})).format == Format::docx);
  CHECK(kind_of(made_zip({{"mimetype", "application/vnd.oasis.opendocument.text"}})).format == Format::odt);
  CHECK(kind_of(made_zip({{"xl/workbook.xml", ""}})).unread.find("spreadsheet") != std::string::npos);
  CHECK(kind_of("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old").unread.find("old Word file") != std::string::npos);
  CHECK(kind_of(std::string("\x89PNG\r\n\x1a\n")).unread.find("OCR") != std::string::npos);
  CHECK(!kind_of("Plain text about %PDF-1.4 files.").format);
  CHECK(kind_of("Plain text about %PDF-1.4 files.").unread.empty());
  CHECK(ReadDocument("wrong.docx", "just text").refusal() == "is named .docx, and is no such file or damaged: open it and save it anew");
  CHECK(ReadDocument("empty.odt", "").refusal() == "is empty");
}

TEST_CASE("zip: parts are found whatever their case, paths resolve, encryption and damage are named") {
  CHECK(part_path("word", "../a/./b.xml") == "a/b.xml");
  CHECK(part_path("word", "/a/b.xml") == "a/b.xml");
  CHECK(part_path("word", "../../../../etc/passwd") == "etc/passwd");
  const std::string bytes = made_zip({{"Word/Document.xml", "text"}});
  ZipFile zip(bytes);
  CHECK(zip.text_of("word/document.xml") == "text");
  CHECK_THROWS_WITH_AS(zip.text_of("absent"), "is incomplete: its part absent is missing", Refused);
  CHECK(ReadDocument("a.docx", made_zip({{"word/document.xml", "x"}}, true)).refusal() == "is protected by a password: save it without one");
  CHECK(ReadDocument("a.docx", bytes.substr(0, bytes.size() - 10)).refusal().find("cut short") != std::string::npos);
}

TEST_CASE("xml: vocabularies are known by their name space, entities and depth are refused") {
  CHECK(parsed("<x:a xmlns:x='urn:known'><b>t&amp;u&#233;</b></x:a>") == "<k:a><b>t&ué");
  CHECK(parsed("<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>").find("declares XML entities in the part") != std::string::npos);
  CHECK(parsed("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>").find("declares XML entities") != std::string::npos);
  CHECK(parsed("<!DOCTYPE a SYSTEM 'http://127.0.0.1/x.dtd'><a>b</a>") == "<a>b");
  std::string deep;
  for (int i = 0; i < 1000; ++i) deep += "<a>";
  CHECK(parsed(deep).find("nests deeper than 400") != std::string::npos);
  CHECK(parsed("<a><b></a>").find("is not well-formed XML (line 1") != std::string::npos);
}

TEST_CASE("flat lists: bullets are parted by a paragraph, numbers go on after it") {
  FlatLists lists;
  const auto place = [&](Marker marker, int32_t number, uint8_t level, int64_t key) {
    Passage item;
    item.marker = marker;
    item.number = number;
    item.level = level;
    lists.place(item, key);
    return item.list;
  };
  const int32_t first = place(Marker::decimal, 1, 0, 1);
  CHECK(place(Marker::decimal, 2, 0, 1) == first);
  const int32_t inner = place(Marker::bullet, 0, 1, 2);
  CHECK(inner != first);
  CHECK(place(Marker::decimal, 3, 0, 1) == first);
  CHECK(place(Marker::bullet, 0, 1, 2) != inner);
  lists.interrupt();
  CHECK(place(Marker::decimal, 4, 0, 1) == first);
  lists.interrupt();
  CHECK(place(Marker::decimal, 1, 0, 1) != first);
}

}  // namespace crosscheck
