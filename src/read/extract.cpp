// Tested by tests/rooms/read.cpp.
#include "read/extract.h"

#include <algorithm>

#include "model/list_marker.h"
#include "read/read.h"
#include "read/refused.h"
#include "text/utf8.h"

namespace crosscheck {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

// "10<sup>9</sup>" is not 109.
std::string raised(char c) {
  std::string out;
  if (c == '1') append_utf8(out, 0xB9);
  else if (c == '2' || c == '3') append_utf8(out, 0xB0 + static_cast<char32_t>(c - '0'));
  else if (c >= '0' && c <= '9') append_utf8(out, 0x2070 + static_cast<char32_t>(c - '0'));
  else if (c == '+') append_utf8(out, 0x207A);
  else if (c == '-') append_utf8(out, 0x207B);
  return out;
}

constexpr uint8_t kBoldLevel = 6;
constexpr size_t kMostPassages = 200000;

bool is_heading_like(std::string_view text) {
  constexpr std::string_view kStops = ".!,;";
  return !text.empty() && text.size() <= 80 && text.find('\n') == std::string_view::npos && kStops.find(text.back()) == std::string_view::npos;
}

}  // namespace

Extract::Extract(Document& document, Source source) : document_(document), mapped_(source == Source::kept), bounded_(document.format != Format::html && document.format != Format::markdown) {
  if (mapped_) document_.source = std::move(document_.text);
  document_.text.clear();
  document_.text.reserve(document_.source.size());
}

void Extract::start(PassageKind kind, uint8_t level) {
  close();
  next_.kind = kind;
  next_.level = level;
}

void Extract::start_as(const Passage& shape) {
  close();
  next_ = shape;
  shaped_ = true;
}

void Extract::start_item(Marker marker, int32_t number, uint8_t level, int64_t key) {
  close();
  next_.marker = marker;
  next_.number = marker == Marker::bullet ? 0 : number;
  next_.level = level;
  flat_lists_.place(next_, key);
  shaped_ = true;
}

void Extract::part(std::string name) {
  close();
  const auto first = static_cast<uint32_t>(document_.passages.size());
  if (!document_.locations.empty() && document_.locations.back().passage == first) document_.locations.pop_back();
  document_.locations.push_back({first, std::move(name)});
}

void Extract::close() {
  next_ = {};
  shaped_ = false;
  blank_ = {};
  soft_break_ = false;
  verbatim_from_ = verbatim_from_ < 0 ? -1 : static_cast<int32_t>(document_.text.size());
  if (!open_) return;
  open_ = false;
  Passage& passage = document_.passages.back();
  std::string& text = document_.text;
  while (text.size() > passage.span.begin && is_blank(text.back())) text.pop_back();
  passage.span.end = static_cast<uint32_t>(text.size());
  passage.body = passage.span;
  if (passage.kind == PassageKind::paragraph && plain_bytes_ == 0 && is_heading_like(passage.span.of(text))) {
    passage.kind = PassageKind::heading;
    passage.level = kBoldLevel;
  }
  if (finds_markers_ && passage.kind == PassageKind::paragraph) find_marker(passage);
  if (passage.kind != PassageKind::list_item && !passage.span.empty()) flat_lists_.interrupt();
  if (passage.span.empty()) {
    document_.passages.pop_back();
    text.resize(document_.passages.empty() ? 0 : document_.passages.back().span.end);
  } else if (passage.kind == PassageKind::heading) {
    heading_ = static_cast<int32_t>(document_.passages.size()) - 1;
  }
  document_.map.cut(static_cast<uint32_t>(text.size()));
}

void Extract::find_marker(Passage& passage) {
  const MarkerFound found = marker_at(passage.span.of(document_.text));
  if (found.bytes == 0) return;
  passage.body.begin += found.bytes;
  passage.marker = found.marker;
  passage.number = found.number;
  flat_lists_.place(passage, -1 - static_cast<int64_t>(found.marker));
}

void Extract::enter_list(bool ordered, int32_t first) {
  close();
  Container list{Kind::list};
  list.ordered = ordered;
  list.number = first;
  list.id = lists_++;
  containers_.push_back(list);
}

void Extract::enter_item(int32_t number) {
  close();
  Container item{Kind::item};
  if (containers_.empty() || containers_.back().kind != Kind::list) {
    item.used = true;  // an item outside any list: a paragraph
  } else {
    Container& list = containers_.back();
    if (number >= 0) list.number = number;
    item.ordered = list.ordered;
    item.number = list.number++;
    item.id = list.id;
  }
  containers_.push_back(item);
}

void Extract::enter_table() {
  close();
  Container table{Kind::table};
  table.id = tables_++;
  containers_.push_back(table);
}

void Extract::enter_row() {
  close();
  for (auto c = containers_.rbegin(); c != containers_.rend(); ++c) {
    if (c->kind != Kind::table) continue;
    ++c->row;
    c->next_column = 0;
    return;
  }
}

void Extract::enter_cell(int32_t columns) {
  close();
  Container cell{Kind::cell};
  for (auto c = containers_.rbegin(); c != containers_.rend(); ++c) {
    if (c->kind != Kind::table) continue;
    cell.id = c->id;
    cell.row = std::max(c->row, 0);
    cell.column = c->next_column;
    c->next_column += std::clamp(columns, 1, 1000);
    break;
  }
  containers_.push_back(cell);
}

void Extract::enter_quote() {
  close();
  containers_.push_back({Kind::quote});
}

void Extract::leave() {
  close();
  if (!containers_.empty()) containers_.pop_back();
}

void Extract::settle_kind(Passage& passage) {
  const Span span = passage.span;
  passage = next_;
  passage.span = span;
  if (next_.kind != PassageKind::heading) passage.heading = heading_;
  if (shaped_ || next_.kind != PassageKind::paragraph) return;
  for (auto c = containers_.rbegin(); c != containers_.rend(); ++c) {
    if (c->kind == Kind::item) {
      if (c->used) return;
      c->used = true;
      passage.kind = PassageKind::list_item;
      passage.marker = c->ordered ? Marker::decimal : Marker::bullet;
      passage.number = c->ordered ? c->number : 0;
      passage.list = c->id;
      const auto lists = std::count_if(containers_.begin(), containers_.end(), [](const Container& each) { return each.kind == Kind::list; });
      passage.level = static_cast<uint8_t>(std::min<long>(lists - 1, 255));
      return;
    }
    if (c->kind == Kind::cell) {
      passage.kind = PassageKind::table_cell;
      passage.table = c->id;
      passage.row = c->row;
      passage.column = c->column;
      return;
    }
    if (c->kind == Kind::quote) {
      passage.kind = PassageKind::quote;
      return;
    }
  }
}

void Extract::ensure_open(uint32_t source_begin) {
  if (open_) return;
  if (bounded_ && document_.passages.size() >= kMostPassages) throw Refused("has more than " + std::to_string(kMostPassages) + " paragraphs: split it, or leave it out with exclude:");
  if (!document_.text.empty()) document_.text += "\n\n";
  Passage passage;
  passage.span.begin = passage.span.end = static_cast<uint32_t>(document_.text.size());
  settle_kind(passage);
  document_.passages.push_back(passage);
  open_ = true;
  blank_ = {};
  plain_bytes_ = 0;
  last_source_ = source_begin;
  if (verbatim_from_ >= 0) verbatim_from_ = static_cast<int32_t>(document_.text.size());
}

void Extract::append(std::string_view text, Span source) {
  ensure_open(source.begin);
  if (soft_break_ && blank_.empty()) blank_ = {std::min(last_source_, source.begin), source.begin};
  const bool inside = document_.text.size() > document_.passages.back().span.begin;
  if (inside && !blank_.empty() && document_.text.back() != '\n') {
    if (mapped_) document_.map.add(static_cast<uint32_t>(document_.text.size()), 1, blank_);
    document_.text += ' ';
  }
  blank_ = {};
  soft_break_ = false;
  if (mapped_) document_.map.add(static_cast<uint32_t>(document_.text.size()), static_cast<uint32_t>(text.size()), source);
  else if (document_.text.size() + text.size() > kLargestDocument) throw Refused("holds more than 16 MB of text: split it, or leave it out with exclude:");
  document_.text += text;
  if (strong_depth_ == 0) plain_bytes_ += static_cast<uint32_t>(std::count_if(text.begin(), text.end(), [](char c) { return !is_blank(c); }));
  last_source_ = source.end;
}

void Extract::copy(Span span) {
  if (omitted_ && (!open_ || is_blank(document_.text.back())))
    while (!span.empty() && is_blank(source()[span.begin])) ++span.begin;
  if (span.empty()) return;
  omitted_ = false;
  if (!superscript_) return append(span.of(source()), span);
  for (uint32_t at = span.begin; at < span.end; ++at) {
    const std::string up = raised(source()[at]);
    append(up.empty() ? source().substr(at, 1) : std::string_view(up), {at, at + 1});
  }
}

void Extract::put(std::string_view text, Span span) {
  if (text.empty()) return;
  if (!superscript_) return append(text, span);
  std::string up;
  for (const char c : text) {
    const std::string digit = raised(c);
    up += digit.empty() ? std::string(1, c) : digit;
  }
  append(up, span);
}

void Extract::blank(Span span) {
  if (blank_.empty()) blank_ = span;
  else blank_.end = std::max(blank_.end, span.end);
}

void Extract::line_break(Span span) {
  if (!open_) return;
  blank_ = {};
  soft_break_ = false;
  if (document_.text.back() == '\n') return start();  // two in a row part paragraphs
  append("\n", span);
}

void Extract::strong(bool on) { strong_depth_ = std::max(0, strong_depth_ + (on ? 1 : -1)); }

void Extract::verbatim(bool on) {
  if (on) {
    verbatim_from_ = static_cast<int32_t>(document_.text.size());
    return;
  }
  const auto end = static_cast<uint32_t>(document_.text.size());
  if (verbatim_from_ >= 0 && static_cast<uint32_t>(verbatim_from_) < end) document_.verbatim.push_back({static_cast<uint32_t>(verbatim_from_), end});
  verbatim_from_ = -1;
}

}  // namespace crosscheck
