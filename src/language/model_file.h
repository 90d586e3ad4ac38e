// The trained model: rules/model/english.model (its licence and makers: rules/model/README.md).
//
// It is mapped and checked when it is opened. Sections: the weights of tags, sure tags, the weights of transitions and
// of relations, sure relations.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "language/weights.h"
#include "model/token.h"
#include "rulebook/table_file.h"

namespace crosscheck {

constexpr std::string_view kModelMagic = "xcMODEL";
constexpr uint32_t kModelVersion = 1;
constexpr const char* kModelFile = "/model/english.model";

// What is the same wherever it was met, so that no weights need be asked: words with one tag by their written form,
// arcs with one relation by their tags. Open addressing, 0 is free.
class SureAnswers {
 public:
  SureAnswers() = default;
  explicit SureAnswers(std::string_view& bytes);  // moves `bytes` behind it
  // The tag or relation; 0 when there are several.
  uint8_t find(uint32_t key) const;

 private:
  struct Slot {
    uint32_t key, answer;
  };
  friend std::string pack_answers(const std::vector<std::pair<uint32_t, uint8_t>>& entries);
  std::span<const Slot> slots_;
};

std::string pack_answers(const std::vector<std::pair<uint32_t, uint8_t>>& entries);

struct Model {
  Model() = default;
  explicit Model(const std::string& path);
  // Reads the sections from memory that outlives the model.
  explicit Model(std::string_view sections) { read(sections); }

  explicit operator bool() const { return tags.classes() != 0; }
  const std::string& trouble() const { return file_.trouble(); }

  Weights tags;
  SureAnswers sure_tags;
  Weights transitions, relations;
  SureAnswers sure_relations;

 private:
  void read(std::string_view sections);
  TableFile file_;
};

}  // namespace crosscheck
