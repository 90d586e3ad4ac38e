// Tested by tests/rooms/read.cpp.
#include "read/read.h"

#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>

#include "read/directives.h"
#include "text/encoding.h"

namespace crosscheck {
namespace {

std::string hash_of(const std::string& bytes) {
  char out[17];
  std::snprintf(out, sizeof out, "%016llx", static_cast<unsigned long long>(XXH3_64bits(bytes.data(), bytes.size())));
  return out;
}

// The bytes of a document, or why there are none.
std::optional<std::string> load(const DocumentInput& input, std::string& why) {
  if (input.bytes) return input.bytes;
  std::error_code error;
  if (std::filesystem::is_directory(input.path, error)) {
    why = "is a folder";
    return std::nullopt;
  }
  errno = 0;
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(input.path.c_str(), "rb"), std::fclose);
  std::string bytes;
  for (size_t got = 1; file && got > 0 && bytes.size() <= kLargestDocument;) {
    const size_t before = bytes.size();
    bytes.resize(std::min(before + std::max<size_t>(before, 65536), kLargestDocument + 1));
    got = std::fread(bytes.data() + before, 1, bytes.size() - before, file.get());
    bytes.resize(before + got);
  }
  if (!file || std::ferror(file.get())) {
    why = std::string("cannot be read: ") + std::strerror(errno);
    return std::nullopt;
  }
  return bytes;
}

void read_document(const DocumentInput& wanted, Collection& texts, std::vector<Trouble>& trouble) {
  const std::string shown = as_utf8(wanted.path.empty() ? wanted.name : wanted.path);
  const auto refuse = [&](const std::string& why) { trouble.push_back({shown, TroubleKind::error, why}); };
  std::string why;
  const std::optional<std::string> bytes = load(wanted, why);
  if (!bytes) return refuse(why);
  if (bytes->size() > kLargestDocument) return refuse("is larger than 16 MB: split it, or leave it out with exclude:");
  Decoded decoded = decode(*bytes);
  if (decoded.binary) return refuse("is no text file: leave it out with exclude:, or save it as text");
  Document document;
  document.name = wanted.name;
  document.path = wanted.path;
  document.encoding = decoded.encoding;
  document.hash = hash_of(*bytes);
  document.text = std::move(decoded.text);
  std::vector<Trouble> notes;
  if (!decoded.note.empty()) notes.push_back({"", TroubleKind::note, decoded.note});
  document.format = wanted.format.value_or(format_of(wanted.name));
  const std::vector<Span> comments = document.format == Format::markdown ? read_markdown(document, notes)
                                     : document.format == Format::html   ? read_html(document, notes)
                                                                         : read_plain(document);
  apply_directives(document, comments, notes);
  for (Trouble& note : notes) trouble.push_back({shown, note.kind, std::move(note.message)});
  texts.documents.push_back(std::move(document));
}

}  // namespace

Format format_of(const std::string& name) {
  std::string extension = std::filesystem::path(name).extension().string();
  for (char& c : extension) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  if (extension == ".md" || extension == ".markdown") return Format::markdown;
  if (extension == ".html" || extension == ".htm" || extension == ".xhtml") return Format::html;
  return Format::plain;
}

// Text that is nothing but text stays the file itself; only instructions to crosscheck are cut out.
std::vector<Span> read_plain(Document& document) {
  document.format = Format::plain;
  const std::vector<Span> directives = find_directives(document.text);
  if (directives.empty()) return directives;
  document.source = std::move(document.text);
  document.text.clear();
  uint32_t at = 0;
  const auto copy = [&](uint32_t end) {
    document.map.add(static_cast<uint32_t>(document.text.size()), end - at, {at, end});
    document.text.append(document.source, at, end - at);
  };
  for (const Span directive : directives) {
    const bool blank_before = directive.begin > at && document.source[directive.begin - 1] == ' ';
    const bool blank_after = directive.end == document.source.size() || document.source[directive.end] <= ' ';
    copy(directive.begin - (blank_before && blank_after));
    at = directive.end;
  }
  copy(static_cast<uint32_t>(document.source.size()));
  return directives;
}

void read(const SetInput& input, Collection& texts, std::vector<Trouble>& trouble) {
  for (const DocumentInput& wanted : input.documents) read_document(wanted, texts, trouble);
  std::stable_sort(texts.documents.begin(), texts.documents.end(), [](const Document& a, const Document& b) { return a.name < b.name; });
}

}  // namespace crosscheck
