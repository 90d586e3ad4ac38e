// Tested by tests/rooms/read_docx.cpp.
#include "read/docx_styles.h"

#include <algorithm>
#include <charconv>

namespace crosscheck {

// The second of each is what "strict" Open XML calls it.
const XmlVocabularies kWordVocabularies = {
    {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"},
    {"http://purl.oclc.org/ooxml/wordprocessingml/main", "w"},
    {"http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"},
    {"http://schemas.openxmlformats.org/officeDocument/2006/math", "m"},
    {"http://purl.oclc.org/ooxml/officeDocument/math", "m"},
    {"http://schemas.openxmlformats.org/package/2006/relationships", "r"},
};

bool is_on(const XmlElement& element) {
  const std::string_view value = element["val"];
  return value != "0" && value != "false" && value != "off" && value != "none";
}

int32_t number_in(std::string_view value, int32_t otherwise) {
  int32_t number = otherwise;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  return error == std::errc() && end == value.data() + value.size() ? number : otherwise;
}

// Styles.

class WordStylesReader : public XmlListener {
 public:
  explicit WordStylesReader(WordStyles& styles) : styles_(styles) {}

  void start(const XmlElement& element) override {
    if (element.name == "w:style") {
      style_ = &styles_.styles_[std::string(element["styleId"])];
      if (element["type"] == "paragraph" && element.has("default") && element["default"] != "0" && element["default"] != "false") styles_.default_paragraph = element["styleId"];
    } else if (!style_) {
      return;
    } else if (element.name == "w:name") {
      style_->name = element["val"];
      for (char& c : style_->name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    } else if (element.name == "w:basedOn") {
      style_->based_on = element["val"];
    } else if (element.name == "w:outlineLvl") {
      style_->outline = number_in(element["val"], -1);
    } else if (element.name == "w:numId") {
      style_->list = number_in(element["val"], -1);
    } else if (element.name == "w:ilvl") {
      style_->list_level = number_in(element["val"], -1);
    } else if (element.name == "w:b") {
      style_->bold = is_on(element);
    } else if (element.name == "w:vanish") {
      style_->hidden = is_on(element);
    }
  }
  void end(std::string_view name) override {
    if (name == "w:style") style_ = nullptr;
  }
  void text(std::string_view) override {}

 private:
  WordStyles& styles_;
  WordStyles::Style* style_ = nullptr;
};

void WordStyles::read(ZipFile& zip, const std::string& part) {
  WordStylesReader reader(*this);
  XmlParser parser(reader, kWordVocabularies, part);
  zip.unpack(part, [&](std::string_view piece) { parser.feed(piece); });
  parser.finish();
}

WordStyles::Style WordStyles::of(std::string_view id) const {
  Style style;
  std::string at(id);
  for (int steps = 0; steps < 20 && !at.empty(); ++steps) {  // styles that are based on each other go round
    const auto found = styles_.find(at);
    if (found == styles_.end()) break;
    const Style& each = found->second;
    if (style.name.empty()) style.name = each.name;
    if (style.outline < 0) {
      style.outline = each.outline;
      if (style.outline < 0 && each.name.starts_with("heading ") && each.name.size() == 9 && each.name[8] >= '1' && each.name[8] <= '9') style.outline = each.name[8] - '1';
    }
    if (style.list < 0) style.list = each.list;
    if (style.list_level < 0) style.list_level = each.list_level;
    if (style.bold < 0) style.bold = each.bold;
    if (style.hidden < 0) style.hidden = each.hidden;
    at = each.based_on;
  }
  return style;
}

// Numbering.

class WordNumberingReader : public XmlListener {
 public:
  explicit WordNumberingReader(WordNumbering& numbering) : numbering_(numbering) {}

  void start(const XmlElement& element) override {
    const std::string_view value = element["val"];
    if (element.name == "w:abstractNum") {
      abstract_ = &numbering_.abstracts_[number_in(element["abstractNumId"], 0)];
    } else if (element.name == "w:num") {
      list_ = &numbering_.lists_[number_in(element["numId"], 0)];
    } else if (element.name == "w:abstractNumId" && list_) {
      list_->abstract = number_in(value, 0);
    } else if (element.name == "w:lvlOverride") {
      override_ = std::clamp(number_in(element["ilvl"], 0), 0, WordNumbering::kLevels - 1);
    } else if (element.name == "w:startOverride" && list_) {
      list_->starts[override_] = number_in(value, 1);
    } else if (element.name == "w:lvl") {
      const int32_t at = std::clamp(number_in(element["ilvl"], 0), 0, WordNumbering::kLevels - 1);
      level_ = list_ ? &list_->own[at] : abstract_ ? &abstract_->levels[static_cast<size_t>(at)] : nullptr;
    } else if (!level_) {
      return;
    } else if (element.name == "w:start") {
      level_->start = number_in(value, 1);
    } else if (element.name == "w:numFmt") {
      level_->format = value;
    } else if (element.name == "w:lvlText") {
      level_->text = value;
    } else if (element.name == "w:lvlRestart") {
      level_->restart = number_in(value, -1);
    }
  }
  void end(std::string_view name) override {
    if (name == "w:abstractNum") abstract_ = nullptr;
    if (name == "w:num") list_ = nullptr;
    if (name == "w:lvl") level_ = nullptr;
  }
  void text(std::string_view) override {}

 private:
  WordNumbering& numbering_;
  WordNumbering::Abstract* abstract_ = nullptr;
  WordNumbering::List* list_ = nullptr;
  WordNumbering::Level* level_ = nullptr;
  int32_t override_ = 0;
};

void WordNumbering::read(ZipFile& zip, const std::string& part) {
  WordNumberingReader reader(*this);
  XmlParser parser(reader, kWordVocabularies, part);
  zip.unpack(part, [&](std::string_view piece) { parser.feed(piece); });
  parser.finish();
}

const WordNumbering::Level& WordNumbering::level_of(const List& list, int32_t level) const {
  const auto own = list.own.find(level);
  if (own != list.own.end()) return own->second;
  static const Abstract none;
  const auto found = abstracts_.find(list.abstract);
  return (found == abstracts_.end() ? none : found->second).levels[static_cast<size_t>(level)];
}

namespace {

std::string roman(int32_t number) {
  constexpr std::pair<int32_t, const char*> kSteps[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}};
  std::string out;
  if (number > 3999) return std::to_string(number);
  for (const auto& [value, letters] : kSteps)
    for (; number >= value; number -= value) out += letters;
  return out;
}

std::string shown(int32_t number, std::string_view format) {
  const bool upper = format.starts_with("upper");
  std::string out = std::to_string(number);
  if (format.ends_with("Roman")) out = roman(number);
  if (format.ends_with("Letter") && number > 0) out = std::string(static_cast<size_t>(std::min((number - 1) / 26 + 1, 8)), static_cast<char>('a' + (number - 1) % 26));
  if (upper)
    for (char& c : out) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  return out;
}

Marker marker_of(std::string_view format) {
  if (format == "bullet") return Marker::bullet;
  if (format == "none") return Marker::none;
  if (format.ends_with("Letter")) return Marker::letter;
  if (format.ends_with("Roman")) return Marker::roman;
  return Marker::decimal;
}

}  // namespace

WordNumbering::Item WordNumbering::next(int32_t id, int32_t level) {
  level = std::clamp(level, 0, kLevels - 1);
  const auto found = lists_.find(id);
  if (found == lists_.end()) return {Marker::bullet, 0, ""};
  List& list = found->second;
  Abstract& counters = abstracts_[list.abstract];
  const auto at = static_cast<size_t>(level);
  const Level& here = level_of(list, level);
  const auto start = list.starts.find(level);
  if (start != list.starts.end() && !list.begun[at]) counters.last[at] = start->second;
  else counters.last[at] = counters.used[at] ? std::min(counters.last[at], 1000000) + 1 : here.start;
  list.begun[at] = counters.used[at] = true;
  for (int32_t below = level + 1; below < kLevels; ++below) {
    const int32_t restart = level_of(list, below).restart;
    if (restart == 0 || (restart > 0 && level >= restart)) continue;
    counters.used[static_cast<size_t>(below)] = false;
  }
  Item item{marker_of(here.format), 0, ""};
  if (item.marker == Marker::bullet || item.marker == Marker::none) return item;
  item.number = counters.last[at];
  for (size_t i = 0; i < here.text.size() && item.label.size() < 64; ++i) {
    if (here.text[i] == '%' && i + 1 < here.text.size() && here.text[i + 1] >= '1' && here.text[i + 1] <= '9') {
      const int32_t which = here.text[++i] - '1';
      const auto other = static_cast<size_t>(which);
      const Level& its = level_of(list, which);
      item.label += shown(counters.used[other] ? counters.last[other] : its.start, its.format);
    } else {
      item.label += here.text[i];
    }
  }
  return item;
}

}  // namespace crosscheck
