// Numbers that should add up and do not: within a sentence (check/sums), within a table (check/table_sums), and between
// a price and what is said to cost it.
//
// Tested by tests/checks/structure/arithmetic.yaml.

#include <cmath>

#include "check/check.h"
#include "check/sums.h"
#include "check/table_sums.h"

namespace crosscheck::structure {
namespace {

struct Settings {
  SumWords sums;
  TableWords tables;
  Settings(const Value&, Rulebook& book) : sums(book), tables(book) {}
};

// "210 francs per square metre"
struct Rate {
  Measure price;
  uint32_t unit = 0;
  bool unique = true;
};

class Rates {
 public:
  Rates(const Document& document, const SumWords& words, const NumberTable& numbers) : document_(document), words_(words), numbers_(numbers) {}

  void check(std::vector<Miscount>& out) {
    for (const Sentence& sentence : document_.sentences) {
      bool rate = false;
      for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) rate |= document_.tokens[i].word == words_.per;
      if (rate) collect(sentence);
    }
    if (rates_.empty()) return;
    for (const Sentence& sentence : document_.sentences) apply(sentence, out);
  }

 private:
  void collect(const Sentence& sentence) {
    for (const Measure& price : words_.amounts.find(document_, sentence.first_token, sentence.end_token, numbers_)) {
      if (price.unit <= MeasureWords::kPercent || price.approximate || price.joined || price.end >= sentence.end_token || document_.tokens[price.end].word != words_.per) continue;
      uint32_t tokens = 0;
      const uint32_t unit = words_.amounts.unit_at(document_, price.end + 1, sentence.end_token, tokens);
      if (unit == 0) continue;
      bool known = false;
      for (Rate& rate : rates_)
        if (rate.unit == unit && rate.price.unit == price.unit) known = true, rate.unique &= rate.price.value == price.value;
      if (!known) rates_.push_back({price, unit, true});
    }
  }

  // "a stand of 18 m² costs 3,870 francs"
  void apply(const Sentence& sentence, std::vector<Miscount>& out) {
    const std::vector<Measure> amounts = words_.amounts.find(document_, sentence.first_token, sentence.end_token, numbers_);
    for (size_t k = 0; k + 1 < amounts.size(); ++k) {
      const Measure &size = amounts[k], &cost = amounts[k + 1];
      if (cost.first - size.end > 4 || size.approximate || cost.approximate || size.joined) continue;
      bool stated = false;
      for (uint32_t i = size.end; i < cost.first; ++i) stated |= words_.results.contains(document_.tokens[i].word);
      for (const Rate& rate : rates_) {
        if (!stated || !rate.unique || rate.unit != size.unit || rate.price.unit != cost.unit) continue;
        const double value = size.value * rate.price.value;
        if (std::abs(value - cost.value) <= 0.5 * std::pow(10.0, -cost.decimals) + 1e-6 || value < cost.value * 0.75 || value > cost.value * 1.3) continue;
        Miscount miscount;
        miscount.places = {span_of(document_, cost), span_of(document_, size), span_of(document_, rate.price)};
        miscount.right = written(value, cost.decimals);
        miscount.shown = std::string(document_.text_of(span_of(document_, size))) + " × " + std::string(document_.text_of(span_of(document_, rate.price))) + " = " + miscount.right;
        miscount.wrong = document_.tokens[cost.number_first].span;
        out.push_back(std::move(miscount));
      }
    }
  }

  const Document& document_;
  const SumWords& words_;
  const NumberTable& numbers_;
  std::vector<Rate> rates_;
};

void run(const CheckInput& in, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  const auto& numbers = in.rulebook.table<NumberTable>();
  std::vector<Miscount> miscounts;
  for (uint32_t d = 0; d < in.texts.documents.size(); ++d) {
    const Document& document = in.texts.documents[d];
    miscounts.clear();
    for (const Sentence& sentence : document.sentences) {
      const PassageKind kind = document.passages[sentence.passage].kind;
      if (kind != PassageKind::table_cell && kind != PassageKind::code) find_miscounts(document, sentence, settings.sums, numbers, miscounts);
    }
    Rates(document, settings.sums, numbers).check(miscounts);
    find_table_miscounts(document, settings.tables, miscounts);
    for (const Miscount& miscount : miscounts) {
      std::vector<Evidence> evidence;
      for (const Span place : miscount.places) evidence.push_back({d, place, static_cast<uint8_t>(evidence.empty() ? 1 : 2)});
      Finding out = finding(in, std::move(evidence), {{"sum", miscount.shown}});
      out.why = "The numbers were worked out: " + miscount.shown + ".";
      out.confidence = 0.9;
      if (!miscount.wrong.empty() && !miscount.right.empty()) out.fixes = {{d, miscount.wrong, miscount.right, false}};
      findings.push_back(std::move(out));
    }
  }
}

}  // namespace

extern const Check arithmetic{run, prepare<Settings>};

}  // namespace crosscheck::structure
