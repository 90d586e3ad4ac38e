// Tested by tests/rooms/read.cpp.
#include "read/read.h"

#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <new>

#include "read/directives.h"
#include "read/kind.h"
#include "read/refused.h"
#include "text/encoding.h"

namespace crosscheck {
namespace {

std::string hash_of(const std::string& bytes) {
  char out[17];
  std::snprintf(out, sizeof out, "%016llx", static_cast<unsigned long long>(XXH3_64bits(bytes.data(), bytes.size())));
  return out;
}

// How large a file that starts like this may be: pictures do not count.
size_t largest(std::string_view bytes) { return bytes.starts_with("PK") || bytes.starts_with("%PDF-") ? kLargestFile : kLargestDocument; }

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
  for (size_t got = 1; file && got > 0 && bytes.size() <= largest(bytes);) {
    const size_t before = bytes.size();
    bytes.resize(std::min(before + std::max<size_t>(before, 65536), largest(bytes) + 1));
    got = std::fread(bytes.data() + before, 1, bytes.size() - before, file.get());
    bytes.resize(before + got);
  }
  if (!file || std::ferror(file.get())) {
    why = std::string("cannot be read: ") + std::strerror(errno);
    return std::nullopt;
  }
  return bytes;
}

std::string extension_of(const std::string& name) {
  std::string extension = std::filesystem::path(name).extension().string();
  for (char& c : extension) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return extension;
}

// The format, from what the user says, the bytes and the name, in that order.
Format settle_format(const DocumentInput& wanted, const std::string& bytes) {
  if (wanted.format) return *wanted.format;
  const Kind kind = kind_of(bytes);
  if (!kind.unread.empty()) throw Refused(kind.unread);
  if (kind.format) return *kind.format;
  const std::string extension = extension_of(wanted.name);
  if (bytes.empty() && names_container(extension)) throw Refused("is empty");
  if (extension == ".pdf" && bytes.substr(0, 1024).find("%PDF-") != std::string::npos) return Format::pdf;
  if (names_container(extension)) throw Refused("is named " + extension + ", and is no such file or damaged: open it and save it anew");
  if (extension == ".xml") throw Refused("is XML of a kind that is not read: only drug labels (SPL) are; convert it to HTML or text");
  return format_of(wanted.name);
}

// Text files, the markup among them.
void read_text(const std::string& bytes, Document& document, std::vector<Trouble>& notes) {
  Decoded decoded = decode(bytes);
  if (decoded.binary) throw Refused("is no text file: leave it out with exclude:, or save it as text");
  document.encoding = decoded.encoding;
  document.text = std::move(decoded.text);
  if (!decoded.note.empty() && document.format != Format::rtf) notes.push_back({"", TroubleKind::note, decoded.note});
  std::vector<Span> comments;
  switch (document.format) {
    case Format::markdown: comments = read_markdown(document, notes); break;
    case Format::html: comments = read_html(document, notes); break;
    case Format::rtf: read_rtf(document, notes); break;
    case Format::spl: read_spl(document); break;
    case Format::odt: read_flat_odt(document); break;
    default: comments = read_plain(document); break;
  }
  apply_directives(document, comments, notes);
}

void read_bytes(const std::string& bytes, Document& document, std::vector<Trouble>& notes) {
  const bool zip = bytes.starts_with("PK");
  switch (document.format) {
    case Format::docx: read_docx(bytes, document, notes); break;
    case Format::epub: read_epub(bytes, document, notes); break;
    case Format::pdf: read_pdf(bytes, document, notes); break;
    case Format::odt:
      if (zip) {
        read_odt(bytes, document, notes);
        break;
      }
      [[fallthrough]];
    default:
      return read_text(bytes, document, notes);
  }
  apply_directives(document, {}, notes);
}

void read_document(const DocumentInput& wanted, Collection& texts, std::vector<Trouble>& trouble) {
  const std::string shown = as_utf8(wanted.path.empty() ? wanted.name : wanted.path);
  const auto refuse = [&](const std::string& why) { trouble.push_back({shown, TroubleKind::error, why}); };
  std::string why;
  const std::optional<std::string> bytes = load(wanted, why);
  if (!bytes) return refuse(why);
  if (bytes->size() > largest(*bytes)) return refuse("is larger than " + std::to_string(largest(*bytes) >> 20) + " MB: split it, or leave it out with exclude:");
  Document document;
  document.name = wanted.name;
  document.path = wanted.path;
  document.hash = hash_of(*bytes);
  std::vector<Trouble> notes;
  try {
    document.format = settle_format(wanted, *bytes);
    read_bytes(*bytes, document, notes);
  } catch (const Refused& refused) {
    return refuse(refused.what());
  } catch (const std::bad_alloc&) {
    return refuse("is too large for the memory there is: split it, or leave it out with exclude:");
  }
  for (Trouble& note : notes) trouble.push_back({shown, note.kind, std::move(note.message)});
  texts.documents.push_back(std::move(document));
}

}  // namespace

Format format_of(const std::string& name) {
  const std::string extension = extension_of(name);
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
