// Two edits are found without trying them all on both sides. The tables hold every word with one letter left out,
// so it is enough to ask for the written word, for it with one or two letters left out, and, only when that brought
// nothing that is one edit away, for it with one letter put in, changed or swapped.
//
// Tested by tests/rooms/spelling.cpp.
#include "spelling/neighbours.h"

#include <algorithm>

#include "spelling/edits.h"

namespace crosscheck {
namespace {

constexpr double kFarthest = 3.0;
constexpr size_t kMostKept = 4096;  // words a shard

template <class Visit>
void each_delete(const std::string& word, Visit visit) {
  for (size_t i = 0; i < word.size(); ++i)
    if (i == 0 || word[i] != word[i - 1]) visit(word.substr(0, i) + word.substr(i + 1));
}

template <class Visit>
void each_change(const std::string& word, Visit visit) {
  for (size_t i = 0; i + 1 < word.size(); ++i) {
    std::string swapped = word;
    std::swap(swapped[i], swapped[i + 1]);
    if (swapped != word) visit(swapped);
  }
  for (size_t i = 0; i <= word.size(); ++i)
    for (char c = 'a'; c <= 'z'; ++c) {
      visit(word.substr(0, i) + c + word.substr(i));
      if (i < word.size() && c != word[i]) visit(word.substr(0, i) + c + word.substr(i + 1));
    }
}

class Search {
 public:
  Search(const std::string& word, const WordTable& words, const WordTable& medical) : word_(word), words_(words), medical_(medical) {}

  Neighbourhood run(bool far) {
    into_ = &found_.close;
    ask(word_);
    each_delete(word_, [&](const std::string& shorter) {
      ask(shorter);
      each_delete(shorter, [&](const std::string& shortest) { ask(shortest); });
    });
    const bool near = std::any_of(found_.close.begin(), found_.close.end(), [](const Neighbour& n) { return n.edits <= 1; });
    if (far && !near && word_.size() >= 5 && word_.size() <= 18) {
      into_ = &found_.wide;
      each_change(word_, [&](const std::string& other) { ask(other); });
      ask_sound();
    }
    return std::move(found_);
  }

 private:
  void ask(const std::string& key) {
    const auto consider = [&](const ListedWord& listed) { add(listed); };
    words_.with_delete(key, consider);
    medical_.with_delete(key, consider);
  }

  void ask_sound() {
    const std::string sound = words_format::sound_of(word_);
    if (sound.size() < 3) return;
    const auto consider = [&](const ListedWord& listed) {
      if (words_format::sound_of(listed.text) == sound) add(listed);
    };
    words_.with_sound(sound, consider);
    medical_.with_sound(sound, consider);
  }

  void add(const ListedWord& listed) {
    for (auto* list : {&found_.close, &found_.wide})
      for (Neighbour& known : *list) {
        if (known.listed.text != listed.text) continue;
        known.listed.flags |= listed.flags;
        return;
      }
    Neighbour out{listed, 0, 0};
    if (near_enough(word_, out)) into_->push_back(out);
  }

  const std::string& word_;
  const WordTable &words_, &medical_;
  Neighbourhood found_;
  std::vector<Neighbour>* into_ = nullptr;
};

}  // namespace

bool near_enough(std::string_view written, Neighbour& candidate) {
  const std::string_view text = candidate.listed.text;
  if (text == written || text.size() < 3) return false;
  candidate.edits = edits_between(written, text, 3);
  if (candidate.edits > 3 || (candidate.edits > 1 && written.size() < 5)) return false;
  candidate.cost = edit_cost(written, text, kFarthest);
  return candidate.cost <= kFarthest && candidate.cost <= 0.34 * static_cast<double>(written.size());
}

std::shared_ptr<const Neighbourhood> Neighbours::of(const std::string& word, bool far, const WordTable& words, const WordTable& medical) const {
  const std::string key = far ? word + "+" : word;
  Shard& shard = shards_[std::hash<std::string>{}(key) % shards_.size()];
  {
    const std::lock_guard lock(shard.mutex);
    if (const auto known = shard.known.find(key); known != shard.known.end()) return known->second;
  }
  auto found = std::make_shared<const Neighbourhood>(Search(word, words, medical).run(far));
  const std::lock_guard lock(shard.mutex);
  if (shard.known.size() >= kMostKept) shard.known.clear();
  shard.known.emplace(key, found);
  return found;
}

}  // namespace crosscheck
