// Layout from boxes written by hand, in the words of pdftotext; whole PDF files are in tests/round_trip/.
#include <doctest/doctest.h>

#include <sstream>

#include "read/child_process.h"
#include "read/pdf_layout.h"
#include "read/pdf_page.h"
#include "read/refused.h"
#include "read_document.h"

namespace crosscheck {
namespace {

// A page, line by line: each word is 6 points a letter wide, a blank 4.
class Paper {
 public:
  void page() { out_ += "  <page width=\"600\" height=\"800\">\n"; }
  void line(double left, double top, const std::string& text, double size = 12) {
    out_ += "<line>\n";
    std::istringstream words(text);
    double at = left;
    for (std::string word; words >> word;) {
      double raise = 0, its = size;
      if (word.starts_with('^')) word.erase(0, 1), raise = 0.1, its = size * 0.6, at -= 4;
      const double width = static_cast<double>(word.size()) * size / 2;
      put(at, top - raise, width, its, word);
      at += width + 4;
    }
    out_ += "</line>\n";
  }
  std::string shown(bool with_locations = false) {
    PdfPages reader;
    for (size_t at = 0; at < out_.size(); at += 7) reader.take(std::string_view(out_).substr(at, 7));
    ReadDocument read("a.txt", "x");
    Document document;
    document.format = Format::pdf;
    read_pages(std::move(reader.pages), document);
    read.texts.documents = {document};
    return read.shown(with_locations);
  }

 private:
  void put(double left, double top, double width, double size, const std::string& word) {
    const auto n = [](double value) { return "\"" + std::to_string(value) + "\""; };
    out_ += "<word xMin=" + n(left) + " yMin=" + n(top) + " xMax=" + n(left + width) + " yMax=" + n(top + size) + ">" + word + "</word>\n";
  }
  std::string out_;
};

}  // namespace

TEST_CASE("pdf: lines become paragraphs by gap, indent and a line that ends early; broken words are made whole") {
  Paper paper;
  paper.page();
  paper.line(50, 100, "The pump is used at home by people who need it for some rea-");
  paper.line(50, 114, "son. It is not a toy, and it must be kept away from all chil-");
  paper.line(50, 128, "dren.");
  paper.line(50, 156, "Another paragraph starts after a gap &amp; has the \xEF\xAC\x81rst li-");
  paper.line(50, 170, "gature in it, with long-");
  paper.line(50, 184, "Another line.");
  CHECK(paper.shown() == "The pump is used at home by people who need it for some reason. It is not a toy, and it must be kept away from all children.\n"
                         "Another paragraph starts after a gap & has the first ligature in it, with long-\nAnother line.\n");
}

TEST_CASE("pdf: items, also those whose marks are drawn, are paragraphs; their second lines belong to them") {
  Paper paper;
  paper.page();
  paper.line(50, 100, "There are three of them, and each of them is written on a line of its own:");
  paper.line(60, 114, "1.");
  paper.line(80, 114, "the first of them, which goes on for longer than a line of this column,");
  paper.line(80, 128, "so that it has a second");
  paper.line(60, 142, "2.");
  paper.line(80, 142, "the second");
  paper.line(60, 156, "\xE2\x80\xA2 dot");
  paper.line(60, 180, "a pump");
  paper.line(60, 194, "a charger with its cable");
  paper.line(60, 208, "a bag");
  CHECK(paper.shown() == "There are three of them, and each of them is written on a line of its own:\n1) the first of them, which goes on for longer than a line of this column, so that it has a second\n2) the second\n* dot\n"
                         "a pump\na charger with its cable\na bag\n");
}

TEST_CASE("pdf: columns are read one after the other, a paragraph goes on in the next, a heading above spans both") {
  Paper paper;
  paper.page();
  paper.line(50, 80, "The leaflet", 20);
  for (int i = 0; i < 6; ++i) {
    paper.line(50, 120 + i * 14, i < 5 ? "left words that fill the column out" : "left words that do not end in a");
    paper.line(320, 120 + i * 14, i == 0 ? "sentence. Right words that fill it all" : "right words that fill the column too");
  }
  const std::string left = "left words that fill the column out ", right = " right words that fill the column too";
  CHECK(paper.shown() == "h1 The leaflet\n" + left + left + left + left + left + "left words that do not end in a sentence. Right words that fill it all" + right + right + right + right + right + "\n");
}

TEST_CASE("pdf: a hyphen at the end of a line stays where no words are broken, unless the whole word stands elsewhere") {
  Paper paper;
  paper.page();
  paper.line(50, 100, "People with light-");
  paper.line(50, 114, "sensitive eyes may need immuno-");
  paper.line(50, 128, "globulin. Ask about immunoglobulin.");
  CHECK(paper.shown() == "People with light-sensitive eyes may need immunoglobulin. Ask about immunoglobulin.\n");
}

TEST_CASE("pdf: a narrower paragraph is one, a table of contents is passed over") {
  Paper paper;
  paper.page();
  paper.line(50, 60, "Side effects . . . . . . . . 12");
  paper.line(50, 100, "The nurse said this about the pump when we asked her how it is to be kept at home:");
  paper.line(90, 118, "Keep it in a dry place and look at it once a day, so that");
  paper.line(90, 132, "you see at once when the light is on. Then call us, and we");
  paper.line(90, 146, "come to you.");
  CHECK(paper.shown() == "The nurse said this about the pump when we asked her how it is to be kept at home:\n"
                         "Keep it in a dry place and look at it once a day, so that you see at once when the light is on. Then call us, and we come to you.\n");
}

TEST_CASE("pdf: the wide gaps of justified lines part nothing, and a narrow gutter does") {
  Paper paper;
  paper.page();
  const char* lefts[] = {"words that fill the column", "weight loss. Lactose sugar", "in", "words that fill the column", "words that end."};
  for (int i = 0; i < 5; ++i) {
    paper.line(50, 100 + i * 14, lefts[i]);
    paper.line(232, 100 + i * 14, i == 4 ? "and end." : "more words on the other side");
  }
  paper.line(90, 128, "their");
  paper.line(150, 128, "diets");
  CHECK(paper.shown() == "words that fill the column weight loss. Lactose sugar in their diets words that fill the column words that end.\n"
                         "more words on the other side more words on the other side more words on the other side more words on the other side and end.\n");
}

TEST_CASE("pdf: short pieces side by side are a table, read row by row") {
  Paper paper;
  paper.page();
  paper.line(50, 80, "The doses are listed here for everyone who wants to know about them in detail.");
  const char* cells[3][3] = {{"Drug", "Dose", "Kept"}, {"Marrow", "5 mg a day", "in a cool place"}, {"Zeltara", "7 mg a day", "on the shelf"}};
  for (int r = 0; r < 3; ++r)
    for (int c = 0; c < 3; ++c) paper.line(50 + c * 150, 100 + r * 16, cells[r][c]);
  paper.line(200, 146, "or two");
  paper.line(50, 180, "Text below the table that runs on for the whole width of the page as it does.");
  CHECK(paper.shown() == "The doses are listed here for everyone who wants to know about them in detail.\n[0,0] Drug\n[0,1] Dose\n[0,2] Kept\n[1,0] Marrow\n[1,1] 5 mg a day\n[1,2] in a cool place\n"
                         "[2,0] Zeltara\n[2,1] 7 mg a day or two\n[2,2] on the shelf\nText below the table that runs on for the whole width of the page as it does.\n");
}

TEST_CASE("pdf: raised numbers are powers or lead to notes; notes follow, running heads come once, page numbers never") {
  Paper paper;
  for (int page = 1; page <= 3; ++page) {
    paper.page();
    paper.line(50, 30, "Leaflet 7 page " + std::to_string(page), 9);
    paper.line(50, 100, "There are 10 ^9 cells in 5 m ^2 of it, as some of the people have written. ^1 And");
    paper.line(50, 114, "that is all.");
    if (page == 1) paper.line(50, 700, "^1 Some people write a lot.", 9);
    paper.line(300, 770, "- " + std::to_string(page) + " -");
  }
  const std::string text = "There are 10⁹ cells in 5 m² of it, as some of the people have written. And that is all.";
  CHECK(paper.shown(true) == text + " {page 1, paragraph 1}\n" + text + " {page 2, paragraph 1}\n" + text + " {page 3, paragraph 1}\nSome people write a lot. {page 1, footnote, paragraph 1}\ncaption Leaflet 7 page 1 {running head, paragraph 1}\n");
}

TEST_CASE("pdf: a file that is none is refused") {
  if (find_program("pdftotext").empty()) {
    MESSAGE("SKIPPED: pdftotext is not installed (poppler-utils)");
    return;
  }
  CHECK(ReadDocument("a.pdf", "%PDF-1.4\nnothing of the kind").refusal() == "is damaged or cut short: pdftotext cannot read it");
}

TEST_CASE("another program gets its input, is ended after its time, and its failure is told") {
  std::string out;
  const auto take = [&](std::string_view piece) { out += piece; };
  const std::string input(300000, 'x');
  CHECK(run_child("/bin/cat", {"/dev/stdin"}, input, {}, take).end == ChildResult::End::exited);
  CHECK(out == input);
  CHECK(run_child("/bin/sleep", {"60"}, "", {std::chrono::seconds(1)}, take).end == ChildResult::End::out_of_time);
  CHECK(run_child("/bin/cat", {"/dev/zero"}, "", {std::chrono::seconds(20), 1u << 30, 1u << 20}, take).end == ChildResult::End::too_much_output);
  CHECK(run_child("/no/such/program", {}, "", {}, take).end == ChildResult::End::not_started);
  CHECK(run_child("/bin/cat", {"/no/such/file"}, "", {}, take).status == 1);
  CHECK_THROWS_AS(run_child("/bin/cat", {"/dev/stdin"}, input, {}, [](std::string_view) { throw Refused("enough"); }), Refused);
}

}  // namespace crosscheck
