// Drug labels as the FDA publishes them: Structured Product Labeling, an XML document of sections with title and
// text. Product data, codes and pictures are not read. Places point into the file.
//
// Tested by tests/rooms/read_spl.cpp.
#include <algorithm>
#include <unordered_map>

#include "read/docx_styles.h"
#include "read/extract.h"
#include "read/read.h"
#include "read/xml_reader.h"

namespace crosscheck {
namespace {

const XmlVocabularies kSpl = {{"urn:hl7-org:v3", "s"}};

enum class Tag : uint8_t { unknown, section, title, text, paragraph, list, item, table, row, cell, caption, content, line_break, raised, note, unread };

Tag tag_of(std::string_view name) {
  static const std::unordered_map<std::string_view, Tag> kTags = {
      {"s:section", Tag::section}, {"s:title", Tag::title}, {"s:text", Tag::text}, {"s:paragraph", Tag::paragraph}, {"s:list", Tag::list}, {"s:item", Tag::item}, {"s:table", Tag::table}, {"s:tr", Tag::row}, {"s:td", Tag::cell},
      {"s:th", Tag::cell}, {"s:caption", Tag::caption}, {"s:content", Tag::content}, {"s:br", Tag::line_break}, {"s:sup", Tag::raised}, {"s:footnote", Tag::note}, {"s:author", Tag::unread}, {"s:subject", Tag::unread}, {"s:footnoteRef", Tag::unread}};
  const auto found = kTags.find(name);
  return found == kTags.end() ? Tag::unknown : found->second;
}

class Spl : public XmlListener {
 public:
  explicit Spl(Extract& out) : out_(out) {}

  void start(const XmlElement& element) override {
    if (unread_ > 0) {
      ++unread_;
      return;
    }
    const Tag tag = tag_of(element.name);
    switch (tag) {
      case Tag::unread: unread_ = 1; return;
      case Tag::section: ++sections_; return;
      case Tag::title:
        if (texts_ > 0) return;
        ++texts_;
        return out_.start(PassageKind::heading, static_cast<uint8_t>(std::min(sections_ + 1, 9)));
      case Tag::text:
        ++texts_;
        return out_.start();
      default: break;
    }
    if (texts_ == 0) return;
    switch (tag) {
      case Tag::paragraph: return out_.start();
      case Tag::list: return out_.enter_list(element["listType"] == "ordered", 1);
      case Tag::item: return out_.enter_item();
      case Tag::table: return out_.enter_table();
      case Tag::row: return out_.enter_row();
      case Tag::cell: return out_.enter_cell(number_in(element["colspan"], 1));
      case Tag::caption: return captioned();
      case Tag::content:
        bold_.push_back(element["styleCode"].find("bold") != std::string_view::npos);
        if (bold_.back()) out_.strong(true);
        return;
      case Tag::line_break: breaks_ = true; return;
      case Tag::raised: return out_.superscript(true);
      case Tag::note: unread_ = 1; return;  // it would stand in the middle of a sentence
      default: return;
    }
  }

  void end(std::string_view name) override {
    if (unread_ > 0) {
      --unread_;
      return;
    }
    switch (tag_of(name)) {
      case Tag::section: --sections_; return;
      case Tag::title:
      case Tag::text:
        if (texts_ > 0) --texts_;
        return out_.close();
      default: break;
    }
    if (texts_ == 0) return;
    switch (tag_of(name)) {
      case Tag::paragraph:
      case Tag::caption: return out_.close();
      case Tag::list:
      case Tag::item:
      case Tag::table:
      case Tag::cell: return out_.leave();
      case Tag::row: return out_.close();
      case Tag::content:
        if (!bold_.empty() && bold_.back()) out_.strong(false);
        if (!bold_.empty()) bold_.pop_back();
        return;
      case Tag::raised: return out_.superscript(false);
      default: return;
    }
  }

  void text(std::string_view text) override {
    if (unread_ > 0 || texts_ == 0) return;
    const auto [begin, end] = parser->place();
    const Span span{begin, end};
    const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    const bool plain = span.of(out_.source()) == text;
    for (uint32_t at = 0; at < text.size();) {
      const uint32_t from = at;
      const bool blank = is_blank(text[at]);
      while (at < text.size() && is_blank(text[at]) == blank) ++at;
      const Span piece = plain ? Span{span.begin + from, span.begin + at} : span;
      if (blank) {
        out_.blank(piece);
        continue;
      }
      if (breaks_) out_.line_break({piece.begin, piece.begin});
      breaks_ = false;
      if (plain) out_.copy(piece);
      else out_.put(text.substr(from, at - from), piece);
    }
  }

  XmlParser* parser = nullptr;

 private:
  // The caption of a table or list item heads what follows.
  void captioned() { out_.start(PassageKind::caption); }

  Extract& out_;
  int sections_ = 0, texts_ = 0;
  uint32_t unread_ = 0;
  bool breaks_ = false;
  std::vector<bool> bold_;
};

}  // namespace

void read_spl(Document& document) {
  Extract out(document);
  Spl spl(out);
  XmlParser parser(spl, kSpl, "the file", "UTF-8");
  spl.parser = &parser;
  parser.feed(out.source());
  parser.finish();
  out.close();
}

}  // namespace crosscheck
