// Tested by tests/rooms/read_odt.cpp.
#include "read/odt_styles.h"

#include <algorithm>

#include "read/docx_styles.h"

namespace crosscheck {

const XmlVocabularies kOpenDocumentVocabularies = {
    {"urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text"},   {"urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office"},
    {"urn:oasis:names:tc:opendocument:xmlns:style:1.0", "style"}, {"urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table"},
    {"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "draw"}, {"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", "manifest"},
};

void OdtStyles::start(const XmlElement& element) {
  const std::string_view name = element.name;
  if (name == "style:style") {
    style_ = &styles_[std::string(element["name"])];
    style_->parent = element["parent-style-name"];
    style_->name = element.has("display-name") ? element["display-name"] : element["name"];
    style_->list = element["list-style-name"];
    style_->outline = number_in(element["default-outline-level"], -1);
    for (char& c : style_->name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  } else if (name == "style:text-properties" && style_) {
    if (element.has("display")) style_->hidden = element["display"] == "none";
    if (element.has("text-line-through-style")) style_->struck = element["text-line-through-style"] != "none";
    if (element.has("text-line-through-type")) style_->struck = element["text-line-through-type"] != "none";
    if (element.has("font-weight")) style_->bold = element["font-weight"] == "bold" || number_in(element["font-weight"], 0) >= 600;
    if (element.has("text-position")) style_->raised = element["text-position"].starts_with("super") || number_in(element["text-position"].substr(0, element["text-position"].find('%')), 0) > 0;
  } else if (name == "style:section-properties" && style_) {
    if (element.has("display")) style_->hidden = element["display"] == "none";
  } else if (name == "text:list-style") {
    list_ = &lists_[std::string(element["name"])];
  } else if (list_ && name.starts_with("text:list-level-style-")) {
    const auto level = static_cast<size_t>(std::clamp(number_in(element["level"], 1), 1, static_cast<int32_t>(kLevels)) - 1);
    const std::string_view format = element["num-format"];
    OdtListLevel& here = (*list_)[level];
    here.start = std::clamp(number_in(element["start-value"], 1), 0, 1000000);
    if (name != "text:list-level-style-number") here.marker = Marker::bullet;
    else here.marker = format.empty() ? Marker::none : format == "a" || format == "A" ? Marker::letter : format == "i" || format == "I" ? Marker::roman : Marker::decimal;
  }
}

void OdtStyles::end(std::string_view name) {
  if (name == "style:style") style_ = nullptr;
  if (name == "text:list-style") list_ = nullptr;
}

OdtStyle OdtStyles::of(std::string_view name) const {
  OdtStyle style;
  std::string at(name);
  for (int steps = 0; steps < 20 && !at.empty(); ++steps) {  // styles that are based on each other go round
    const auto found = styles_.find(at);
    if (found == styles_.end()) break;
    const OdtStyle& each = found->second;
    // An automatic style ("P12") is a named one with a change or two: the name is what counts.
    const bool automatic = each.name.size() > 1 && (each.name[0] == 'p' || each.name[0] == 't') && each.name.find_first_not_of("0123456789", 1) == std::string::npos;
    if (style.name.empty() && !automatic) style.name = each.name;
    if (style.list.empty()) style.list = each.list;
    if (style.hidden < 0) style.hidden = each.hidden;
    if (style.struck < 0) style.struck = each.struck;
    if (style.bold < 0) style.bold = each.bold;
    if (style.raised < 0) style.raised = each.raised;
    if (style.outline < 0) style.outline = each.outline;
    at = each.parent;
  }
  return style;
}

OdtListLevel OdtStyles::level_of(std::string_view list, size_t level) const {
  const auto found = lists_.find(std::string(list));
  return found == lists_.end() ? OdtListLevel{} : found->second[std::min(level, kLevels - 1)];
}

}  // namespace crosscheck
