// Bytes to Documents. One file a format; each reader fills text, source map and, for markup, passages.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/document.h"
#include "model/report.h"

namespace crosscheck {

// A document before it is read: a file, or bytes that came another way (NDJSON, standard input).
struct DocumentInput {
  std::string name;  // within its set
  std::string path;  // "" when there is no file
  std::optional<std::string> bytes;
  std::optional<Format> format = std::nullopt;  // as the user named it; else told from the name
  bool visiting = false;  // the approved text of another folder
};

struct SetInput {
  std::string id;
  std::vector<DocumentInput> documents;
  std::string folder = {};  // where its configuration is looked for
};

// Larger documents are refused with a message: no leaflet is, and it keeps memory bounded. It is the text that
// counts: a file with pictures in it (docx, PDF) may be larger.
constexpr size_t kLargestDocument = 16u << 20;
constexpr size_t kLargestFile = 64u << 20;

// Reads every document that can be read into `texts`, by name; the others leave a Trouble each.
void read(const SetInput& input, Collection& texts, std::vector<Trouble>& trouble);

// The format a file's name tells; plain text when it tells none.
Format format_of(const std::string& name);

// The readers. `document.text` holds the decoded file when they start. Each returns the comments of the markup,
// as places in the source: they may hold instructions (directives.h). Notes need no document named.
std::vector<Span> read_plain(Document& document);
std::vector<Span> read_markdown(Document& document, std::vector<Trouble>& notes);
std::vector<Span> read_html(Document& document, std::vector<Trouble>& notes);


// Readers of files that are no text: `document.text` is empty when they start and holds the extracted text
// afterwards. They throw Refused (refused.h).
void read_docx(const std::string& bytes, Document& document, std::vector<Trouble>& notes);
void read_odt(const std::string& bytes, Document& document, std::vector<Trouble>& notes);
void read_epub(const std::string& bytes, Document& document, std::vector<Trouble>& notes);
void read_pdf(const std::string& bytes, Document& document, std::vector<Trouble>& notes);
// Text with markup, as above; places point into the file. They throw Refused, too.
void read_flat_odt(Document& document);
void read_rtf(Document& document, std::vector<Trouble>& notes);
void read_spl(Document& document);

class Extract;
// HTML within a document of another format.
void extract_html(Span range, Extract& out, std::vector<Trouble>& notes);

}  // namespace crosscheck
