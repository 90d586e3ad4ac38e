// Tested by tests/rooms/read_parts.cpp and tests/hostile/.
#include "read/kind.h"

#include <algorithm>

#include "read/zip_file.h"

namespace crosscheck {
namespace {

constexpr size_t kHead = 4096;

constexpr const char* kOldWord = "is an old Word file (.doc): open it and save it as .docx";
constexpr const char* kSheet = "is a spreadsheet, which is not read: copy the cells that hold text into a document";
constexpr const char* kSlides = "is a presentation, which is not read: save it as PDF, or its outline as .docx";
constexpr const char* kPicture = "is a picture, which is not read: run text recognition (OCR) and save the text";
constexpr const char* kArchive = "is an archive: unpack it and name the folder";
constexpr const char* kPages = "is a Pages file: export it from Pages as Word (.docx) or PDF";
constexpr const char* kEbook = "is an e-book of a kind that is not read: convert it to EPUB";
constexpr const char* kWriter = "is of an old word processor: open it in LibreOffice and save it as .docx or .odt";

struct Advice {
  std::string_view extensions, words;
};

constexpr Advice kAdvice[] = {
    {".doc .dot ", kOldWord},
    {".xls .xlsx .xlsm .ods .numbers ", kSheet},
    {".ppt .pptx .pps .ppsx .odp .key ", kSlides},
    {".pages ", kPages},
    {".wpd .wps .sxw .abw .hwp .lwp ", kWriter},
    {".mobi .azw .azw3 .fb2 .djvu .xps ", kEbook},
    {".mht .mhtml .webarchive ", "is a saved web page in one file: save it as HTML only"},
    {".tex .rst .adoc .org .textile ", "is markup of a kind that is not read: convert it to HTML or Markdown, or say --input text"},
    {".indd .idml .pub .qxd .fm ", "is a layout file: export it as PDF"},
};

// Of these nobody expects to be read, so a folder that holds them is not told of.
constexpr Advice kQuietAdvice[] = {
    {".png .jpg .jpeg .gif .bmp .tif .tiff .webp .heic .svg ", kPicture},
    {".zip .rar .7z .gz .tgz .tar .bz2 .xz ", kArchive},
};

Kind zip_kind(const std::string& bytes) {
  ZipFile zip(bytes);
  const std::string type = zip.start_of("mimetype", 200);
  if (type.starts_with("application/epub+zip") || zip.has("META-INF/container.xml")) return {Format::epub, ""};
  if (type.starts_with("application/vnd.oasis.opendocument.text")) return {Format::odt, ""};
  if (type.starts_with("application/vnd.oasis.opendocument.spreadsheet")) return {std::nullopt, kSheet};
  if (type.starts_with("application/vnd.oasis.opendocument.presentation")) return {std::nullopt, kSlides};
  if (type.starts_with("application/vnd.sun.xml.writer")) return {std::nullopt, kWriter};
  if (zip.has("xl/workbook.xml") || zip.has("xl/workbook.bin")) return {std::nullopt, kSheet};
  if (zip.has("ppt/presentation.xml")) return {std::nullopt, kSlides};
  if (zip.has("Index/Document.iwa") || zip.has("Index.zip")) return {std::nullopt, kPages};
  if (zip.has("[Content_Types].xml") || zip.has("word/document.xml")) return {Format::docx, ""};
  if (zip.has("content.xml")) return {Format::odt, ""};
  return {std::nullopt, kArchive};
}

// The old container of Microsoft: Word up to 2003, and everything that is encrypted since. Names in it are UTF-16.
Kind compound_kind(std::string_view bytes) {
  const auto holds = [&](std::string_view name) {
    std::string wide;
    for (const char c : name) wide.append(1, c).append(1, '\0');
    return bytes.find(wide) != std::string_view::npos;
  };
  if (holds("EncryptedPackage")) return {std::nullopt, "is protected by a password: save it without one"};
  if (holds("Workbook")) return {std::nullopt, kSheet};
  if (holds("PowerPoint Document")) return {std::nullopt, kSlides};
  return {std::nullopt, kOldWord};
}

bool is_picture(std::string_view head) {
  using namespace std::literals;
  return head.starts_with("\x89PNG") || head.starts_with("\xFF\xD8\xFF") || head.starts_with("GIF8") || head.starts_with("II*\0"sv) || head.starts_with("MM\0*"sv) || (head.starts_with("RIFF") && head.substr(0, 16).find("WEBP") != std::string_view::npos);
}

bool is_archive(std::string_view head) { return head.starts_with("\x1F\x8B") || head.starts_with("Rar!") || head.starts_with("7z\xBC\xAF") || head.starts_with("BZh") || head.starts_with("\xFD" "7zXZ"); }

std::string_view trimmed(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  while (!head.empty() && (head.front() == ' ' || head.front() == '\n' || head.front() == '\r' || head.front() == '\t')) head.remove_prefix(1);
  return head;
}

std::optional<Format> text_kind(std::string_view head) {
  head = trimmed(head);
  if (head.starts_with("{\\rtf")) return Format::rtf;
  if (!head.starts_with("<?xml") && !head.starts_with("<document") && !head.starts_with("<office:document")) return std::nullopt;
  const std::string_view start = head.substr(0, kHead);
  if (start.find("<document") != std::string_view::npos && start.find("urn:hl7-org:v3") != std::string_view::npos) return Format::spl;
  if (start.find("<office:document") != std::string_view::npos && start.find("opendocument.text") != std::string_view::npos) return Format::odt;
  if (start.find("http://www.w3.org/1999/xhtml") != std::string_view::npos) return Format::html;
  return std::nullopt;
}

}  // namespace

Kind kind_of(const std::string& bytes) {
  const std::string_view head = std::string_view(bytes).substr(0, kHead);
  if (head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06")) return zip_kind(bytes);
  if (trimmed(head).starts_with("%PDF-")) return {Format::pdf, ""};
  if (head.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return compound_kind(bytes);
  if (is_picture(head)) return {std::nullopt, kPicture};
  if (is_archive(head)) return {std::nullopt, kArchive};
  return {text_kind(head), ""};
}

Unread unread_type(std::string_view extension) {
  const std::string wanted = std::string(extension) + " ";
  for (const Advice& advice : kAdvice)
    if (advice.extensions.find(wanted) != std::string_view::npos) return {std::string(advice.words), true};
  for (const Advice& advice : kQuietAdvice)
    if (advice.extensions.find(wanted) != std::string_view::npos) return {std::string(advice.words), false};
  return {};
}

bool names_container(std::string_view extension) {
  constexpr std::string_view kContainers = ".docx .docm .dotx .odt .ott .fodt .epub .pdf .rtf ";
  return extension.size() > 1 && kContainers.find(std::string(extension) + " ") != std::string_view::npos;
}

bool starts_like_document(std::string_view head) { return head.starts_with("PK\x03\x04") || head.starts_with("%PDF-") || text_kind(head).has_value(); }

}  // namespace crosscheck
