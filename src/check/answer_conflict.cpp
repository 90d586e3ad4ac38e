// The words of such a pair differ on purpose, so it is not asked how many line up, but what is left when the words of
// the question (index/questions.h) are taken out: something must be shared, hardly anything may stand alone, and no
// word that says of whom, in which form or to what degree.
//
// Tested by the fixtures of contradiction.duration and contradiction.quantity.
#include "check/answer_conflict.h"

#include <algorithm>

#include "check/value_gates.h"
#include "index/questions.h"

namespace crosscheck {
namespace {

constexpr unsigned kMostAlone = 2;     // words of content without a partner, of both sides
constexpr double kMostAlike = 0.7;     // sentences more alike are compared word by word (check/value_conflict.cpp)
constexpr unsigned kSharedOfEvent = 3;
constexpr unsigned kFewestShared = 2;  // words of content or of the question on both sides

// What the two sentences say besides their values.
struct Rest {
  unsigned shared = 0, shared_cues = 0, alone = 0;
  unsigned of_both = 0;  // words of content in the two sentences
  bool names = false, scope = false, negation = false, time_a = false, time_b = false;
  double likeness() const { return of_both == 0 ? 1 : 2.0 * (shared + shared_cues) / of_both; }
};

// A word of time ("after", "within the first hour") asks; who, form and degree never do.
bool asks(const Item& item, QuestionSet both) { return (item.cue & both) != 0 && (!is_scope(item.kind) || item.kind == WordKind::time); }

bool content(const Item& item) { return item.kind != WordKind::filler && item.kind != WordKind::function && !item.negator; }

void stands_alone(const Item& item, QuestionSet both, bool& time, Rest& rest) {
  time |= item.kind == WordKind::time;
  if (item.negator) rest.negation = true;
  rest.of_both += content(item);
  if (!content(item) || asks(item, both)) return;
  ++rest.alone;
  rest.names |= item.name;
  rest.scope |= is_scope(item.kind) && item.kind != WordKind::time;
}

Rest rest_of(const Values& values, const TypedValue& a, const TypedValue& b, QuestionSet both) {
  Rest rest;
  std::vector<char> met(b.end_of_sentence - b.first_of_sentence);
  for (uint32_t i = a.first_of_sentence; i < a.end_of_sentence; ++i) {
    const Item& item = values.items[i];
    uint32_t k = b.first_of_sentence;
    while (k < b.end_of_sentence && (met[k - b.first_of_sentence] || values.items[k].key != item.key || values.items[k].negator != item.negator)) ++k;
    if (k == b.end_of_sentence) {
      stands_alone(item, both, rest.time_a, rest);
      continue;
    }
    met[k - b.first_of_sentence] = 1;
    if (!content(item)) continue;
    rest.of_both += 2;
    ++(asks(item, both) ? rest.shared_cues : rest.shared);
  }
  for (uint32_t k = b.first_of_sentence; k < b.end_of_sentence; ++k)
    if (!met[k - b.first_of_sentence]) stands_alone(values.items[k], both, rest.time_b, rest);
  return rest;
}

}  // namespace

bool judge_answers(const CheckInput& in, uint32_t first, uint32_t second, ValueConflict& out) {
  const Values& values = in.index.values;
  const TypedValue &va = values.all[first], &vb = values.all[second];
  const Claim &ca = in.index.claims[va.claim], &cb = in.index.claims[vb.claim];
  const Quantity &qa = ca.quantities[static_cast<size_t>(va.quantity)], &qb = cb.quantities[static_cast<size_t>(vb.quantity)];
  const ValueRelation relation = compare(qa, qb);
  if (relation == ValueRelation::equal || relation == ValueRelation::compatible || qa.per != qb.per) return false;
  const QuestionSet both = va.questions & vb.questions;
  const Rest rest = rest_of(values, va, vb, both);
  if ((rest.likeness() > kMostAlike && rest.alone > 0) || rest.names || rest.scope || (rest.time_a && rest.time_b) || rest.negation || rest.alone > kMostAlone || rest.shared == 0 || rest.shared + rest.shared_cues < kFewestShared) return false;
  // An event has many days: when it was announced, begun and opened.
  if ((qa.dimension == "date" || qa.dimension == "calendar") && rest.shared < kSharedOfEvent) return false;
  if (qa.dimension == "count" && va.counted != vb.counted) return false;
  const Side a{&in.texts.documents[ca.document], &ca}, b{&in.texts.documents[cb.document], &cb};
  Gates& gates = out.gates;
  gate_attribution(a, b, gates);
  gate_place_of_figures(in, {a, qa}, {b, qb}, gates);
  gate_study(in, {a, qa}, {b, qb}, false, gates);
  if (gates.closed() || !others_agree(in, va, qa, vb, qb)) return false;
  gates.add("what is asked", Answer::passed);
  gates.add("words", Answer::open, "said in other words");
  const auto& table = in.rulebook.table<QuestionTable>();
  for (size_t q = 0; q < table.size(); ++q)
    if ((both >> q & 1) != 0) gates.all[gates.all.size() - 2].words = table.name(q);
  out.first = first, out.second = second;
  out.level = Level::warning;
  out.comparison = "answers", out.alike = rest.likeness();
  out.confidence = 0.72 - 0.04 * rest.alone;
  return true;
}

}  // namespace crosscheck
