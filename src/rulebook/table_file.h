// Tables that are compiled ahead of time and mapped into memory: the trained model, WordNet, the rules.
//
// A file is a header (magic, version, size, checksum) and the table's bytes. It is checked once when it is opened;
// whoever reads it afterwards may trust it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace crosscheck {

class TableFile {
 public:
  TableFile() = default;
  // Maps a file. When it is missing, of another kind or version, cut short or damaged, the table stays empty and
  // trouble() says what is wrong with it.
  // A table that is read all over, word by word, is faster in large pages: a copy of the file, not the file itself.
  enum class Pages : uint8_t { small, large };
  TableFile(const std::string& path, std::string_view magic, uint32_t version, Pages pages = Pages::small);
  TableFile(TableFile&& other) noexcept;
  TableFile& operator=(TableFile&& other) noexcept;
  ~TableFile();

  explicit operator bool() const { return !bytes_.empty(); }
  std::string_view bytes() const { return bytes_; }
  const std::string& trouble() const { return trouble_; }

 private:
  void move_to_large_pages();

  void* map_ = nullptr;
  size_t mapped_ = 0;
  std::string_view bytes_;
  std::string trouble_;
};

// Writes a table with its header; a file of that name is replaced at once or not at all. Throws std::runtime_error.
void write_table(const std::string& path, std::string_view magic, uint32_t version, std::string_view bytes);

}  // namespace crosscheck
