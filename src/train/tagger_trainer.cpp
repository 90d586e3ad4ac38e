#include <algorithm>
#include <map>
#include <random>

#include "train/answer_counts.h"
#include "train/perceptron.h"
#include "train/trainer.h"

namespace crosscheck::train {
namespace {

// A word's tag is sure when it was met often and nearly always with that tag.
constexpr int kOften = 20;
constexpr double kNearlyAlways = 0.99;

}  // namespace

std::string train_tagger(const Sentences& sentences, int epochs, const Settings& settings) {
  AnswerCounts counts;
  for (const GoldSentence* sentence : sentences)
    for (size_t i = 0; i < sentence->words.size(); ++i) counts.add(written_form(sentence->words[i]), sentence->gold[i].tag);
  const auto entries = counts.sure(kOften, kNearlyAlways);
  const std::map<uint32_t, uint8_t> dictionary(entries.begin(), entries.end());
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
  return weights.packed(settings.tagger_least) + pack_answers(entries);
}

}  // namespace crosscheck::train
