// The lines of a page in the order in which people read them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/document.h"
#include "read/pdf_page.h"

namespace crosscheck {

// A line in its place: in a column, or in a cell of a table.
struct PlacedLine {
  PdfLine line;
  float left = 0, right = 0;  // of its column
  int32_t table = -1, row = 0, column = 0;
  bool opens_column = false;
  float wrap = 0;  // how far to the right its lines may run
};

// `tables` numbers the tables of the document.
std::vector<PlacedLine> in_reading_order(PdfPage page, int32_t& tables);

// The text of the pages, as passages of the document.
void read_pages(std::vector<PdfPage> pages, Document& document);

// Takes the lines at the edge of pages that come again and again, and page numbers, out of the pages; what they say,
// once each.
std::vector<std::string> take_running_heads(std::vector<PdfPage>& pages);

}  // namespace crosscheck
