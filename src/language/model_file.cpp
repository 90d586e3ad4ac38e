// Tested by tests/rooms/parse.cpp.
#include "language/model_file.h"

#include <cstring>

namespace crosscheck {
namespace {

constexpr size_t kHead = 16;  // the number of slots, padded

}  // namespace

SureAnswers::SureAnswers(std::string_view& bytes) {
  uint32_t size;
  std::memcpy(&size, bytes.data(), sizeof size);
  slots_ = {reinterpret_cast<const Slot*>(bytes.data() + kHead), size};
  bytes.remove_prefix(kHead + size * sizeof(Slot));
}

uint8_t SureAnswers::find(uint32_t key) const {
  if (slots_.empty()) return 0;
  const size_t mask = slots_.size() - 1;
  for (size_t at = key & mask; slots_[at].answer != 0; at = (at + 1) & mask)
    if (slots_[at].key == key) return static_cast<uint8_t>(slots_[at].answer);
  return 0;
}

std::string pack_answers(const std::vector<std::pair<uint32_t, uint8_t>>& entries) {
  size_t size = 2;
  while (size < entries.size() * 2) size *= 2;
  std::vector<SureAnswers::Slot> slots(size, {0, 0});
  for (const auto& [key, answer] : entries) {
    size_t at = key & (size - 1);
    while (slots[at].answer != 0) at = (at + 1) & (size - 1);
    slots[at] = {key, answer};
  }
  std::string out(kHead, '\0');
  const auto count = static_cast<uint32_t>(size);
  std::memcpy(out.data(), &count, sizeof count);
  return out.append(reinterpret_cast<const char*>(slots.data()), slots.size() * sizeof(SureAnswers::Slot));
}

Model::Model(const std::string& path) : file_(path, kModelMagic, kModelVersion, TableFile::Pages::large) {
  if (file_) read(file_.bytes());
}

void Model::read(std::string_view sections) {
  tags = Weights(sections);
  sure_tags = SureAnswers(sections);
  transitions = Weights(sections);
  relations = Weights(sections);
  sure_relations = SureAnswers(sections);
}

}  // namespace crosscheck
