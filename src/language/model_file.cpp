// Tested by tests/rooms/parse.cpp.
#include "language/model_file.h"

#include <cstring>

namespace crosscheck {
namespace {

constexpr size_t kHead = 16;  // the number of slots, padded

}  // namespace

TagDictionary::TagDictionary(std::string_view& bytes) {
  uint32_t size;
  std::memcpy(&size, bytes.data(), sizeof size);
  slots_ = {reinterpret_cast<const Slot*>(bytes.data() + kHead), size};
  bytes.remove_prefix(kHead + size * sizeof(Slot));
}

TagId TagDictionary::find(uint32_t form) const {
  if (slots_.empty()) return 0;
  const size_t mask = slots_.size() - 1;
  for (size_t at = form & mask; slots_[at].tag != 0; at = (at + 1) & mask)
    if (slots_[at].form == form) return static_cast<TagId>(slots_[at].tag);
  return 0;
}

std::string pack_dictionary(const std::vector<std::pair<uint32_t, TagId>>& entries) {
  size_t size = 2;
  while (size < entries.size() * 2) size *= 2;
  std::vector<TagDictionary::Slot> slots(size, {0, 0});
  for (const auto& [form, tag] : entries) {
    size_t at = form & (size - 1);
    while (slots[at].tag != 0) at = (at + 1) & (size - 1);
    slots[at] = {form, tag};
  }
  std::string out(kHead, '\0');
  const auto count = static_cast<uint32_t>(size);
  std::memcpy(out.data(), &count, sizeof count);
  return out.append(reinterpret_cast<const char*>(slots.data()), slots.size() * sizeof(TagDictionary::Slot));
}

Model::Model(const std::string& path) : file_(path, kModelMagic, kModelVersion) {
  if (file_) read(file_.bytes());
}

void Model::read(std::string_view sections) {
  tags = Weights(sections);
  dictionary = TagDictionary(sections);
  transitions = Weights(sections);
  relations = Weights(sections);
}

}  // namespace crosscheck
