// A page of a PDF as pdftotext sees it: words with their boxes, put together to lines.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace crosscheck {

struct PdfLine {
  float left = 0, top = 0, right = 0, bottom = 0;  // in points, from the top left corner of the page
  float size = 0;                                  // height of most of its words: about the size of the font
  float first_word = 0;                            // its width
  uint32_t words = 0;
  bool note = false;  // begins with a raised number
  std::string text;

  float middle() const { return (top + bottom) / 2; }
};

struct PdfPage {
  float width = 0, height = 0;
  std::vector<PdfLine> lines;
};

// Reads the output of `pdftotext -bbox-layout`, piece by piece.
class PdfPages {
 public:
  void take(std::string_view piece);
  std::vector<PdfPage> pages;

 private:
  struct Word {
    float left = 0, top = 0, right = 0, bottom = 0;
    std::string text;
    float size() const { return bottom - top; }
  };
  void line(std::string_view line);
  void end_line();
  std::string rest_;
  std::vector<Word> words_;
  size_t bytes_ = 0, lines_ = 0;
};

}  // namespace crosscheck
