#include <algorithm>
#include <deque>
#include <random>

#include "language/tagger.h"
#include "train/answer_counts.h"
#include "train/merge.h"
#include "train/oracle.h"
#include "train/perceptron.h"
#include "train/trainer.h"

namespace crosscheck::train {

using namespace arc_eager;

namespace {

// After the first epoch the parser mostly follows its own choices, and so learns from the states they lead to.
constexpr unsigned kExplore = 90;  // per cent

// A relation is sure when its arc was met often, over all epochs, and nearly always with that relation.
constexpr int kOften = 100;
constexpr double kNearlyAlways = 0.995;

class ParserTrainer {
 public:
  explicit ParserTrainer(const Settings& settings)
      : transitions_(transitions, settings.transition_bits), relations_(relation::count, settings.relation_bits), random_(3) {}

  // Returns how many of the choices were right.
  double epoch(Sentences& order, int number) {
    std::shuffle(order.begin(), order.end(), random_);
    right_ = all_ = 0;
    for (const GoldSentence* sentence : order) {
      const GoldTree gold(*sentence);
      nodes_.fill(sentence->words);
      learn_tree(gold, number);
      learn_relations(*sentence, gold);
    }
    return static_cast<double>(right_) / static_cast<double>(all_);
  }

  std::string sections(const Settings& settings) const { return transitions_.packed(settings.transition_least) + relations_.packed(settings.relation_least) + pack_answers(sure_.sure(kOften, kNearlyAlways)); }

 private:
  void learn_tree(const GoldTree& gold, int epoch) {
    float scores[transitions];
    state_.start(static_cast<int>(gold.head.size()) - 4);
    while (!state_.done()) {
      if (const int forced = state_.forced(); forced >= 0) {
        state_.apply(forced);
        continue;
      }
      transition_features(nodes_, state_, cells_);
      transitions_.score(cells_, scores);
      const int chosen = choose(state_, scores).best;
      int costs[transitions], least = 1 << 20, best = -1;
      for (int t = 0; t < transitions; ++t)
        if (state_.allows(t)) least = std::min(least, costs[t] = cost(state_, gold, t));
      for (int t = 0; t < transitions; ++t)
        if (state_.allows(t) && costs[t] == least && (best < 0 || scores[t] > scores[best])) best = t;
      transitions_.step();
      ++all_;
      const bool wrong = costs[chosen] != least;
      if (wrong) transitions_.update(cells_, best, chosen);
      else ++right_;
      state_.apply(wrong && (epoch == 0 || random_() % 100 >= kExplore) ? best : chosen);
    }
  }

  // Relations are learnt on the tree that was found, where its arcs are right.
  void learn_relations(const GoldSentence& sentence, const GoldTree& gold) {
    float scores[relation::count];
    for (int node = 1; node <= state_.size; ++node) {
      const auto at = static_cast<size_t>(node);
      const RelationId right = sentence.gold[at - 1].relation;
      if (state_.head[at] != gold.head[at] || state_.head[at] == state_.root() || right == 0) continue;
      sure_.add(relation_key(nodes_, state_, node), right);
      relation_features(nodes_, state_, node, cells_);
      relations_.score(cells_, scores);
      const auto chosen = static_cast<int>(std::max_element(scores + 1, scores + relation::count) - scores);
      relations_.step();
      if (chosen != right) relations_.update(cells_, right, chosen);
    }
  }

  Perceptron transitions_, relations_;
  AnswerCounts sure_;
  std::mt19937 random_;
  ParseNodes nodes_;
  State state_;
  Cells cells_;
  long right_ = 0, all_ = 0;
};

}  // namespace

std::string train_parser(const Sentences& sentences, const Settings& settings) {
  ParserTrainer trainer(settings);
  Sentences order = sentences;
  for (int epoch = 0; epoch < settings.parser_epochs; ++epoch) {
    const double right = trainer.epoch(order, epoch);
    if (settings.log) *settings.log << "  parser, epoch " << epoch + 1 << ": " << right * 100 << " % of the choices right\n";
  }
  return trainer.sections(settings);
}

std::string train_model(std::vector<GoldSentence>& sentences, const Rulebook* rules, const Settings& settings) {
  for (int fold = 0; fold < settings.folds; ++fold) {
    Sentences others;
    for (size_t i = 0; i < sentences.size(); ++i)
      if (static_cast<int>(i % static_cast<size_t>(settings.folds)) != fold) others.push_back(&sentences[i]);
    const std::string sections = train_tagger(others, settings.tagger_epochs / 2, settings);
    std::string_view bytes = sections;
    Model tagger;
    tagger.tags = Weights(bytes);
    tagger.sure_tags = SureAnswers(bytes);
    for (size_t i = static_cast<size_t>(fold); i < sentences.size(); i += static_cast<size_t>(settings.folds)) tag_words(tagger, sentences[i].words);
    if (settings.log) *settings.log << "  tagged fold " << fold + 1 << '\n';
  }
  Sentences all;
  for (const GoldSentence& sentence : sentences) all.push_back(&sentence);
  const std::string tagger = train_tagger(all, settings.tagger_epochs, settings);
  if (settings.log) *settings.log << "  tagger trained\n";
  std::deque<GoldSentence> merged;
  for (size_t i = 0; rules && i < sentences.size(); ++i)
    if (std::optional<GoldSentence> other = merge_quantities(sentences[i], *rules)) merged.push_back(std::move(*other));
  for (const GoldSentence& sentence : merged) all.push_back(&sentence);
  if (settings.log) *settings.log << "  " << merged.size() << " sentences with quantities\n";
  const std::string parser = train_parser(all, settings);
  if (settings.log) *settings.log << "  bytes: tagger " << tagger.size() << ", parser " << parser.size() << '\n';
  return tagger + parser;
}

}  // namespace crosscheck::train
