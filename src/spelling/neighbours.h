// The listed words near to a word that no list has. They are the same for every set, and the same unknown words
// come up in set after set, so what was found is kept for the whole run, within bounds.
#pragma once

#include <array>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "spelling/word_table.h"

namespace crosscheck {

struct Neighbour {
  ListedWord listed;  // points into the table
  unsigned edits = 0;
  double cost = 0;  // edits.h
};

struct Neighbourhood {
  std::vector<Neighbour> close;  // what the word leads to with up to two letters left out
  std::vector<Neighbour> wide;   // what a changed letter or the sound adds; only asked for when `close` has no single edit
};

// Is this close enough to be meant? Fills in edits and cost.
bool near_enough(std::string_view written, Neighbour& candidate);

class Neighbours {
 public:
  // `far`: with what takes more looking up. Safe to call from any thread.
  std::shared_ptr<const Neighbourhood> of(const std::string& word, bool far, const WordTable& words, const WordTable& medical) const;

 private:
  struct Shard {
    std::mutex mutex;
    std::unordered_map<std::string, std::shared_ptr<const Neighbourhood>> known;
  };
  mutable std::array<Shard, 16> shards_;
};

}  // namespace crosscheck
