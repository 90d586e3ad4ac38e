// E-books: the chapters in the order of the spine, each an XHTML page for the HTML reader. Only the text counts
// here, so the pages are laid end to end and the places index what comes out.
//
// XHTML says "<p/>" for an empty paragraph, which HTML takes for an open one; such tags are closed first.
//
// Tested by tests/rooms/read_epub.cpp.
#include <algorithm>
#include <map>
#include <unordered_set>

#include "read/extract.h"
#include "read/read.h"
#include "read/refused.h"
#include "read/xml_reader.h"
#include "read/zip_file.h"
#include "text/encoding.h"

namespace crosscheck {
namespace {

const XmlVocabularies kNoVocabularies;

// The elements of a small file, one after the other.
class Elements : public XmlListener {
 public:
  Elements(ZipFile& zip, const std::string& part, std::function<void(const XmlElement&)> take) : take_(std::move(take)) {
    XmlParser parser(*this, kNoVocabularies, part);
    zip.unpack(part, [&](std::string_view piece) { parser.feed(piece); });
    parser.finish();
  }
  void start(const XmlElement& element) override { take_(element); }
  void end(std::string_view) override {}
  void text(std::string_view) override {}

 private:
  std::function<void(const XmlElement&)> take_;
};

std::string percent_decoded(std::string_view path) {
  const auto digit = [](char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1; };
  std::string out;
  for (size_t i = 0; i < path.size() && path[i] != '#'; ++i) {
    if (path[i] == '%' && i + 2 < path.size() && digit(path[i + 1]) >= 0 && digit(path[i + 2]) >= 0) {
      out += static_cast<char>(digit(path[i + 1]) * 16 + digit(path[i + 2]));
      i += 2;
    } else {
      out += path[i];
    }
  }
  return out;
}

// What stands in <body>, with "<p/>" made "<p></p>".
std::string as_html(std::string_view page) {
  const size_t body = page.find("<body");
  if (body != std::string_view::npos) page.remove_prefix(body);
  static const std::unordered_set<std::string_view> kVoid = {"br", "hr", "img", "input", "meta", "link", "col", "area"};
  std::string out;
  out.reserve(page.size());
  for (size_t at = 0; at < page.size();) {
    const size_t open = std::min(page.find('<', at), page.size());
    out.append(page, at, open - at);
    if (open == page.size()) break;
    const size_t close = page.find('>', open);
    if (close == std::string_view::npos) break;
    std::string_view tag = page.substr(open, close + 1 - open);
    const size_t name_end = std::min(tag.find_first_of(" \t\r\n/>", 1), tag.size());
    const std::string_view name = tag.substr(1, name_end - 1);
    if (tag.ends_with("/>") && !name.empty() && !kVoid.contains(name)) {
      out.append(tag.substr(0, tag.size() - 2)).append("></").append(name).append(">");
    } else {
      out.append(tag);
    }
    at = close + 1;
  }
  return out + "\n";
}

std::string package_of(ZipFile& zip) {
  std::string package;
  if (zip.has("META-INF/container.xml"))
    Elements(zip, "META-INF/container.xml", [&](const XmlElement& element) {
      if (element.name.ends_with("rootfile") && package.empty()) package = part_path("", percent_decoded(element["full-path"]));
    });
  if (package.empty() || !zip.has(package)) throw Refused("holds no e-book: its list of contents is missing");
  return package;
}

// The chapters, in reading order.
std::vector<std::string> spine_of(ZipFile& zip, const std::string& package) {
  const size_t slash = package.rfind('/');
  const std::string folder = slash == std::string::npos ? "" : package.substr(0, slash);
  struct Part {
    std::string path;
    bool page = false, contents = false;
  };
  std::map<std::string, Part> parts;
  std::vector<std::string> spine;
  Elements(zip, package, [&](const XmlElement& element) {
    if (element.name == "item") {
      const std::string_view type = element["media-type"];
      parts[std::string(element["id"])] = {part_path(folder, percent_decoded(element["href"])), type == "application/xhtml+xml" || type == "text/html", element["properties"].find("nav") != std::string_view::npos};
    } else if (element.name == "itemref" && spine.size() < 5000) {
      const auto part = parts.find(std::string(element["idref"]));
      if (part != parts.end() && part->second.page && !part->second.contents) spine.push_back(part->second.path);
    }
  });
  return spine;
}

// Fonts may be scrambled; chapters that are cannot be read.
void refuse_locked(ZipFile& zip, const std::vector<std::string>& spine) {
  if (!zip.has("META-INF/encryption.xml")) return;
  Elements(zip, "META-INF/encryption.xml", [&](const XmlElement& element) {
    const std::string locked = part_path("", percent_decoded(element["URI"]));
    if (std::find(spine.begin(), spine.end(), locked) != spine.end()) throw Refused("is locked by its shop (DRM): ask for a copy without");
  });
}

}  // namespace

void read_epub(const std::string& bytes, Document& document, std::vector<Trouble>& notes) {
  ZipFile zip(bytes);
  const std::vector<std::string> spine = spine_of(zip, package_of(zip));
  refuse_locked(zip, spine);
  std::vector<Span> chapters;
  std::unordered_set<std::string> read;
  for (const std::string& chapter : spine) {
    if (!read.insert(chapter).second) continue;
    if (!zip.has(chapter)) {
      notes.push_back({"", TroubleKind::note, "its chapter " + chapter + " is missing"});
      continue;
    }
    const auto begin = static_cast<uint32_t>(document.text.size());
    document.text += as_html(decode(zip.text_of(chapter)).text);
    if (document.text.size() > kLargestDocument) throw Refused("holds more than 16 MB of pages: split it, or leave it out with exclude:");
    chapters.push_back({begin, static_cast<uint32_t>(document.text.size())});
  }
  if (chapters.empty()) throw Refused("holds no chapter that can be read");
  Extract out(document);
  for (const Span chapter : chapters) extract_html(chapter, out, notes);
  out.close();
  document.source.clear();
  document.map = {};
}

}  // namespace crosscheck
