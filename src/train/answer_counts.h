// Counts the answers to each key, to find those that need no weights.
#pragma once

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

namespace crosscheck::train {

class AnswerCounts {
 public:
  void add(uint32_t key, uint8_t answer) { ++counts_[key][answer]; }

  // Keys met `often` or more, with one answer in at least this share.
  std::vector<std::pair<uint32_t, uint8_t>> sure(int often, double share) const {
    std::vector<std::pair<uint32_t, uint8_t>> entries;
    for (const auto& [key, answers] : counts_) {
      int total = 0;
      std::pair<uint8_t, int> most{0, 0};
      for (const auto& [answer, count] : answers) {
        total += count;
        if (count > most.second) most = {answer, count};
      }
      if (total >= often && most.second >= share * total && most.first != 0) entries.emplace_back(key, most.first);
    }
    return entries;
  }

 private:
  std::map<uint32_t, std::map<uint8_t, int>> counts_;
};

}  // namespace crosscheck::train
