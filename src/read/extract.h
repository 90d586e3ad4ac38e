// What readers of markup share: text is taken out of a file piece by piece, each piece mapped to where it came
// from, and laid into passages as the surroundings (list, table, quotation, heading) make them.
//
// A reader names blocks and hands over text; a passage opens at its first text, so empty blocks leave nothing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "read/flat_lists.h"

namespace crosscheck {

class Extract {
 public:
  // Takes document.text as the source; document.text grows anew. Formats whose bytes mean nothing to a person (docx,
  // PDF) have no source: their places index the extracted text, and `put(text)` is all that is used.
  enum class Source : uint8_t { kept, none };
  explicit Extract(Document& document, Source source = Source::kept);

  std::string_view source() const { return document_.source; }

  // Blocks. start() ends the passage before it; what it opens becomes a list item, table cell or quotation
  // where it stands in one.
  void start(PassageKind kind = PassageKind::paragraph, uint8_t level = 0);
  void close();
  bool open() const { return open_; }
  // A passage whose shape the reader knows: kind, level, marker, number, list, table, row, column.
  void start_as(const Passage& shape);
  // An item of a format that knows no lists, only paragraphs with a marker. `key`: what it holds to be one list.
  void start_item(Marker marker, int32_t number, uint8_t level, int64_t key);
  // Paragraphs that begin with a marker typed by hand ("3. ", "- ") are items, too.
  void find_markers() { finds_markers_ = true; }
  // What follows stands on a page, in a footnote, in a header ("footnote 2"); empty: in the running text again.
  void part(std::string name);

  void enter_list(bool ordered, int32_t first);
  void enter_item(int32_t number = -1);  // -1: the next number
  void enter_table();
  void enter_row();
  void enter_cell(int32_t columns = 1);
  void enter_quote();
  void leave();  // the innermost list, item, table, cell or quotation; closes its passage
  int32_t under() const { return heading_; }
  void stand_under(int32_t heading) { heading_ = heading; }

  // Text, as source bytes.
  void copy(Span source);                               // as it stands
  void put(std::string_view text, Span source);         // something else than the source says, such as an entity
  void soft_break() { soft_break_ = open_; }            // a line break that means a blank
  void put(std::string_view text) { put(text, kNowhere); }
  void line_break(Span source);                         // one that is meant
  void line_break() { line_break(kNowhere); }
  void blank() { blank(kNowhere); }
  void blank(Span source);                              // white space that counts once, and only between words
  void omit() { omitted_ = true; }                      // something was left out: the blanks around it are one
  void superscript(bool on) { superscript_ = on; }
  void verbatim(bool on);                               // inline code: no finding is about it alone
  void strong(bool on);                                 // a short paragraph in bold letters is a heading

  // A comment of the markup, which may hold an instruction.
  void comment(Span source) { comments_.push_back(source); }
  const std::vector<Span>& comments() const { return comments_; }

 private:
  static constexpr Span kNowhere{0, 1};  // of a document without a source
  enum class Kind : uint8_t { list, item, table, cell, quote };
  struct Container {
    Kind kind;
    bool ordered = false;
    bool used = false;       // item: its first passage is there
    int32_t number = 0;      // list: the next number; item: its own
    int32_t id = -1;         // list, table
    int32_t row = -1, column = -1, next_column = 0;
  };
  void ensure_open(uint32_t source_begin);
  void settle_kind(Passage& passage);
  void find_marker(Passage& passage);
  void append(std::string_view text, Span source);

  Document& document_;
  std::vector<Container> containers_;
  std::vector<Span> comments_;
  Passage next_;  // the shape of the passage to come
  bool shaped_ = false, mapped_ = true;
  bool finds_markers_ = false;
  FlatLists flat_lists_;
  bool bounded_ = true;  // too many passages are refused; parsers written in C let no exception through
  bool open_ = false, soft_break_ = false, superscript_ = false, omitted_ = false;
  Span blank_;                  // white space seen and not yet written
  uint32_t last_source_ = 0;    // where the text written last ended
  int32_t verbatim_from_ = -1;  // in document_.text
  int strong_depth_ = 0;
  uint32_t plain_bytes_ = 0;    // of the open passage, outside bold letters
  int32_t heading_ = -1, lists_ = 0, tables_ = 0;
};

}  // namespace crosscheck
