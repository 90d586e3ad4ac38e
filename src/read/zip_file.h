// The parts of a zip file, which is what docx, odt and epub are. Nothing it says of itself is believed: sizes are
// counted while a part is unpacked, and a part is handed out piece by piece, so no bomb fills the memory.
//
// What is encrypted, truncated, too large or fails its checksum throws Refused.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct zip;

namespace crosscheck {

class ZipFile {
 public:
  explicit ZipFile(const std::string& bytes);  // which must outlive it

  bool has(const std::string& name) const { return index_of(name) >= 0; }
  std::vector<std::string> names() const;
  // Unpacks a part. The pieces are valid during the call only.
  void unpack(const std::string& name, const std::function<void(std::string_view)>& take);
  std::string text_of(const std::string& name);
  // The first bytes of a part.
  std::string start_of(const std::string& name, size_t bytes);

 private:
  int64_t index_of(const std::string& name) const;
  std::unique_ptr<zip, void (*)(zip*)> zip_;
  uint64_t unpacked_ = 0;
};

// "word/media/../styles.xml" as seen from the part that names it: "word/styles.xml".
std::string part_path(std::string_view from_folder, std::string_view target);

}  // namespace crosscheck
