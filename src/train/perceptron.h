// An averaged perceptron over hashed features: the weights of every moment count, so late mistakes do not rule.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "language/features.h"

namespace crosscheck::train {

class Perceptron {
 public:
  Perceptron(uint32_t classes, unsigned cell_bits) : classes_(classes), mask_((uint64_t{1} << cell_bits) - 1), weights_(classes << cell_bits), totals_(weights_.size()) {}

  // scores has room for all classes.
  void score(const Cells& cells, float* scores) const;
  // One decision has been looked at.
  void step() { ++steps_; }
  // It should have been `good` and not `bad`.
  void update(const Cells& cells, int good, int bad);
  // The averaged weights as weights.h packs them.
  std::string packed(float least) const;

 private:
  uint32_t classes_;
  uint64_t mask_;
  std::vector<float> weights_, totals_;
  double steps_ = 1;
};

}  // namespace crosscheck::train
