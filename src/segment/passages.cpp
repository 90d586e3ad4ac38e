// Plain text has no marks for its parts, so lines must tell. Two habits are common:
//
//   one passage a line      exported pages, tables of answers: lines run to hundreds of characters
//   wrapped paragraphs      blank lines part them, line breaks inside mean nothing
//
// A file is of the first kind when any line is much longer than a wrapped line would be, or when most lines
// end a sentence. In both kinds a line that starts with a list marker ("3.", "b)", "-") or reads "Name: value"
// stands alone, and a short line without a full stop that is followed by a passage is its heading. Lines whose
// words are set apart by wide gaps are rows of a table, "Table 1. Dose by age" is a caption.
//
// Tested by tests/rooms/segment.cpp.
#include <algorithm>

#include "model/list_marker.h"
#include "segment/segment.h"
#include "text/utf8.h"

namespace crosscheck {
namespace {

constexpr uint32_t kWrappedLine = 120;   // no editor wraps later than this
constexpr uint32_t kHeadingLength = 80;  // bytes; a heading is short
constexpr uint32_t kHeadingWords = 12;

struct Line {
  Span span;  // without the line break and without blanks at either end
  uint32_t indent = 0;
  bool blank() const { return span.empty(); }
};

bool blank_byte(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v'; }

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  for (uint32_t at = 0; at <= text.size();) {
    const size_t found = text.find('\n', at);
    const auto stop = static_cast<uint32_t>(found == std::string_view::npos ? text.size() : found);
    Span span{at, stop};
    while (span.begin < span.end && blank_byte(text[span.begin])) ++span.begin;
    while (span.end > span.begin && blank_byte(text[span.end - 1])) --span.end;
    lines.push_back({span, span.begin - at});
    at = stop + 1;
  }
  return lines;
}

bool ends_sentence(std::string_view line) {
  while (!line.empty()) {
    const CodePoint last = code_point_before(line, line.size());
    if (last.value == '.' || last.value == '!' || last.value == '?' || last.value == 0x2026) return true;
    if (last.value != ')' && last.value != '"' && last.value != '\'' && last.value != 0x201D && last.value != 0x2019 && last.value != ']') return false;
    line.remove_suffix(last.bytes);
  }
  return false;
}

// "Unit rate: 25.4p per kWh": a short name, a colon, a value on the same line.
bool is_field(std::string_view line) {
  const size_t colon = line.find(": ");
  if (colon == std::string_view::npos || colon == 0 || colon > 40 || line.size() > 160) return false;
  const std::string_view name = line.substr(0, colon), value = line.substr(colon + 2);
  if (ends_sentence(value) && std::count(value.begin(), value.end(), ' ') >= 7) return false;  // a sentence with a lead-in
  return is_letter(code_point_at(name, 0).value) && std::count(name.begin(), name.end(), ' ') <= 4 && name.find_first_of(".;,!?") == std::string_view::npos;
}

bool may_be_heading(std::string_view line, uint32_t longest = kHeadingLength, uint32_t words = kHeadingWords) {
  if (line.size() > longest || ends_sentence(line)) return line.size() <= longest && line.ends_with('?');
  const char last = line.back();
  if (last == ',' || last == ';' || last == ':') return false;
  if (std::count(line.begin(), line.end(), ' ') >= words) return false;
  const CodePoint first = code_point_at(line, 0);
  return is_upper(first.value) || is_digit(first.value);
}

// "Table 1. Dose by age", "Figure 2: The vial", "Fig. 3 - Doses", "Table 4" alone.
bool is_caption(std::string_view line) {
  static constexpr std::string_view kinds[] = {"Table", "TABLE", "Figure", "FIGURE", "Fig.", "Chart", "Box"};
  for (const std::string_view kind : kinds) {
    if (!line.starts_with(kind)) continue;
    size_t at = kind.size();
    const size_t before = at;
    while (at < line.size() && blank_byte(line[at])) ++at;
    if (at == before) return false;
    const size_t number = at;
    while (at < line.size() && ((line[at] >= '0' && line[at] <= '9') || (line[at] == '.' && at > number && at + 1 < line.size() && line[at + 1] >= '0' && line[at + 1] <= '9'))) ++at;
    if (at == number && at < line.size() && line[at] >= 'A' && line[at] <= 'Z') ++at;
    if (at == number) return false;
    while (at < line.size() && blank_byte(line[at])) ++at;
    if (at == line.size()) return true;
    const char32_t mark = code_point_at(line, at).value;
    if (mark == '.' || mark == ':' || mark == 0x2013 || mark == 0x2014 || (mark == '-' && at + 1 < line.size() && line[at + 1] == ' ')) return true;
    return is_upper(mark) && line.size() <= 200 && !ends_sentence(line);
  }
  return false;
}

bool joins_gap(char c) { return c == '(' || c == '[' || c == ')' || c == ']' || c == ',' || c == ';' || c == '.'; }

// Lists may be nested: an item that is set further in opens a list of its own, one that is set further out goes on
// with the list it left.
class OpenLists {
 public:
  void close() { open_.clear(); }

  void place(Passage& item, uint32_t indent) {
    while (!open_.empty() && open_.size() > 1 && indent + 1 < open_.back().indent) open_.pop_back();
    const bool deeper = !open_.empty() && indent > open_.back().indent + 1;
    // "i)" after "h)" is a letter, elsewhere a roman one.
    if (!open_.empty() && open_.back().marker == Marker::letter && item.marker == Marker::roman) {
      const int32_t letter = item.number == 1 ? 9 : item.number == 5 ? 22 : item.number == 10 ? 24 : 0;
      if (letter > 0 && letter - open_.back().last >= 1 && letter - open_.back().last <= 2) item.marker = Marker::letter, item.number = letter;
    }
    const bool restarts = item.number == 1 && item.marker != Marker::bullet;
    if (open_.empty() || deeper) open_.push_back({indent, item.marker, next_++, 0});
    else if (open_.back().marker != item.marker || restarts) open_.back() = {indent, item.marker, next_++, 0};
    item.list = open_.back().list;
    open_.back().last = item.number;
    item.level = static_cast<uint8_t>(std::min<size_t>(open_.size() - 1, 200));
  }

 private:
  struct Open {
    uint32_t indent;
    Marker marker;
    int32_t list, last;
  };
  std::vector<Open> open_;
  int32_t next_ = 0;
};

// The cells of a table row that was set with blanks or tabs: spans within `line`, none when it is no row.
std::vector<Span> cells_of(std::string_view line) {
  std::vector<Span> cells;
  uint32_t begin = 0;
  for (uint32_t at = 0; at < line.size();) {
    if (!blank_byte(line[at])) {
      ++at;
      continue;
    }
    uint32_t stop = at;
    bool tab = false;
    while (stop < line.size() && blank_byte(line[stop])) tab |= line[stop++] == '\t';
    // References in a margin of blanks, "( 5.1 )", are no cells.
    const bool gap = (tab || stop - at >= 3) && stop < line.size() && !joins_gap(line[stop]) && (at == 0 || (line[at - 1] != '(' && line[at - 1] != '['));
    if (gap) cells.push_back({begin, at}), begin = stop;
    at = stop;
  }
  if (cells.empty()) return cells;
  cells.push_back({begin, static_cast<uint32_t>(line.size())});
  const bool wide = std::any_of(cells.begin(), cells.end(), [&](Span cell) { return cell.size() > (cell.begin > 0 ? 60 : 150); });
  if (wide || ends_sentence(line)) cells.clear();
  return cells;
}

bool is_section_number(std::string_view text) {
  return !text.empty() && text.size() <= 8 && is_digit(code_point_at(text, 0).value) && text.find_first_not_of("0123456789. ") == std::string_view::npos;
}

// "4.2 Dose and use": a heading that carries the number of its section.
bool is_numbered_heading(std::string_view line) {
  const size_t stop = line.find(' ');
  if (stop == std::string_view::npos || stop + 1 >= line.size()) return false;
  const std::string_view number = line.substr(0, stop);
  if (!is_section_number(number) || number.find('.') == std::string_view::npos || number.back() == '.' || number.find("..") != std::string_view::npos) return false;
  return is_upper(code_point_at(line, line.find_first_not_of(' ', stop)).value) && may_be_heading(line, 2 * kHeadingLength, 3 * kHeadingWords);
}

// A file with one passage a line.
bool one_passage_a_line(std::string_view text, const std::vector<Line>& lines) {
  uint32_t filled = 0, ending = 0, joined = 0;
  for (size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].blank()) continue;
    if (lines[i].span.size() > kWrappedLine) return true;
    ++filled;
    if (i + 1 == lines.size() || lines[i + 1].blank()) continue;
    ++joined;
    ending += ends_sentence(lines[i].span.of(text)) || is_field(lines[i].span.of(text));
  }
  return joined > 0 && ending * 10 >= joined * 6;
}

// Takes the lines of a plain text in order and makes passages of them.
class PassageFinder {
 public:
  explicit PassageFinder(Document& document) : document_(document), text_(document.text), lines_(lines_of(document.text)), alone_(one_passage_a_line(text_, lines_)) {}

  void find() {
    for (size_t i = 0; i < lines_.size(); ++i)
      if (!lines_[i].blank() && !add_row(i)) i = add_passage(i);
  }

 private:
  std::string_view line(size_t i) const { return lines_[i].span.of(text_); }
  bool is_row(size_t i) const { return marker_at(line(i)).marker == Marker::none && !is_caption(line(i)) && !cells_of(line(i)).empty(); }

  // Does line `i` begin a passage even without a blank line above?
  bool starts_alone(size_t i) const {
    return lines_[i].blank() || marker_at(line(i)).marker != Marker::none || is_field(line(i)) || is_caption(line(i)) || is_numbered_heading(line(i));
  }

  // The filled line before or after `i` is a table row, too.
  bool has_neighbour_row(size_t i) const {
    if (table_ >= 0 && i - last_row_ <= 2) return true;
    size_t after = i + 1;
    while (after < lines_.size() && lines_[after].blank()) ++after;
    return after < lines_.size() && after - i <= 2 && is_row(after);
  }

  bool add_row(size_t i) {
    if (marker_at(line(i)).marker != Marker::none || is_caption(line(i))) return false;
    const std::vector<Span> cells = cells_of(line(i));
    if (cells.empty() || is_section_number(cells[0].of(line(i))) || (cells.size() == 2 && !has_neighbour_row(i))) return false;
    if (table_ < 0 || i - last_row_ > 2) ++table_, row_ = 0;
    else ++row_;
    last_row_ = i;
    lists_.close();
    for (size_t column = 0; column < cells.size(); ++column) {
      Passage cell;
      cell.span = cell.body = {lines_[i].span.begin + cells[column].begin, lines_[i].span.begin + cells[column].end};
      cell.kind = PassageKind::table_cell;
      cell.table = table_, cell.row = row_, cell.column = static_cast<int32_t>(column);
      document_.passages.push_back(cell);
    }
    return true;
  }

  // Adds the passage that starts at line `i`; returns its last line.
  size_t add_passage(size_t i) {
    const size_t first = i;
    Passage passage;
    passage.span = lines_[i].span;
    const MarkerFound marker = marker_at(line(i));
    const bool listed = marker.marker != Marker::none;
    if (!listed && is_caption(line(i))) passage.kind = PassageKind::caption;
    else if (!listed && is_field(line(i))) passage.kind = PassageKind::field;
    if (!alone_ && passage.kind != PassageKind::field && !(!listed && (is_numbered_heading(line(i)) || heads_wrapped_lines(i))))
      while (i + 1 < lines_.size() && !starts_alone(i + 1)) passage.span.end = lines_[++i].span.end;
    passage.body = passage.span;
    if (!listed) {
      lists_.close();
      document_.passages.push_back(passage);
      return i;
    }
    passage.kind = PassageKind::list_item;
    passage.body.begin += marker.bytes;
    passage.marker = marker.marker;
    passage.number = marker.number;
    lists_.place(passage, lines_[first].indent);
    if (marker.marker == Marker::bullet) add_items(passage, code_point_at(line(first), 0));
    else document_.passages.push_back(passage);
    return i;
  }

  // A short line that stands above wrapped lines, after a blank one.
  bool heads_wrapped_lines(size_t i) const {
    return i + 1 < lines_.size() && !lines_[i + 1].blank() && may_be_heading(line(i)) && line(i).size() < 60 && (i == 0 || lines_[i - 1].blank()) &&
           is_upper(code_point_at(line(i + 1), 0).value);
  }

  // An item whose line lost its breaks holds the next ones: "- Fever - Chills - A rash".
  void add_items(Passage item, CodePoint bullet) {
    uint32_t begin = item.span.begin;
    for (uint32_t at = item.body.begin; at + bullet.bytes + 1 < item.body.end; ++at) {
      if (!blank_byte(text_[at - 1]) || code_point_at(text_, at).value != bullet.value) continue;
      const uint32_t after = at + bullet.bytes;
      if (!blank_byte(text_[after]) || !is_upper(code_point_at(text_, after + 1).value)) continue;
      uint32_t end = at;
      while (end > item.body.begin && blank_byte(text_[end - 1])) --end;
      Passage part = item;
      part.span = {begin, end};
      part.body.end = end;
      document_.passages.push_back(part);
      begin = at;
      item.body.begin = after + 1;
    }
    item.span.begin = begin;
    document_.passages.push_back(item);
  }

  Document& document_;
  std::string_view text_;
  std::vector<Line> lines_;
  bool alone_;  // each line is a passage
  OpenLists lists_;
  int32_t table_ = -1, row_ = 0;
  size_t last_row_ = 0;
};

// A short line without a stop is a heading when something follows that it can head.
void find_headings(Document& document) {
  int32_t heading = -1;
  for (size_t i = 0; i < document.passages.size(); ++i) {
    Passage& passage = document.passages[i];
    const std::string_view words = passage.span.of(document.text);
    const bool heads = is_numbered_heading(words) || (i + 1 < document.passages.size() && may_be_heading(words));
    if (passage.kind == PassageKind::paragraph && heads && words.find('\n') == std::string_view::npos) {
      passage.kind = PassageKind::heading;
      passage.level = 1;
    }
    if (passage.kind == PassageKind::heading) heading = static_cast<int32_t>(i);
    else passage.heading = heading;
  }
}

}  // namespace

void find_passages(Document& document) {
  PassageFinder(document).find();
  find_headings(document);
}

}  // namespace crosscheck
