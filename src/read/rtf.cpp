// RTF: groups in braces inherit and restore how text looks; "destinations" at their start say what a group is. Those
// that are text of the page are read, a few are kept for later (notes, boxes, headers), all others passed over.
// Places point into the file, an escape being one unit; what a person looks for is heading and paragraph.
//
// Tested by tests/rooms/read_rtf.cpp.
#include <algorithm>
#include <map>
#include <unordered_map>

#include "model/list_marker.h"
#include "read/extract.h"
#include "read/header_lines.h"
#include "read/read.h"
#include "read/refused.h"
#include "read/rtf_tokens.h"
#include "read/symbol_font.h"
#include "text/encoding.h"
#include "text/utf8.h"

namespace crosscheck {
namespace {

constexpr size_t kDeepest = 400;

enum class Place : uint8_t { page, skipped, fonts, styles, marker };

enum class Word : uint8_t {
  unknown, skipped, fonts, styles, marker, note, box, header, footer, unicode_part, paragraph_end, paragraph_reset, plain, line, tab, blank, dash, bold, hidden, struck, raised, flat, font,
  charset, code_page, mac, pc, pca, unicode_skip, unicode, style, outline, list, list_level, in_table, cell, row, quote, dash_mark, endnote
};

Word word_of(std::string_view name) {
  static const std::unordered_map<std::string_view, Word> kWords = {
      {"colortbl", Word::skipped}, {"info", Word::skipped}, {"pict", Word::skipped}, {"objdata", Word::skipped}, {"objclass", Word::skipped}, {"annotation", Word::skipped}, {"fldinst", Word::skipped},
      {"sp", Word::skipped}, {"shprslt", Word::skipped}, {"nonshppict", Word::skipped}, {"nonesttables", Word::skipped}, {"xe", Word::skipped}, {"tc", Word::skipped}, {"tcn", Word::skipped}, {"upr", Word::skipped},
      {"ftnsep", Word::skipped}, {"ftnsepc", Word::skipped}, {"ftncn", Word::skipped}, {"aftnsep", Word::skipped}, {"aftnsepc", Word::skipped}, {"aftncn", Word::skipped}, {"pnseclvl", Word::skipped}, {"listtable", Word::skipped},
      {"themedata", Word::skipped}, {"fonttbl", Word::fonts}, {"stylesheet", Word::styles}, {"listtext", Word::marker}, {"pntext", Word::marker}, {"footnote", Word::note}, {"shptxt", Word::box}, {"dptxbxtext", Word::box},
      {"header", Word::header}, {"headerl", Word::header}, {"headerr", Word::header}, {"headerf", Word::header}, {"footer", Word::footer}, {"footerl", Word::footer}, {"footerr", Word::footer}, {"footerf", Word::footer},
      {"ud", Word::unicode_part}, {"shpinst", Word::unicode_part}, {"shp", Word::unicode_part}, {"par", Word::paragraph_end}, {"sect", Word::paragraph_end}, {"pard", Word::paragraph_reset}, {"plain", Word::plain}, {"line", Word::line},
      {"tab", Word::tab}, {"page", Word::tab}, {"column", Word::tab}, {"enspace", Word::tab}, {"emspace", Word::tab}, {"emdash", Word::dash}, {"endash", Word::dash}, {"bullet", Word::dash_mark}, {"lquote", Word::quote},
      {"rquote", Word::quote}, {"ldblquote", Word::quote}, {"rdblquote", Word::quote}, {"b", Word::bold}, {"v", Word::hidden}, {"deleted", Word::hidden}, {"strike", Word::struck}, {"striked", Word::struck}, {"super", Word::raised},
      {"nosupersub", Word::flat}, {"sub", Word::flat}, {"f", Word::font}, {"fcharset", Word::charset}, {"ansicpg", Word::code_page}, {"mac", Word::mac}, {"pc", Word::pc}, {"pca", Word::pca}, {"uc", Word::unicode_skip},
      {"u", Word::unicode}, {"s", Word::style}, {"outlinelevel", Word::outline}, {"ls", Word::list}, {"ilvl", Word::list_level}, {"intbl", Word::in_table}, {"cell", Word::cell}, {"nestcell", Word::paragraph_end}, {"row", Word::row},
      {"nestrow", Word::paragraph_end}, {"ftnalt", Word::endnote}};
  const auto found = kWords.find(name);
  return found == kWords.end() ? Word::unknown : found->second;
}

int code_page_of_charset(int32_t charset) {
  static const std::map<int32_t, int> kPages = {{0, 1252}, {77, 10000}, {128, 932}, {129, 949}, {134, 936}, {136, 950}, {161, 1253}, {162, 1254}, {163, 1258}, {177, 1255}, {178, 1256}, {186, 1257}, {204, 1251}, {222, 874}, {238, 1250}, {255, 437}};
  const auto found = kPages.find(charset);
  return found == kPages.end() ? 0 : found->second;
}

struct Look {
  Place place = Place::page;
  int32_t unicode_skip = 1;
  int32_t font = -1;
  bool bold = false, hidden = false, struck = false, raised = false;
};

struct Layout {  // of a paragraph
  int32_t style = -1, outline = -1, list = -1, level = 0;
  bool in_table = false;
};

class Rtf {
 public:
  Rtf(Extract& out) : out_(out), source_(out.source()), lines_(out) {}

  void read() {
    if (!run({0, static_cast<uint32_t>(source_.size())})) throw Refused("is cut short: a group is not closed at its end");
    leave_table();
    read_kept(notes_, "footnote");
    read_kept(endnotes_, "endnote");
    in_header_ = true;
    for (size_t i = 0; i < headers_.size(); ++i) {  // reading one may add another
      lines_.part(headers_[i].first);
      lines_.start();
      run(headers_[i].second);
      lines_.end();
    }
  }

 private:
  struct Style {
    std::string name;
    int32_t outline = -1;
  };
  struct Font {
    int code_page = 0;
    bool symbols = false, dingbats = false;
  };

  // False when groups stay open.
  bool run(Span range);
  void read_kept(const std::vector<Span>& ranges, const std::string& name) {
    for (size_t i = 0; i < ranges.size(); ++i) {  // a note in a note adds another
      out_.part(name + " " + std::to_string(i + 1));
      out_.stand_under(-1);
      layout_ = {};
      run(ranges[i]);
      end_paragraph();
    }
  }
  void control(const RtfToken& token, RtfTokens& tokens);
  bool destination(Word word, RtfTokens& tokens, uint32_t begin);
  void say(std::string_view text, Span span, bool as_it_stands);
  void flush_bytes();
  void begin_paragraph();
  void end_paragraph();
  void end_cell();
  void leave_table() {
    end_paragraph();
    if (cell_open_) out_.leave();
    if (table_open_) out_.leave();
    cell_open_ = table_open_ = row_open_ = false;
  }
  void table_text(std::string_view text);

  Extract& out_;
  std::string_view source_;
  HeaderLines lines_;
  Look look_;
  Layout layout_;
  std::vector<Look> groups_;
  std::map<int32_t, Font> fonts_;
  std::map<int32_t, Style> styles_;
  std::vector<Span> notes_, endnotes_, boxes_;
  std::vector<std::pair<std::string, Span>> headers_;
  std::string bytes_, entry_, marker_;
  Span bytes_span_;
  int code_page_ = 1252;
  int32_t skip_units_ = 0, entry_font_ = -1, entry_style_ = 0, entry_outline_ = -1, default_font_ = -1;
  bool begun_ = false, unread_ = false, table_open_ = false, row_open_ = false, cell_open_ = false, in_header_ = false, ignorable_ = false;
};

// Entries of the tables of fonts and styles end with a semicolon.
void Rtf::table_text(std::string_view text) {
  for (const char c : text) {
    if (c != ';') {
      if (entry_.size() < 200) entry_ += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      continue;
    }
    if (look_.place == Place::fonts && entry_font_ >= 0) {
      Font& font = fonts_[entry_font_];
      font.dingbats = entry_.find("dings") != std::string::npos;
      font.symbols = font.symbols || entry_ == "symbol";
    } else if (look_.place == Place::styles) {
      const size_t begin = std::min(entry_.find_first_not_of(' '), entry_.size());
      styles_[entry_style_] = {entry_.substr(begin), entry_outline_};
      entry_style_ = 0;
      entry_outline_ = -1;
    }
    entry_.clear();
  }
}

void Rtf::begin_paragraph() {
  if (begun_) return;
  begun_ = true;
  const auto found = styles_.find(layout_.style);
  const Style style = found == styles_.end() ? Style() : found->second;
  unread_ = style.name.starts_with("toc ") || style.name.starts_with("contents ") || style.name.starts_with("index ");
  if (in_header_) return;
  if (layout_.in_table) {
    if (!table_open_) out_.enter_table();
    if (!row_open_) out_.enter_row();
    if (!cell_open_) out_.enter_cell();
    table_open_ = row_open_ = cell_open_ = true;
  } else if (table_open_) {
    leave_table();
    begun_ = true;
  }
  int32_t outline = layout_.outline >= 0 ? layout_.outline : style.outline;
  if (outline < 0 && style.name.starts_with("heading ") && style.name.size() == 9 && style.name[8] >= '1' && style.name[8] <= '9') outline = style.name[8] - '1';
  MarkerFound item;
  if (!marker_.empty()) {
    item = marker_at(marker_ + " x");
    if (item.bytes == 0) item.marker = Marker::bullet;
  }
  if (style.name == "title") out_.start(PassageKind::heading, 1);
  else if (style.name == "subtitle") out_.start(PassageKind::heading, 2);
  else if (outline >= 0 && outline < 9) out_.start(PassageKind::heading, static_cast<uint8_t>(outline + 1));
  else if (style.name == "caption") out_.start(PassageKind::caption);
  else if (style.name.find("quot") != std::string::npos) out_.start(PassageKind::quote);
  else if (item.marker != Marker::none) out_.start_item(item.marker, item.number, static_cast<uint8_t>(std::clamp(layout_.level, 0, 8)), layout_.list);
  else out_.start();
  marker_.clear();
}

void Rtf::end_paragraph() {
  flush_bytes();
  begun_ = unread_ = false;
  marker_.clear();
  if (in_header_) {
    lines_.end();
    lines_.start();
    return;
  }
  out_.close();
  const std::vector<Span> boxes = std::move(boxes_);
  boxes_.clear();
  if (boxes.empty()) return;
  const Layout around = layout_;
  for (const Span box : boxes) {
    layout_ = {};
    out_.part("text box");
    run(box);
    end_paragraph();
  }
  out_.part("");
  layout_ = around;
}

void Rtf::end_cell() {
  end_paragraph();
  if (in_header_ || !layout_.in_table) return;
  if (!table_open_) out_.enter_table();
  if (!row_open_) out_.enter_row();
  if (!cell_open_) out_.enter_cell();
  table_open_ = row_open_ = true;
  cell_open_ = false;
  out_.leave();
}

void Rtf::say(std::string_view text, Span span, bool as_it_stands) {
  if (look_.place == Place::marker && marker_.size() < 40) {
    for (const char c : text)
      if (c != ' ') marker_ += c;
  }
  if (look_.place == Place::fonts || look_.place == Place::styles) return table_text(text);
  if (look_.place != Place::page || look_.hidden || look_.struck) return;
  const bool at_start = !begun_ || !(in_header_ || out_.open());
  if (at_start && text == "\u00A0") return;
  const size_t blanks = at_start ? std::min(text.find_first_not_of(' '), text.size()) : 0;
  text.remove_prefix(blanks);
  if (as_it_stands) span.begin += static_cast<uint32_t>(blanks);
  if (text.empty()) return;
  begin_paragraph();
  if (unread_) return;
  if (in_header_) return lines_.add(text);
  if (look_.bold) out_.strong(true);
  out_.superscript(look_.raised);
  if (as_it_stands) out_.copy(span);
  else out_.put(text, span);
  out_.superscript(false);
  if (look_.bold) out_.strong(false);
}

// Bytes of a code page that may take two for a character.
void Rtf::flush_bytes() {
  if (bytes_.empty()) return;
  const auto font = fonts_.find(look_.font >= 0 ? look_.font : default_font_);
  std::string text;
  if (font != fonts_.end() && font->second.symbols) {
    for (const char c : bytes_) text += symbol_character(static_cast<unsigned char>(c));
  } else if (font == fonts_.end() || !font->second.dingbats) {
    text = from_code_page(bytes_, font != fonts_.end() && font->second.code_page > 0 ? font->second.code_page : code_page_);
  }
  bytes_.clear();
  say(text, bytes_span_, false);
}

// True when the group that this word opens was dealt with.
bool Rtf::destination(Word word, RtfTokens& tokens, uint32_t begin) {
  const auto keep = [&](std::vector<Span>& where) {
    const uint32_t end = tokens.skip_group();
    where.push_back({begin, end});
    look_ = groups_.back();
    groups_.pop_back();
    return true;
  };
  switch (word) {
    case Word::skipped: look_.place = Place::skipped; return true;
    case Word::fonts: look_.place = Place::fonts; return true;
    case Word::styles: look_.place = Place::styles; return true;
    case Word::marker:
      if (look_.place == Place::page) look_.place = Place::marker, marker_.clear();
      return true;
    case Word::unicode_part:
      if (!groups_.empty() && groups_.size() > 1 && look_.place == Place::skipped) look_.place = groups_[groups_.size() - 2].place;
      return true;
    default: break;
  }
  if (groups_.empty() || look_.place != Place::page) return false;
  if (word == Word::note) return keep(source_.substr(begin, 24).find("\\ftnalt") != std::string_view::npos ? endnotes_ : notes_);
  if (word == Word::box) return keep(boxes_);
  if (word == Word::header || word == Word::footer) {
    std::vector<Span> range;
    keep(range);
    headers_.emplace_back(word == Word::header ? "header" : "footer", range.front());
    return true;
  }
  return false;
}

void Rtf::control(const RtfToken& token, RtfTokens& tokens) {
  const Word word = word_of(token.word);
  const bool ignorable = ignorable_;
  ignorable_ = false;
  const bool on = !token.has_number || token.number != 0;
  if (word != Word::unicode) flush_bytes();
  if (destination(word, tokens, token.span.end)) return;
  switch (word) {
    case Word::unknown:
      if (ignorable) look_.place = Place::skipped;
      return;
    case Word::paragraph_end:
      if (look_.place == Place::page) end_paragraph();
      return;
    case Word::paragraph_reset:
      if (look_.place == Place::page) layout_ = {};
      return;
    case Word::plain: look_.bold = look_.hidden = look_.struck = look_.raised = false; return;
    case Word::line:
      if (look_.place == Place::page && begun_ && !in_header_) out_.line_break(token.span);
      return;
    case Word::tab:
      if (look_.place == Place::page && begun_) in_header_ ? lines_.add(" ") : out_.blank(token.span);
      return;
    case Word::dash: return say(token.word == "emdash" ? "—" : "–", token.span, false);
    case Word::dash_mark: return say("•", token.span, false);
    case Word::quote: return say(token.word == "lquote" ? "‘" : token.word == "rquote" ? "’" : token.word == "ldblquote" ? "“" : "”", token.span, false);
    case Word::bold: look_.bold = on; return;
    case Word::hidden: look_.hidden = on; return;
    case Word::struck: look_.struck = on; return;
    case Word::raised: look_.raised = on; return;
    case Word::flat: look_.raised = false; return;
    case Word::font:
      if (look_.place == Place::fonts) entry_font_ = token.number;
      else look_.font = token.number;
      return;
    case Word::charset:
      if (look_.place == Place::fonts && fonts_.size() < 10000) fonts_[entry_font_] = {code_page_of_charset(token.number), token.number == 2, false};
      return;
    case Word::code_page: code_page_ = token.number > 0 ? token.number : code_page_; return;
    case Word::mac: code_page_ = 10000; return;
    case Word::pc: code_page_ = 437; return;
    case Word::pca: code_page_ = 850; return;
    case Word::unicode_skip: look_.unicode_skip = std::clamp(token.number, 0, 8); return;
    case Word::style:
      if (look_.place == Place::styles) entry_style_ = token.number;
      else if (look_.place == Place::page) layout_.style = token.number;
      return;
    case Word::outline:
      if (look_.place == Place::styles) entry_outline_ = token.number;
      else if (look_.place == Place::page) layout_.outline = token.number;
      return;
    case Word::list: layout_.list = token.number; return;
    case Word::list_level: layout_.level = token.number; return;
    case Word::in_table: layout_.in_table = true; return;
    case Word::cell:
      if (look_.place == Place::page) end_cell();
      return;
    case Word::row:
      if (look_.place != Place::page) return;
      end_paragraph();
      row_open_ = false;
      return;
    default: return;
  }
}

bool Rtf::run(Span range) {
  RtfTokens tokens(source_, range);
  const size_t outside = groups_.size();
  const Look before = look_;
  look_ = {};
  char32_t high = 0;  // the first half of a character beyond the first 65,536
  while (true) {
    const RtfToken token = tokens.next();
    using Kind = RtfToken::Kind;
    if (token.kind == Kind::end) break;
    // What stands after "\u8212" for programs that know no Unicode.
    if (skip_units_ > 0) {
      if (token.kind == Kind::byte || (token.kind == Kind::symbol && token.symbol != '*')) {
        --skip_units_;
        continue;
      }
      if (token.kind == Kind::text) {
        Span rest = token.span;
        for (; skip_units_ > 0 && !rest.empty(); --skip_units_) rest.begin += code_point_at(source_, rest.begin).bytes;
        skip_units_ = 0;
        say(rest.of(source_), rest, true);
        continue;
      }
      skip_units_ = 0;
    }
    switch (token.kind) {
      case Kind::open:
        flush_bytes();
        if (groups_.size() >= kDeepest) throw Refused("nests deeper than " + std::to_string(kDeepest) + " groups");
        groups_.push_back(look_);
        break;
      case Kind::close:
        flush_bytes();
        if (groups_.size() > outside) {
          if (look_.place != Place::fonts && look_.place != Place::styles) entry_.clear();
          look_ = groups_.back();
          groups_.pop_back();
        }
        ignorable_ = false;
        break;
      case Kind::text:
        flush_bytes();
        say(token.span.of(source_), token.span, true);
        break;
      case Kind::byte:
        if (bytes_.empty()) bytes_span_ = token.span;
        bytes_span_.end = token.span.end;
        bytes_ += static_cast<char>(token.byte);
        if (code_page_ < 900 || code_page_ > 1000 || bytes_.size() > 1000) {
          const auto font = fonts_.find(look_.font);
          if (font == fonts_.end() || font->second.code_page < 900 || font->second.code_page > 1000) flush_bytes();
        }
        break;
      case Kind::symbol:
        flush_bytes();
        if (token.symbol == '*') ignorable_ = true;
        else if (token.symbol == '~') say("\u00A0", token.span, false);
        else if (token.symbol == '_') say("-", token.span, false);
        else if (token.symbol == '\n' || token.symbol == '\r') look_.place == Place::page ? end_paragraph() : void();
        else if (token.symbol == '{' || token.symbol == '}' || token.symbol == '\\') say(std::string_view(&token.symbol, 1), token.span, false);
        break;
      case Kind::word: {
        if (word_of(token.word) != Word::unicode) {
          control(token, tokens);
          break;
        }
        flush_bytes();
        auto value = static_cast<char32_t>(token.number < 0 ? token.number + 65536 : token.number) & 0x1FFFFF;
        skip_units_ = look_.unicode_skip;
        if (value >= 0xD800 && value < 0xDC00) {
          high = value;
          break;
        }
        if (value >= 0xDC00 && value < 0xE000) value = high ? 0x10000 + ((high - 0xD800) << 10) + (value - 0xDC00) : 0xFFFD;
        high = 0;
        std::string text;
        if (value >= 0xF000 && value <= 0xF0FF) text = symbol_character(value);
        else if (value >= 0x20 && value <= 0x10FFFF && value != 0xAD) append_utf8(text, value);
        say(text, token.span, false);
        break;
      }
      default: break;
    }
  }
  flush_bytes();
  const bool closed = groups_.size() == outside;
  groups_.resize(outside);
  look_ = before;
  return closed;
}

}  // namespace

void read_rtf(Document& document, std::vector<Trouble>&) {
  Extract out(document);
  out.find_markers();
  Rtf(out).read();
  out.close();
}

}  // namespace crosscheck
