// Headers and footers: each line is read once however many pages and sections show it, "Page 3 of 12" is no text.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "read/extract.h"

namespace crosscheck {

class HeaderLines {
 public:
  explicit HeaderLines(Extract& out) : out_(out) {}
  void part(std::string name) { part_ = std::move(name); }
  void start() { line_.clear(); }
  void add(std::string_view text) { line_ += text; }
  void end();

 private:
  Extract& out_;
  std::string part_, line_;
  std::set<std::string> seen_;
};

// True for what is left of a page number: "Page", "12", "- 3 -", "Page 3 of 12".
bool is_page_number(std::string_view line);

}  // namespace crosscheck
