// A sentence that another document repeats to the letter but for a figure:
//
//   leaflet.md   "Apply it within 90 days after the money was spent, or it will be turned down."
//   web.md       "Apply it within 30 days after the money was spent, or it will be turned down."
//
// Both sentences are read as rows of words and values. Where the rows are equal but for values, and few of these
// differ, the values stand in one place: nothing need be known of what they measure.
//
// Tested by the fixtures of contradiction.duration and contradiction.count.
#include <algorithm>

#include "index/near_copies.h"
#include "index/values.h"

namespace crosscheck {
namespace {

constexpr size_t kFewestWords = 7;    // in a sentence with one value that differs
constexpr size_t kFewestInPart = 6;   // where one of the two is said beside something else
constexpr size_t kWordsPerValue = 6;  // for each further one
constexpr double kLikeness = 0.6;

// A word, or the value that stands there.
struct Step {
  Symbol word = 0;
  int64_t value = -1;
};

class Rows {
 public:
  Rows(const Collection& texts, const std::vector<Claim>& claims, const Values& values) : texts_(texts), claims_(claims), values_(values) {}

  void read(const NearCopies& copies, const ComparedSentence& compared, std::vector<Step>& row) const {
    row.clear();
    const SentencePlace place = compared.place;
    const auto elsewhere = [&](uint32_t token) {  // in another statement of the sentence
      return compared.part && std::none_of(copies.units.begin() + compared.first, copies.units.begin() + compared.end, [&](const Unit& unit) { return unit.token <= token && token < unit.end; });
    };
    const Document& document = texts_.documents[place.document];
    const Sentence& sentence = document.sentences[place.sentence];
    const auto before = [&](const TypedValue& value, SentencePlace at) {
      const Claim& claim = claims_[value.claim];
      return claim.document != at.document ? claim.document < at.document : claim.sentence < at.sentence;
    };
    auto value = std::lower_bound(values_.all.begin(), values_.all.end(), place, before);
    for (uint32_t i = sentence.first_token; i < sentence.end_token;) {
      if (elsewhere(i)) { ++i; continue; }
      while (value != values_.all.end() && here(*value, place) && value->first < i) ++value;
      if (value != values_.all.end() && here(*value, place) && value->first == i && value->quantity >= 0) {
        row.push_back({0, value - values_.all.begin()});
        i = std::max(i + 1, value->end);
        continue;
      }
      if (document.tokens[i].kind != TokenKind::punctuation) row.push_back({document.tokens[i].word, -1});
      ++i;
    }
  }

 private:
  bool here(const TypedValue& value, SentencePlace place) const { return claims_[value.claim].document == place.document && claims_[value.claim].sentence == place.sentence; }
  const Collection& texts_;
  const std::vector<Claim>& claims_;
  const Values& values_;
};

bool same_value(const Quantity& a, const Quantity& b) { return a.dimension == b.dimension && a.low == b.low && a.high == b.high; }

// "181 were upheld in full, 97 in part": figures of one statement. An age and a chance, a time and a share are two.
bool go_together(const Quantity& a, const Quantity& b) { return a.dimension == b.dimension && (a.dimension == "count" || a.dimension == "percentage"); }

}  // namespace

bool Values::copied(uint32_t first, uint32_t second) const { return std::binary_search(copies.begin(), copies.end(), std::pair(std::min(first, second), std::max(first, second))); }

void find_value_copies(const Collection& texts, const std::vector<Claim>& claims, const NearCopies& near_copies, Values& values) {
  const Rows rows(texts, claims, values);
  std::vector<Step> a, b;
  const auto quantity = [&](int64_t v) -> const Quantity& { return claims[values.all[static_cast<size_t>(v)].claim].quantities[static_cast<size_t>(values.all[static_cast<size_t>(v)].quantity)]; };
  std::vector<std::pair<uint32_t, uint32_t>> differ;
  for (const SentencePair& pair : near_copies.pairs) {
    if (pair.likeness < kLikeness) continue;
    const SentencePlace one = near_copies.sentences[pair.a].place, two = near_copies.sentences[pair.b].place;
    if (one.document == two.document) continue;
    rows.read(near_copies, near_copies.sentences[pair.a], a), rows.read(near_copies, near_copies.sentences[pair.b], b);
    if (near_copies.sentences[pair.a].part && near_copies.sentences[pair.b].part) continue;  // what is cut off may differ in its own values
    const size_t fewest = near_copies.sentences[pair.a].part || near_copies.sentences[pair.b].part ? kFewestInPart : kFewestWords;
    if (a.size() != b.size() || a.size() < fewest) continue;
    differ.clear();
    bool alike = true;
    for (size_t i = 0; alike && i < a.size(); ++i) {
      alike = (a[i].value >= 0) == (b[i].value >= 0) && a[i].word == b[i].word;
      if (!alike || a[i].value < 0) continue;
      const Quantity &qa = quantity(a[i].value), &qb = quantity(b[i].value);
      if (same_value(qa, qb)) continue;
      alike = qa.dimension == qb.dimension;
      const auto first = static_cast<uint32_t>(a[i].value), second = static_cast<uint32_t>(b[i].value);
      differ.emplace_back(std::min(first, second), std::max(first, second));
    }
    // "At one year 1.2 %", "At five years 3.1 %": two statements.
    for (size_t i = 1; i < differ.size(); ++i) alike = alike && go_together(quantity(differ[0].first), quantity(differ[i].first));
    if (!alike || differ.empty() || a.size() < fewest + kWordsPerValue * (differ.size() - 1)) continue;
    values.copies.insert(values.copies.end(), differ.begin(), differ.end());
  }
  std::sort(values.copies.begin(), values.copies.end());
  values.copies.erase(std::unique(values.copies.begin(), values.copies.end()), values.copies.end());
}

}  // namespace crosscheck
