// A million "<div>" overflow the stack of a parser whose tree is taken down recursively, and unclosed "<font>"
// that is opened again in every paragraph makes it quadratic. Both are kept away from it here, by one pass that
// follows the open elements about as HTML does: an end tag closes what is above it, "<li>" closes the item
// before. Where the pass is wrong it counts too many, and only far from what people write.
//
// Tested by tests/rooms/read.cpp.
#include "read/nesting.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <unordered_map>
#include <vector>

namespace crosscheck {
namespace {

constexpr size_t kMostAttributes = 200;
constexpr size_t kMostLeaked = 64;
constexpr size_t kLongTag = 8192;  // bytes; a shorter one cannot hold enough attributes to matter

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// Tag names are compared as their first eight letters.
using Name = uint64_t;
constexpr Name name_of(std::string_view letters) {
  Name name = 0;
  for (size_t i = 0; i < letters.size() && i < 8; ++i) name = name << 8 | static_cast<unsigned char>(letters[i]);
  return name;
}

bool is_one_of(Name name, std::initializer_list<std::string_view> names) {
  return std::any_of(names.begin(), names.end(), [&](std::string_view each) { return name_of(each) == name; });
}
bool is_void(Name name) {
  return is_one_of(name, {"br", "img", "hr", "input", "meta", "link", "col", "wbr"}) || is_one_of(name, {"area", "base", "embed", "param", "source", "track"});
}
bool is_raw(Name name) { return is_one_of(name, {"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"}); }
bool is_formatting(Name name) {
  return is_one_of(name, {"a", "b", "big", "code", "em", "font", "i", "nobr"}) || is_one_of(name, {"s", "small", "strike", "strong", "tt", "u"});
}

struct Tag {
  Name name = 0;
  size_t end = 0;  // after '>'
  size_t attributes = 0;
  bool closing = false;
};

// The tag at `at`, which holds '<' and a letter or '/' and a letter.
Tag tag_at(std::string_view page, size_t at) {
  Tag tag;
  tag.closing = page[++at] == '/';
  if (tag.closing) ++at;
  char letters[8];
  size_t count = 0;
  for (; at < page.size() && page[at] != '>' && page[at] != '/' && static_cast<unsigned char>(page[at]) > ' '; ++at)
    if (count < 8) letters[count++] = lower(page[at]);
  tag.name = name_of({letters, count});
  while (at < page.size() && page[at] != '>') {
    const bool starts = static_cast<unsigned char>(page[at - 1]) <= ' ' || page[at - 1] == '"' || page[at - 1] == '\'';
    if (starts && static_cast<unsigned char>(page[at]) > ' ' && page[at] != '/') ++tag.attributes;
    if (page[at] == '=') {
      size_t value = at + 1;
      while (value < page.size() && static_cast<unsigned char>(page[value]) <= ' ') ++value;
      if (value < page.size() && (page[value] == '"' || page[value] == '\'')) {
        const size_t close = page.find(page[value], value + 1);
        at = close == std::string_view::npos ? page.size() : close + 1;
        continue;
      }
    }
    ++at;
  }
  tag.end = std::min(at + 1, page.size());
  return tag;
}

// Where "</name" stands at or after `at`, in any case of letters; npos when nowhere.
size_t end_tag_of(std::string_view page, std::string_view letters, size_t at) {
  for (at = page.find("</", at); at != std::string_view::npos; at = page.find("</", at + 2)) {
    const std::string_view here = page.substr(at + 2, letters.size());
    if (std::equal(here.begin(), here.end(), letters.begin(), letters.end(), [](char a, char b) { return lower(a) == b; })) return at;
  }
  return std::string_view::npos;
}

class OpenElements {
 public:
  // May this element be opened?
  bool open(Name name) {
    if (is_one_of(name, {"li", "dd", "dt", "td", "th", "tr", "option", "p"})) close_before(name);
    if (open_.size() >= kDeepestHtml || (leaked_ >= kMostLeaked && is_formatting(name))) {
      ++blanked_[name];
      return false;
    }
    open_.push_back(name);
    return true;
  }
  // May this end tag stand?
  bool close(Name name) {
    if (const auto blanked = blanked_.find(name); blanked != blanked_.end() && blanked->second > 0) {
      --blanked->second;
      return false;
    }
    const auto found = std::find(open_.rbegin(), open_.rend(), name);
    if (found == open_.rend()) leaked_ -= leaked_ > 0 && is_formatting(name);
    else pop_to(static_cast<size_t>(open_.rend() - found) - 1);
    return true;
  }

 private:
  void pop_to(size_t size) {
    for (size_t i = size + 1; i < open_.size(); ++i) leaked_ += is_formatting(open_[i]);
    open_.resize(size);
  }
  // "<li>" ends the item before it, "<td>" the cell, "<tr>" the row.
  void close_before(Name name) {
    if (name == name_of("p")) {
      if (!open_.empty() && open_.back() == name) open_.pop_back();
      return;
    }
    const bool cell = is_one_of(name, {"td", "th"}), term = is_one_of(name, {"dd", "dt"});
    for (size_t i = open_.size(); i-- > 0;) {
      if (is_one_of(open_[i], {"table", "ul", "ol", "dl", "menu", "select"})) return;
      if (cell && open_[i] == name_of("tr")) return;
      const bool same = cell ? is_one_of(open_[i], {"td", "th"}) : term ? is_one_of(open_[i], {"dd", "dt"}) : open_[i] == name;
      if (same) return pop_to(i);
    }
  }

  std::vector<Name> open_;
  std::unordered_map<Name, size_t> blanked_;
  size_t leaked_ = 0;  // formatting elements that were closed from above: HTML opens them again
};

}  // namespace

bool needs_flattening(std::string_view page) {
  // Only open tags nest, and "<svg" or "<math" are the ones to blank.
  size_t tags = 0;
  for (size_t at = page.find('<'); at != std::string_view::npos && at + 1 < page.size(); at = page.find('<', at + 1)) {
    const char next = lower(page[at + 1]);
    tags += is_letter(next);
    if (is_letter(next) && std::min(page.find('>', at), page.size()) - at > kLongTag) return true;
    if (next == 's' && at + 3 < page.size() && lower(page[at + 3]) == 'g') return true;
    if (next == 'm' && at + 4 < page.size() && lower(page[at + 4]) == 'h') return true;
  }
  return tags >= kMostLeaked;
}

bool flatten_html(std::string& page) {
  bool flattened = false, svg_unclosed = false, math_unclosed = false;
  OpenElements elements;
  const auto blank = [&](size_t from, size_t to) { std::fill(page.begin() + static_cast<std::ptrdiff_t>(from), page.begin() + static_cast<std::ptrdiff_t>(to), ' '); };
  for (size_t at = page.find('<'); at != std::string::npos && at + 1 < page.size(); at = page.find('<', at)) {
    if (page.compare(at, 4, "<!--") == 0) {
      at = page.find("-->", at + 4);
      continue;
    }
    const bool tag_starts = is_letter(page[at + 1]) || (page[at + 1] == '/' && at + 2 < page.size() && is_letter(page[at + 2]));
    if (!tag_starts) {
      ++at;
      continue;
    }
    const Tag tag = tag_at(page, at);
    bool stays = tag.attributes <= kMostAttributes;
    size_t next = tag.end;
    if (!tag.closing && (tag.name == name_of("svg") || tag.name == name_of("math"))) {
      const bool svg = tag.name == name_of("svg");
      bool& unclosed = svg ? svg_unclosed : math_unclosed;
      const size_t end = unclosed ? std::string::npos : end_tag_of(page, svg ? "svg" : "math", tag.end);
      unclosed = end == std::string::npos;
      next = end == std::string::npos ? tag.end : std::min(page.find('>', end), page.size() - 1) + 1;
      blank(at, next);
      if (next - at >= 7) page.replace(at, 4, "<!--").replace(next - 3, 3, "-->");
    } else if (!tag.closing && is_raw(tag.name)) {
      std::string letters;
      for (Name rest = tag.name; rest != 0; rest >>= 8) letters.insert(letters.begin(), static_cast<char>(rest & 0xFF));
      next = end_tag_of(page, letters, tag.end);
    } else if (stays && !is_void(tag.name)) {
      stays = tag.closing ? elements.close(tag.name) : elements.open(tag.name);
    }
    if (!stays) {
      blank(at, tag.end);
      flattened = true;
    }
    if (next == std::string::npos) break;
    at = next;
  }
  return flattened;
}

}  // namespace crosscheck
