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
  section(bits_, sizes.cells / 64);
  section(before_, sizes.cells / 64);
  section(values_, sizes.entries);
  if (!dense_) {
    section(begin_, sizes.rows + 1);
    section(class_, sizes.entries);
  }
  bytes.remove_prefix(at);
}

void Weights::score(const uint64_t* cells, int count, int32_t* sums) const {
  uint32_t rows[kMostFeatures];
  int found = 0;
  for (int i = 0; i < count; ++i) {
    const uint64_t cell = cells[i] & mask_;
    const uint64_t word = bits_[cell / 64];
    if (!(word >> (cell % 64) & 1)) continue;
    const uint32_t row = before_[cell / 64] + static_cast<uint32_t>(std::popcount(word & ((uint64_t{1} << (cell % 64)) - 1)));
    if (dense_) __builtin_prefetch(&values_[row * kDenseClasses]);
    else __builtin_prefetch(&begin_[row]);
    rows[found++] = row;
  }
  if (dense_) score_dense(rows, found, sums);
  else score_sparse(rows, found, sums);
}

void Weights::score_dense(const uint32_t* rows, int count, int32_t* sums) const {
  // 128 features of at most 127 fit into 16 bits.
  int16_t total[kDenseClasses] = {};
  for (int i = 0; i < count; ++i) {
    const int8_t* row = &values_[rows[i] * kDenseClasses];
    for (uint32_t k = 0; k < kDenseClasses; ++k) total[k] = static_cast<int16_t>(total[k] + row[k]);
  }
  for (uint32_t k = 0; k < kDenseClasses; ++k) sums[k] = total[k] * factor_;
}

void Weights::score_sparse(const uint32_t* rows, int count, int32_t* sums) const {
  for (int i = 0; i < count; ++i) {
    __builtin_prefetch(&values_[begin_[rows[i]]]);
    __builtin_prefetch(&class_[begin_[rows[i]]]);
  }
  std::fill_n(sums, classes_, 0);
  for (int i = 0; i < count; ++i)
    for (uint32_t at = begin_[rows[i]], end = begin_[rows[i] + 1]; at < end; ++at) sums[class_[at]] += values_[at];
  for (uint32_t k = 0; k < classes_; ++k) sums[k] *= factor_;
}

std::string pack_weights(std::span<const float> weights, uint32_t classes, float least) {
  const bool dense = classes <= Weights::kDenseClasses;
  const size_t cells = weights.size() / classes;
  std::vector<uint64_t> bits(cells / 64);
  std::vector<uint32_t> before(cells / 64), begin{0};
  const int scale = dense ? kDenseScale : kSparseScale;
  std::vector<int8_t> values;
  std::vector<uint8_t> class_of;
  uint32_t rows = 0;
  for (size_t cell = 0; cell < cells; ++cell) {
    if (cell % 64 == 0) before[cell / 64] = rows;
    const std::span<const float> row = weights.subspan(cell * classes, classes);
    if (std::none_of(row.begin(), row.end(), [&](float weight) { return std::fabs(weight) >= least; })) continue;
    bits[cell / 64] |= uint64_t{1} << (cell % 64);
    ++rows;
    for (uint32_t k = 0; k < (dense ? Weights::kDenseClasses : classes); ++k) {
      const float weight = k < classes && (dense || std::fabs(row[k]) >= least) ? row[k] : 0;
      const auto value = static_cast<int8_t>(std::clamp(std::lround(weight * static_cast<float>(scale)), -127L, 127L));
      if (!dense && value == 0) continue;
      values.push_back(value);
      class_of.push_back(static_cast<uint8_t>(k));
    }
    begin.push_back(static_cast<uint32_t>(values.size()));
  }
  const Sizes sizes{classes, dense, static_cast<uint32_t>(cells), rows, static_cast<uint32_t>(values.size()), static_cast<uint32_t>(scale)};
  std::string out(reinterpret_cast<const char*>(&sizes), sizeof sizes);
  out.resize(padded(out.size()));
  append(out, bits);
  append(out, before);
  append(out, values);
  if (!dense) {
    append(out, begin);
    append(out, class_of);
  }
  return out;
}

}  // namespace crosscheck
