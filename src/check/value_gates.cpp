// Texts of medicine repeat a sentence for every trial, stage and symptom; only the figure changes. Such figures
// stand where a reader expects another one: in a row of a table, in brackets within a list of side effects, behind
// "the median", or as the two halves of one scale ("3 cm or smaller", "larger than 3 cm").
//
// Tested by the fixtures of contradiction.quantity, .count and .duration.
#include "check/value_gates.h"

#include <algorithm>
#include <cmath>

#include "language/tags.h"

namespace crosscheck {
namespace {

constexpr double kOtherScale = 200;  // shares so far apart are shares of different things

template <typename Asks>
bool has(const Side& side, const Asks& asks) {
  const auto first = side.document->tokens.begin();
  return std::any_of(first + side.sentence().first_token, first + side.sentence().end_token, asks);
}

bool mark(const Side& side, uint32_t token, char wanted) {
  const Span span = side.document->tokens[token].span;
  return span.size() == 1 && side.document->text[span.begin] == wanted;
}

bool present(const Token& token) { return token.tag == tag::VBZ || token.tag == tag::VBP || token.tag == tag::MD; }

// "Reduced bone density 90%": what a row of a table is about stands elsewhere.
bool table_row(const Figure& figure) {
  const Sentence& sentence = figure.side.sentence();
  return figure.quantity.dimension == "percentage" && !sentence.terminated && figure.quantity.end == sentence.end_token && figure.side.passage().kind != PassageKind::field;
}

// "5.3 Gastrointestinal Adverse Reactions"
bool section_number(const Figure& figure) {
  const Sentence& sentence = figure.side.sentence();
  const auto& tokens = figure.side.document->tokens;
  const uint32_t next = figure.quantity.number + 1;
  return figure.quantity.dimension == "count" && !sentence.terminated && figure.quantity.number == sentence.first_token && tokens[figure.quantity.number].kind == TokenKind::number && next < sentence.end_token &&
         (tokens[next].letter_case == Case::capitalised || tokens[next].letter_case == Case::upper);
}

// A heading or title: words without a verb and a full stop.
bool title(const Side& side) { return !side.sentence().terminated && side.passage().kind != PassageKind::field && !has(side, present); }

bool announces_list(const Side& side) {
  const Sentence& sentence = side.sentence();
  return sentence.end_token > sentence.first_token && mark(side, sentence.end_token - 1, ':');
}

bool percentage_in_brackets(const Figure& figure) {
  const uint32_t first = figure.quantity.first, end = figure.quantity.end;
  return first > 0 && mark(figure.side, first - 1, '(') && end < figure.side.document->tokens.size() && (mark(figure.side, end, ')') || mark(figure.side, end, ','));
}

// How many brackets of the sentence hold a percentage and nothing else.
unsigned bracketed(const Side& side) {
  unsigned out = 0;
  const Sentence& sentence = side.sentence();
  for (uint32_t i = sentence.first_token + 2; i + 1 < sentence.end_token; ++i) out += mark(side, i, '%') && mark(side, i + 1, ')') ? 1 : 0;
  return out;
}

// Steps of a scale that was laid out as a list and lost its lines: "- ... larger than 2 cm; or".
bool step_of_scale(const Side& side) {
  const Sentence& sentence = side.sentence();
  return !sentence.terminated || mark(side, sentence.first_token, '-') || has(side, [&](const Token& token) { return token.span.size() == 1 && side.document->text[token.span.begin] == ';'; });
}

bool bounded(const Quantity& quantity) { return quantity.comparator != Comparator::equal; }

// "less than 2 g" and "2 g or more" share out what there is.
bool complete_each_other(const Quantity& a, const Quantity& b) { return bounded(a) && bounded(b) && ((a.low == b.high && std::isinf(a.high) && std::isinf(b.low)) || (b.low == a.high && std::isinf(b.high) && std::isinf(a.low))); }

// "50 %" and "1 in 20,000"; "1 in 2,000" and "1 in 2 million" may be a slip.
bool other_scale(const Quantity& a, const Quantity& b) {
  const double low = std::min(a.high, b.high), high = std::max(a.high, b.high);
  return a.dimension == "percentage" && low > 0 && high >= 1 && !std::isinf(high) && high > kOtherScale * low;
}

}  // namespace

void gate_place_of_figures(const CheckInput&, const Figure& a, const Figure& b, Gates& gates) {
  const bool one_document = a.side.document == b.side.document;
  if (table_row(a) || table_row(b)) return gates.add("rows", Answer::closed, "a row of a table");
  if (section_number(a) || section_number(b)) return gates.add("numbering", Answer::closed, "the number of a section");
  if (one_document && title(a.side) && title(b.side)) return gates.add("fragments", Answer::closed, "two titles of one document");
  if (a.quantity.dimension == "count" && announces_list(a.side) && announces_list(b.side)) return gates.add("list", Answer::closed, "each announces its own list");
  if (percentage_in_brackets(a) && percentage_in_brackets(b) && std::max(bracketed(a.side), bracketed(b.side)) > 1) return gates.add("list of values", Answer::closed, "percentages in brackets");
  if (complete_each_other(a.quantity, b.quantity)) return gates.add("limits", Answer::closed, "they complete each other");
  const bool both_steps = step_of_scale(a.side) && step_of_scale(b.side), both_bounded = bounded(a.quantity) && bounded(b.quantity), one_step = step_of_scale(a.side) || step_of_scale(b.side);
  const bool limited = bounded(a.quantity) || bounded(b.quantity) || a.quantity.low != a.quantity.high;
  if (one_document && ((both_steps && limited) || (one_step && both_bounded))) return gates.add("limits", Answer::closed, "steps of one scale");
  if (other_scale(a.quantity, b.quantity)) gates.add("what is measured", Answer::closed, "the shares are of quite different size");
}

void gate_study(const CheckInput& in, const Figure& a, const Figure& b, bool same_study, Gates& gates) {
  const MeaningTable& table = in.index.meanings.table();
  const auto listed = [&](const Token& token) { return table.lists.contains(token.word); };
  if (has(a.side, listed) || has(b.side, listed)) return gates.add("list of values", Answer::closed, "\"respectively\"");
  const std::string& dimension = a.quantity.dimension;
  const bool sample = dimension == "percentage" || dimension == "count" || dimension == "age";
  const auto told = [&](const Side& side) {
    const bool now = has(side, present);
    // "reported" may be taken for a participle.
    return has(side, [&](const Token& token) { return (token.tag == tag::VBD && (!now || sample)) || (token.tag == tag::VBN && !now && dimension == "percentage"); });
  };
  const auto studied = [&](const Side& side) {
    return has(side, [&](const Token& token) { return table.statistics.contains(token.word) || table.sample.contains(token.word) || (sample && table.trial.contains(token.word)); });
  };
  if (!told(a.side) || !told(b.side) || !studied(a.side) || !studied(b.side)) return;
  if (same_study) return gates.add("study", Answer::passed);
  gates.add("study", Answer::closed, "figures of a study that is not named");
}

namespace {

// The finite verb of a claim; null where it has none.
const Token* finite_verb(const Side& side) {
  const Sentence& sentence = side.sentence();
  for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
    const Token& token = side.document->tokens[i];
    if (side.claim->relation.contains(token.span) && is_finite(token.tag)) return &token;
  }
  return nullptr;
}

}  // namespace

void gate_tense(const Figure& a, const Figure& b, Gates& gates) {
  const Token *one = finite_verb(a.side), *two = finite_verb(b.side);
  if (one == nullptr || two == nullptr || one->lemma != two->lemma) return;
  if ((one->tag == tag::VBD) != (two->tag == tag::VBD) && one->tag != tag::MD && two->tag != tag::MD) gates.add("when it holds", Answer::closed, "one tells of the past");
}

}  // namespace crosscheck
