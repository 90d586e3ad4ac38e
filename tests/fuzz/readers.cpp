// Any bytes as the parts of a Word file, an OpenDocument text, RTF, a drug label, or what pdftotext writes: read or
// refused, and every passage lies within the text.
//
// The first byte picks the format, so one corpus serves them all.
#include <cstdlib>
#include <string>

#include "../made_zip.h"
#include "model/location.h"
#include "read/pdf_layout.h"
#include "read/pdf_page.h"
#include "read/read.h"
#include "read/refused.h"
#include "text/encoding.h"

using namespace crosscheck;

namespace {

void check(const Document& document) {
  if (!is_valid_utf8(document.text)) std::abort();
  uint32_t at = 0;
  const Locations locations(document);
  for (uint32_t p = 0; p < document.passages.size(); ++p) {
    const Passage& passage = document.passages[p];
    if (passage.span.begin < at || passage.span.end > document.text.size() || passage.span.empty() || !passage.span.contains(passage.body)) std::abort();
    if (passage.heading >= static_cast<int32_t>(p)) std::abort();
    const Span source = document.map.to_source(passage.span);
    if (source.begin > source.end || source.end > document.source_text().size()) std::abort();
    at = passage.span.end;
    locations.of(p);
  }
}

void read_as(const std::string& name, const std::string& bytes) {
  const SymbolTable symbols;
  Collection texts(symbols);
  std::vector<Trouble> trouble;
  read({"fuzz", {{name, "", bytes}}}, texts, trouble);
  for (const Document& document : texts.documents) check(document);
}

void read_layout(const std::string& bytes) {
  Document document;
  document.format = Format::pdf;
  try {
    PdfPages pages;
    pages.take("<page width=\"600\" height=\"800\">\n" + bytes + "\n");
    read_pages(std::move(pages.pages), document);
  } catch (const Refused&) {
    return;
  }
  check(document);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const std::string bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  const std::string links = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='n' Type='x/numbering' Target='n.xml'/><Relationship Id='s' Type='x/styles' Target='n.xml'/></Relationships>";
  switch (data[0] % 8) {
    case 0: read_as("a", bytes); break;
    case 1: read_as("a.docx", made_zip({{"word/document.xml", bytes}})); break;
    case 2: read_as("a.docx", made_zip({{"word/document.xml", bytes}, {"word/n.xml", bytes}, {"word/_rels/document.xml.rels", links}})); break;
    case 3: read_as("a.odt", made_zip({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", bytes}})); break;
    case 4: read_as("a.rtf", "{\\rtf1" + bytes + "}"); break;
    case 5: read_as("a.xml", "<document xmlns=\"urn:hl7-org:v3\">" + bytes + "</document>"); break;
    case 6: read_layout(bytes); break;
    case 7: read_as("a.epub", made_zip({{"META-INF/container.xml", "<rootfile full-path='p'/>"}, {"p", "<x><item id='a' href='b' media-type='text/html'/><itemref idref='a'/></x>"}, {"b", bytes}})); break;
  }
  return 0;
}
