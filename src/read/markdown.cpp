// Markdown, by md4c: its callbacks point into the file, so every piece of text knows its place. What does not
// (line breaks) stands between two pieces that do. Front matter between two lines "---" is no text.
//
// Tested by tests/rooms/read.cpp.
#include <md4c.h>

#include <vector>

#include "read/entities.h"
#include "read/extract.h"
#include "read/read.h"

namespace crosscheck {
namespace {

struct Reading {
  Extract out;
  std::string_view source;
  std::vector<Trouble>& trouble;
  Span html;                // raw HTML block so far
  bool in_html = false, in_code = false;
  int unread = 0;           // inside pictures and struck-out text
  uint32_t last = 0;        // end of the last piece

  Reading(Document& document, std::vector<Trouble>& all) : out(document), source(out.source()), trouble(all) {}
};

// Blocks.

int enter_block(MD_BLOCKTYPE type, void* detail, void* user) {
  auto& reading = *static_cast<Reading*>(user);
  Extract& out = reading.out;
  switch (type) {
    case MD_BLOCK_QUOTE: out.enter_quote(); break;
    case MD_BLOCK_UL: out.enter_list(false, 0); break;
    case MD_BLOCK_OL: out.enter_list(true, static_cast<int32_t>(static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start)); break;
    case MD_BLOCK_LI: out.enter_item(); break;
    case MD_BLOCK_H: out.start(PassageKind::heading, static_cast<uint8_t>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level)); break;
    case MD_BLOCK_CODE:
      out.start(PassageKind::code);
      reading.in_code = true;
      break;
    case MD_BLOCK_HTML:
      out.close();
      reading.in_html = true;
      reading.html = {};
      break;
    case MD_BLOCK_P: out.start(); break;
    case MD_BLOCK_TABLE: out.enter_table(); break;
    case MD_BLOCK_TR: out.enter_row(); break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD: out.enter_cell(); break;
    default: break;
  }
  return 0;
}

int leave_block(MD_BLOCKTYPE type, void*, void* user) {
  auto& reading = *static_cast<Reading*>(user);
  Extract& out = reading.out;
  switch (type) {
    case MD_BLOCK_QUOTE:
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
    case MD_BLOCK_LI:
    case MD_BLOCK_TABLE:
    case MD_BLOCK_TH:
    case MD_BLOCK_TD: out.leave(); break;
    case MD_BLOCK_HTML:
      reading.in_html = false;
      if (!reading.html.empty()) extract_html(reading.html, out, reading.trouble);
      break;
    case MD_BLOCK_CODE: reading.in_code = false; [[fallthrough]];
    default: out.close(); break;
  }
  return 0;
}

int enter_span(MD_SPANTYPE type, void*, void* user) {
  auto& reading = *static_cast<Reading*>(user);
  if (type == MD_SPAN_IMG || type == MD_SPAN_DEL) ++reading.unread;
  if (type == MD_SPAN_CODE) reading.out.verbatim(true);
  if (type == MD_SPAN_STRONG) reading.out.strong(true);
  return 0;
}

int leave_span(MD_SPANTYPE type, void*, void* user) {
  auto& reading = *static_cast<Reading*>(user);
  if (type == MD_SPAN_IMG || type == MD_SPAN_DEL) {
    --reading.unread;
    reading.out.omit();
  }
  if (type == MD_SPAN_CODE) reading.out.verbatim(false);
  if (type == MD_SPAN_STRONG) reading.out.strong(false);
  return 0;
}

// Text.

void inline_html(Reading& reading, Span piece) {
  const std::string_view tag = piece.of(reading.source);
  if (tag.starts_with("<!--")) {
    reading.out.omit();
    const size_t end = reading.source.find("-->", piece.begin);
    if (end != std::string_view::npos) reading.out.comment({piece.begin, static_cast<uint32_t>(end + 3)});
  } else if (tag.starts_with("<br")) {
    reading.out.line_break(piece);
  } else if (tag.starts_with("<sup") || tag.starts_with("</sup")) {
    reading.out.superscript(tag[1] != '/');
  }
}

int text(MD_TEXTTYPE type, const MD_CHAR* at, MD_SIZE size, void* user) {
  auto& reading = *static_cast<Reading*>(user);
  const char* begin = reading.source.data();
  const bool in_file = at >= begin && at + size <= begin + reading.source.size();
  Span piece{reading.last, reading.last};
  if (in_file) piece = {static_cast<uint32_t>(at - begin), static_cast<uint32_t>(at - begin + size)};
  if (in_file) reading.last = piece.end;
  if (reading.in_html) {
    if (in_file) reading.html = reading.html.empty() ? piece : Span{reading.html.begin, piece.end};
    return 0;
  }
  if (reading.unread > 0) return 0;
  Extract& out = reading.out;
  switch (type) {
    case MD_TEXT_SOFTBR: out.soft_break(); break;
    case MD_TEXT_BR: out.line_break(piece); break;
    case MD_TEXT_ENTITY:
      if (const Entity entity = entity_at(piece.of(reading.source)); entity.bytes == piece.size()) out.put(entity.text, piece);
      else out.copy(piece);
      break;
    case MD_TEXT_HTML: inline_html(reading, piece); break;
    default:
      if (in_file) out.copy(piece);
      else if (reading.in_code) out.put(std::string_view(at, size), piece);
  }
  return 0;
}

// Bytes of a block between lines "---" at the very start.
uint32_t front_matter(std::string_view source) {
  const auto line_at = [&](size_t at) {
    std::string_view line = source.substr(at, source.find('\n', at) - at);
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
    return line;
  };
  if (line_at(0) != "---") return 0;
  for (size_t at = source.find('\n'); at != std::string_view::npos; at = source.find('\n', at)) {
    const std::string_view line = line_at(++at);
    if (line == "---" || line == "...") return static_cast<uint32_t>(at + line.size());
  }
  return 0;
}

}  // namespace

std::vector<Span> read_markdown(Document& document, std::vector<Trouble>& trouble) {
  document.format = Format::markdown;
  Reading reading(document, trouble);
  MD_PARSER parser{};
  parser.flags = MD_DIALECT_GITHUB | MD_FLAG_NOINDENTEDCODEBLOCKS;
  parser.enter_block = enter_block;
  parser.leave_block = leave_block;
  parser.enter_span = enter_span;
  parser.leave_span = leave_span;
  parser.text = text;
  const uint32_t begin = reading.last = front_matter(reading.source);
  md_parse(reading.source.data() + begin, static_cast<MD_SIZE>(reading.source.size() - begin), &parser, &reading);
  reading.out.close();
  return reading.out.comments();
}

}  // namespace crosscheck
