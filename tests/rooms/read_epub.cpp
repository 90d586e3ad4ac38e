#include <doctest/doctest.h>

#include "made_zip.h"
#include "read_document.h"

namespace crosscheck {
namespace {

const std::string kContainer = "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles><rootfile full-path='OEBPS/book.opf'/></rootfiles></container>";
const std::string kPackage =
    "<package xmlns='http://www.idpf.org/2007/opf'><manifest><item id='a' href='text/one%201.xhtml' media-type='application/xhtml+xml'/><item id='b' href='two.xhtml' media-type='application/xhtml+xml'/>"
    "<item id='n' href='nav.xhtml' media-type='application/xhtml+xml' properties='nav'/><item id='p' href='p.png' media-type='image/png'/></manifest><spine><itemref idref='n'/><itemref idref='b'/><itemref idref='p'/><itemref idref='a'/></spine></package>";
const std::string kOne = "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><head><title/></head><body><h1>One</h1><p/><p>The first<a id='x'/> chapter.<a epub:type='noteref' href='#n'>1</a></p></body></html>";
const std::string kTwo = "<html><head><title>no text</title></head><body><h1>Two</h1><p>The second &amp; last.</p></body></html>";

std::string book(const std::string& encryption = "") {
  std::vector<std::pair<std::string, std::string>> parts = {{"mimetype", "application/epub+zip"}, {"META-INF/container.xml", kContainer}, {"OEBPS/book.opf", kPackage}, {"OEBPS/text/one 1.xhtml", kOne}, {"OEBPS/two.xhtml", kTwo}, {"OEBPS/nav.xhtml", "<p>nav</p>"}};
  if (!encryption.empty()) parts.emplace_back("META-INF/encryption.xml", encryption);
  return made_zip(parts);
}

}  // namespace

TEST_CASE("epub: chapters are read in the order of the spine, without titles, contents and numbers of notes") {
  const ReadDocument read("a.epub", book());
  CHECK(read.shown(true) == "h1 Two {heading}\nThe second & last. {Two, paragraph 1}\nh1 One {heading}\nThe first chapter. {One, paragraph 1}\n");
  CHECK(read.document().source.empty());
  CHECK(read.document().map.identity());
}

TEST_CASE("epub: a book that its shop locked is named, scrambled fonts are no matter") {
  const std::string lock = "<encryption xmlns='x'><CipherReference URI='";
  CHECK(ReadDocument("a.epub", book(lock + "OEBPS/two.xhtml'/></encryption>")).refusal() == "is locked by its shop (DRM): ask for a copy without");
  CHECK(ReadDocument("a.epub", book(lock + "OEBPS/font.otf'/></encryption>")).refusal().empty());
}

}  // namespace crosscheck
