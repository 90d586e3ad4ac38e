// Tested by tests/rooms/parse.cpp; trained by src/train/tagger_trainer.cpp.
#include "language/tagger.h"

#include <algorithm>

namespace crosscheck {

void tag_words(const Model& model, std::vector<ParseWord>& words) {
  Cells cells;
  int32_t sums[256];
  for (size_t at = 0; at < words.size(); ++at) {
    words[at].tag = model.sure_tags.find(written_form(words[at]));
    if (words[at].tag != 0) continue;
    tag_features(words, at, cells);
    model.tags.score(cells.cell, cells.count, sums);
    words[at].tag = static_cast<TagId>(std::max_element(sums + 1, sums + model.tags.classes()) - sums);
  }
}

}  // namespace crosscheck
