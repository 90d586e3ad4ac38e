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
};

struct SetInput {
  std::string id;
  std::vector<DocumentInput> documents;
};

// Larger documents are refused with a message: no leaflet is, and it keeps memory bounded.
constexpr size_t kLargestDocument = 16u << 20;

// Reads every document that can be read into `texts`, by name; the others leave a Trouble each.
void read(const SetInput& input, Collection& texts, std::vector<Trouble>& trouble);

// The readers. `document.text` holds the decoded file when they start.
void read_plain(Document& document);

}  // namespace crosscheck
