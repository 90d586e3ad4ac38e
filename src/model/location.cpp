// Tested by tests/rooms/model.cpp.
#include "model/location.h"

#include <algorithm>

namespace crosscheck {
namespace {

bool has_lines(Format format) { return format == Format::plain || format == Format::markdown || format == Format::html; }

constexpr size_t kLongestStep = 60;  // bytes of a heading in a path

std::string step(std::string_view heading) {
  std::string out;
  for (const char c : heading) out += c == '\n' || c == '\t' ? ' ' : c;
  if (out.size() <= kLongestStep) return out;
  size_t end = out.rfind(' ', kLongestStep);
  if (end == std::string::npos || end < kLongestStep / 2) end = kLongestStep;
  while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0) == 0x80) --end;
  return out.substr(0, end) + "…";
}

}  // namespace

Locations::Locations(const Document& document) : document_(document) {
  if (has_lines(document.format)) return;
  std::vector<int32_t> open;  // headings, outermost first
  uint32_t count = 0, outside = 0;  // outside a text box that interrupts
  auto part = document.locations.begin();
  for (uint32_t p = 0; p < document.passages.size(); ++p) {
    const Passage& passage = document.passages[p];
    for (; part != document.locations.end() && part->passage <= p; ++part) {
      if (!part->text.empty() && count > 0) outside = count;
      count = part->text.empty() ? outside : 0;
    }
    const bool heading = passage.kind == PassageKind::heading;
    if (heading) {
      while (!open.empty() && document.passages[static_cast<size_t>(open.back())].level >= passage.level) open.pop_back();
      above_.push_back(open.empty() ? -1 : open.back());
      open.push_back(static_cast<int32_t>(p));
      count = outside = 0;
    } else {
      above_.push_back(passage.heading);
    }
    paragraph_.push_back(heading || passage.kind == PassageKind::table_cell ? 0 : ++count);
  }
}

std::string Locations::of(uint32_t passage) const {
  if (passage >= above_.size()) return "";
  std::string path;
  for (int32_t at = above_[passage]; at >= 0; at = above_[static_cast<size_t>(at)]) {
    const std::string name = step(document_.text_of(document_.passages[static_cast<size_t>(at)].body));
    path = path.empty() ? name : name + " > " + path;
  }
  std::string out;
  const auto add = [&](const std::string& what) {
    if (!what.empty()) out.append(out.empty() ? "" : ", ").append(what);
  };
  const auto next = std::upper_bound(document_.locations.begin(), document_.locations.end(), passage, [](uint32_t at, const Location& each) { return at < each.passage; });
  if (next != document_.locations.begin()) add((next - 1)->text);
  add(path);
  const Passage& here = document_.passages[passage];
  if (here.kind == PassageKind::heading) add("heading");
  else if (here.kind == PassageKind::table_cell) add("table " + std::to_string(here.table + 1) + ", row " + std::to_string(here.row + 1) + ", column " + std::to_string(here.column + 1));
  else add("paragraph " + std::to_string(paragraph_[passage]));
  return out;
}

}  // namespace crosscheck
