#include <algorithm>
#include <map>
#include <random>

#include "train/perceptron.h"
#include "train/trainer.h"

namespace crosscheck::train {
namespace {

// A word is in the dictionary when it was met often and nearly always with the same tag.
constexpr int kOften = 20;
constexpr double kNearlyAlways = 0.99;

std::vector<std::pair<uint32_t, TagId>> words_with_one_tag(const Sentences& sentences) {
  std::map<uint32_t, std::map<TagId, int>> counts;
  for (const GoldSentence* sentence : sentences)
    for (size_t i = 0; i < sentence->words.size(); ++i) ++counts[written_form(sentence->words[i])][sentence->gold[i].tag];
  std::vector<std::pair<uint32_t, TagId>> entries;
  for (const auto& [form, tags] : counts) {
    int total = 0;
    std::pair<TagId, int> most{0, 0};
    for (const auto& [tag, count] : tags) {
      total += count;
      if (count > most.second) most = {tag, count};
    }
    if (total >= kOften && most.second >= kNearlyAlways * total && most.first != 0) entries.emplace_back(form, most.first);
  }
  return entries;
}

}  // namespace

std::string train_tagger(const Sentences& sentences, int epochs, const Settings& settings) {
  const auto entries = words_with_one_tag(sentences);
  const std::map<uint32_t, TagId> dictionary(entries.begin(), entries.end());
  Perceptron weights(tag::count, settings.tagger_bits);
  Sentences order = sentences;
  std::mt19937 random(7);
  Cells cells;
  float scores[tag::count];
  for (int epoch = 0; epoch < epochs; ++epoch) {
    std::shuffle(order.begin(), order.end(), random);
    for (const GoldSentence* sentence : order) {
      std::vector<ParseWord> words = sentence->words;
      for (size_t i = 0; i < words.size(); ++i) {
        const auto sure = dictionary.find(written_form(words[i]));
        if (sure != dictionary.end()) {
          words[i].tag = sure->second;
          continue;
        }
        tag_features(words, i, cells);
        weights.score(cells, scores);
        words[i].tag = static_cast<TagId>(std::max_element(scores + 1, scores + tag::count) - scores);
        weights.step();
        const TagId gold = sentence->gold[i].tag;
        if (gold != 0 && gold != words[i].tag) weights.update(cells, gold, words[i].tag);
      }
    }
  }
  return weights.packed(settings.tagger_least) + pack_dictionary(entries);
}

}  // namespace crosscheck::train
