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

constexpr uint32_t kBefore = 3;  // sentences in which a thing has been named

bool named_before(const PairSide& side, Symbol word) {
  const SentencePlace place = side.sentence->place;
  const Document& document = *side.document;
  for (uint32_t s = place.sentence > kBefore ? place.sentence - kBefore : 0; s < place.sentence; ++s)
    for (uint32_t t = document.sentences[s].first_token; t < document.sentences[s].end_token; ++t)
      if (document.tokens[t].word == word || document.tokens[t].lemma == word) return true;
  return false;
}

// The words of the other side's subject stand in one of the three sentences before, near their start.
bool spoken_of(const PairSide& pronoun_side, const PairSide& named) {
  uint32_t wanted = 0, found = 0;
  for (uint32_t u = 0; u < named.predicate && u < named.units.size(); ++u) {
    if (!named.units[u].content()) continue;
    ++wanted;
    found += named_before(pronoun_side, named.units[u].word);
  }
  return wanted > 0 && found == wanted;
}

// "The case of Airova must be dry", "Airova comes in a case. The case must not be dry": all that one side adds are
// names behind "of", and the other document has named them just before.
bool belongs(const PairSide& more, const PairSide& less) {
  bool any = false;
  for (uint32_t u = 0; u < more.predicate && u < more.units.size(); ++u) {
    if (!more.units[u].content() || !more.left_over(u)) continue;
    const bool of = u > 0 && more.units[u - 1].is(preposition) && u > 1 && more.matched(u - 2);
    if (!more.units[u].name || !of || !named_before(less, more.units[u].word)) return false;
    any = true;
  }
  return any;
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
  if (belongs(more_side, less_side)) return {"subject", Answer::open, "the other speaks of " + word + " just before"};
  return {"subject", Answer::closed, "only one says " + word};
}

}  // namespace crosscheck
