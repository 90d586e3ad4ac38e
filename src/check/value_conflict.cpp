#include "check/value_conflict.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "check/answer_conflict.h"
#include "check/frame_conflict.h"
#include "check/understood.h"
#include "check/value_gates.h"
#include "index/value_frames.h"
#include "claim/grammar.h"
#include "language/quantities.h"
#include "language/tags.h"

namespace crosscheck {
namespace {

constexpr double kErrorCoverage = 0.6;    // share of each side's words that must find a partner
constexpr double kWarningCoverage = 0.5;
constexpr double kPartCoverage = 0.35;    // where one side is all in the other
constexpr double kScopeCoverage = 0.9;    // of a value that says of whom the sentence speaks
constexpr double kOpenCoverage = 0.5;     // where a gate stays open
constexpr unsigned kMostOpen = 2;
constexpr double kOneEvent = 0.9;
constexpr uint32_t kTellingLength = 20;   // tokens of a sentence that is repeated about one study only
constexpr double kErrorWeight = 2;        // paired words an error needs
constexpr const char* kTooFewWords = "too few words around the two values find a partner";

// One clause as a row of items with the value itself as an anchor.
struct Row {
  std::vector<Item> items;
  size_t anchor = 0;
};

Row row_of(const Values& values, const TypedValue& value, bool whole) {
  Row row;
  if (!whole)
    for (uint32_t i = value.first_subject; i < value.end_subject; ++i) row.items.push_back(values.items[i]);
  const uint32_t first = whole ? value.first_of_sentence : value.first_item, end = whole ? value.end_of_sentence : value.end_item;
  for (uint32_t i = first; i < end; ++i) row.items.push_back(values.items[i]);
  while (row.anchor < row.items.size() && row.items[row.anchor].token < value.first) ++row.anchor;
  return row;
}

// A pronoun stands for the other side's subject: its words need no partner.
void leave_out_subject(const Side& named, const Side& pronoun, const Meanings& meanings, Row& row) {
  if (!subject_elsewhere(meanings, pronoun) || subject_elsewhere(meanings, named)) return;
  for (size_t i = row.items.size(); i-- > 0;) {
    if (!named.claim->subject.contains(named.document->tokens[row.items[i].token].span)) continue;
    if (row.items[i].kind == WordKind::measure || is_scope(row.items[i].kind)) continue;
    row.items.erase(row.items.begin() + static_cast<std::ptrdiff_t>(i));
    if (i < row.anchor) --row.anchor;
  }
}

double weight(const Item& item) {
  if (item.negator || item.kind == WordKind::function) return 0;
  if (item.kind == WordKind::filler) return 0.2;
  return item.name ? 1.3 : 1;
}

struct Alignment {
  std::vector<int32_t> partner_a, partner_b;  // in order; -1 none
  std::vector<char> met_a, met_b;             // paired at all, in order or not
  double paired = 0, total_a = 0, total_b = 0;
  double fuller() const { return std::max(total_a > 0 ? paired / total_a : 0, total_b > 0 ? paired / total_b : 0); }
  double coverage() const { return std::min(total_a > 0 ? paired / total_a : 1, total_b > 0 ? paired / total_b : 1); }
};

// Longest common row of keys, left and right of the value separately.
void align_part(const Row& a, const Row& b, size_t a0, size_t a1, size_t b0, size_t b1, Alignment& out) {
  const size_t n = a1 - a0, m = b1 - b0;
  std::vector<uint16_t> best((n + 1) * (m + 1));
  for (size_t i = n; i-- > 0;)
    for (size_t k = m; k-- > 0;) {
      const bool same = a.items[a0 + i].key == b.items[b0 + k].key && a.items[a0 + i].negator == b.items[b0 + k].negator;
      const auto cell = [&](size_t x, size_t y) -> uint16_t { return best[x * (m + 1) + y]; };
      best[i * (m + 1) + k] = std::max({cell(i + 1, k), cell(i, k + 1), static_cast<uint16_t>(same ? cell(i + 1, k + 1) + 1 : 0)});
    }
  for (size_t i = 0, k = 0; i < n && k < m;) {
    const auto cell = [&](size_t x, size_t y) { return best[x * (m + 1) + y]; };
    const bool same = a.items[a0 + i].key == b.items[b0 + k].key && a.items[a0 + i].negator == b.items[b0 + k].negator;
    if (same && cell(i, k) == cell(i + 1, k + 1) + 1) {
      out.partner_a[a0 + i] = static_cast<int32_t>(b0 + k), out.partner_b[b0 + k] = static_cast<int32_t>(a0 + i);
      ++i, ++k;
    } else if (cell(i + 1, k) >= cell(i, k + 1)) ++i;
    else ++k;
  }
}

Alignment align(const Row& a, const Row& b) {
  Alignment out;
  out.partner_a.assign(a.items.size(), -1), out.partner_b.assign(b.items.size(), -1);
  align_part(a, b, 0, a.anchor, 0, b.anchor, out);
  align_part(a, b, a.anchor, a.items.size(), b.anchor, b.items.size(), out);
  out.met_a.assign(a.items.size(), 0), out.met_b.assign(b.items.size(), 0);
  for (size_t i = 0; i < a.items.size(); ++i) out.met_a[i] = out.partner_a[i] >= 0;
  for (size_t k = 0; k < b.items.size(); ++k) out.met_b[k] = out.partner_b[k] >= 0;
  // What stands elsewhere on the other side is paired too, though not in order.
  for (size_t i = 0; i < a.items.size(); ++i)
    for (size_t k = 0; !out.met_a[i] && k < b.items.size(); ++k)
      if (!out.met_b[k] && a.items[i].key == b.items[k].key && a.items[i].negator == b.items[k].negator) out.met_a[i] = out.met_b[k] = 1;
  for (size_t i = 0; i < a.items.size(); ++i) out.total_a += weight(a.items[i]), out.paired += out.met_a[i] ? weight(a.items[i]) : 0;
  for (const Item& item : b.items) out.total_b += weight(item);
  return out;
}

// The unpaired words between each two neighbouring pairs; the value is a pair.
Residue residue_of(const Row& a, const Row& b, const Alignment& alignment) {
  Residue residue;
  Residue::Gap gap;
  size_t k = 0;
  const auto flush = [&] {
    if (!gap.first.empty() || !gap.second.empty()) residue.gaps.push_back(std::move(gap));
    gap = {};
  };
  // An unpaired word right before a paired noun narrows it ("each quick squeeze").
  const auto lone = [](const Row& row, const std::vector<char>& met, size_t i) {
    Item item = row.items[i];
    item.modifier = i + 1 < row.items.size() && met[i + 1] && !row.items[i + 1].name && row.items[i + 1].token == item.end;
    return item;
  };
  const auto take_b = [&](size_t until) {
    for (; k < until; ++k)
      if (!alignment.met_b[k]) gap.second.push_back(lone(b, alignment.met_b, k));
  };
  for (size_t i = 0; i <= a.items.size(); ++i) {
    if (i == a.anchor) take_b(b.anchor), flush();
    if (i == a.items.size()) break;
    if (alignment.partner_a[i] >= 0) {
      take_b(static_cast<size_t>(alignment.partner_a[i])), flush();
      ++k;
    } else if (!alignment.met_a[i]) {
      gap.first.push_back(lone(a, alignment.met_a, i));
    }
  }
  take_b(b.items.size()), flush();
  return residue;
}

// The quantities of the clauses a value stands among.
std::vector<const Quantity*> others_of(const Index& index, const TypedValue& value, bool whole) {
  std::vector<const Quantity*> out;
  const uint32_t first = whole ? value.first_claim : value.claim, end = whole ? value.end_claim : value.claim + 1;
  for (uint32_t c = first; c < end; ++c)
    for (uint32_t q = 0; q < index.claims[c].quantities.size(); ++q)
      if (c != value.claim || q != static_cast<uint32_t>(value.quantity)) out.push_back(&index.claims[c].quantities[q]);
  return out;
}

// Could this further quantity be of what the value is of?
bool may_be_of(const CheckInput& in, const Claim& claim, const Quantity& further, const TypedValue& value) {
  if (further.of.empty() || value.counted == 0) return true;
  const Document& document = in.texts.documents[claim.document];
  uint32_t last = further.end;
  while (last + 1 < document.tokens.size() && document.tokens[last + 1].span.begin < further.of.end) ++last;
  return in.index.meanings.key(document.tokens[last].word) == value.counted;
}

bool equals(const Quantity& a, const Quantity& b) {
  if (a.dimension != b.dimension) return false;
  return a.dimension == "label" ? a.low == b.low : compare(a, b) == ValueRelation::equal;
}

// The other quantities around both: equal ones support, another pair that differs is a second contrast, and the
// very value on the other side settles the matter.
void gate_other_values(const CheckInput& in, const TypedValue& a, const Quantity& qa, const TypedValue& b, const Quantity& qb, bool whole, Gates& gates) {
  const Index& index = in.index;
  const std::vector<const Quantity*> others_a = others_of(index, a, whole), others_b = others_of(index, b, whole);
  const auto among = [](const std::vector<const Quantity*>& list, const Quantity& wanted) {
    return std::any_of(list.begin(), list.end(), [&](const Quantity* q) { return equals(*q, wanted); });
  };
  if (among(others_b, qa) || among(others_a, qb)) return gates.add("other values", Answer::closed, "the value stands on the other side as well");
  // "born in 1964 and moved in 1984", "born there and moved in 1984": each year is of an event of its own.
  if (qa.dimension == "date" && (among(others_of(index, a, true), qb) || among(others_of(index, b, true), qa))) return gates.add("other values", Answer::closed, "the date stands on the other side as well");
  std::vector<const Quantity*> lone_a, lone_b;
  for (const Quantity* q : others_a)
    if (!among(others_b, *q)) lone_a.push_back(q);
  for (const Quantity* q : others_b)
    if (!among(others_a, *q)) lone_b.push_back(q);
  if (!lone_a.empty() && !lone_b.empty()) return gates.add("second contrast", Answer::closed, "another value differs too");
  for (const auto* list : {&lone_a, &lone_b})
    for (const Quantity* q : *list) {
      const Claim& claim = index.claims[list == &lone_a ? a.claim : b.claim];
      const Quantity& self = list == &lone_a ? qa : qb;
      const bool restricts = q->dimension == "label" || q->dimension == "age" || claim.subject.contains(q->span) || (q->dimension == self.dimension && q->per == self.per && may_be_of(in, claim, *q, list == &lone_a ? a : b));
      const bool gloss = q->first > self.end && q->first <= self.end + 1 && q->dimension != self.dimension;
      if (gloss) continue;
      gates.add("other values", restricts ? Answer::closed : q->first > self.end ? Answer::passed : Answer::open, "one side has a further value");
    }
  if (lone_a.empty() && lone_b.empty() && !others_a.empty()) gates.add("other values", Answer::passed);
}

// A name that both give ("the Larkhall cohort"): a word for a study follows it.
bool same_study(const CheckInput& in, const Side& a, const Row& row, const Alignment& alignment) {
  const WordSet& trial = in.index.meanings.table().trial;
  for (size_t i = 0; i + 1 < row.items.size(); ++i)
    if (alignment.met_a[i] && row.items[i].name && row.items[i + 1].token == row.items[i].end && trial.contains(a.document->tokens[row.items[i + 1].token].word)) return true;
  return false;
}

// "The daily amount is 3000 mg", "4 g in 24 hours": the period stands apart from the amount.
bool period_elsewhere(const CheckInput& in, const Side& with, const Quantity& period, const Side& without, const Quantity& bare) {
  const auto& periods = in.rulebook.table<QuantityTable>().periods;
  double days = 0;
  for (uint32_t i = period.first; i < period.end; ++i)
    if (const double* found = periods.find(with.document->tokens[i].word)) days = *found;
  if (days <= 0 || !bare.per.empty()) return false;
  for (uint32_t i = without.sentence().first_token; i < without.sentence().end_token; ++i) {
    if (i >= bare.first && i < bare.end) continue;
    const double* found = periods.find(without.document->tokens[i].word);
    if (found && *found == days) return true;
  }
  return false;
}

void gate_measure(const CheckInput& in, const Side& one, const TypedValue& a, const Quantity& qa, const Side& two, const TypedValue& b, const Quantity& qb, Gates& gates) {
  const bool told = period_elsewhere(in, one, qa, two, qb) || period_elsewhere(in, two, qb, one, qa);
  if (qa.per != qb.per && told) gates.add("unit of reference", Answer::open, "only one side gives it with the amount");
  if (qa.per != qb.per && !told) return gates.add("unit of reference", Answer::closed, "per " + (qa.per.empty() ? "none" : qa.per) + " against " + (qb.per.empty() ? "none" : qb.per));
  const bool bare = qa.dimension == "count" || qa.dimension == "times";
  if (a.counted != 0 && b.counted != 0) {
    if (a.counted == b.counted) return gates.add("what is measured", Answer::passed);
    if (bare) return gates.add("what is counted", Answer::closed);
  } else if (bare) {
    gates.add("what is counted", Answer::closed, "one number stands without a noun");
  }
}

// "some 420" and "some 380": both are about, and yet they differ.
bool differ_exactly(const Quantity& a, const Quantity& b) { return a.low == a.high && b.low == b.high && std::abs(a.low - b.low) > 0.02 * std::max(std::abs(a.low), std::abs(b.low)); }

bool defines(const CheckInput& in, const Claim& claim) {
  const auto& grammar = in.rulebook.table<GrammarTable>();
  const Document& document = in.texts.documents[claim.document];
  const Sentence& sentence = document.sentences[claim.sentence];
  for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i)
    if (claim.span.contains(document.tokens[i].span) && grammar.definitions.match(document.tokens, i, sentence.end_token).tokens > 1) return true;
  return false;
}

// "according to the parish books", said on both sides, reports the same view twice.
bool same_view(const Side& a, const Side& b) {
  const auto view = [&](const Side& side) {
    std::vector<Symbol> words;
    for (uint32_t i = side.sentence().first_token; i < side.sentence().end_token; ++i)
      if (side.claim->attribution && side.claim->attribution->contains(side.document->tokens[i].span)) words.push_back(side.document->tokens[i].word);
    return words;
  };
  return a.claim->attribution && b.claim->attribution && view(a) == view(b);
}

// "Normally, ..." against "In the syndrome, ...": each side says in front when it holds.
bool fronted(const Side& side) {
  if (side.claim->relation.empty()) return false;
  const Token& first = side.document->tokens[side.sentence().first_token];
  return first.kind == TokenKind::word && (is_adverb(first.tag) || first.tag == tag::IN);
}

bool conditions_differ(const Side& a, const Side& b) { return a.claim->conditions.empty() != b.claim->conditions.empty(); }

}  // namespace

Span shown_span(const Document& document, const Quantity& quantity) {
  Span span = quantity.span;
  if (quantity.dimension == "count" && !quantity.of.empty() && quantity.of.end - span.begin < 60) span.end = quantity.of.end;
  return span.size() > 0 ? span : Span{document.tokens[quantity.first].span};
}

bool others_agree(const CheckInput& in, const TypedValue& a, const Quantity& qa, const TypedValue& b, const Quantity& qb) {
  Gates gates;
  gate_other_values(in, a, qa, b, qb, true, gates);
  return !gates.closed();
}

// One side has a modifier, a condition or a further value that the other leaves out: on pairs that nobody had
// tuned on, each such pair but one in ten told of another case.
bool mostly_another_case(const Gates& gates) {
  const auto telling = [](const Gate& gate) {
    const std::string_view name = gate.name;
    return gate.answer == Answer::open && (name == "modifiers" || name == "other values" || name == "condition");
  };
  return std::any_of(gates.all.begin(), gates.all.end(), telling);
}

bool judge_values(const CheckInput& in, uint32_t first, uint32_t second, ValueConflict& out) {
  const Values& values = in.index.values;
  const TypedValue &va = values.all[first], &vb = values.all[second];
  const Claim &ca = in.index.claims[va.claim], &cb = in.index.claims[vb.claim];
  const Quantity &qa = ca.quantities[static_cast<size_t>(va.quantity)], &qb = cb.quantities[static_cast<size_t>(vb.quantity)];
  const ValueRelation relation = compare(qa, qb);
  const auto silent = [&](const char* outcome) { return out.outcome = outcome, false; };
  if (relation == ValueRelation::equal) return silent("the values are equal");
  if (relation == ValueRelation::compatible && !(qa.approximate && qb.approximate)) return silent("both values can be true");
  const Side a{&in.texts.documents[ca.document], &ca}, b{&in.texts.documents[cb.document], &cb};
  Gates& gates = out.gates;
  gate_siblings(a, b, gates);
  if (!same_view(a, b)) gate_attribution(a, b, gates);
  gate_tense({a, qa}, {b, qb}, gates);
  gate_place_of_figures(in, {a, qa}, {b, qb}, gates);
  gate_measure(in, a, va, qa, b, vb, qb, gates);
  const bool whole = va.fragment || vb.fragment;
  gate_other_values(in, va, qa, vb, qb, whole, gates);
  if (va.scope != vb.scope) gates.add("scope", Answer::closed, "one of the values says of whom or when");
  if (gates.closed()) return false;
  Row row_a = row_of(values, va, whole), row_b = row_of(values, vb, whole);
  if (vb.first_subject == vb.end_subject) leave_out_subject(a, b, in.index.meanings, row_a);
  if (va.first_subject == va.end_subject) leave_out_subject(b, a, in.index.meanings, row_b);
  const Alignment alignment = align(row_a, row_b);
  const double coverage = alignment.coverage(), fuller = alignment.fuller();
  if (alignment.paired < 0.9 || (coverage < kWarningCoverage && (fuller < 0.95 || alignment.paired < 2 || coverage < kPartCoverage))) return silent(kTooFewWords);
  if (relation == ValueRelation::compatible && !(qa.approximate && qb.approximate && coverage > 0.9 && differ_exactly(qa, qb))) return silent("both values can be true");
  const bool fragments = ca.relation.empty() || cb.relation.empty();
  if (alignment.paired < (fragments ? 1.9 : 0.9)) return silent(kTooFewWords);
  if (va.scope && coverage < kScopeCoverage) return silent("the values say of whom or when, and other words differ");
  Residue residue = residue_of(row_a, row_b, alignment);
  const bool bounded = qa.comparator != Comparator::equal || qb.comparator != Comparator::equal || qa.approximate || qb.approximate;
  const auto says_limit = [&](const Side& side, const Item& item) { return bounded && in.index.meanings.table().limits.contains(side.document->tokens[item.token].word); };
  // "Throw it away after 24 hours", "it keeps for 48 hours": the word in front belongs to the value.
  const auto leads = [](const Item& item, const TypedValue& value) { return item.kind == WordKind::time && item.end == value.first; };
  const auto led = [&](const Row& row, const TypedValue& value) { return std::any_of(row.items.begin(), row.items.end(), [&](const Item& item) { return leads(item, value); }); };
  const bool one_led = qa.dimension == "duration" && led(row_a, va) != led(row_b, vb);
  for (Residue::Gap& gap : residue.gaps) {
    std::erase_if(gap.first, [&](const Item& item) { return says_limit(a, item) || (one_led && leads(item, va)); });
    std::erase_if(gap.second, [&](const Item& item) { return says_limit(b, item) || (one_led && leads(item, vb)); });
  }
  gate_residue(in.index.meanings, a, b, residue, gates);
  if (fronted(a) && fronted(b) && !row_a.items.empty() && !row_b.items.empty() && row_a.items.front().key != row_b.items.front().key) gates.add("what stands in front", Answer::closed, "each side has its own");
  // A day is named of an event, not worked out from a sample.
  const auto day = [](const Quantity& q) { return q.dimension == "date" && q.high - q.low <= 1; };
  const bool one_event = day(qa) && day(qb) && coverage > kOneEvent;
  gate_study(in, {a, qa}, {b, qb}, one_event || same_study(in, a, row_a, alignment), gates);
  if (gates.closed()) return false;
  if (conditions_differ(a, b)) gates.add("condition", Answer::open);
  const auto rules = [&](const Claim& claim) { return defines(in, claim) || (claim.modality != Modality::asserted && claim.modality != Modality::possible); };
  if (relation == ValueRelation::bounds_differ && !(coverage > 0.8 && (alignment.paired >= 4 || rules(ca) || rules(cb)))) gates.add("bounds", Answer::open, "both sides give a limit");
  gates.add("words", Answer::passed);
  // One text that turns to other people says so ("In men, ... after 45. After 55, ... in both").
  const bool others = std::any_of(gates.all.begin(), gates.all.end(), [](const Gate& gate) { return gate.answer == Answer::open && gate.name == name_of(WordKind::population); });
  if (a.document == b.document && others) return false;
  if (gates.open() > kMostOpen || (gates.open() > 0 && coverage < kOpenCoverage)) return silent("too many gates stay open");
  out.first = first, out.second = second;
  out.level = gates.open() == 0 && coverage >= kErrorCoverage && (alignment.paired >= kErrorWeight || coverage > 0.95) ? Level::error : Level::warning;
  if (out.level == Level::warning && gates.open() == 0) out.outcome = "an error wants more words in common";
  if (mostly_another_case(gates)) out.level = Level::suggestion;
  out.alike = coverage;
  out.confidence = std::clamp(0.5 + 0.5 * coverage - 0.08 * gates.open(), 0.3, 0.98);
  return true;
}

namespace {

bool range(const Quantity& q) { return q.low != q.high && !std::isinf(q.low) && !std::isinf(q.high) && !q.approximate; }

// Two sentences that are alike but for their figures (index/value_copies.cpp): only where these stand is asked.
bool judge_copies(const CheckInput& in, uint32_t first, uint32_t second, ValueConflict& out) {
  const Values& values = in.index.values;
  const Claim &ca = in.index.claims[values.all[first].claim], &cb = in.index.claims[values.all[second].claim];
  const Quantity &qa = ca.quantities[static_cast<size_t>(values.all[first].quantity)], &qb = cb.quantities[static_cast<size_t>(values.all[second].quantity)];
  const ValueRelation relation = compare(qa, qb);
  if (relation == ValueRelation::equal) return false;
  const bool both_about = qa.approximate && qb.approximate && differ_exactly(qa, qb);
  if (relation == ValueRelation::compatible && !(range(qa) && range(qb)) && !both_about) return false;
  const Side a{&in.texts.documents[ca.document], &ca}, b{&in.texts.documents[cb.document], &cb};
  Gates& gates = out.gates;
  if (!same_view(a, b)) gate_attribution(a, b, gates);
  gate_place_of_figures(in, {a, qa}, {b, qb}, gates);
  Gates study;
  study.without = gates.without;
  gate_study(in, {a, qa}, {b, qb}, false, study);
  // Texts tell of one study after another in the same short words, not in the same long ones; but labels give the
  // shares of each trial in one sentence, however long.
  const bool telling = qa.dimension != "percentage" && a.sentence().end_token - a.sentence().first_token >= kTellingLength;
  for (const Gate& gate : study.all) gates.add(gate.name, telling ? Answer::open : gate.answer, gate.words);
  if (gates.closed()) return false;
  if (relation == ValueRelation::compatible && !both_about) gates.add("overlap", Answer::open, "the two ranges overlap");
  gates.add("words", Answer::passed);
  out.first = first, out.second = second;
  out.level = gates.open() == 0 ? Level::error : Level::warning;
  out.comparison = "copies";
  out.confidence = std::max(0.5, 0.95 - 0.1 * gates.open());
  return true;
}

// Values joined by conflicts are one finding: its places by value, the rarest value first.
void report_group(const CheckInput& in, const std::vector<uint32_t>& members, const ValueConflict& strongest, Findings& findings) {
  const Values& values = in.index.values;
  const auto quantity = [&](uint32_t v) -> const Quantity& { return in.index.claims[values.all[v].claim].quantities[static_cast<size_t>(values.all[v].quantity)]; };
  std::vector<std::vector<uint32_t>> sides;
  for (const uint32_t v : members) {
    const auto found = std::find_if(sides.begin(), sides.end(), [&](const auto& side) { return compare(quantity(side.front()), quantity(v)) == ValueRelation::equal; });
    if (found != sides.end()) found->push_back(v);
    else sides.push_back({v});
  }
  std::stable_sort(sides.begin(), sides.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
  std::vector<Evidence> evidence;
  std::string forms;
  for (size_t side = 0; side < sides.size(); ++side) {
    for (const uint32_t v : sides[side]) {
      const Claim& claim = in.index.claims[values.all[v].claim];
      evidence.push_back({claim.document, shown_span(in.texts.documents[claim.document], quantity(v)), static_cast<uint8_t>(side + 1)});
    }
    forms.append(side > 0 ? "|" : "").append(in.texts.documents[evidence.back().document].text_of(evidence.back().span));
  }
  Finding out = finding(in, std::move(evidence));
  lower_to(out, strongest.level);
  out.confidence = strongest.confidence;
  out.compared = strongest.gates.compared(strongest.comparison, strongest.alike);
  const Quantity &one = quantity(sides.front().front()), &two = quantity(sides.size() > 1 ? sides[1].front() : strongest.second);
  out.why = "Understood as " + understood(one) + " and " + understood(two) + ", said of the same thing (" + strongest.gates.why() + ").";
  if (members.size() > 2) out.forms = forms;
  findings.push_back(std::move(out));
}

}  // namespace

void report_value_conflicts(const CheckInput& in, Selects selects, Findings& findings) {
  const Values& values = in.index.values;
  const std::vector<std::string> without = in.rule.settings["without_gates"].texts();
  ValueConflict blank;
  blank.gates.without = &without;
  std::vector<ValueConflict> conflicts;
  for (const auto& [first, second] : values.candidates) {
    const TypedValue& value = values.all[first];
    if (!selects(in.index.claims[value.claim].quantities[static_cast<size_t>(value.quantity)])) continue;
    ValueConflict conflict = blank;
    if (!values.copied(first, second) && judge_values(in, first, second, conflict)) conflicts.push_back(std::move(conflict));
  }
  for (const auto& [first, second] : values.copies) {
    const TypedValue& value = values.all[first];
    if (!selects(in.index.claims[value.claim].quantities[static_cast<size_t>(value.quantity)])) continue;
    ValueConflict conflict = blank;
    if (judge_copies(in, first, second, conflict)) conflicts.push_back(std::move(conflict));
  }
  for (const auto& [first, second] : values.answers) {
    const TypedValue& value = values.all[first];
    if (!selects(in.index.claims[value.claim].quantities[static_cast<size_t>(value.quantity)]) || values.copied(first, second)) continue;
    ValueConflict conflict = blank;
    if (judge_answers(in, first, second, conflict)) conflicts.push_back(std::move(conflict));
  }
  for (const auto& [first, second] : in.index.frames->candidates) {
    const TypedValue& value = values.all[first];
    if (!selects(in.index.claims[value.claim].quantities[static_cast<size_t>(value.quantity)]) || values.copied(first, second)) continue;
    ValueConflict conflict;
    if (judge_frames(in, first, second, conflict)) conflicts.push_back(std::move(conflict));
  }
  if (conflicts.empty()) return;
  // Connected by conflicts: one disagreement.
  std::map<uint32_t, uint32_t> parent;
  const auto root = [&](uint32_t v) {
    while (parent[v] != v) v = parent[v];
    return v;
  };
  for (const ValueConflict& conflict : conflicts) {
    parent.emplace(conflict.first, conflict.first), parent.emplace(conflict.second, conflict.second);
    parent[root(conflict.second)] = root(conflict.first);
  }
  std::map<uint32_t, std::pair<std::vector<uint32_t>, const ValueConflict*>> groups;
  for (const auto& entry : parent) groups[root(entry.first)].first.push_back(entry.first);
  for (const ValueConflict& conflict : conflicts) {
    const ValueConflict*& best = groups[root(conflict.first)].second;
    if (!best || conflict.level > best->level || (conflict.level == best->level && conflict.confidence > best->confidence)) best = &conflict;
  }
  for (const auto& entry : groups) report_group(in, entry.second.first, *entry.second.second, findings);
}

}  // namespace crosscheck
