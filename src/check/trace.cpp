// Tested by tests/cli/commands.py.
#include "check/trace.h"

#include <algorithm>
#include <cmath>

#include "check/frame_conflict.h"
#include "check/slot_conflict.h"
#include "check/understood.h"
#include "check/value_conflict.h"

namespace crosscheck {
namespace {

const char* rule_of(ContrastKind kind) {
  switch (kind) {
    case ContrastKind::negation: return "contradiction.negation";
    case ContrastKind::antonym: return "contradiction.antonym";
    case ContrastKind::modality: return "contradiction.modality";
    case ContrastKind::quantifier: return "contradiction.quantifier";
    case ContrastKind::exception: return "contradiction.exception";
    case ContrastKind::comparison: return "contradiction.comparison";
    case ContrastKind::role: return "contradiction.role";
    case ContrastKind::order: return "contradiction.order";
    case ContrastKind::entity: return "contradiction.entity";
    case ContrastKind::category: return "contradiction.category";
    case ContrastKind::number: return "contradiction.count";
    case ContrastKind::wording: return "variation.near_duplicate";
  }
  return "";
}

std::string percent(double share) { return std::to_string(static_cast<int>(std::lround(100 * share))) + " %"; }

std::string closed_by(const Gates& gates) {
  const auto closed = std::find_if(gates.all.begin(), gates.all.end(), [](const Gate& gate) { return gate.answer == Answer::closed; });
  return std::string("silent: the gate \"") + closed->name + "\" is closed" + (closed->words.empty() ? "" : " (" + closed->words + ")");
}

std::string open_gates(const Gates& gates) { return gates.open() == 1 ? "one gate stays open" : std::to_string(gates.open()) + " gates stay open"; }

class Judge {
 public:
  Judge(const Collection& texts, const Index& index, const Rulebook& rules, const Wanted& wanted) : texts_(texts), index_(index), rules_(rules), wanted_(wanted) {}

  void values(bool all) {
    const Rule* rule = rules_.find("contradiction.quantity");
    if (!rule) return;
    const std::vector<Contrast> none;
    const CheckInput in{texts_, index_, rules_, *rule, none};
    const Values& values = index_.values;
    for (const auto& [first, second] : values.candidates) value_pair(in, first, second, true);
    if (!all) return;
    for (uint32_t i = 0; i < values.all.size(); ++i)
      for (uint32_t k = i + 1; k < values.all.size(); ++k) {
        const TypedValue &a = values.all[i], &b = values.all[k];
        if (a.dimension != b.dimension || a.quantity < 0 || b.quantity < 0) continue;
        const auto is_pair = [&](const auto& pair) { return (pair.first == i && pair.second == k) || (pair.first == k && pair.second == i); };
        if (!meant(place_of(i), place_of(k)) || std::any_of(values.candidates.begin(), values.candidates.end(), is_pair)) continue;
        value_pair(in, i, k, false);
      }
  }

  // Values of one thing in other words.
  void frames() {
    const Rule* rule = rules_.find("contradiction.quantity");
    if (!rule) return;
    const std::vector<Contrast> none;
    const CheckInput in{texts_, index_, rules_, *rule, none};
    for (const auto& [first, second] : index_.frames->candidates) {
      Comparison out{"values in other words", place_of(first), place_of(second), {}, understood(quantity(first)), understood(quantity(second)), {}, {}, true};
      if (!meant(out.a, out.b)) continue;
      out.slot = quantity(first).dimension;
      ValueConflict conflict;
      const bool clash = judge_frames(in, first, second, conflict);
      out.gates = conflict.gates;
      out.outcome = clash ? std::string(name_of(conflict.level)) + ": " + open_gates(out.gates) : out.gates.closed() ? closed_by(out.gates) : std::string("silent: ") + (conflict.outcome ? conflict.outcome : "the values do not clash");
      made.push_back(std::move(out));
    }
  }

  void wordings() {
    const NearCopies& copies = index_.near_copies;
    const std::vector<Contrast> contrasts = find_contrasts(texts_, copies, rules_.table<WordRelations>());
    for (const Contrast& found : contrasts)
      if (meant(found.a, found.b) || meant_again(copies.sentences[found.sentence_a], copies.sentences[found.sentence_b])) contrast(found);
    for (uint32_t p = 0; p < copies.pairs.size(); ++p) {
      const ComparedSentence &a = copies.sentences[copies.pairs[p].a], &b = copies.sentences[copies.pairs[p].b];
      const bool judged = std::any_of(contrasts.begin(), contrasts.end(), [&](const Contrast& contrast) { return contrast.sentence_a == copies.pairs[p].a && contrast.sentence_b == copies.pairs[p].b; });
      if (!judged && meant_again(a, b)) {
        Comparison out{"wording", whole(a.place), whole(b.place), "what the two sentences say", {}, {}, {}, {}, true};
        out.outcome = "silent: the sentences are alike in " + percent(copies.pairs[p].likeness) + " of their words, and in none of the ways that are known do they part on one point";
        made.push_back(std::move(out));
      }
    }
  }

  // Answers to one question: they are compared when they are about one thing.
  void answers(bool all) {
    const std::vector<Statement>& statements = index_.slots.all;
    for (size_t i = 0; i < statements.size(); ++i)
      for (size_t k = i + 1; k < statements.size() && statements[k].slot == statements[i].slot; ++k) {
        const bool one_thing = statements[i].subject == statements[k].subject;
        if (one_thing || all) answer_pair(statements[i], statements[k], one_thing);
      }
  }

  std::vector<Comparison> made;

 private:
  bool meant(const Evidence& a, const Evidence& b) const { return wanted_(a, b) || wanted_(b, a); }
  Evidence whole(const SentencePlace& place) const { return {place.document, texts_.documents[place.document].sentences[place.sentence].span, 1}; }

  // A sentence that stands several times is compared once.
  bool meant_again(const ComparedSentence& a, const ComparedSentence& b) const {
    const auto places = [](const ComparedSentence& sentence) {
      std::vector<SentencePlace> out{sentence.place};
      out.insert(out.end(), sentence.again.begin(), sentence.again.end());
      return out;
    };
    for (const SentencePlace& one : places(a))
      for (const SentencePlace& two : places(b))
        if (meant(whole(one), whole(two))) return true;
    return false;
  }

  const Quantity& quantity(uint32_t value) const { return index_.claims[index_.values.all[value].claim].quantities[static_cast<size_t>(index_.values.all[value].quantity)]; }

  Evidence place_of(uint32_t value) const {
    const Claim& claim = index_.claims[index_.values.all[value].claim];
    return {claim.document, shown_span(texts_.documents[claim.document], quantity(value)), 1};
  }

  void value_pair(const CheckInput& in, uint32_t first, uint32_t second, bool candidate) {
    if (index_.values.all[first].quantity < 0 || index_.values.all[second].quantity < 0) return;
    Comparison out{"values", place_of(first), place_of(second), {}, understood(quantity(first)), understood(quantity(second)), {}, {}, candidate};
    if (!meant(out.a, out.b)) return;
    const Quantity& q = quantity(first);
    const Claim& claim = index_.claims[index_.values.all[first].claim];
    const std::string_view subject = texts_.documents[claim.document].text_of(claim.subject), of = texts_.documents[claim.document].text_of(q.of);
    out.slot = q.dimension + (of.empty() ? "" : " of \"" + std::string(of) + "\"") + (subject.empty() || subject == of ? "" : ", said of \"" + std::string(subject) + "\"");
    ValueConflict conflict;
    const bool clash = judge_values(in, first, second, conflict);
    out.gates = conflict.gates;
    if (clash && !candidate) out.outcome = "silent: a run compares each value with those it shares most words with, and these two are not among them";
    else if (clash) out.outcome = std::string(name_of(conflict.level)) + ": " + (out.gates.open() > 0 ? open_gates(out.gates) : "every gate passed") + (conflict.outcome ? std::string("; ") + conflict.outcome : "");
    else if (out.gates.closed()) out.outcome = closed_by(out.gates);
    else out.outcome = std::string("silent: ") + (conflict.outcome ? conflict.outcome : "the values do not clash");
    made.push_back(std::move(out));
  }

  std::string value_of(const Slot& slot, const Statement& statement) const {
    return statement.value >= 0 && static_cast<size_t>(statement.value) < slot.values.size() ? slot.values[static_cast<size_t>(statement.value)] : "";
  }

  void answer_pair(const Statement& a, const Statement& b, bool one_thing) {
    Comparison out{"answers to one question", {a.document, a.shown, 1}, {b.document, b.shown, 2}, {}, {}, {}, {}, {}, one_thing};
    if (!meant(out.a, out.b)) return;
    const Slot& slot = *rules_.table<SlotTable>().slots[a.slot];
    out.slot = slot.asks;
    out.says_a = value_of(slot, a), out.says_b = value_of(slot, b);
    if (one_thing) out.gates = gates_between(slot, a, b);
    if (!one_thing) out.outcome = "silent: the two places are held to be about different things";
    else if (!exclude_each_other(texts_, slot, a, b)) out.outcome = "silent: both answers can be right";
    else if (out.gates.closed()) out.outcome = closed_by(out.gates);
    else if (out.gates.open() == 0) out.outcome = std::string(slot.error ? "error" : "warning") + ": every gate passed" + (slot.error ? "" : "; this question never gives more than a warning");
    else out.outcome = out.gates.open() > 2 ? "silent: too many gates stay open" : "warning: " + open_gates(out.gates);
    made.push_back(std::move(out));
  }

  void contrast(const Contrast& contrast) {
    Comparison out{"wording", contrast.a, contrast.b, {}, {}, {}, contrast.gates, {}, true};
    out.slot = contrast.grounds.empty() ? "what the two sentences say" : contrast.grounds;
    const auto text = [&](const Evidence& place) { return std::string(texts_.documents[place.document].text_of(place.span)); };
    out.says_a = text(contrast.a), out.says_b = text(contrast.b);
    const char* id = rule_of(contrast.kind);
    const Rule* rule = rules_.find(id);
    const std::string alike = "the sentences are alike in " + percent(contrast.likeness) + " of their words";
    const double least = rule ? rule->settings["warning_likeness"].number(0.5) : 0.5, sure = rule ? rule->settings["error_likeness"].number(0.7) : 0.7;
    if (!rule || rule->off) out.outcome = std::string("silent: the rule ") + id + " is off";
    else if (contrast.gates.closed()) out.outcome = closed_by(contrast.gates);
    else if (!contrast.opposed && contrast.likeness < least) out.outcome = "silent: " + alike + ", and " + id + " wants " + percent(least);
    else if (contrast.opposed || contrast.gates.open() > 0) out.outcome = std::string(name_of(std::min(rule->level, Level::warning))) + ": " + open_gates(contrast.gates) + "; " + alike;
    else if (contrast.likeness < sure) out.outcome = std::string(name_of(std::min(rule->level, Level::warning))) + ": every gate passed; " + alike + ", and an error wants " + percent(sure);
    else out.outcome = std::string(name_of(rule->level)) + ": every gate passed; " + alike;
    made.push_back(std::move(out));
  }

  const Collection& texts_;
  const Index& index_;
  const Rulebook& rules_;
  const Wanted& wanted_;
};

}  // namespace

std::vector<Comparison> compare_again(const Collection& texts, const Index& index, const Rulebook& rules, const Wanted& wanted, bool all) {
  Judge judge(texts, index, rules, wanted);
  judge.values(all);
  judge.frames();
  judge.answers(all);
  judge.wordings();
  return std::move(judge.made);
}

}  // namespace crosscheck
