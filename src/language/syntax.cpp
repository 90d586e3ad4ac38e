// Tested by tests/rooms/parse.cpp.
#include "language/syntax.h"

#include <algorithm>

#include "language/tagger.h"
#include "language/tags.h"

namespace crosscheck {
namespace {

RelationId relation_within(TagId t) {
  if (is_punctuation(t)) return relation::punct;
  if (t == tag::CD) return relation::nummod;
  if (t == tag::IN || t == tag::TO) return relation::case_;
  if (t == tag::CC) return relation::cc;
  if (t == tag::DT) return relation::det;
  return is_noun(t) ? relation::compound : is_adjective(t) ? relation::amod : is_adverb(t) ? relation::advmod : relation::dep;
}

}  // namespace

uint32_t head_of(const Document& document, TokenRange range) {
  for (uint32_t i = range.end; i-- > range.first;)
    if (is_noun(document.tokens[i].tag)) return i;
  return range.end - 1;
}

void QuantityRanges::find(const Document& document, const Sentence& sentence, std::vector<TokenRange>& out) {
  quantities_.clear();
  out.clear();
  amounts_.read(document, sentence.first_token, sentence.end_token, quantities_);
  for (const Quantity& quantity : quantities_) {
    const bool several = quantity.end > quantity.number + 1;
    if (several && quantity.dimension != "count" && quantity.dimension != "label") out.push_back({quantity.number, quantity.end});
  }
}

SyntaxModel::SyntaxModel(Rulebook& book) : model_(book.home.rules + kModelFile), wordnet_(book.table<LemmaTable>().wordnet()), words_(std::make_unique<KnownWords>(book.symbols.size())) {
  instruction_verbs_ = book.word_set(book.lexicon("instructions")["verbs"]);
  subordinators_ = book.word_set(book.lexicon("instructions")["subordinators"]);
}

uint32_t SyntaxModel::instruction(const Document& document, const Sentence& sentence) const {
  constexpr uint32_t none = UINT32_MAX;
  const auto& tokens = document.tokens;
  uint32_t first = sentence.first_token;
  if (first + 3 >= sentence.end_token || !sentence.terminated || tokens[first].letter_case != Case::capitalised) return none;
  if (document.text_of(tokens[first]).ends_with("ly")) ++first;  // "Closely monitor"
  if (!instruction_verbs_.contains(tokens[first].word) || is_verb(tokens[first].tag)) return none;
  const Token& next = tokens[first + 1];
  const bool goes_on = is_noun(next.tag) || is_adjective(next.tag) || is_adverb(next.tag) || is_proper_noun(next.tag) || next.tag == tag::DT || next.tag == tag::PRP_S || next.tag == tag::CD || next.tag == tag::PRP || next.tag == tag::IN || next.tag == tag::VBG;
  if (!goes_on || document.text_of(next) == "of" || !next.space_before) return none;
  for (uint32_t i = first + 1; i < sentence.end_token && !subordinators_.contains(tokens[i].word); ++i)
    if (tokens[i].tag == tag::VBZ || tokens[i].tag == tag::VBP || tokens[i].tag == tag::VBD || tokens[i].tag == tag::MD) return none;
  return first;
}

const KnownWord& Syntax::known(Symbol word) {
  KnownWords& shared = table_.words();
  if (shared.holds(word)) return shared.of(word, symbols_, model_, table_.wordnet());
  const size_t at = word - shared.size();
  if (at >= place_of_word_.size()) place_of_word_.resize(symbols_.size() - shared.size());
  uint32_t& place = place_of_word_[at];  // from 1
  if (place == 0) {
    words_of_set_.emplace_back(symbols_.text(word), model_, table_.wordnet());
    place = static_cast<uint32_t>(words_of_set_.size());
  }
  return words_of_set_[place - 1];
}

ParseWord Syntax::word_of(const Token& token) {
  const KnownWord& word = known(token.word);
  return {&word.features, token.letter_case, token.tag, false, word.own_sums.data()};
}

void Syntax::tag(Document& document, const Sentence& sentence) {
  if (!model_) return;
  words_.clear();
  for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) words_.push_back(word_of(document.tokens[i]));
  tag_words(model_, words_);
  for (size_t i = 0; i < words_.size(); ++i) document.tokens[sentence.first_token + i].tag = words_[i].tag;
  if (const uint32_t verb = table_.instruction(document, sentence); verb < sentence.end_token) document.tokens[verb].tag = tag::VB;
}

void Syntax::parse(Document& document, const Sentence& sentence, std::span<const TokenRange> ranges) {
  if (!model_ || sentence.first_token == sentence.end_token || sentence.end_token - sentence.first_token > kLongest) return;
  words_.clear();
  token_of_.clear();
  auto range = ranges.begin();
  for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
    uint32_t token = i;
    bool merged = false;
    if (range != ranges.end() && range->first == i) {
      token = head_of(document, *range);
      merged = true;
      for (uint32_t inner = range->first; inner < range->end; ++inner)
        if (inner != token) document.tokens[inner].head = static_cast<int32_t>(token), document.tokens[inner].relation = relation_within(document.tokens[inner].tag), document.tokens[inner].margin = kCertain;
      i = range++->end - 1;
    }
    token_of_.push_back(token);
    words_.push_back(word_of(document.tokens[token]));
    words_.back().merged = merged;
  }
  const std::vector<Parser::Arc>& arcs = parser_.parse(words_);
  for (size_t w = 0; w < arcs.size(); ++w) {
    Token& token = document.tokens[token_of_[w]];
    token.head = arcs[w].head < 0 ? -1 : static_cast<int32_t>(token_of_[static_cast<size_t>(arcs[w].head)]);
    token.relation = arcs[w].relation;
    token.margin = arcs[w].margin;
  }
  free_subject(document, sentence);
}

// "In men with gout, treatment may fail": a subject that was read as one more name of what the opening phrase speaks of.
// The verb has none, so it is given back.
void Syntax::free_subject(Document& document, const Sentence& sentence) {
  auto& tokens = document.tokens;
  const uint32_t first = sentence.first_token, end = sentence.end_token;
  if (tokens[first].relation != relation::case_ || tokens[first].head < 0) return;
  const auto opening = static_cast<uint32_t>(tokens[first].head);
  if (base_relation(tokens[opening].relation) != relation::obl || tokens[opening].head <= static_cast<int32_t>(opening)) return;
  const auto verb = static_cast<uint32_t>(tokens[opening].head);
  uint32_t named = end, comma = end;
  bool passive = false;
  for (uint32_t i = first; i < end; ++i) {
    const bool own = tokens[i].head == static_cast<int32_t>(verb);
    if (own && (base_relation(tokens[i].relation) == relation::nsubj || base_relation(tokens[i].relation) == relation::csubj || tokens[i].relation == relation::expl)) return;
    passive |= own && tokens[i].relation == relation::aux_pass;
    if (i >= verb) continue;
    if (tokens[i].tag == tag::comma && named == end) comma = i;
    const bool within = tokens[i].head >= static_cast<int32_t>(first) && tokens[i].head < static_cast<int32_t>(comma);
    if (named == end && comma < end && i > comma && within && is_noun(tokens[i].tag) && (tokens[i].relation == relation::appos || tokens[i].relation == relation::conj)) named = i;
  }
  if (named == end || tokens[verb].head >= static_cast<int32_t>(first)) return;
  for (uint32_t i = comma + 1; i < named; ++i)  // "diabetes, gout and asthma" is one list
    if (tokens[i].tag == tag::CC) return;
  tokens[named].head = static_cast<int32_t>(verb);
  tokens[named].relation = passive ? relation::nsubj_pass : relation::nsubj;
  tokens[comma].head = static_cast<int32_t>(verb);
  // What followed the subject and was hung before the comma.
  for (uint32_t i = named + 1; i < verb; ++i)
    if (tokens[i].head >= static_cast<int32_t>(first) && tokens[i].head < static_cast<int32_t>(comma)) tokens[i].head = static_cast<int32_t>(named);
}

double arc_confidence(const Token& token) {
  // Share of right arcs by margin, of `crosscheck-train eval --detail`; a straight line between these.
  constexpr int32_t kStep = 120;
  constexpr double kRight[] = {0.22, 0.46, 0.63, 0.77, 0.84, 0.93};
  if (token.relation == relation::none) return 0;
  const int32_t margin = std::clamp(token.margin, 0, 5 * kStep - 1);
  const double from = kRight[margin / kStep], to = kRight[margin / kStep + 1];
  return from + (to - from) * (margin % kStep) / kStep;
}

}  // namespace crosscheck
