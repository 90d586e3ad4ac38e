// OpenDocument texts, zipped (.odt) or as one XML file (.fodt), whose places then index the extracted text, too.
// Deleted text stands apart from the body, so leaving it out needs no more than passing its list over. Text boxes
// follow the paragraph that holds them, notes come at the end, headers and footers last.
//
// Tested by tests/rooms/read_odt.cpp.
#include <algorithm>
#include <map>

#include "read/docx_styles.h"
#include "read/extract.h"
#include "read/header_lines.h"
#include "read/odt_styles.h"
#include "read/read.h"
#include "read/refused.h"
#include "read/zip_file.h"

namespace crosscheck {
namespace {

enum class Tag : uint8_t {
  unknown, body, paragraph, heading, span, spaces, tab, line_break, list, item, table, row, cell, note, note_body, endnote_body, box, unread, page_number, section, header
};

Tag tag_of(std::string_view name) {
  static const std::unordered_map<std::string_view, Tag> kTags = {
      {"office:text", Tag::body}, {"text:p", Tag::paragraph}, {"text:h", Tag::heading}, {"text:span", Tag::span}, {"text:s", Tag::spaces}, {"text:tab", Tag::tab},
      {"text:line-break", Tag::line_break}, {"text:list", Tag::list}, {"text:list-item", Tag::item}, {"text:list-header", Tag::item}, {"table:table", Tag::table},
      {"table:table-row", Tag::row}, {"table:table-cell", Tag::cell}, {"text:note", Tag::note}, {"text:note-body", Tag::note_body}, {"draw:text-box", Tag::box},
      {"text:note-citation", Tag::unread}, {"text:tracked-changes", Tag::unread}, {"office:annotation", Tag::unread}, {"text:table-of-content", Tag::unread},
      {"text:alphabetical-index", Tag::unread}, {"text:illustration-index", Tag::unread}, {"text:table-index", Tag::unread}, {"text:user-index", Tag::unread}, {"text:object-index", Tag::unread},
      {"text:ruby-text", Tag::unread}, {"office:forms", Tag::unread}, {"text:script", Tag::unread}, {"text:placeholder", Tag::unread}, {"svg:desc", Tag::unread}, {"desc", Tag::unread}, {"title", Tag::unread},
      {"text:page-number", Tag::page_number}, {"text:page-count", Tag::page_number}, {"text:section", Tag::section}, {"style:header", Tag::header}, {"style:footer", Tag::header},
      {"style:header-left", Tag::header}, {"style:footer-left", Tag::header}, {"style:header-first", Tag::header}, {"style:footer-first", Tag::header}, {"text:hidden-text", Tag::unread}};
  const auto found = kTags.find(name);
  return found == kTags.end() ? Tag::unknown : found->second;
}

class OdtText : public XmlListener {
 public:
  OdtText(Extract& out, OdtStyles& styles) : out_(out), styles_(styles), lines_(out) {}

  void start(const XmlElement& element) override;
  void end(std::string_view name) override;
  void text(std::string_view text) override {
    if (recording_) return recording_->text(text);
    if (skip_ == 0 && in_paragraph_ > 0) say(text);
  }
  void finish() {
    out_.close();
    read_notes("footnote", footnotes_);
    read_notes("endnote", endnotes_);
    in_header_ = true;
    const std::vector<std::pair<std::string, XmlRecording>> headers = std::move(headers_);
    headers_.clear();
    for (const auto& [part, recording] : headers) {
      lines_.part(part);
      recording.replay(*this);
    }
  }

 private:
  struct List {
    std::string style;
    int32_t number = 0;  // of the item before
    int64_t key = 0;
    bool in_item = false, item_used = false;
  };

  void record(std::vector<XmlRecording>& where) {
    where.emplace_back();
    recording_ = &where.back();
    recording_depth_ = 1;
  }
  void read_notes(const std::string& kind, std::vector<XmlRecording>& notes) {
    const std::vector<XmlRecording> all = std::move(notes);
    for (size_t i = 0; i < all.size(); ++i) {
      out_.part(kind + " " + std::to_string(i + 1));
      out_.stand_under(-1);
      all[i].replay(*this);
    }
    notes.clear();
  }
  void start_paragraph(const XmlElement& element, bool heading);
  void end_paragraph();
  void start_list(const XmlElement& element);
  void say(std::string_view text);

  Extract& out_;
  OdtStyles& styles_;
  HeaderLines lines_;
  std::vector<List> lists_;
  std::map<std::string, int32_t> counters_;  // of list styles, for lists that go on
  std::vector<OdtStyle> spans_;              // the paragraph's style first
  std::vector<XmlRecording> boxes_, footnotes_, endnotes_;
  std::vector<std::pair<std::string, XmlRecording>> headers_;
  XmlRecording* recording_ = nullptr;
  uint32_t recording_depth_ = 0, skip_ = 0, in_paragraph_ = 0;
  int64_t next_key_ = 0;
  bool in_header_ = false, endnote_ = false, blank_ = false;
};

void OdtText::start_list(const XmlElement& element) {
  List list;
  list.style = element["style-name"];
  if (list.style.empty() && !lists_.empty()) list.style = lists_.back().style;
  const std::string counter = list.style + '/' + std::to_string(lists_.size());
  const bool goes_on = element["continue-numbering"] == "true" || element.has("continue-list");
  list.number = goes_on && counters_.contains(counter) ? counters_[counter] : styles_.level_of(list.style, lists_.size()).start - 1;
  list.key = ++next_key_;
  lists_.push_back(std::move(list));
}

void OdtText::start_paragraph(const XmlElement& element, bool heading) {
  if (++in_paragraph_ > 1) return;
  blank_ = false;
  spans_.assign(1, styles_.of(element["style-name"]));
  if (in_header_) return lines_.start();
  const OdtStyle& style = spans_.front();
  const std::string& name = style.name;
  const int32_t outline = heading ? std::clamp(number_in(element["outline-level"], std::max(style.outline, 1)), 1, 10) : 0;
  if (heading) return out_.start(PassageKind::heading, static_cast<uint8_t>(outline));
  if (name == "title") return out_.start(PassageKind::heading, 1);
  if (name == "subtitle") return out_.start(PassageKind::heading, 2);
  if (name == "caption" || name == "illustration" || name == "figure" || name == "table" || name == "drawing") return out_.start(PassageKind::caption);
  if (name == "quotations" || name.find("quote") != std::string::npos) return out_.start(PassageKind::quote);
  if (name.starts_with("preformatted") || name == "source code") return out_.start(PassageKind::code);
  if (!lists_.empty() && lists_.back().in_item && !lists_.back().item_used) {
    List& list = lists_.back();
    list.item_used = true;
    const OdtListLevel level = styles_.level_of(list.style, lists_.size() - 1);
    if (level.marker != Marker::none) return out_.start_item(level.marker, list.number, static_cast<uint8_t>(lists_.size() - 1), list.key);
  }
  out_.start();
}

void OdtText::end_paragraph() {
  if (in_paragraph_ == 0 || --in_paragraph_ > 0) return;
  if (in_header_) lines_.end();
  else out_.close();
  spans_.clear();
  const std::vector<XmlRecording> boxes = std::move(boxes_);
  boxes_.clear();
  for (const XmlRecording& box : boxes) {
    if (!in_header_) out_.part("text box");
    box.replay(*this);
  }
  if (!boxes.empty() && !in_header_) out_.part("");
}

// White space counts once, as in HTML.
void OdtText::say(std::string_view text) {
  if (spans_.empty()) return;
  const OdtStyle& style = spans_.back();
  if (style.hidden == 1 || style.struck == 1) return;
  const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  for (size_t at = 0; at < text.size();) {
    const size_t begin = at;
    const bool blank = is_blank(text[at]);
    while (at < text.size() && is_blank(text[at]) == blank) ++at;
    const std::string_view piece = text.substr(begin, at - begin);
    if (in_header_) {
      lines_.add(blank ? " " : piece);
    } else if (blank) {
      if (out_.open()) out_.blank();
    } else {
      if (style.bold == 1) out_.strong(true);
      out_.superscript(style.raised == 1);
      out_.put(piece);
      out_.superscript(false);
      if (style.bold == 1) out_.strong(false);
    }
  }
}

void OdtText::start(const XmlElement& element) {
  if (recording_) {
    ++recording_depth_;
    return recording_->start(element);
  }
  if (skip_ > 0) {
    ++skip_;
    return;
  }
  styles_.start(element);
  switch (tag_of(element.name)) {
    case Tag::paragraph: return start_paragraph(element, false);
    case Tag::heading: return start_paragraph(element, true);
    case Tag::span: {
      if (spans_.empty()) return;
      OdtStyle style = styles_.of(element["style-name"]);
      const OdtStyle& around = spans_.back();
      if (style.hidden < 0) style.hidden = around.hidden;
      if (style.struck < 0) style.struck = around.struck;
      if (style.bold < 0) style.bold = around.bold;
      if (style.raised < 0) style.raised = around.raised;
      spans_.push_back(std::move(style));
      return;
    }
    case Tag::spaces:
    case Tag::tab: return say(" ");
    case Tag::line_break:
      if (in_header_) return lines_.add(" ");
      if (in_paragraph_ > 0) out_.line_break();
      return;
    case Tag::list: return start_list(element);
    case Tag::item:
      if (lists_.empty()) return;
      lists_.back().in_item = element.name == "text:list-item";
      lists_.back().item_used = false;
      if (lists_.back().in_item) lists_.back().number = number_in(element["start-value"], std::min(lists_.back().number, 1000000) + 1);
      return;
    case Tag::table:
      if (!in_header_) out_.enter_table();
      return;
    case Tag::row:
      if (!in_header_) out_.enter_row();
      return;
    case Tag::cell:
      if (!in_header_) out_.enter_cell(std::max(number_in(element["number-columns-spanned"], 1), std::min(number_in(element["number-columns-repeated"], 1), 100)));
      return;
    case Tag::note: endnote_ = element["note-class"] == "endnote"; return;
    case Tag::note_body: return record(endnote_ ? endnotes_ : footnotes_);
    case Tag::box: return record(boxes_);
    case Tag::header:
      headers_.emplace_back(element.name.starts_with("style:header") ? "header" : "footer", XmlRecording());
      recording_ = &headers_.back().second;
      recording_depth_ = 1;
      return;
    case Tag::section:
      if (element["display"] == "none") skip_ = 1;
      return;
    case Tag::page_number:
    case Tag::unread: skip_ = 1; return;
    default: return;
  }
}

void OdtText::end(std::string_view name) {
  if (recording_) {
    if (--recording_depth_ > 0) recording_->end(name);
    else recording_ = nullptr;
    return;
  }
  if (skip_ > 0) {
    --skip_;
    return;
  }
  styles_.end(name);
  switch (tag_of(name)) {
    case Tag::paragraph:
    case Tag::heading: return end_paragraph();
    case Tag::span:
      if (spans_.size() > 1) spans_.pop_back();
      return;
    case Tag::list:
      if (lists_.empty()) return;
      counters_[lists_.back().style + '/' + std::to_string(lists_.size() - 1)] = lists_.back().number;
      lists_.pop_back();
      return;
    case Tag::item:
      if (!lists_.empty()) lists_.back().in_item = false;
      return;
    case Tag::table:
    case Tag::cell:
      if (!in_header_) out_.leave();
      return;
    case Tag::row:
      if (!in_header_) out_.close();
      return;
    default: return;
  }
}

}  // namespace

void read_odt(const std::string& bytes, Document& document, std::vector<Trouble>&) {
  ZipFile zip(bytes);
  if (zip.has("META-INF/manifest.xml") && zip.text_of("META-INF/manifest.xml").find("encryption-data") != std::string::npos) throw Refused("is protected by a password: save it without one");
  if (!zip.has("content.xml")) throw Refused("holds no text document: it may be damaged, or a file of another program");
  Extract out(document, Extract::Source::none);
  out.find_markers();
  OdtStyles styles;
  OdtText text(out, styles);
  for (const char* part : {"styles.xml", "content.xml"}) {
    if (!zip.has(part)) continue;
    XmlParser parser(text, kOpenDocumentVocabularies, part);
    zip.unpack(part, [&](std::string_view piece) { parser.feed(piece); });
    parser.finish();
  }
  text.finish();
}

void read_flat_odt(Document& document) {
  const std::string bytes = std::move(document.text);
  document.text.clear();
  Extract out(document, Extract::Source::none);
  out.find_markers();
  OdtStyles styles;
  OdtText text(out, styles);
  XmlParser parser(text, kOpenDocumentVocabularies, "the file", "UTF-8");
  parser.feed(bytes);
  parser.finish();
  text.finish();
}

}  // namespace crosscheck
