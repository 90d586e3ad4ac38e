// HTML, by gumbo: its tree tells the parts of a page, its original_text where each text stands in the file.
// Entities are decoded here once more, since gumbo hands out either the decoded text or its place, not both.
//
// Tested by tests/rooms/read.cpp.
#include <gumbo.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <initializer_list>
#include <memory>

#include "read/entities.h"
#include "read/extract.h"
#include "read/nesting.h"
#include "read/read.h"

namespace crosscheck {
namespace {

enum class Role : uint8_t { inline_text, block, unread, heading, list, item, table, row, cell, quote, pre, caption, line_break, rule, code, strong, superscript, term, definitions, title };

Role role_of(const GumboElement& element) {
  switch (element.tag) {
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6: return Role::heading;
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_DIR: return Role::list;
    case GUMBO_TAG_LI: return Role::item;
    case GUMBO_TAG_TABLE: return Role::table;
    case GUMBO_TAG_TR: return Role::row;
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH: return Role::cell;
    case GUMBO_TAG_BLOCKQUOTE: return Role::quote;
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_LISTING:
    case GUMBO_TAG_XMP: return Role::pre;
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_LEGEND: return Role::caption;
    case GUMBO_TAG_BR: return Role::line_break;
    case GUMBO_TAG_HR: return Role::rule;
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_TT:
    case GUMBO_TAG_VAR: return Role::code;
    case GUMBO_TAG_B:
    case GUMBO_TAG_STRONG: return Role::strong;
    case GUMBO_TAG_SUP: return Role::superscript;
    case GUMBO_TAG_DT: return Role::term;
    case GUMBO_TAG_DL: return Role::definitions;
    case GUMBO_TAG_TITLE: return Role::title;
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_S:
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_NOEMBED:
    case GUMBO_TAG_NOFRAMES: return Role::unread;
    case GUMBO_TAG_P:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_HGROUP:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_HTML: return Role::block;
    default: return Role::inline_text;
  }
}

int32_t number_of(const GumboElement& element, const char* attribute, int32_t otherwise) {
  const GumboAttribute* found = gumbo_get_attribute(&element.attributes, attribute);
  if (!found) return otherwise;
  char* end = nullptr;
  const long value = std::strtol(found->value, &end, 10);
  return end == found->value || value < 0 || value > 100000 ? otherwise : static_cast<int32_t>(value);
}

constexpr size_t kNear = 4096;

class Walk {
 public:
  Walk(Extract& out, Span range, std::string_view page) : out_(out), range_(range), page_(page) {}

  void visit(const GumboNode& node) {
    switch (node.type) {
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_WHITESPACE:
      case GUMBO_NODE_CDATA: text(node.v.text); break;
      case GUMBO_NODE_COMMENT: out_.comment(span_of(node.v.text.original_text)); break;
      case GUMBO_NODE_ELEMENT: element(node.v.element); break;
      default: break;
    }
  }

 private:
  Span span_of(const GumboStringPiece& piece) const {
    if (!piece.data) return {};
    const auto begin = static_cast<uint32_t>(piece.data - page_.data()) + range_.begin;
    return {std::min(begin, range_.end), std::min(begin + static_cast<uint32_t>(piece.length), range_.end)};
  }

  void children(const GumboElement& element) {
    for (unsigned i = 0; i < element.children.length; ++i) visit(*static_cast<const GumboNode*>(element.children.data[i]));
  }

  // The number that leads to a footnote, and the arrow that leads back.
  static bool points_to_note(const GumboElement& element, bool raised) {
    if (element.tag != GUMBO_TAG_A) return false;
    const auto says = [&](const char* name, std::initializer_list<std::string_view> words) {
      const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
      return found && std::find(words.begin(), words.end(), found->value) != words.end();
    };
    if (says("role", {"doc-noteref", "doc-backlink"}) || says("epub:type", {"noteref", "backlink"}) || says("class", {"footnote-ref", "footnote-back"})) return true;
    // <sup><a href="#note1">1</a></sup>, or the other way round.
    const GumboAttribute* target = gumbo_get_attribute(&element.attributes, "href");
    if (!target || !std::strchr(target->value, '#') || element.children.length != 1) return false;
    const auto* child = static_cast<const GumboNode*>(element.children.data[0]);
    const bool inner = child->type == GUMBO_NODE_ELEMENT && child->v.element.tag == GUMBO_TAG_SUP && child->v.element.children.length == 1;
    const auto* words = inner ? static_cast<const GumboNode*>(child->v.element.children.data[0]) : child;
    if (words->type != GUMBO_NODE_TEXT || (!inner && !raised)) return false;
    return std::string_view(words->v.text.text).find_first_not_of("0123456789[]()* ") == std::string_view::npos;
  }

  void element(const GumboElement& element) {
    if (gumbo_get_attribute(&element.attributes, "hidden") || points_to_note(element, raised_)) return;
    switch (role_of(element)) {
      case Role::inline_text: children(element); break;
      case Role::unread: break;
      case Role::block: block(element, PassageKind::paragraph, 0); break;
      case Role::caption: block(element, PassageKind::caption, 0); break;
      case Role::heading: block(element, PassageKind::heading, static_cast<uint8_t>(element.tag - GUMBO_TAG_H1 + 1)); break;
      case Role::term: block(element, PassageKind::heading, 6); break;
      case Role::title:
        literal_ = true;
        block(element, PassageKind::heading, 1);
        literal_ = false;
        break;
      case Role::pre:
        ++preformatted_;
        block(element, PassageKind::code, 0);
        --preformatted_;
        break;
      case Role::definitions: {
        const int32_t above = out_.under();
        block(element, PassageKind::paragraph, 0);
        out_.stand_under(above);
        break;
      }
      case Role::list: within(element, [&] { out_.enter_list(element.tag == GUMBO_TAG_OL, number_of(element, "start", 1)); }); break;
      case Role::item: within(element, [&] { out_.enter_item(number_of(element, "value", -1)); }); break;
      case Role::table: within(element, [&] { out_.enter_table(); }); break;
      case Role::cell: within(element, [&] { out_.enter_cell(number_of(element, "colspan", 1)); }); break;
      case Role::quote: within(element, [&] { out_.enter_quote(); }); break;
      case Role::row:
        out_.enter_row();
        children(element);
        out_.close();
        break;
      case Role::line_break: out_.line_break(span_of(element.original_tag)); break;
      case Role::rule: out_.close(); break;
      case Role::code:
        if (preformatted_ == 0) out_.verbatim(true);
        children(element);
        if (preformatted_ == 0) out_.verbatim(false);
        break;
      case Role::strong:
        out_.strong(true);
        children(element);
        out_.strong(false);
        break;
      case Role::superscript:
        out_.superscript(raised_ = true);
        children(element);
        out_.superscript(raised_ = false);
        break;
    }
  }

  void block(const GumboElement& element, PassageKind kind, uint8_t level) {
    out_.start(kind, level);
    children(element);
    out_.close();
  }

  template <class Enter>
  void within(const GumboElement& element, Enter enter) {
    enter();
    children(element);
    out_.leave();
  }

  char at(uint32_t place) const { return page_[place - range_.begin]; }

  // Hands out a text of the page in pieces: stretches as they stand, and entities. End tags that closed nothing
  // stand in the middle of it and are passed over.
  template <class Plain, class Decoded>
  void pieces(Span span, Plain plain, Decoded decoded) const {
    uint32_t begin = span.begin, place = span.begin;
    const auto cut = [&](uint32_t next) {
      if (begin < place) plain(Span{begin, place});
      begin = place = next;
    };
    while (place < span.end) {
      if (at(place) == '&') {
        const Entity entity = entity_at(page_.substr(place - range_.begin, span.end - place));
        const uint32_t from = place;
        if (entity.bytes > 0) {
          cut(from + entity.bytes);
          decoded(entity.text, Span{from, place});
          continue;
        }
      } else if (at(place) == '<' && !literal_ && place + 1 < span.end && starts_tag(at(place + 1))) {
        uint32_t next = place;
        while (next < span.end && at(next) != '>') ++next;
        cut(std::min(next + 1, span.end));
        continue;
      }
      ++place;
    }
    cut(span.end);
  }

  // Is that where the text stands? Gumbo is mistaken about some texts that it moves out of a table.
  bool stands_at(Span span, std::string_view text) const {
    size_t done = 0;
    bool same = true;
    const auto expect = [&](char c) { same = same && done < text.size() && (text[done] == c || c == '\r'), ++done; };
    pieces(
        span,
        [&](Span piece) {
          for (uint32_t i = piece.begin; i < piece.end; ++i)
            if (at(i) != '\r' || i + 1 == piece.end || at(i + 1) != '\n') expect(at(i));
        },
        [&](const std::string& piece, Span) { std::for_each(piece.begin(), piece.end(), expect); });
    return same && done == text.size();
  }

  // White space counts once, but in <pre>.
  void plain(Span span) {
    if (preformatted_ > 0) return out_.copy(span);
    const auto blank = [&](uint32_t place) { return at(place) == ' ' || (at(place) >= '\t' && at(place) <= '\r' && at(place) != '\v'); };
    for (uint32_t place = span.begin; place < span.end;) {
      const uint32_t begin = place;
      const bool is_blank = blank(place);
      while (place < span.end && blank(place) == is_blank) ++place;
      is_blank ? out_.blank({begin, place}) : out_.copy({begin, place});
    }
  }

  void text(const GumboText& node) {
    Span span = span_of(node.original_text);
    const std::string_view text = node.text;
    if (!stands_at(span, text)) {
      const size_t from = span.begin - range_.begin - std::min<size_t>(span.begin - range_.begin, kNear);
      const size_t found = page_.substr(from, 2 * kNear).find(text);
      if (found == std::string_view::npos) return out_.put(text, span);
      const auto begin = range_.begin + static_cast<uint32_t>(from + found);
      span = {begin, begin + static_cast<uint32_t>(text.size())};
      return plain(span);
    }
    pieces(span, [&](Span piece) { plain(piece); }, [&](const std::string& piece, Span from) { out_.put(piece, from); });
  }

  static bool starts_tag(char c) { return c == '/' || c == '!' || c == '?' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

  Extract& out_;
  Span range_;
  std::string_view page_;  // as gumbo saw it: the range, some tags blanked out
  int preformatted_ = 0;
  bool raised_ = false;
  bool literal_ = false;  // in a title, where tags are text
};

}  // namespace

void extract_html(Span range, Extract& out, std::vector<Trouble>& trouble) {
  std::string_view page = range.of(out.source());
  std::string flat;
  if (needs_flattening(page)) {
    flat = page;
    if (flatten_html(flat)) trouble.push_back({"", TroubleKind::note, "elements nested deeper than " + std::to_string(kDeepestHtml) + ": their tags were passed over, their text was read"});
    page = flat;
  }
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  const auto destroy = [&](GumboOutput* tree) { gumbo_destroy_output(&options, tree); };
  const std::unique_ptr<GumboOutput, decltype(destroy)> output(gumbo_parse_with_options(&options, page.data(), page.size()), destroy);
  Walk walk(out, range, page);
  const GumboVector& children = output->document->v.document.children;
  for (unsigned i = 0; i < children.length; ++i) walk.visit(*static_cast<const GumboNode*>(children.data[i]));
  out.close();
}

std::vector<Span> read_html(Document& document, std::vector<Trouble>& trouble) {
  document.format = Format::html;
  Extract out(document);
  extract_html({0, static_cast<uint32_t>(out.source().size())}, out, trouble);
  return out.comments();
}

}  // namespace crosscheck
