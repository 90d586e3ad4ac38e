// pdftotext writes XHTML, one element a line; control characters of broken fonts stand in it as they are, so it is
// read line by line rather than by an XML parser.
//
// A smaller word that stands higher than its line is raised: "10" + "9" is 10⁹, "m" + "2" is m², a number after a
// word leads to a footnote and is left out.
//
// Tested by tests/rooms/read_pdf.cpp.
#include "read/pdf_page.h"

#include <algorithm>
#include <charconv>

#include "read/read.h"
#include "read/refused.h"
#include "text/encoding.h"
#include "text/utf8.h"

namespace crosscheck {
namespace {

constexpr size_t kMostLines = 400000;

float number_after(std::string_view line, std::string_view name) {
  const size_t at = line.find(name);
  float value = 0;
  if (at != std::string_view::npos) std::from_chars(line.data() + at + name.size(), line.data() + line.size(), value);
  return value > -1e6f && value < 1e6f ? value : 0;
}

// Entities, ligatures, bullets of symbol fonts; what is no character is dropped.
std::string cleaned(std::string_view bytes) {
  static constexpr std::pair<std::string_view, char> kEntities[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}, {"&#39;", '\''}};
  static constexpr const char* kLigatures[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
  const std::string raw = as_utf8(bytes);
  std::string out;
  for (size_t at = 0; at < raw.size();) {
    const auto entity = std::find_if(std::begin(kEntities), std::end(kEntities), [&](const auto& each) { return raw.compare(at, each.first.size(), each.first) == 0; });
    if (entity != std::end(kEntities)) {
      out += entity->second;
      at += entity->first.size();
      continue;
    }
    const CodePoint c = code_point_at(raw, at);
    at += std::max<size_t>(c.bytes, 1);
    if (c.value >= 0xFB00 && c.value <= 0xFB06) out += kLigatures[c.value - 0xFB00];
    else if (c.value == 0xF0B7 || c.value == 0xF0A7 || c.value == 0xF076) append_utf8(out, U'•');
    else if (c.value == 0x2010 || c.value == 0x2011) out += '-';
    else if (c.value >= 0x20 && c.value != 0x7F && c.value != 0xFFFD && (c.value < 0xE000 || c.value > 0xF8FF) && c.value != 0xFEFF) append_utf8(out, c.value);
  }
  return out;
}

bool all_digits(std::string_view text) { return !text.empty() && text.find_first_not_of("0123456789,*") == std::string_view::npos; }

std::string raised_digits(std::string_view digits) {
  static constexpr char32_t kRaised[] = U"⁰¹²³⁴⁵⁶⁷⁸⁹";
  std::string out;
  for (const char c : digits)
    if (c >= '0' && c <= '9') append_utf8(out, kRaised[c - '0']);
  return out;
}

// After these a raised number is a power: "10", "m", "kg/m", "mm".
bool takes_power(std::string_view before) {
  if (before.empty()) return false;
  const char last = before.back();
  if (last >= '0' && last <= '9') return true;
  if (last != 'm') return false;
  const size_t start = before.find_last_of(" /") + 1;
  return before.size() - start <= 2;
}

}  // namespace

void PdfPages::end_line() {
  if (words_.empty() || pages.empty()) return;
  if (++lines_ > kMostLines) throw Refused("has more than " + std::to_string(kMostLines) + " lines: split it, or leave it out with exclude:");
  std::vector<float> sizes;
  PdfLine line;
  line.left = words_.front().left;
  line.top = words_.front().top;
  for (const Word& word : words_) {
    for (size_t i = 0; i < std::min<size_t>(word.text.size(), 40); ++i) sizes.push_back(word.size());
    line.left = std::min(line.left, word.left);
    line.right = std::max(line.right, word.right);
    line.top = std::min(line.top, word.top);
    line.bottom = std::max(line.bottom, word.bottom);
  }
  std::nth_element(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2), sizes.end());
  line.size = sizes[sizes.size() / 2];
  const Word* before = nullptr;
  for (const Word& word : words_) {
    const bool raised = word.size() < line.size * 0.85f && word.bottom < line.bottom - line.size * 0.15f;
    if (raised && all_digits(word.text)) {
      if (line.text.empty()) line.note = true;
      else if (takes_power(line.text)) line.text += raised_digits(word.text);
      before = &word;
      continue;
    }
    if (before && !line.text.empty() && word.left - before->right > line.size * 0.06f) line.text += ' ';
    line.text += word.text;
    if (line.words == 0) line.first_word = word.right - word.left;
    ++line.words;
    before = &word;
  }
  words_.clear();
  if (line.text.empty()) return;
  bytes_ += line.text.size();
  if (bytes_ > kLargestDocument) throw Refused("holds more than 16 MB of text: split it, or leave it out with exclude:");
  pages.back().lines.push_back(std::move(line));
}

void PdfPages::line(std::string_view line) {
  while (!line.empty() && line.front() == ' ') line.remove_prefix(1);
  if (line.starts_with("<word ")) {
    const size_t open = line.find('>'), close = line.rfind("</word>");
    if (open == std::string_view::npos || close == std::string_view::npos || close <= open) return;
    const std::string_view attributes = line.substr(0, open);
    Word word{number_after(attributes, "xMin=\""), number_after(attributes, "yMin=\""), number_after(attributes, "xMax=\""), number_after(attributes, "yMax=\""), cleaned(line.substr(open + 1, close - open - 1))};
    if (!word.text.empty() && words_.size() < 10000) words_.push_back(std::move(word));
  } else if (line.starts_with("<page ")) {
    PdfPage page;
    page.width = number_after(line, "width=\"");
    page.height = number_after(line, "height=\"");
    pages.push_back(std::move(page));
  } else if (line.starts_with("<line") || line.starts_with("</line")) {
    end_line();
  }
}

void PdfPages::take(std::string_view piece) {
  rest_ += piece;
  size_t at = 0;
  for (size_t end = rest_.find('\n'); end != std::string::npos; end = rest_.find('\n', at)) {
    line(std::string_view(rest_).substr(at, end - at));
    at = end + 1;
  }
  rest_.erase(0, at);
  if (rest_.size() > (1u << 20)) rest_.clear();
}

}  // namespace crosscheck
