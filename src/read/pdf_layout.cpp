// A page is cut where a gutter runs down it: a strip without text that several rows in a row leave free on both
// sides. Above and below that stretch the page is looked at anew, and so are the columns left and right of the gutter.
// A stretch whose pieces are short and do not fill their columns is a table, read row by row.
//
//   The leaflet at a glance          one stretch
//   Text in two      that goes on    a gutter: the left column, then the right
//   columns,         over here.
//   Drug      Dose                   short pieces: a table
//   IVIG      5 mg
//
// pdftotext cuts lines at wide gaps, so a line of a paragraph is whole and never crosses a gutter.
//
// Tested by tests/rooms/read_pdf.cpp.
#include "read/pdf_layout.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <set>

#include "model/list_marker.h"
#include "read/header_lines.h"

namespace crosscheck {
namespace {

constexpr size_t kMostGutters = 150;
constexpr size_t kMostLinesToCut = 3000;  // of a page; more is a drawing
constexpr int kDeepest = 12;

using Lines = std::vector<PdfLine>;

float shared_height(const PdfLine& a, const PdfLine& b) { return std::min(a.bottom, b.bottom) - std::max(a.top, b.top); }
bool on_one_row(const PdfLine& a, const PdfLine& b) { return shared_height(a, b) > 0.5f * std::min(a.bottom - a.top, b.bottom - b.top); }

bool is_marker(std::string_view text) { return text.size() <= 6 && marker_at(std::string(text) + " x").bytes == text.size() + 1; }

// Lines by row, each row from left to right.
std::vector<Lines> rows_of(Lines lines) {
  std::stable_sort(lines.begin(), lines.end(), [](const PdfLine& a, const PdfLine& b) { return a.middle() < b.middle(); });
  std::vector<Lines> rows;
  for (PdfLine& line : lines) {
    if (rows.empty() || !on_one_row(rows.back().front(), line)) rows.emplace_back();
    rows.back().push_back(std::move(line));
  }
  for (Lines& row : rows) std::stable_sort(row.begin(), row.end(), [](const PdfLine& a, const PdfLine& b) { return a.left < b.left; });
  return rows;
}

// Pieces of a row that are no wider apart than `gap`, and markers and their text, are one line.
void join_pieces(Lines& row, float gap) {
  Lines joined;
  for (PdfLine& line : row) {
    if (!joined.empty()) {
      PdfLine& last = joined.back();
      const float between = (line.left - last.right) / std::max(line.size, 1.0f);
      if (between > -0.1f && (between < gap || (is_marker(last.text) && between < 5))) {
        last.text += " " + line.text;
        last.right = std::max(last.right, line.right);
        last.top = std::min(last.top, line.top);
        last.bottom = std::max(last.bottom, line.bottom);
        if (line.words > last.words) last.size = line.size;
        last.words += line.words;
        continue;
      }
    }
    joined.push_back(std::move(line));
  }
  row = std::move(joined);
}

bool crosses(const Lines& row, float x) {
  return std::any_of(row.begin(), row.end(), [&](const PdfLine& line) { return line.left < x - 1 && line.right > x + 1; });
}

struct Stretch {
  size_t first = 0, end = 0;  // rows
  float gutter = 0;
};

// Rows at the end of a stretch that stand on its left side only and apart from the column above them are not of it:
// the next heading, footnotes.
void trim(const std::vector<Lines>& rows, Stretch& stretch) {
  size_t tail = stretch.end;
  while (tail > stretch.first && rows[tail - 1].size() == 1 && rows[tail - 1].front().left < stretch.gutter) --tail;
  const PdfLine* above = nullptr;
  for (size_t r = tail; r-- > stretch.first && !above;)
    for (const PdfLine& each : rows[r])
      if (each.right < stretch.gutter) above = &each;
  for (size_t r = tail; r < stretch.end; ++r) {
    const PdfLine& line = rows[r].front();
    const bool goes_on = above && line.top - above->bottom < 0.6f * line.size && std::fabs(line.size - above->size) < 0.1f * line.size;
    if (!goes_on) {
      stretch.end = r;
      return;
    }
    above = &line;
  }
}

// How many of the values lie within 3 points of one of them.
size_t alike(std::vector<float> values) {
  std::sort(values.begin(), values.end());
  size_t most = 0;
  for (size_t first = 0, last = 0; last < values.size(); ++last) {
    while (values[last] - values[first] > 3) ++first;
    most = std::max(most, last - first + 1);
  }
  return most;
}

// Columns stand exactly below one another, at their left edge, or in a table at any; gaps of justified lines do not.
bool is_gutter(const std::vector<Lines>& rows, const Stretch& stretch) {
  std::vector<float> lefts, rights, middles;
  size_t left = 0;
  for (size_t r = stretch.first; r < stretch.end; ++r) {
    left += rows[r].front().left < stretch.gutter;
    const auto first = std::find_if(rows[r].begin(), rows[r].end(), [&](const PdfLine& line) { return line.left > stretch.gutter; });
    if (first == rows[r].end()) continue;
    lefts.push_back(first->left);
    rights.push_back(first->right);
    middles.push_back((first->left + first->right) / 2);
  }
  if (left < 2 || lefts.size() < 2) return false;
  return std::max({alike(lefts), alike(rights), alike(middles)}) * 10 >= lefts.size() * 6;
}

// The longest stretch of rows with a gutter.
Stretch find_stretch(const std::vector<Lines>& rows) {
  std::set<int> gutters;
  for (const Lines& row : rows)
    for (size_t i = 0; i + 1 < row.size() && gutters.size() < kMostGutters; ++i)
      if (row[i + 1].left - row[i].right > 2) gutters.insert(static_cast<int>((row[i].right + row[i + 1].left) / 2));
  Stretch best;
  size_t most = 0;
  for (const int gutter : gutters) {
    const auto x = static_cast<float>(gutter);
    for (size_t r = 0; r < rows.size();) {
      if (crosses(rows[r], x)) {
        ++r;
        continue;
      }
      Stretch stretch{r, r, x};
      size_t count = 0;
      for (; stretch.end < rows.size() && !crosses(rows[stretch.end], x); ++stretch.end) count += (rows[stretch.end].front().left < x) + (rows[stretch.end].back().left > x);
      r = stretch.end;
      if (count <= most || !is_gutter(rows, stretch)) continue;
      most = count;
      best = stretch;
    }
  }
  if (best.end > best.first) trim(rows, best);
  return best;
}

// The columns of a stretch: what is left free by all its rows parts them.
std::vector<std::pair<float, float>> columns_of(const std::vector<Lines>& rows, const Stretch& stretch) {
  std::vector<std::pair<float, float>> pieces, columns;
  for (size_t r = stretch.first; r < stretch.end; ++r)
    for (const PdfLine& line : rows[r]) pieces.emplace_back(line.left, line.right);
  std::sort(pieces.begin(), pieces.end());
  for (const auto& [left, right] : pieces) {
    if (columns.empty() || left > columns.back().second + 2) columns.emplace_back(left, right);
    else columns.back().second = std::max(columns.back().second, right);
  }
  return columns;
}

size_t column_at(const std::vector<std::pair<float, float>>& columns, float left) {
  size_t at = 0;
  while (at + 1 < columns.size() && left > columns[at].second) ++at;
  return at;
}

bool is_table(const std::vector<Lines>& rows, const Stretch& stretch, const std::vector<std::pair<float, float>>& columns) {
  float edge = 0;  // of the text around it
  for (const Lines& row : rows) edge = std::max(edge, row.back().right);
  size_t pieces = 0, words = 0, filled = 0, paired = 0;
  for (size_t r = stretch.first; r < stretch.end; ++r) {
    paired += rows[r].size() > 1;
    for (const PdfLine& line : rows[r]) {
      const size_t at = column_at(columns, line.left);
      const float left = columns[at].first, right = at + 1 < columns.size() ? columns[at + 1].first : edge;
      ++pieces;
      words += line.words;
      filled += line.words > 2 && line.right - line.left > 0.75f * (right - left);
    }
  }
  return columns.size() > 1 && words <= 5 * pieces && filled * 2 < pieces && paired * 2 >= stretch.end - stretch.first;
}

// The rows of a stretch that have pieces side by side, without those on one side only above and below; what goes on
// in a later column below the last row is of it.
Stretch core_of(const std::vector<Lines>& rows, Stretch stretch) {
  while (stretch.first < stretch.end && rows[stretch.first].size() < 2) ++stretch.first;
  size_t end = stretch.end;
  while (end > stretch.first && rows[end - 1].size() < 2) --end;
  while (end > stretch.first && end < stretch.end && rows[end].front().left > stretch.gutter && rows[end].front().top - rows[end - 1].back().bottom < 0.4f * rows[end].front().size) ++end;
  stretch.end = end;
  return stretch;
}

class Page {
 public:
  Page(std::vector<PlacedLine>& out, int32_t& tables) : out_(out), tables_(tables) {}

  void order(const std::vector<Lines>& rows, int depth) {
    Stretch stretch = depth < kDeepest ? find_stretch(rows) : Stretch();
    if (stretch.end <= stretch.first) return column(rows);
    const auto at = [&](size_t row) { return rows.begin() + static_cast<std::ptrdiff_t>(row); };
    const Stretch core = core_of(rows, stretch);
    const auto columns = columns_of(rows, core);
    const bool as_table = is_table(rows, core, columns);
    if (as_table) stretch = core;
    if (stretch.first > 0) order({rows.begin(), at(stretch.first)}, depth + 1);
    if (as_table) {
      table(rows, stretch, columns);
    } else {
      Lines left, right;
      for (size_t r = stretch.first; r < stretch.end; ++r)
        for (const PdfLine& line : rows[r]) (line.left < stretch.gutter ? left : right).push_back(line);
      order(rows_of(std::move(left)), depth + 1);
      order(rows_of(std::move(right)), depth + 1);
    }
    if (stretch.end < rows.size()) order({at(stretch.end), rows.end()}, depth + 1);
  }

 private:
  void column(std::vector<Lines> rows) {
    for (Lines& row : rows) join_pieces(row, 3);  // justified lines have wide gaps
    float left = 1e6f, right = 0;
    for (const Lines& row : rows)
      for (const PdfLine& line : row) left = std::min(left, line.left), right = std::max(right, line.right);
    bool first = true;
    for (const Lines& row : rows)
      for (const PdfLine& line : row) {
        out_.push_back({line, left, right, -1, 0, 0, first});
        first = false;
      }
  }

  // A row whose first cell is empty goes on with the cells above it, unless it stands apart.
  void table(const std::vector<Lines>& rows, const Stretch& stretch, const std::vector<std::pair<float, float>>& columns) {
    const int32_t id = tables_++;
    std::vector<std::vector<PdfLine>> cells;
    float bottom = 0;
    for (size_t r = stretch.first; r < stretch.end; ++r) {
      const Lines& row = rows[r];
      const bool goes_on = !cells.empty() && column_at(columns, row.front().left) > 0 && row.front().top - bottom < 0.4f * row.front().size;
      if (!goes_on) cells.emplace_back(columns.size());
      for (const PdfLine& line : row) {
        PdfLine& cell = cells.back()[column_at(columns, line.left)];
        if (cell.text.empty()) cell = line;
        else cell.text += " " + line.text, cell.words += line.words;
        bottom = std::max(bottom, line.bottom);
      }
    }
    for (size_t r = 0; r < cells.size(); ++r)
      for (size_t c = 0; c < columns.size(); ++c)
        if (!cells[r][c].text.empty()) out_.push_back({cells[r][c], columns[c].first, columns[c].second, id, static_cast<int32_t>(r), static_cast<int32_t>(c), false});
  }

  std::vector<PlacedLine>& out_;
  int32_t& tables_;
};

// Digits do not matter: "Leaflet 7, page 3".
std::string pattern_of(const PdfLine& line) {
  std::string pattern;
  for (const char c : line.text) {
    if (c >= '0' && c <= '9') {
      if (pattern.empty() || pattern.back() != '#') pattern += '#';
    } else {
      pattern += c;
    }
  }
  return pattern;
}

// "Side effects . . . . . . . 12": a line of a table of contents, which repeats the headings.
bool has_leader(std::string_view text) {
  size_t dots = 0;
  for (const char c : text) {
    if (c == '.') ++dots;
    else if (c != ' ') dots = 0;
    if (dots >= 5) return true;
  }
  return false;
}

constexpr float kEdge = 0.12f;  // of the height of a page
constexpr int kMostHeadLines = 3;

bool at_edge(const PdfPage& page, const PdfLine& line) { return line.bottom < kEdge * page.height || line.top > (1 - kEdge) * page.height; }

}  // namespace

std::vector<PlacedLine> in_reading_order(PdfPage page, int32_t& tables) {
  std::vector<PlacedLine> out;
  std::vector<Lines> rows = rows_of(std::move(page.lines));
  size_t count = 0;
  std::erase_if(rows, [](const Lines& row) { return std::any_of(row.begin(), row.end(), [](const PdfLine& line) { return has_leader(line.text); }); });
  for (Lines& row : rows) {
    join_pieces(row, 0.15f);
    count += row.size();
  }
  Page(out, tables).order(rows, count > kMostLinesToCut ? kDeepest : 0);
  return out;
}

std::vector<std::string> take_running_heads(std::vector<PdfPage>& pages) {
  std::map<std::string, size_t> count;
  for (const PdfPage& page : pages) {
    std::set<std::string> here;
    for (const PdfLine& line : page.lines)
      if (at_edge(page, line) && here.insert(pattern_of(line)).second) ++count[pattern_of(line)];
  }
  const auto comes_again = [&](const PdfLine& line) {
    const size_t times = count[pattern_of(line)];
    return times > 1 && times * 3 >= pages.size();
  };
  std::vector<std::string> heads;
  std::set<std::string> told;
  for (PdfPage& page : pages) {
    // More lines than a head ever has are text that is said twice.
    const auto of_head = [&](bool top) {
      return std::count_if(page.lines.begin(), page.lines.end(), [&](const PdfLine& line) { return at_edge(page, line) && (line.middle() < page.height / 2) == top && comes_again(line); }) <= kMostHeadLines;
    };
    const bool top = of_head(true), bottom = of_head(false);
    std::erase_if(page.lines, [&](const PdfLine& line) {
      if (!at_edge(page, line)) return false;
      if (is_page_number(line.text)) return true;
      if (!(line.middle() < page.height / 2 ? top : bottom) || !comes_again(line)) return false;
      if (told.insert(pattern_of(line)).second) heads.push_back(line.text);
      return true;
    });
  }
  return heads;
}

}  // namespace crosscheck
