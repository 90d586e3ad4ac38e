// A table with a row or a column called "Total" says how its numbers hang together:
//
//   | Week | Patients | Staff | Total |
//   | 1    | 9        | 4     | 13    |
//   | 3    | 2        | 1     | 4     |     2 + 1 = 3
//   | All  | 17       | 10    | 27    |     and so the last column is one too many
//
// The relation is believed when other rows or columns obey it; then the ones that do not are slips. Numbers are added
// only with their like (all in pounds, all in per cent). A share is compared with its count and the total count. One
// wrong cell upsets its row and its column: it is reported once, by its row.
//
// Tested by tests/checks/structure/arithmetic.yaml.
#include "check/table_sums.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include "text/fold.h"

namespace crosscheck {

TableWords::TableWords(Rulebook& book) : totals(book.word_set(book.lexicon("tables")["totals"])) {}

namespace {

struct Cell {
  Span span;
  std::string kind;  // what surrounds the number: "£", "%", ""
  double value = 0;
  uint8_t decimals = 0;
  bool number = false, total = false;  // `total`: named "Total"
};

using Grid = std::vector<std::vector<Cell>>;  // rows, columns

// "£1,800.50", "8%", "28"
void read_number(std::string_view text, Cell& cell) {
  size_t at = 0;
  while (at < text.size() && !(text[at] >= '0' && text[at] <= '9') && at < 4) ++at;
  const size_t begin = at;
  std::string digits;
  bool point = false;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    const bool digit_next = at + 1 < text.size() && text[at + 1] >= '0' && text[at + 1] <= '9';
    if (c >= '0' && c <= '9') {
      digits += c;
      cell.decimals = static_cast<uint8_t>(cell.decimals + point);
    } else if (c == ',' && digit_next && !point) {
      continue;
    } else if (c == '.' && digit_next && !point) {
      digits += '.';
      point = true;
    } else {
      break;
    }
  }
  if (digits.empty() || digits.size() > 12 || text.size() - at > 8) return;
  std::string rest(text.substr(at));
  if (rest.find_first_of("0123456789-/(") != std::string::npos) return;
  const std::string before(text.substr(0, begin));
  if (std::any_of(before.begin(), before.end(), [](char c) { return (c >= 'A' && c <= 'z') || c == '-' || c == '<' || c == '>'; })) return;
  cell.kind = before + "|" + rest;
  std::erase(cell.kind, ' ');
  cell.value = std::stod(digits);
  cell.number = true;
}

std::map<int32_t, Grid> grids_of(const Document& document, const TableWords& words) {
  std::map<int32_t, Grid> grids;
  for (const Passage& passage : document.passages) {
    if (passage.kind != PassageKind::table_cell || passage.table < 0 || passage.row < 0 || passage.column < 0 || passage.row > 2000 || passage.column > 100) continue;
    Grid& grid = grids[passage.table];
    if (grid.size() <= static_cast<size_t>(passage.row)) grid.resize(static_cast<size_t>(passage.row) + 1);
    auto& row = grid[static_cast<size_t>(passage.row)];
    if (row.size() <= static_cast<size_t>(passage.column)) row.resize(static_cast<size_t>(passage.column) + 1);
    Cell& cell = row[static_cast<size_t>(passage.column)];
    cell.span = passage.body;
    read_number(document.text_of(passage.body), cell);
    if (passage.first_sentence < passage.end_sentence) {
      const Sentence& sentence = document.sentences[passage.first_sentence];
      cell.total = sentence.end_token - sentence.first_token <= 2 && words.totals.contains(document.tokens[sentence.first_token].word);
    }
  }
  return grids;
}

struct Sum {
  const Cell* total = nullptr;
  std::vector<const Cell*> parts;
  size_t row = 0, column = 0;  // of the total
  double value = 0;

  double off() const { return total->value - value; }
  bool holds() const {
    uint8_t decimals = total->decimals;
    for (const Cell* part : parts) decimals = std::max(decimals, part->decimals);
    const double step = std::pow(10.0, -decimals);
    const bool rounded = total->kind.ends_with('%') || decimals > 0;
    return std::abs(off()) <= (total->kind.ends_with('%') ? 0.5 * step * static_cast<double>(parts.size()) : rounded ? 0.5 * step : 0) + 1e-6;
  }
};

class Table {
 public:
  Table(const Document& document, const Grid& grid, std::vector<Miscount>& out) : document_(document), grid_(grid), out_(out) {}

  void check() {
    if (grid_.size() < 2 || grid_.size() > 500) return;
    check_shares();
    judge(row_sums());
    judge(column_sums());
  }

 private:
  const Cell* at(size_t row, size_t column) const { return column < grid_[row].size() ? &grid_[row][column] : nullptr; }

  // Row by row, for a column called "Total".
  std::vector<Sum> row_sums() const {
    std::vector<Sum> sums;
    for (size_t column = 2; column < grid_[0].size(); ++column) {
      if (!grid_[0][column].total) continue;
      for (size_t row = 1; row < grid_.size(); ++row) {
        Sum sum{at(row, column), {}, row, column};
        if (!sum.total || !sum.total->number) continue;
        for (size_t other = 1; other < grid_[row].size(); ++other)
          if (other != column) add(sum, at(row, other));
        if (sum.parts.size() >= 2) sums.push_back(sum);
      }
      break;
    }
    return sums;
  }

  // Column by column, for a last row called "Total".
  std::vector<Sum> column_sums() const {
    std::vector<Sum> sums;
    const size_t last = grid_.size() - 1;
    if (last < 3 || grid_[last].empty() || !grid_[last][0].total) return sums;
    for (size_t column = 1; column < grid_[last].size(); ++column) {
      Sum sum{at(last, column), {}, last, column};
      if (!sum.total->number) continue;
      for (size_t row = 1; row < last; ++row) add(sum, at(row, column));
      if (sum.parts.size() >= 2 && sum.parts.size() + 1 >= last) sums.push_back(sum);
    }
    return sums;
  }

  static void add(Sum& sum, const Cell* part) {
    if (!part || !part->number || part->kind != sum.total->kind) return;
    sum.parts.push_back(part);
    sum.value += part->value;
  }

  // Slips among sums that otherwise hold.
  void judge(const std::vector<Sum>& sums) {
    const auto holding = static_cast<size_t>(std::count_if(sums.begin(), sums.end(), [](const Sum& sum) { return sum.holds(); }));
    const size_t failing = sums.size() - holding;
    if (failing == 0 || failing > std::max<size_t>(holding, 1)) return;
    for (const Sum& sum : sums) {
      if (sum.holds() || explained(sum)) continue;
      if (holding == 0 && std::abs(sum.off()) > 0.2 * sum.total->value) continue;
      report(sum);
    }
  }

  // A cell that was reported makes its column wrong by as much.
  bool explained(const Sum& sum) const {
    return std::any_of(sum.parts.begin(), sum.parts.end(), [&](const Cell* part) { return reported_.contains(part); }) || reported_.contains(sum.total);
  }

  void report(const Sum& sum) {
    Miscount miscount;
    uint8_t decimals = sum.total->decimals;
    miscount.places.push_back(sum.total->span);
    reported_.insert(sum.total);
    for (const Cell* part : sum.parts) {
      decimals = std::max(decimals, part->decimals);
      miscount.places.push_back(part->span);
      miscount.shown += (miscount.shown.empty() ? "" : " + ") + std::string(document_.text_of(part->span));
    }
    miscount.shown += " = " + written(sum.value, decimals);
    out_.push_back(std::move(miscount));
  }

  // "28 of 400 is 7%": a column of shares beside a column of counts with a total.
  void check_shares() {
    const size_t last = grid_.size() - 1;
    if (last < 4 || grid_[last].empty() || !grid_[last][0].total) return;
    for (size_t counts = 1; counts < grid_[last].size(); ++counts) {
      const size_t shares = counts + 1;
      const Cell *total = at(last, counts), *whole = at(last, shares);
      if (!whole || !total->number || total->decimals > 0 || total->kind != "|" || total->value < 2 || whole->kind != "|%" || whole->value != 100) continue;
      std::vector<size_t> wrong;
      size_t right = 0;
      for (size_t row = 1; row < last; ++row) {
        const Cell *count = at(row, counts), *share = at(row, shares);
        if (!count || !share || !count->number || !share->number || share->kind != "|%") continue;
        const bool holds = std::abs(100 * count->value / total->value - share->value) < std::pow(10.0, -share->decimals) - 1e-9;
        if (holds) ++right;
        else wrong.push_back(row);
      }
      if (right < 2 || wrong.size() * 2 > right) continue;
      for (const size_t row : wrong) {
        const Cell *count = at(row, counts), *share = at(row, shares);
        reported_.insert(share);
        Miscount miscount;
        miscount.places = {share->span, count->span, total->span};
        miscount.shown = std::string(document_.text_of(count->span)) + " of " + std::string(document_.text_of(total->span)) + " is " + written(100 * count->value / total->value, share->decimals) + "%";
        out_.push_back(std::move(miscount));
      }
    }
  }

  const Document& document_;
  const Grid& grid_;
  std::vector<Miscount>& out_;
  std::set<const Cell*> reported_;
};

// Cells "4 (5.8)" below heads "N = 58": counts with their shares of a group. Heads reach over the tables that follow
// up to the next caption, since flattened tables fall apart at their sub-headings.
class GroupShares {
 public:
  GroupShares(const Document& document, std::vector<Miscount>& out) : document_(document), out_(out) {}

  void check() {
    const auto& passages = document_.passages;
    for (size_t p = 0; p < passages.size();) {
      size_t end = p + 1;
      if (passages[p].kind == PassageKind::table_cell) {
        while (end < passages.size() && passages[end].kind == PassageKind::table_cell && passages[end].table == passages[p].table && passages[end].row == passages[p].row) ++end;
        read_row(p, end);
      } else if (passages[p].kind == PassageKind::caption) {
        judge();
        sizes_.clear();
      }
      p = end;
    }
    judge();
  }

 private:
  struct Size {
    Span span;
    double value;
  };

  void read_row(size_t first, size_t end) {
    std::vector<Size> sizes;
    for (size_t p = first; p < end; ++p)
      if (const auto size = size_in(document_.passages[p].body)) sizes.push_back(*size);
    if (!sizes.empty()) {
      judge();
      sizes_ = sizes.size() + 1 >= end - first ? std::move(sizes) : std::vector<Size>();
    } else if (!sizes_.empty() && end - first == sizes_.size() + 1) {
      for (size_t k = 0; k < sizes_.size(); ++k) read_cell(document_.passages[first + 1 + k].body, sizes_[k]);
    }
  }

  // "N = 229" within a head.
  std::optional<Size> size_in(Span body) const {
    const std::string_view text = document_.text_of(body);
    for (size_t at = text.find('='); at != std::string_view::npos; at = text.find('=', at + 1)) {
      size_t before = at, after = at + 1;
      while (before > 0 && text[before - 1] == ' ') --before;
      while (after < text.size() && text[after] == ' ') ++after;
      if (before == 0 || (text[before - 1] | 0x20) != 'n') continue;
      const size_t begin = after;
      double value = 0;
      for (; after < text.size() && ((text[after] >= '0' && text[after] <= '9') || text[after] == ','); ++after)
        if (text[after] != ',') value = value * 10 + (text[after] - '0');
      if (value >= 2) return Size{{body.begin + static_cast<uint32_t>(begin), body.begin + static_cast<uint32_t>(after)}, value};
    }
    return std::nullopt;
  }

  void read_cell(Span body, const Size& size) {
    const std::string_view text = document_.text_of(body);
    const size_t open = text.find('('), close = text.find(')');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open || close + 1 != text.size()) return;
    Cell count, share;
    read_number(text.substr(0, open), count);
    read_number(text.substr(open + 1, close - open - 1), share);
    const bool percent = share.kind == "|" || share.kind == "|%";
    if (!count.number || !share.number || !percent || count.kind != "|" || count.decimals > 0 || count.value > size.value) return;
    const double right = 100 * count.value / size.value;
    if (std::abs(right - share.value) < std::pow(10.0, -share.decimals) - 1e-9) {
      ++held_;
      return;
    }
    Miscount miscount;
    miscount.places = {body, size.span};
    miscount.shown = written(count.value, 0) + " of " + written(size.value, 0) + " is " + written(right, share.decimals) + "%";
    wrong_.push_back(std::move(miscount));
  }

  // Slips among cells that otherwise hold.
  void judge() {
    if (held_ >= 4 && wrong_.size() * 5 <= held_) out_.insert(out_.end(), wrong_.begin(), wrong_.end());
    held_ = 0;
    wrong_.clear();
  }

  const Document& document_;
  std::vector<Miscount>& out_;
  std::vector<Size> sizes_;
  std::vector<Miscount> wrong_;
  size_t held_ = 0;
};

}  // namespace

void find_table_miscounts(const Document& document, const TableWords& words, std::vector<Miscount>& out) {
  GroupShares(document, out).check();
  for (const auto& [number, grid] : grids_of(document, words)) Table(document, grid, out).check();
}

}  // namespace crosscheck
