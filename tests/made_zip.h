// Zip files made in a test, from the parts that it names.
#pragma once

#include <zip.h>

#include <string>
#include <utility>
#include <vector>

namespace crosscheck {

inline std::string made_zip(const std::vector<std::pair<std::string, std::string>>& parts, bool encrypted = false) {
  zip_source_t* file = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  zip_source_keep(file);
  zip_t* zip = zip_open_from_source(file, ZIP_TRUNCATE, nullptr);
  for (const auto& [name, content] : parts) {
    const zip_int64_t index = zip_file_add(zip, name.c_str(), zip_source_buffer(zip, content.data(), content.size(), 0), ZIP_FL_ENC_UTF_8);
    if (encrypted) zip_file_set_encryption(zip, static_cast<zip_uint64_t>(index), ZIP_EM_AES_256, "secret");
  }
  zip_close(zip);
  zip_source_open(file);
  zip_source_seek(file, 0, SEEK_END);
  std::string bytes(static_cast<size_t>(zip_source_tell(file)), '\0');
  zip_source_seek(file, 0, SEEK_SET);
  zip_source_read(file, bytes.data(), bytes.size());
  zip_source_close(file);
  zip_source_free(file);
  return bytes;
}

}  // namespace crosscheck
