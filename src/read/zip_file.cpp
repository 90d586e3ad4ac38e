// Tested by tests/rooms/read_parts.cpp and tests/hostile/.
#include "read/zip_file.h"

#include <zip.h>

#include "read/refused.h"

namespace crosscheck {
namespace {

constexpr zip_int64_t kMostParts = 20000;
constexpr uint64_t kLargestPart = 64u << 20;
constexpr uint64_t kLargestWhole = 128u << 20;

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

[[noreturn]] void refuse(int code) {
  switch (code) {
    case ZIP_ER_NOPASSWD:
    case ZIP_ER_WRONGPASSWD:
    case ZIP_ER_ENCRNOTSUPP: throw Refused("is protected by a password: save it without one");
    case ZIP_ER_CRC: throw Refused("is damaged: what it holds does not fit its checksum");
    case ZIP_ER_COMPNOTSUPP: throw Refused("is compressed in a way that is not read: save it anew");
    case ZIP_ER_MEMORY: throw Refused("is too large to unpack");
    default: throw Refused("is damaged or cut short: its parts cannot be unpacked");
  }
}

}  // namespace

ZipFile::ZipFile(const std::string& bytes) : zip_(nullptr, zip_discard) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source) zip_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
  if (source && !zip_) zip_source_free(source);
  zip_error_fini(&error);
  if (!zip_) throw Refused("is damaged or cut short: its list of parts cannot be read");
  if (zip_get_num_entries(zip_.get(), 0) > kMostParts) throw Refused("has more than " + std::to_string(kMostParts) + " parts, which no document has");
}

int64_t ZipFile::index_of(const std::string& name) const {
  const zip_int64_t found = zip_name_locate(zip_.get(), name.c_str(), 0);
  return found >= 0 ? found : zip_name_locate(zip_.get(), name.c_str(), ZIP_FL_NOCASE);
}

std::vector<std::string> ZipFile::names() const {
  std::vector<std::string> names;
  const zip_int64_t count = zip_get_num_entries(zip_.get(), 0);
  for (zip_int64_t i = 0; i < count; ++i)
    if (const char* name = zip_get_name(zip_.get(), static_cast<zip_uint64_t>(i), 0)) names.emplace_back(name);
  return names;
}

void ZipFile::unpack(const std::string& name, const std::function<void(std::string_view)>& take) {
  const int64_t index = index_of(name);
  if (index < 0) throw Refused("is incomplete: its part " + name + " is missing");
  const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(zip_.get(), static_cast<zip_uint64_t>(index), 0));
  if (!file) refuse(zip_error_code_zip(zip_get_error(zip_.get())));
  std::string piece(65536, '\0');
  uint64_t size = 0;
  while (true) {
    const zip_int64_t got = zip_fread(file.get(), piece.data(), piece.size());
    if (got < 0) refuse(zip_error_code_zip(zip_file_get_error(file.get())));
    if (got == 0) return;
    size += static_cast<uint64_t>(got);
    unpacked_ += static_cast<uint64_t>(got);
    if (size > kLargestPart || unpacked_ > kLargestWhole) throw Refused("unpacks to more than " + std::to_string((size > kLargestPart ? kLargestPart : kLargestWhole) >> 20) + " MB: split it, or leave it out with exclude:");
    take(std::string_view(piece).substr(0, static_cast<size_t>(got)));
  }
}

std::string ZipFile::text_of(const std::string& name) {
  std::string text;
  unpack(name, [&](std::string_view piece) { text += piece; });
  return text;
}

std::string ZipFile::start_of(const std::string& name, size_t bytes) {
  const int64_t index = index_of(name);
  if (index < 0) return "";
  const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(zip_.get(), static_cast<zip_uint64_t>(index), 0));
  std::string start(bytes, '\0');
  const zip_int64_t got = file ? zip_fread(file.get(), start.data(), start.size()) : 0;
  start.resize(got > 0 ? static_cast<size_t>(got) : 0);
  return start;
}

std::string part_path(std::string_view from_folder, std::string_view target) {
  std::vector<std::string_view> steps;
  const auto add = [&](std::string_view path) {
    for (size_t at = 0; at <= path.size();) {
      const size_t end = std::min(path.find('/', at), path.size());
      const std::string_view step = path.substr(at, end - at);
      if (step == ".." && !steps.empty()) steps.pop_back();
      else if (!step.empty() && step != "." && step != "..") steps.push_back(step);
      at = end + 1;
    }
  };
  if (!target.starts_with('/')) add(from_folder);
  add(target);
  std::string path;
  for (const std::string_view step : steps) path.append(path.empty() ? "" : "/").append(step);
  return path;
}

}  // namespace crosscheck
