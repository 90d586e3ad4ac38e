// From the lines of a PDF to its paragraphs: what belongs together is told from gaps, indents, sizes of the font and
// the way a line ends. A word broken at the end of a line is made whole, and a paragraph that goes on in the next
// column or on the next page is one.
//
// Tested by tests/rooms/read_pdf.cpp.
#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_set>

#include "model/list_marker.h"
#include "read/extract.h"
#include "read/pdf_layout.h"
#include "read/refused.h"
#include "text/utf8.h"

namespace crosscheck {
namespace {

constexpr uint32_t kHeadingWords = 14;
constexpr float kLarger = 1.12f;  // than the body: a heading

bool ends_sentence(std::string_view text) {
  while (!text.empty()) {
    const CodePoint last = code_point_before(text, text.size());
    if (last.value == '.' || last.value == '!' || last.value == '?' || last.value == ':' || last.value == ';') return true;
    if (last.value != ')' && last.value != '"' && last.value != 0x201D && last.value != 0x2019 && last.value != ']') return false;
    text.remove_suffix(last.bytes);
  }
  return false;
}

bool starts_small(std::string_view text) { return is_lower(code_point_at(text, 0).value); }

struct Paragraph {
  uint32_t page = 0, last_page = 0;
  PlacedLine first, last;
  float gap_above = 0;  // in sizes of its font
  uint32_t lines = 0, words = 0;
  bool item = false;
  std::string text;
};

class Paragraphs {
 public:
  explicit Paragraphs(std::vector<std::vector<PlacedLine>> pages) {
    for (const auto& page : pages)
      for (const PlacedLine& line : page) note_words(line.line.text);
    breaks_words_ = has_broken_words(pages);
    leading_ = usual_leading(pages);
    for (auto& page : pages) find_wraps(page);
    for (uint32_t p = 0; p < pages.size(); ++p)
      for (const PlacedLine& line : pages[p]) add(line, p + 1);
  }
  std::vector<Paragraph> all;

 private:
  void note_words(std::string_view text) {
    for (size_t at = 0; at < text.size();) {
      const size_t begin = text.find_first_not_of(" .,;:()\"", at);
      if (begin == std::string_view::npos) return;
      const size_t end = std::min(text.find_first_of(" .,;:()\"", begin), text.size());
      if (end < text.size() || text.back() != '-') words_.emplace(text.substr(begin, end - begin));
      at = end;
    }
  }

  static bool has_broken_words(const std::vector<std::vector<PlacedLine>>& pages) {
    size_t lines = 0, broken = 0;
    for (const auto& page : pages)
      for (size_t i = 0; i + 1 < page.size(); ++i) {
        ++lines;
        broken += page[i].line.text.ends_with('-') && starts_small(page[i + 1].line.text);
      }
    return broken >= 3 && broken * 40 >= lines;
  }

  // From the top of a line to the top of the next, in sizes of the font.
  static float usual_leading(const std::vector<std::vector<PlacedLine>>& pages) {
    std::vector<float> steps;
    for (const auto& page : pages)
      for (size_t i = 0; i + 1 < page.size(); ++i) {
        const PdfLine &a = page[i].line, &b = page[i + 1].line;
        const float step = (b.top - a.top) / std::max(a.size, 1.0f);
        if (page[i].table < 0 && page[i + 1].table < 0 && step > 0.7f && step < 2.2f) steps.push_back(step);
      }
    if (steps.empty()) return 1.2f;
    // The short ones are within paragraphs, those between them are longer.
    std::nth_element(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 10), steps.end());
    return steps[steps.size() / 10];
  }

  // The line could have held the next word: someone ended it.
  static bool would_have_fit(const PlacedLine& line, const PdfLine& next) {
    return line.line.right + 0.25f * next.size + next.first_word < line.wrap - 0.3f * next.size;
  }

  // Lines close to one another are wrapped where most of them end, or else at the edge of their column.
  void find_wraps(std::vector<PlacedLine>& page) const {
    for (size_t first = 0, end = 0; first < page.size(); first = end) {
      float right = page[first].line.right;
      for (end = first + 1; end < page.size(); ++end) {
        const PdfLine &a = page[end - 1].line, &b = page[end].line;
        const float step = (b.top - a.top) / std::max(b.size, 1.0f);
        if (page[end].opens_column || page[end].table >= 0 || step <= 0 || step > leading_ * 1.3f || std::abs(a.size - b.size) > 0.08f * b.size || std::abs(a.left - b.left) > 0.5f * b.size) break;
        right = std::max(right, b.right);
      }
      size_t full = 0;
      for (size_t i = first; i + 1 < end; ++i) full += page[i].line.right > right - 0.12f * (right - page[i].line.left);
      const bool even = end - first > 1 && full * 10 >= (end - first - 1) * 6;
      for (size_t i = first; i < end; ++i) page[i].wrap = even ? right : page[i].right;
    }
  }

  bool goes_on(const Paragraph& before, const PlacedLine& line, uint32_t page) const {
    const PdfLine &a = before.last.line, &b = line.line;
    if (before.first.table >= 0 || line.table >= 0) return false;
    if (std::abs(a.size - b.size) > 0.08f * std::max(a.size, b.size)) return false;
    // "... - Drug therapy" and on the next line "- Surgery": dashes within a paragraph, no items.
    const bool dashed = b.text.starts_with("- ") && a.text.find(" - ") != std::string::npos && std::abs(a.left - b.left) < 1;
    if (marker_at(b.text).bytes > 0 && !dashed) return false;
    if (b.note) return false;
    const bool broken_word = a.text.ends_with('-') && starts_small(b.text);
    const float step = (b.top - a.top) / std::max(b.size, 1.0f);
    const bool elsewhere = page != before.last_page || line.opens_column || step <= 0;
    if (elsewhere) return broken_word || (!ends_sentence(a.text) && (starts_small(b.text) || a.text.ends_with(',')) && before.words > 3);
    if (step > leading_ * 1.3f) return broken_word;
    if (broken_word) return true;
    if (would_have_fit(before.last, b)) return false;
    const float width = line.right - line.left;
    if (before.item) return b.left > before.first.line.left + 0.3f * b.size || (before.lines > 1 && std::abs(b.left - a.left) < 1);
    if (b.left > a.left + 0.8f * b.size && a.left - line.left < 0.5f * b.size && before.lines > 1) return false;  // indented
    if (b.left > a.left + 0.8f * b.size && ends_sentence(a.text) && !starts_small(b.text)) return false;
    const bool short_line = a.right < line.left + width * 0.8f;
    if (short_line && ends_sentence(a.text) && !starts_small(b.text)) return false;
    return !(before.lines == 1 && short_line && a.right - a.left < width * 0.5f && !starts_small(b.text) && before.words <= 6);
  }

  void add(const PlacedLine& line, uint32_t page) {
    if (!all.empty() && goes_on(all.back(), line, page)) {
      join(all.back(), line);
    } else {
      Paragraph fresh;
      fresh.page = page;
      fresh.first = line;
      fresh.text = line.line.text;
      fresh.item = line.table < 0 && marker_at(line.line.text).bytes > 0;
      fresh.gap_above = all.empty() || all.back().last_page != page || line.line.top < all.back().last.line.top ? 9 : (line.line.top - all.back().last.line.top) / std::max(line.line.size, 1.0f);
      all.push_back(std::move(fresh));
    }
    Paragraph& now = all.back();
    now.last = line;
    now.last_page = page;
    now.words += line.line.words;
    ++now.lines;
  }

  // "immuno-" and "globulin" are one word, "long-" and "term" two: the rest of the document tells. Where it does not,
  // all depends on whether words are broken in this document at all; most word processors leave them whole.
  void join(Paragraph& paragraph, const PlacedLine& line) const {
    std::string& text = paragraph.text;
    const std::string& next = line.line.text;
    if (text.ends_with("\xC2\xAD")) {
      text.resize(text.size() - 2);
    } else if (text.ends_with('-') && text.size() > 1 && text[text.size() - 2] != ' ') {
      if (starts_small(next) && !keeps_hyphen(text, next)) text.pop_back();
    } else {
      text += ' ';
    }
    text += next;
  }

  bool keeps_hyphen(std::string_view before, std::string_view next) const {
    const size_t begin = before.find_last_of(" (\"") + 1;
    const std::string left(before.substr(begin, before.size() - 1 - begin));
    const std::string right(next.substr(0, next.find_first_of(" .,;:)\"")));
    if (words_.contains(left + right)) return false;
    if (words_.contains(left + "-" + right) || !breaks_words_) return true;
    static constexpr std::string_view kPrefixes[] = {"long", "short", "self", "non", "well", "low", "high", "follow"};
    if (std::find(std::begin(kPrefixes), std::end(kPrefixes), left) != std::end(kPrefixes)) return true;
    return left.find('-') != std::string::npos || (words_.contains(left) && words_.contains(right));
  }

  std::unordered_set<std::string> words_;
  bool breaks_words_ = false;
  float leading_ = 1.2f;
};

// The size of the font in which most is set.
float body_size(const std::vector<Paragraph>& paragraphs) {
  std::map<int, size_t> bytes;
  for (const Paragraph& each : paragraphs) bytes[static_cast<int>(each.first.line.size * 4)] += each.text.size();
  const auto most = std::max_element(bytes.begin(), bytes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == bytes.end() ? 10 : static_cast<float>(most->first) / 4;
}

// Levels of headings by size, the largest first.
class HeadingLevels {
 public:
  explicit HeadingLevels(float body) : body_(body) {}
  void note(float size) { sizes_[-static_cast<int>(size * 2)] = 0; }
  void number() {
    uint8_t level = 0;
    int last = -100000;
    for (auto& [size, its] : sizes_) {
      if (size - last > 1) ++level;
      last = size;
      its = std::min<uint8_t>(level, 5);
    }
  }
  uint8_t of(float size) const {
    const auto found = sizes_.find(-static_cast<int>(size * 2));
    return found == sizes_.end() ? 6 : found->second;
  }
  bool larger(float size) const { return size > body_ * kLarger; }

 private:
  float body_;
  std::map<int, uint8_t> sizes_;
};

bool may_head(const Paragraph& each) { return each.first.table < 0 && each.words <= kHeadingWords && each.lines <= 3 && !each.text.ends_with('.') && !each.text.ends_with(','); }

// Set like the body, but short, apart and without a stop, with text below it.
bool heads_text(const Paragraph& each, const Paragraph* below) {
  if (!below || !may_head(each) || each.item || each.lines > 1 || each.words > 8 || ends_sentence(each.text) || starts_small(each.text)) return false;
  if (code_point_at(each.text, 0).value == 0 || !is_upper(code_point_at(each.text, 0).value)) return false;
  return each.gap_above > 1.25f && below->first.table < 0 && below->words > 8;
}

// "1The battery": the number of a footnote that is as large as its text.
void take_number(PdfLine& line) {
  size_t digits = 0;
  while (digits < 3 && digits < line.text.size() && line.text[digits] >= '0' && line.text[digits] <= '9') ++digits;
  if (digits == 0 || digits == 3 || !is_upper(code_point_at(line.text, digits).value)) return;
  line.text.erase(0, digits);
  line.note = true;
}

// Small print below the last line of the body: footnotes. They are read after the text they interrupt.
std::vector<PlacedLine> take_notes(std::vector<PlacedLine>& lines, float body) {
  size_t end = lines.size();
  while (end > 0 && lines[end - 1].table < 0 && lines[end - 1].line.size < body * 0.93f) --end;
  for (size_t i = end; i < lines.size(); ++i) take_number(lines[i].line);
  const auto first = std::find_if(lines.begin() + static_cast<std::ptrdiff_t>(end), lines.end(), [](const PlacedLine& each) { return each.line.note; });
  std::vector<PlacedLine> notes(first, lines.end());
  lines.erase(first, lines.end());
  return notes;
}

// How deep an item lies, from where its marker stands.
class ItemLevels {
 public:
  uint8_t of(const PlacedLine& line) {
    const float left = line.line.left - line.left;
    while (!lefts_.empty() && left < lefts_.back() - 3) lefts_.pop_back();
    if (lefts_.empty() || left > lefts_.back() + 3) lefts_.push_back(left);
    return static_cast<uint8_t>(std::min<size_t>(lefts_.size(), 10) - 1);
  }
  void end() { lefts_.clear(); }

 private:
  std::vector<float> lefts_;
};

void write(const std::vector<Paragraph>& paragraphs, const HeadingLevels& levels, Extract& out) {
  uint32_t page = 0;
  ItemLevels items;
  for (size_t i = 0; i < paragraphs.size(); ++i) {
    const Paragraph& each = paragraphs[i];
    if (each.page != page) out.part("page " + std::to_string(page = each.page));
    const float size = each.first.line.size;
    Passage shape;
    if (each.first.table >= 0) {
      shape.kind = PassageKind::table_cell;
      shape.table = each.first.table;
      shape.row = each.first.row;
      shape.column = each.first.column;
      out.start_as(shape);
    } else if (levels.larger(size) && may_head(each)) {
      out.start(PassageKind::heading, levels.of(size));
    } else if (heads_text(each, i + 1 < paragraphs.size() ? &paragraphs[i + 1] : nullptr)) {
      out.start(PassageKind::heading, 6);
    } else if (each.item) {
      out.start(PassageKind::paragraph, items.of(each.first));
    } else {
      out.start();
    }
    if (!each.item) items.end();
    out.put(each.text);
    out.close();
  }
}

}  // namespace

void read_pages(std::vector<PdfPage> pages, Document& document) {
  const std::vector<std::string> heads = take_running_heads(pages);
  std::vector<std::vector<PlacedLine>> placed, notes;
  int32_t tables = 0;
  for (PdfPage& page : pages) placed.push_back(in_reading_order(std::move(page), tables));
  const float body = body_size(Paragraphs(placed).all);
  for (auto& page : placed) notes.push_back(take_notes(page, body));
  const std::vector<Paragraph> text = Paragraphs(placed).all, small = Paragraphs(notes).all;
  if (text.empty() && small.empty()) throw Refused(pages.empty() ? "has no pages" : "holds no text, only pictures: run text recognition (OCR) on it first");
  HeadingLevels levels(body);
  for (const Paragraph& each : text)
    if (levels.larger(each.first.line.size) && may_head(each)) levels.note(each.first.line.size);
  levels.number();

  Extract out(document, Extract::Source::none);
  out.find_markers();
  write(text, levels, out);
  out.stand_under(-1);
  for (const Paragraph& each : small) {
    out.part("page " + std::to_string(each.page) + ", footnote");
    out.start();
    out.put(each.text);
    out.close();
  }
  for (const std::string& head : heads) {
    out.part("running head");
    Passage shape;
    shape.kind = PassageKind::caption;
    out.start_as(shape);
    out.put(head);
    out.close();
  }
}

}  // namespace crosscheck
