// The trained model: rules/model/english.model (its licence and makers: rules/model/README.md).
//
// It is mapped and checked when it is opened. Sections: the tagger's weights, its dictionary of words that have one
// tag only, the weights of transitions, of relations.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "language/table_file.h"
#include "language/weights.h"
#include "model/token.h"

namespace crosscheck {

constexpr std::string_view kModelMagic = "xcMODEL";
constexpr uint32_t kModelVersion = 1;
constexpr const char* kModelFile = "/model/english.model";

// Words that carry the same tag wherever they were met, by written form: open addressing, 0 is free.
class TagDictionary {
 public:
  TagDictionary() = default;
  explicit TagDictionary(std::string_view& bytes);  // moves `bytes` behind it
  // The tag of a written form; 0 when it may have several.
  TagId find(uint32_t form) const;

 private:
  struct Slot {
    uint32_t form, tag;
  };
  friend std::string pack_dictionary(const std::vector<std::pair<uint32_t, TagId>>& entries);
  std::span<const Slot> slots_;
};

std::string pack_dictionary(const std::vector<std::pair<uint32_t, TagId>>& entries);

struct Model {
  Model() = default;
  explicit Model(const std::string& path);
  // Reads the sections from memory that outlives the model.
  explicit Model(std::string_view sections) { read(sections); }

  explicit operator bool() const { return tags.classes() != 0; }
  const std::string& trouble() const { return file_.trouble(); }

  Weights tags;
  TagDictionary dictionary;
  Weights transitions, relations;

 private:
  void read(std::string_view sections);
  TableFile file_;
};

}  // namespace crosscheck
