#include "train/evaluation.h"

#include <time.h>

#include <algorithm>
#include <iomanip>
#include <map>

#include "language/parser.h"
#include "language/tagger.h"

namespace crosscheck::train {
namespace {

double cpu_seconds() {
  timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

struct Tally {
  long gold = 0, found = 0, right = 0;
  double f1() const { return gold + found == 0 ? 0 : 200.0 * static_cast<double>(right) / static_cast<double>(gold + found); }
};

struct Score {
  long words = 0, tags = 0, arcs_of = 0, arcs = 0, labelled = 0;
  std::map<std::string_view, Tally> relations;
  std::vector<std::pair<int32_t, bool>> sureness;  // margin, right

  void add(const GoldSentence& sentence, const std::vector<Parser::Arc>& arcs_found) {
    for (size_t i = 0; i < sentence.words.size(); ++i) {
      const GoldWord& gold = sentence.gold[i];
      const Parser::Arc& arc = arcs_found[i];
      ++words;
      tags += sentence.words[i].tag == gold.tag;
      const RelationId wanted = base_relation(gold.relation), named = base_relation(arc.relation);
      const bool head = arc.head == gold.head, right = head && wanted == named;
      Tally& tally = relations[relation_name(wanted)];
      ++tally.gold;
      tally.right += right;
      ++relations[relation_name(named)].found;
      if (is_punctuation(gold.tag)) continue;
      ++arcs_of;
      arcs += head;
      labelled += right;
      sureness.emplace_back(arc.margin, right);
    }
  }
};

double percent(long part, long whole) { return 100.0 * static_cast<double>(part) / static_cast<double>(std::max(whole, 1L)); }

void print_sureness(Score& score, std::ostream& out) {
  std::stable_sort(score.sureness.begin(), score.sureness.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  out << "  LAS of the surest:";
  for (const double share : {0.5, 0.7, 0.8, 0.9, 1.0}) {
    const auto size = static_cast<long>(share * static_cast<double>(score.sureness.size()));
    const long right = std::count_if(score.sureness.begin(), score.sureness.begin() + size, [](const auto& s) { return s.second; });
    out << "  " << share * 100 << " %: " << percent(right, size);
    if (size > 0 && share < 1) out << " (margin " << score.sureness[static_cast<size_t>(size - 1)].first << ")";
  }
  out << "\n  right, by margin:";
  for (int from = 0; from <= 560; from += 40) {
    const auto within = [&](const auto& s) { return s.first >= from && (s.first < from + 40 || from == 560); };
    long all = 0, right = 0;
    for (const auto& s : score.sureness)
      if (within(s)) ++all, right += s.second;
    out << "  " << from << ": " << percent(right, all);
  }
  out << '\n';
}

}  // namespace

void evaluate(const Model& model, const std::string& name, std::vector<GoldSentence>& sentences, bool detail, std::ostream& out) {
  size_t bytes = 0;
  for (const GoldSentence& sentence : sentences)
    for (const std::string& form : sentence.forms) bytes += form.size() + 1;
  const double start = cpu_seconds();
  for (GoldSentence& sentence : sentences) tag_words(model, sentence.words);
  const double tagged = cpu_seconds();
  Parser parser(model);
  std::vector<std::vector<Parser::Arc>> arcs;
  for (const GoldSentence& sentence : sentences) arcs.push_back(parser.parse(sentence.words));
  const double parsed = cpu_seconds();
  Score score;
  for (size_t i = 0; i < sentences.size(); ++i) score.add(sentences[i], arcs[i]);
  const double mb = static_cast<double>(bytes) / 1e6;
  out << std::fixed << std::setprecision(2) << std::left << std::setw(12) << name << "  POS " << percent(score.tags, score.words) << "  UAS " << percent(score.arcs, score.arcs_of)
      << "  LAS " << percent(score.labelled, score.arcs_of) << "  conj F1 " << score.relations["conj"].f1() << "   tag " << mb / (tagged - start) << " MB/s, parse " << mb / (parsed - tagged)
      << ", both " << mb / (parsed - start) << '\n';
  if (!detail) return;
  out << "  F1:";
  for (const auto& [relation, tally] : score.relations)
    if (tally.gold >= 20) out << "  " << relation << ' ' << std::setprecision(0) << tally.f1();
  out << std::setprecision(1) << '\n';
  print_sureness(score, out);
}

}  // namespace crosscheck::train
