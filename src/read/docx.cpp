// Word files. The body is read as the reader of the final version sees it: insertions are there, deletions are not,
// comments, instructions of fields, hidden text and tables of contents are left out. What stands beside the text
// follows where it does not interrupt a sentence: a text box after the paragraph that holds it, then footnotes,
// endnotes, headers and footers at the end.
//
// Tested by tests/rooms/read_docx.cpp.
#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "read/docx_styles.h"
#include "read/extract.h"
#include "read/header_lines.h"
#include "read/read.h"
#include "read/refused.h"
#include "read/symbol_font.h"

namespace crosscheck {
namespace {

struct PartLink {
  std::string type, target;
};

// A "rels" file: which parts a part refers to.
class Links : public XmlListener {
 public:
  Links(ZipFile& zip, const std::string& part) {
    const size_t slash = part.rfind('/');
    folder_ = slash == std::string::npos ? "" : part.substr(0, slash);
    const std::string name = (folder_.empty() ? "" : folder_ + "/") + "_rels/" + part.substr(slash == std::string::npos ? 0 : slash + 1) + ".rels";
    if (!zip.has(name)) return;
    XmlParser parser(*this, kWordVocabularies, name);
    zip.unpack(name, [&](std::string_view piece) { parser.feed(piece); });
    parser.finish();
  }
  void start(const XmlElement& element) override {
    if (element.name != "r:Relationship" || element["TargetMode"] == "External") return;
    const std::string_view type = element["Type"];
    by_id[std::string(element["Id"])] = {std::string(type.substr(type.rfind('/') + 1)), part_path(folder_, element["Target"])};
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}

  std::string of_type(std::string_view type) const {
    for (const auto& [id, link] : by_id)
      if (link.type == type) return link.target;
    return "";
  }
  std::map<std::string, PartLink> by_id;

 private:
  std::string folder_;
};

enum class Tag : uint8_t {
  unknown, paragraph, paragraph_properties, style, list, list_level, outline, run, run_properties, text, math_text, math, tab, line_break, no_break_hyphen,
  symbol, hidden, struck, raised, bold, deleted, skipped, run_style, field_mark, field_code, simple_field, table, row, cell, span, box, alternate, choice, fallback,
  footnote_reference, endnote_reference, section, header_reference, title_page, content, placeholder
};

Tag tag_of(std::string_view name) {
  static const std::unordered_map<std::string_view, Tag> kTags = {
      {"w:p", Tag::paragraph}, {"w:pPr", Tag::paragraph_properties}, {"w:pStyle", Tag::style}, {"w:numId", Tag::list}, {"w:ilvl", Tag::list_level}, {"w:outlineLvl", Tag::outline},
      {"w:r", Tag::run}, {"w:rPr", Tag::run_properties}, {"w:rStyle", Tag::run_style}, {"w:t", Tag::text}, {"m:t", Tag::math_text}, {"m:oMath", Tag::math}, {"w:tab", Tag::tab}, {"w:ptab", Tag::tab},
      {"w:br", Tag::line_break}, {"w:cr", Tag::line_break}, {"w:noBreakHyphen", Tag::no_break_hyphen}, {"w:sym", Tag::symbol}, {"w:vanish", Tag::hidden}, {"w:strike", Tag::struck},
      {"w:dstrike", Tag::struck}, {"w:vertAlign", Tag::raised}, {"w:b", Tag::bold}, {"w:del", Tag::deleted}, {"w:moveFrom", Tag::deleted}, {"w:pPrChange", Tag::skipped},
      {"w:rPrChange", Tag::skipped}, {"w:tblPrChange", Tag::skipped}, {"w:sectPrChange", Tag::skipped}, {"w:tcPrChange", Tag::skipped}, {"w:trPrChange", Tag::skipped}, {"w:numberingChange", Tag::skipped},
      {"w:rt", Tag::skipped}, {"w:fldChar", Tag::field_mark}, {"w:instrText", Tag::field_code}, {"w:fldSimple", Tag::simple_field}, {"w:tbl", Tag::table}, {"w:tr", Tag::row}, {"w:tc", Tag::cell},
      {"w:gridSpan", Tag::span}, {"w:txbxContent", Tag::box}, {"mc:AlternateContent", Tag::alternate}, {"mc:Choice", Tag::choice}, {"mc:Fallback", Tag::fallback},
      {"w:footnoteReference", Tag::footnote_reference}, {"w:endnoteReference", Tag::endnote_reference}, {"w:sectPr", Tag::section}, {"w:headerReference", Tag::header_reference},
      {"w:footerReference", Tag::header_reference}, {"w:titlePg", Tag::title_page}, {"w:sdtContent", Tag::content}, {"w:showingPlcHdr", Tag::placeholder}};
  const auto found = kTags.find(name);
  return found == kTags.end() ? Tag::unknown : found->second;
}

// Page numbers, which are no text.
bool shows_page(std::string_view instruction) {
  const size_t begin = instruction.find_first_not_of(' ');
  if (begin == std::string_view::npos) return false;
  const std::string_view kind = instruction.substr(begin, instruction.find(' ', begin) - begin);
  return kind == "PAGE" || kind == "NUMPAGES" || kind == "SECTIONPAGES" || kind == "PAGEREF";
}

class WordText : public XmlListener {
 public:
  WordText(Extract& out, const WordStyles& styles, WordNumbering& numbering) : out_(out), styles_(styles), numbering_(numbering) {}

  void start(const XmlElement& element) override;
  void end(std::string_view name) override;
  void text(std::string_view text) override {
    if (recording_depth_ > 0) return boxes_.back().text(text);
    if (skip_ > 0) return;
    if (in_code_ && !fields_.empty() && fields_.back().code.size() < 200) fields_.back().code += text;
    if (in_text_) say(text);
  }

  // Headers and footers: their lines go there instead.
  HeaderLines* lines = nullptr;
  std::vector<std::string> footnotes, endnotes;                  // ids, as they are referred to
  std::vector<std::pair<std::string, std::string>> headers;      // relationship, "default", "first" or "even"

 private:
  struct Field {
    std::string code;
    bool result = false, page = false;
  };
  struct Paragraph {
    std::string style;
    int32_t list = -1, level = -1, outline = -1;
    bool begun = false, unread = false, mark_deleted = false;
    WordStyles::Style resolved;
  };
  struct Run {
    bool hidden = false, struck = false, raised = false, code = false;
    int8_t bold = -1;
  };

  void start_paragraph();
  void end_paragraph();
  void begin_text();
  void say(std::string_view text);
  void property(Tag tag, const XmlElement& element);
  void reference(std::vector<std::string>& notes, const XmlElement& element) {
    if (readable()) notes.emplace_back(element["id"]);
  }
  void enter_pending_cell() {
    if (cells_.empty() || cells_.back() == 0) return;
    out_.enter_cell(cells_.back());
    cells_.back() = 0;
  }
  bool readable() const {
    return !run_.hidden && !run_.struck && std::all_of(fields_.begin(), fields_.end(), [](const Field& field) { return field.result && !field.page; });
  }

  Extract& out_;
  const WordStyles& styles_;
  WordNumbering& numbering_;
  Paragraph paragraph_;
  Run run_;
  std::vector<Field> fields_;
  std::vector<XmlRecording> boxes_;
  std::vector<int32_t> cells_;        // columns of a cell that is not yet entered, else 0
  std::vector<bool> choices_;         // of the alternatives that are open: was one taken?
  std::vector<size_t> simple_fields_;
  uint32_t skip_ = 0, recording_depth_ = 0;
  std::vector<std::pair<std::string, std::string>> section_;
  bool title_page_ = false;
  bool in_paragraph_properties_ = false, in_run_properties_ = false, in_text_ = false, in_code_ = false, merging_ = false, placeholder_ = false;
};

void WordText::start_paragraph() {
  enter_pending_cell();
  run_ = {};
  if (merging_) return;
  paragraph_ = {};
  paragraph_.style = styles_.default_paragraph;
}

// The paragraph's properties are known: what is it?
void WordText::begin_text() {
  if (paragraph_.begun) return;
  paragraph_.begun = true;
  paragraph_.resolved = styles_.of(paragraph_.style);
  const WordStyles::Style& style = paragraph_.resolved;
  const std::string& name = style.name;
  paragraph_.unread = name.starts_with("toc ") || name.starts_with("index ") || name == "table of figures";
  if (lines) return lines->start();
  const int32_t outline = paragraph_.outline >= 0 ? paragraph_.outline : style.outline;
  const int32_t list = paragraph_.list >= 0 ? paragraph_.list : style.list;
  WordNumbering::Item item;
  if (list > 0) item = numbering_.next(list, paragraph_.level >= 0 ? paragraph_.level : std::max(style.list_level, 0));
  if (name == "title") return out_.start(PassageKind::heading, 1);
  if (name == "subtitle") return out_.start(PassageKind::heading, 2);
  if (outline >= 0 && outline < 9) {
    out_.start(PassageKind::heading, static_cast<uint8_t>(outline + 1));
    if (!item.label.empty()) out_.put(item.label + " ");
    return;
  }
  if (name == "caption") return out_.start(PassageKind::caption);
  if (name.find("quote") != std::string::npos || name == "block text") return out_.start(PassageKind::quote);
  if (name == "html preformatted" || name == "source code" || name == "macro text") return out_.start(PassageKind::code);
  if (item.marker != Marker::none) return out_.start_item(item.marker, item.number, static_cast<uint8_t>(std::max(paragraph_.level, 0)), list);
  out_.start();
}

void WordText::say(std::string_view text) {
  if (!readable()) return;
  begin_text();
  if (paragraph_.unread) return;
  if (lines) return lines->add(text);
  const bool bold = run_.bold >= 0 ? run_.bold == 1 : paragraph_.resolved.bold == 1;
  if (!out_.open())
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  if (bold) out_.strong(true);
  if (run_.code) out_.verbatim(true);
  out_.superscript(run_.raised);
  out_.put(text);
  out_.superscript(false);
  if (run_.code) out_.verbatim(false);
  if (bold) out_.strong(false);
}

void WordText::end_paragraph() {
  // An instruction that no result followed; and page numbers end with their paragraph.
  std::erase_if(fields_, [](const Field& field) { return !field.result || field.page; });
  run_ = {};
  merging_ = paragraph_.mark_deleted && paragraph_.begun;
  paragraph_.mark_deleted = false;
  if (merging_) return;
  if (!paragraph_.begun && (paragraph_.list > 0 || styles_.of(paragraph_.style).list > 0)) begin_text();  // an empty item counts
  if (lines) lines->end();
  else out_.close();
  std::vector<XmlRecording> boxes;
  boxes.swap(boxes_);
  for (const XmlRecording& box : boxes) {
    if (!lines) out_.part("text box");
    box.replay(*this);
  }
  if (!boxes.empty() && !lines) out_.part("");
}

void WordText::property(Tag tag, const XmlElement& element) {
  if (in_paragraph_properties_ && !in_run_properties_) {
    if (tag == Tag::style) paragraph_.style = element["val"];
    if (tag == Tag::list) paragraph_.list = number_in(element["val"], -1);
    if (tag == Tag::list_level) paragraph_.level = number_in(element["val"], -1);
    if (tag == Tag::outline) paragraph_.outline = number_in(element["val"], -1);
  } else if (in_run_properties_ && !in_paragraph_properties_) {
    if (tag == Tag::run_style) {
      const std::string name = styles_.of(element["val"]).name;
      run_.code = name == "verbatim char" || name == "source text" || name == "html code";
    }
    if (tag == Tag::hidden) run_.hidden = is_on(element);
    if (tag == Tag::struck) run_.struck = is_on(element);
    if (tag == Tag::bold) run_.bold = is_on(element);
    if (tag == Tag::raised) run_.raised = element["val"] == "superscript";
  }
}

void WordText::start(const XmlElement& element) {
  if (recording_depth_ > 0) {
    ++recording_depth_;
    return boxes_.back().start(element);
  }
  if (skip_ > 0) {
    ++skip_;
    return;
  }
  const Tag tag = tag_of(element.name);
  switch (tag) {
    case Tag::paragraph: return start_paragraph();
    case Tag::paragraph_properties: in_paragraph_properties_ = true; return;
    case Tag::run_properties: in_run_properties_ = true; return;
    case Tag::run: run_ = {}; return;
    case Tag::text: in_text_ = true; return;
    case Tag::math_text: in_text_ = true; return;
    case Tag::math: out_.verbatim(true); return;
    case Tag::tab:
      if (!in_paragraph_properties_ && readable() && out_.open() && !lines) out_.blank();
      if (lines) lines->add(" ");
      return;
    case Tag::line_break:
      if (!readable()) return;
      if (lines) return lines->add(" ");
      element["type"].empty() || element["type"] == "textWrapping" ? out_.line_break() : out_.blank();
      return;
    case Tag::no_break_hyphen: return say("-");
    case Tag::symbol: return say(symbol_font_character(element["font"], element["char"]));
    case Tag::deleted:
      if (in_paragraph_properties_ && in_run_properties_) paragraph_.mark_deleted = true;
      skip_ = 1;
      return;
    case Tag::skipped: skip_ = 1; return;
    case Tag::placeholder: placeholder_ = is_on(element); return;
    case Tag::content:
      if (placeholder_) skip_ = 1;
      placeholder_ = false;
      return;
    case Tag::field_mark: {
      const std::string_view type = element["fldCharType"];
      if (type == "begin") fields_.emplace_back();
      else if (type == "separate" && !fields_.empty()) fields_.back().result = true, fields_.back().page = shows_page(fields_.back().code);
      else if (type == "end" && !fields_.empty()) fields_.pop_back();
      return;
    }
    case Tag::field_code: in_code_ = true; return;
    case Tag::simple_field:
      simple_fields_.push_back(fields_.size());
      fields_.push_back({std::string(element["instr"]), true, shows_page(element["instr"])});
      return;
    case Tag::table:
      enter_pending_cell();
      if (!lines) out_.enter_table();
      return;
    case Tag::row:
      if (!lines) out_.enter_row();
      return;
    case Tag::cell: return cells_.push_back(lines ? 0 : 1);
    case Tag::span:
      if (!cells_.empty() && cells_.back() > 0) cells_.back() = std::clamp(number_in(element["val"], 1), 1, 100);
      return;
    case Tag::box:
      boxes_.emplace_back();
      recording_depth_ = 1;
      return;
    case Tag::alternate: choices_.push_back(false); return;
    case Tag::choice:
    case Tag::fallback:
      if (!choices_.empty() && choices_.back()) skip_ = 1;
      else if (!choices_.empty()) choices_.back() = true;
      return;
    case Tag::footnote_reference: return reference(footnotes, element);
    case Tag::endnote_reference: return reference(endnotes, element);
    case Tag::section:
      section_.clear();
      title_page_ = false;
      return;
    case Tag::header_reference: section_.emplace_back(element["id"], element["type"]); return;
    case Tag::title_page: title_page_ = is_on(element); return;
    default: return property(tag, element);
  }
}

void WordText::end(std::string_view name) {
  if (recording_depth_ > 0) {
    if (--recording_depth_ > 0) boxes_.back().end(name);
    return;
  }
  if (skip_ > 0) {
    --skip_;
    return;
  }
  switch (tag_of(name)) {
    case Tag::paragraph: return end_paragraph();
    case Tag::paragraph_properties: in_paragraph_properties_ = false; return;
    case Tag::run_properties: in_run_properties_ = false; return;
    case Tag::text:
    case Tag::math_text: in_text_ = false; return;
    case Tag::math: out_.verbatim(false); return;
    case Tag::field_code: in_code_ = false; return;
    case Tag::simple_field:
      if (!simple_fields_.empty()) {
        if (fields_.size() > simple_fields_.back()) fields_.resize(simple_fields_.back());
        simple_fields_.pop_back();
      }
      return;
    case Tag::table:
      if (!lines) out_.leave();
      return;
    case Tag::row:
      if (!lines) out_.close();
      return;
    case Tag::cell:
      enter_pending_cell();
      if (!cells_.empty()) cells_.pop_back();
      if (!lines) out_.leave();
      return;
    case Tag::alternate:
      if (!choices_.empty()) choices_.pop_back();
      return;
    case Tag::section:
      for (auto& [id, type] : section_)
        if (type != "first" || title_page_) headers.emplace_back(std::move(id), std::move(type));
      section_.clear();
      return;
    default: return;
  }
}

// The notes of a part, each kept until its turn comes.
class Notes : public XmlListener {
 public:
  explicit Notes(std::string_view element) : element_(element) {}
  void start(const XmlElement& element) override {
    if (current_) current_->start(element);
    else if (element.name == element_) current_ = &by_id[std::string(element["id"])];
  }
  void end(std::string_view name) override {
    if (name == element_) current_ = nullptr;
    else if (current_) current_->end(name);
  }
  void text(std::string_view text) override {
    if (current_) current_->text(text);
  }
  std::map<std::string, XmlRecording> by_id;

 private:
  std::string element_;
  XmlRecording* current_ = nullptr;
};

void parse_part(ZipFile& zip, const std::string& part, XmlListener& listener) {
  XmlParser parser(listener, kWordVocabularies, part);
  zip.unpack(part, [&](std::string_view piece) { parser.feed(piece); });
  parser.finish();
}

void read_notes(ZipFile& zip, const std::string& part, const char* kind, const std::vector<std::string>& ids, WordText& text, Extract& out) {
  if (ids.empty() || !zip.has(part)) return;
  Notes notes(std::string("w:") + kind);
  parse_part(zip, part, notes);
  uint32_t number = 0;
  std::set<std::string> done;
  for (const std::string& id : ids) {
    const auto note = notes.by_id.find(id);
    if (!done.insert(id).second || note == notes.by_id.end()) continue;
    out.part(std::string(kind) + " " + std::to_string(++number));
    out.stand_under(-1);
    note->second.replay(text);
  }
}

}  // namespace

void read_docx(const std::string& bytes, Document& document, std::vector<Trouble>&) {
  ZipFile zip(bytes);
  std::string main = Links(zip, "").of_type("officeDocument");
  if (!zip.has(main)) main = "word/document.xml";
  if (!zip.has(main)) throw Refused("holds no Word document: it may be damaged, or a file of another program");
  const Links links(zip, main);
  const auto part = [&](std::string_view type) {
    const std::string name = links.of_type(type);
    return zip.has(name) ? name : std::string();
  };
  WordStyles styles;
  WordNumbering numbering;
  if (const std::string name = part("styles"); !name.empty()) styles.read(zip, name);
  if (const std::string name = part("numbering"); !name.empty()) numbering.read(zip, name);
  const std::string settings = part("settings");
  const bool even_pages = !settings.empty() && zip.text_of(settings).find("evenAndOddHeaders") != std::string::npos;

  Extract out(document, Extract::Source::none);
  out.find_markers();
  WordText text(out, styles, numbering);
  parse_part(zip, main, text);
  out.close();
  const std::vector<std::string> footnotes = text.footnotes, endnotes = text.endnotes;
  read_notes(zip, part("footnotes"), "footnote", footnotes, text, out);
  read_notes(zip, part("endnotes"), "endnote", endnotes, text, out);

  HeaderLines lines(out);
  const auto headers = text.headers;
  for (const auto& [id, type] : headers) {
    const auto link = links.by_id.find(id);
    if (link == links.by_id.end() || !zip.has(link->second.target) || (type == "even" && !even_pages)) continue;
    WordText header(out, styles, numbering);
    header.lines = &lines;
    lines.part(link->second.type == "footer" ? "footer" : "header");
    parse_part(zip, link->second.target, header);
  }
}

}  // namespace crosscheck
