#include "train/perceptron.h"

#include <algorithm>

#include "language/weights.h"

namespace crosscheck::train {

void Perceptron::score(const Cells& cells, float* scores) const {
  const float* rows[kMostCells];
  for (int i = 0; i < cells.count; ++i) {
    rows[i] = &weights_[(cells.cell[i] & mask_) * classes_];
    __builtin_prefetch(rows[i]);
  }
  std::fill_n(scores, classes_, 0.0f);
  for (int i = 0; i < cells.count; ++i)
    for (uint32_t k = 0; k < classes_; ++k) scores[k] += rows[i][k];
}

void Perceptron::update(const Cells& cells, int good, int bad) {
  const auto now = static_cast<float>(steps_);
  for (int i = 0; i < cells.count; ++i) {
    const size_t row = (cells.cell[i] & mask_) * classes_;
    const size_t up = row + static_cast<size_t>(good), down = row + static_cast<size_t>(bad);
    weights_[up] += 1;
    totals_[up] += now;
    weights_[down] -= 1;
    totals_[down] -= now;
  }
}

std::string Perceptron::packed(float least) const {
  std::vector<float> average(weights_.size());
  for (size_t i = 0; i < average.size(); ++i) average[i] = weights_[i] - totals_[i] / static_cast<float>(steps_);
  return pack_weights(average, classes_, least);
}

}  // namespace crosscheck::train
