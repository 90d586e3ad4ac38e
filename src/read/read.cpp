// Tested by tests/rooms/read.cpp.
#include "read/read.h"

#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>

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
  const auto size = std::filesystem::file_size(input.path, error);
  if (error) {
    why = "cannot be read: " + error.message();
    return std::nullopt;
  }
  if (size > kLargestDocument) {
    why = "is larger than 16 MB: split it, or leave it out with exclude:";
    return std::nullopt;
  }
  std::ifstream in(input.path, std::ios::binary);
  std::string bytes(size, '\0');
  if (!in || !in.read(bytes.data(), static_cast<std::streamsize>(size))) {
    why = std::string("cannot be read: ") + std::strerror(errno);
    return std::nullopt;
  }
  return bytes;
}

}  // namespace

void read_plain(Document& document) { document.format = Format::plain; }

void read(const SetInput& input, Collection& texts, std::vector<Trouble>& trouble) {
  for (const DocumentInput& wanted : input.documents) {
    const std::string shown = wanted.path.empty() ? wanted.name : wanted.path;
    std::string why;
    std::optional<std::string> bytes = load(wanted, why);
    if (bytes && bytes->size() > kLargestDocument) why = "is larger than 16 MB: split it", bytes.reset();
    if (!bytes) {
      trouble.push_back({shown, TroubleKind::error, why});
      continue;
    }
    Decoded decoded = decode(*bytes);
    if (decoded.binary) {
      trouble.push_back({shown, TroubleKind::error, "is no text file"});
      continue;
    }
    if (!decoded.note.empty()) trouble.push_back({shown, TroubleKind::note, decoded.note});
    Document document;
    document.name = wanted.name;
    document.path = wanted.path;
    document.encoding = decoded.encoding;
    document.hash = hash_of(*bytes);
    document.text = std::move(decoded.text);
    read_plain(document);
    texts.documents.push_back(std::move(document));
  }
  std::stable_sort(texts.documents.begin(), texts.documents.end(), [](const Document& a, const Document& b) { return a.name < b.name; });
}

}  // namespace crosscheck
