// Are both about the same thing? The words before the predicate must line up. A pronoun stands for what its
// document spoke of before.
#include <algorithm>

#include "check/pair_gates.h"

namespace crosscheck {
namespace {

struct Subject {
  uint32_t content = 0, left_over = 0, strange = 0;  // strange: names, labels and scope words among the left over
  uint32_t first = 0;                                // a left-over unit
  bool pronoun = false;
};

Subject subject_of(const PairSide& side) {
  Subject out;
  const uint32_t end = std::min<uint32_t>(side.predicate, static_cast<uint32_t>(side.units.size()));
  for (uint32_t u = 0; u < end; ++u) {
    const Unit& unit = side.units[u];
    if (unit.is(pronoun) && !side.matched(u)) out.pronoun = true;
    if (!unit.content() || side.spent[u]) continue;
    ++out.content;
    if (!side.left_over(u) || unit.is(soft_frequency) || unit.amount == Amount::all) continue;  // "the whole course"
    if (out.left_over++ == 0) out.first = u;
    out.strange += unit.is(scope_word | label_word | plural_some) || unit.name || unit.number;
  }
  return out;
}

// The words of the other side's subject stand in one of the three sentences before, near their start.
bool spoken_of(const PairSide& pronoun_side, const PairSide& named) {
  const SentencePlace place = pronoun_side.sentence->place;
  const Document& document = *pronoun_side.document;
  uint32_t wanted = 0, found = 0;
  for (uint32_t u = 0; u < named.predicate && u < named.units.size(); ++u) {
    if (!named.units[u].content()) continue;
    ++wanted;
    bool here = false;
    for (uint32_t s = place.sentence > 3 ? place.sentence - 3 : 0; s < place.sentence && !here; ++s)
      for (uint32_t t = document.sentences[s].first_token; t < document.sentences[s].end_token && !here; ++t) here = document.tokens[t].word == named.units[u].word || document.tokens[t].lemma == named.units[u].word;
    found += here;
  }
  return wanted > 0 && found == wanted;
}

}  // namespace

Gate subject_gate(const AlignedPair& pair, const Collection&) {
  const Subject a = subject_of(pair.a), b = subject_of(pair.b);
  if (a.left_over == 0 && b.left_over == 0) {
    if (a.content == 0 || b.content == 0) {
      if (a.content != b.content && (a.pronoun || b.pronoun)) return {"subject", Answer::passed, "the same words"};
      return {"subject", Answer::passed, ""};
    }
    return {"subject", Answer::passed, "both about \"" + pair.a.text(0, pair.a.predicate) + "\""};
  }
  if (a.left_over > 0 && b.left_over > 0) return {"subject", Answer::closed, "\"" + pair.a.text(a.first) + "\" and \"" + pair.b.text(b.first) + "\""};
  const bool of_a = a.left_over > 0;
  const Subject &more = of_a ? a : b, &less = of_a ? b : a;
  const PairSide &more_side = of_a ? pair.a : pair.b, &less_side = of_a ? pair.b : pair.a;
  const std::string word = "\"" + more_side.text(more.first) + "\"";
  if (less.content == 0 && less.pronoun) {
    if (spoken_of(less_side, more_side)) return {"subject", Answer::passed, "the other speaks of " + word + " just before"};
    return {"subject", more.strange > 0 ? Answer::closed : Answer::open, "only one names " + word};
  }
  return {"subject", Answer::closed, "only one says " + word};
}

}  // namespace crosscheck
