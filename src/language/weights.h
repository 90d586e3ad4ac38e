// Weights of the perceptrons as they lie in the model file.
//
// A feature is hashed to a cell. Most cells hold no weights after pruning, so a bit per cell says whether there is
// a row, and the number of bits before it is the row's place: features without weights cost no memory access, and
// the file holds nothing for them. Rows are integers, so sums are the same on every machine.
//
//   dense   one byte a class; for few classes (the transitions)
//   sparse  (class, byte) pairs, the last of a row marked; for many classes of which few are ever weighed (tags, relations)
#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace crosscheck {

class Weights {
 public:
  static constexpr int kUnit = 16;  // sums are in sixteenths of a weight, whatever the resolution of the table
  static constexpr uint32_t kDenseClasses = 8;  // of a dense table, always

  Weights() = default;
  // Reads a table at the start of `bytes`, and moves `bytes` behind it.
  explicit Weights(std::string_view& bytes);

  uint32_t classes() const { return classes_; }
  // Sums the rows of the cells. `sums` has room for classes() values.
  void score(const uint64_t* cells, int count, int32_t* sums) const;
  // Adds the rows of the cells of a sparse table as they lie in it; `Sum` is int16_t or int32_t.
  template <class Sum>
  void add_rows(const uint64_t* cells, int count, Sum* sums) const;

 private:
  friend std::string pack_weights(std::span<const float> weights, uint32_t classes, float least);
  void score_dense(const uint64_t* cells, int count, int32_t* sums) const;
  void score_sparse(const uint64_t* cells, int count, int32_t* sums) const;

  uint32_t classes_ = 0;
  uint64_t mask_ = 0;
  bool dense_ = false;
  int32_t factor_ = 1;  // from the table's resolution to sixteenths
  struct Block {
    uint32_t bits;    // of 32 cells: has a row
    uint32_t before;  // rows of the cells before
    uint32_t row_of(uint32_t cell) const { return before + static_cast<uint32_t>(std::popcount(bits & ((uint32_t{1} << cell % 32) - 1))); }
    int has(uint32_t cell) const { return static_cast<int>(bits >> cell % 32 & 1); }
  };
  std::span<const Block> blocks_;
  struct Entry {
    static constexpr uint8_t kLast = 128;
    uint8_t of;  // class, and kLast
    int8_t value;
  };
  std::span<const int8_t> dense_rows_;
  // sparse: the first entry of each block, the first entry of each row from there
  std::span<const uint32_t> block_entries_;
  std::span<const uint16_t> row_entries_;
  std::span<const Entry> entries_;
};

// A table in the form Weights reads. weights holds classes values a cell, cells a power of two; what is below
// `least` is left out. Dense tables keep halves up to 63.5, sparse ones quarters up to 31.75.
std::string pack_weights(std::span<const float> weights, uint32_t classes, float least);

}  // namespace crosscheck
