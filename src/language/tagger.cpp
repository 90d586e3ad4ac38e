// Tested by tests/rooms/parse.cpp; trained by src/train/tagger_trainer.cpp.
#include "language/tagger.h"

#include <algorithm>
#include <limits>
#include <memory>

#include "language/tags.h"

namespace crosscheck {

static_assert(tag::count <= kTagSums);

namespace {

// The first of the greatest. Two passes over all sums, of which the first is a few instructions wide ones.
TagId best_tag(std::array<int16_t, kTagSums>& sums, uint32_t tags) {
  sums[0] = std::numeric_limits<int16_t>::min();  // no tag at all
  for (uint32_t k = tags; k < kTagSums; ++k) sums[k] = std::numeric_limits<int16_t>::min();
  int16_t greatest = sums[0];
  for (size_t k = 0; k < kTagSums; ++k) greatest = std::max(greatest, sums[k]);
  return static_cast<TagId>(std::find(sums.begin(), sums.end(), greatest) - sums.begin());
}

}  // namespace

KnownWord::KnownWord(std::string_view folded, const Model& model, const WordNet& wordnet) : features(word_features(folded, wordnet)) {
  if (!model) return;
  Cells cells;
  own_tag_features(features, cells);
  model.tags.add_rows(cells.cell, cells.count, own_sums.data());
}

KnownWords::~KnownWords() {
  for (const auto& word : known_) delete word.load();
}

const KnownWord& KnownWords::of(Symbol word, const SymbolTable& symbols, const Model& model, const WordNet& wordnet) {
  std::atomic<const KnownWord*>& place = known_[word];
  if (const KnownWord* known = place.load(std::memory_order_acquire)) return *known;
  auto made = std::make_unique<const KnownWord>(symbols.text(word), model, wordnet);
  const KnownWord* first = nullptr;
  return place.compare_exchange_strong(first, made.get()) ? *made.release() : *first;
}

void tag_words(const Model& model, std::vector<ParseWord>& words) {
  Cells cells;
  std::array<int16_t, kTagSums> sums;
  for (size_t at = 0; at < words.size(); ++at) {
    words[at].tag = model.sure_tags.find(written_form(words[at]));
    if (words[at].tag != 0) continue;
    if (words[at].own_sums) {
      std::copy_n(words[at].own_sums, kTagSums, sums.begin());
      other_tag_features(words, at, cells);
    } else {
      sums.fill(0);
      tag_features(words, at, cells);
    }
    model.tags.add_rows(cells.cell, cells.count, sums.data());
    words[at].tag = best_tag(sums, model.tags.classes());
  }
}

}  // namespace crosscheck
