// Tested by tests/rooms/table_file.cpp.
#include "rulebook/table_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <cstdio>
#include <cstring>
#include <fstream>
#include <stdexcept>
#include <utility>

namespace crosscheck {
namespace {

struct Header {
  char magic[8];
  uint32_t version;
  uint32_t zero;
  uint64_t size;
  uint64_t checksum;
};
static_assert(sizeof(Header) == 32);

constexpr size_t kLargePage = size_t{2} << 20;

Header header_of(std::string_view magic, uint32_t version, std::string_view bytes) {
  Header header{};
  std::memcpy(header.magic, magic.data(), std::min(magic.size(), sizeof header.magic));
  header.version = version;
  header.size = bytes.size();
  header.checksum = XXH3_64bits(bytes.data(), bytes.size());
  return header;
}

}  // namespace

TableFile::TableFile(const std::string& path, std::string_view magic, uint32_t version, Pages pages) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    trouble_ = path + ": is missing";
    return;
  }
  struct stat status {};
  const bool known = ::fstat(file, &status) == 0;
  mapped_ = known ? static_cast<size_t>(status.st_size) : 0;
  if (mapped_ >= sizeof(Header)) map_ = ::mmap(nullptr, mapped_, PROT_READ, MAP_PRIVATE, file, 0);
  ::close(file);
  if (map_ == MAP_FAILED || map_ == nullptr) {
    map_ = nullptr;
    trouble_ = path + ": is cut short";
    return;
  }
  Header header;
  std::memcpy(&header, map_, sizeof header);
  const std::string_view bytes(static_cast<const char*>(map_) + sizeof header, mapped_ - sizeof header);
  const Header wanted = header_of(magic, version, bytes);
  if (std::memcmp(header.magic, wanted.magic, sizeof header.magic) != 0) trouble_ = path + ": is no such table";
  else if (header.version != version) trouble_ = path + ": is of version " + std::to_string(header.version) + ", not " + std::to_string(version);
  else if (header.size != wanted.size) trouble_ = path + ": is cut short";
  else if (header.checksum != wanted.checksum) trouble_ = path + ": is damaged (its checksum does not agree)";
  else bytes_ = bytes;
  if (trouble_.empty() && pages == Pages::large) move_to_large_pages();
}

// Where the system has no large pages to give, the copy is as good as the file.
void TableFile::move_to_large_pages() {
  const size_t size = mapped_ + kLargePage;
  void* fresh = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (fresh == MAP_FAILED) return;
  char* start = reinterpret_cast<char*>((reinterpret_cast<uintptr_t>(fresh) + kLargePage - 1) / kLargePage * kLargePage);
  ::madvise(start, mapped_, MADV_HUGEPAGE);
  std::memcpy(start, map_, mapped_);
  ::mprotect(fresh, size, PROT_READ);
  bytes_ = {start + (bytes_.data() - static_cast<const char*>(map_)), bytes_.size()};
  ::munmap(map_, mapped_);
  map_ = fresh, mapped_ = size;
}

TableFile::TableFile(TableFile&& other) noexcept { *this = std::move(other); }

TableFile& TableFile::operator=(TableFile&& other) noexcept {
  std::swap(map_, other.map_);
  std::swap(mapped_, other.mapped_);
  std::swap(bytes_, other.bytes_);
  std::swap(trouble_, other.trouble_);
  return *this;
}

TableFile::~TableFile() {
  if (map_) ::munmap(map_, mapped_);
}

void write_table(const std::string& path, std::string_view magic, uint32_t version, std::string_view bytes) {
  const Header header = header_of(magic, version, bytes);
  const std::string draft = path + ".new";
  std::ofstream out(draft, std::ios::binary);
  out.write(reinterpret_cast<const char*>(&header), sizeof header);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out || std::rename(draft.c_str(), path.c_str()) != 0) throw std::runtime_error(path + ": cannot be written");
}

}  // namespace crosscheck
