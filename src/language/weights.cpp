// Tested by tests/rooms/parse.cpp.
#include "language/weights.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace crosscheck {
namespace {

constexpr int kMostFeatures = 128;
constexpr int kDenseScale = 2, kSparseScale = 4;

struct Sizes {
  uint32_t classes, dense, cells, rows, entries, scale;
};

int8_t quantised(float weight, int scale) { return static_cast<int8_t>(std::clamp(std::lround(weight * static_cast<float>(scale)), -127L, 127L)); }

constexpr size_t padded(size_t bytes) { return (bytes + 15) / 16 * 16; }

template <class T>
void append(std::string& out, const std::vector<T>& section) {
  out.append(reinterpret_cast<const char*>(section.data()), section.size() * sizeof(T));
  out.resize(padded(out.size()));
}

}  // namespace

Weights::Weights(std::string_view& bytes) {
  Sizes sizes;
  std::memcpy(&sizes, bytes.data(), sizeof sizes);
  size_t at = padded(sizeof sizes);
  const auto section = [&]<class T>(std::span<const T>& span, size_t size) {
    span = {reinterpret_cast<const T*>(bytes.data() + at), size};
    at += padded(size * sizeof(T));
  };
  classes_ = sizes.classes;
  dense_ = sizes.dense != 0;
  factor_ = kUnit / static_cast<int32_t>(sizes.scale);
  mask_ = sizes.cells - 1;
  section(blocks_, sizes.cells / 32);
  if (dense_) {
    section(dense_rows_, size_t{sizes.rows} * kDenseClasses);
  } else {
    section(block_entries_, sizes.cells / 32);
    section(row_entries_, sizes.rows);
    section(entries_, sizes.entries);
  }
  bytes.remove_prefix(at);
}

void Weights::score(const uint64_t* cells, int count, int32_t* sums) const {
  if (dense_) score_dense(cells, count, sums);
  else score_sparse(cells, count, sums);
}

// Both look the rows up without a branch for cells that have none: about half of them have none, in no order a
// processor could foresee.
void Weights::score_dense(const uint64_t* cells, int count, int32_t* sums) const {
  const int8_t* rows[kMostFeatures];
  int found = 0;
  for (int i = 0; i < count; ++i) {
    const auto cell = static_cast<uint32_t>(cells[i] & mask_);
    const Block block = blocks_[cell / 32];
    const int8_t* row = dense_rows_.data() + size_t{block.row_of(cell)} * kDenseClasses;
    __builtin_prefetch(row);
    rows[found] = row;
    found += block.has(cell);
  }
  // 128 features of at most 127 fit into 16 bits.
  int16_t total[kDenseClasses] = {};
  for (int i = 0; i < found; ++i)
    for (uint32_t k = 0; k < kDenseClasses; ++k) total[k] = static_cast<int16_t>(total[k] + rows[i][k]);
  for (uint32_t k = 0; k < kDenseClasses; ++k) sums[k] = total[k] * factor_;
}

template <class Sum>
void Weights::add_rows(const uint64_t* cells, int count, Sum* sums) const {
  uint32_t rows[kMostFeatures], starts[kMostFeatures];
  int found = 0;
  for (int i = 0; i < count; ++i) {
    const auto cell = static_cast<uint32_t>(cells[i] & mask_);
    const Block block = blocks_[cell / 32];
    rows[found] = block.row_of(cell);
    starts[found] = block_entries_[cell / 32];
    __builtin_prefetch(row_entries_.data() + rows[found]);
    found += block.has(cell);
  }
  for (int i = 0; i < found; ++i) {
    starts[i] += row_entries_[rows[i]];
    __builtin_prefetch(&entries_[starts[i]]);
  }
  for (int i = 0; i < found; ++i) {
    const Entry* entry = &entries_[starts[i]];
    for (;; ++entry) {
      Sum& sum = sums[entry->of & ~Entry::kLast];
      sum = static_cast<Sum>(sum + entry->value);
      if (entry->of & Entry::kLast) break;
    }
  }
}

template void Weights::add_rows(const uint64_t*, int, int16_t*) const;

void Weights::score_sparse(const uint64_t* cells, int count, int32_t* sums) const {
  std::fill_n(sums, classes_, 0);
  add_rows(cells, count, sums);
  for (uint32_t k = 0; k < classes_; ++k) sums[k] *= factor_;
}

std::string pack_weights(std::span<const float> weights, uint32_t classes, float least) {
  const bool dense = classes <= Weights::kDenseClasses;
  const size_t cells = weights.size() / classes;
  std::vector<Weights::Block> blocks(cells / 32);
  std::vector<uint32_t> block_entries(cells / 32);
  std::vector<uint16_t> row_entries;
  const int scale = dense ? kDenseScale : kSparseScale;
  std::vector<int8_t> dense_rows;
  std::vector<Weights::Entry> entries;
  uint32_t rows = 0;
  for (size_t cell = 0; cell < cells; ++cell) {
    if (cell % 32 == 0) {
      blocks[cell / 32].before = rows;
      block_entries[cell / 32] = static_cast<uint32_t>(entries.size());
    }
    const std::span<const float> row = weights.subspan(cell * classes, classes);
    if (std::none_of(row.begin(), row.end(), [&](float weight) { return std::fabs(weight) >= least && quantised(weight, scale) != 0; })) continue;
    blocks[cell / 32].bits |= uint32_t{1} << (cell % 32);
    ++rows;
    if (dense) {
      for (uint32_t k = 0; k < Weights::kDenseClasses; ++k) dense_rows.push_back(k < classes ? quantised(row[k], scale) : int8_t{0});
      continue;
    }
    row_entries.push_back(static_cast<uint16_t>(entries.size() - block_entries[cell / 32]));
    for (uint32_t k = 0; k < classes; ++k) {
      const int8_t value = std::fabs(row[k]) >= least ? quantised(row[k], scale) : int8_t{0};
      if (value != 0) entries.push_back({static_cast<uint8_t>(k), value});
    }
    entries.back().of |= Weights::Entry::kLast;
  }
  const Sizes sizes{classes, dense, static_cast<uint32_t>(cells), rows, static_cast<uint32_t>(entries.size()), static_cast<uint32_t>(scale)};
  std::string out(reinterpret_cast<const char*>(&sizes), sizeof sizes);
  out.resize(padded(out.size()));
  append(out, blocks);
  if (dense) {
    append(out, dense_rows);
  } else {
    append(out, block_entries);
    append(out, row_entries);
    append(out, entries);
  }
  return out;
}

}  // namespace crosscheck
