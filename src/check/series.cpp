// Telling lists within a sentence from what looks like them:
//   In Spain, men and women         an opening phrase and a pair
//   peas, such as sugar and snow    an example, a relative clause, an aside
//   It is cheap, and it is safe     two sentences
//   macaroni and cheese             a pair within the last item
// Around the joining word stand the last item, the middle one, and before the middle one's comma the item before.
// Items are short, hold no joining word, and are alike in how they begin (an article, a preposition, a number). An
// opening phrase, seen from its first word, makes a list only when the items are names ("In April, May and June").
//
// Tested by tests/checks/style/serial_comma.yaml.

#include "check/series.h"

#include <algorithm>

#include "language/tags.h"

namespace crosscheck {
namespace {

constexpr uint32_t kLongestItem = 9;  // tokens

using Item = SeriesItem;

class Reader {
 public:
  Reader(const SeriesWords& words, const Document& document, const Sentence& sentence) : words_(words), document_(document), tokens_(document.tokens), sentence_(sentence) {}

  // Is the joining word at `i` the last of a list of three or more? `middle` and `last` are the items beside it.
  bool is_list(uint32_t i, bool comma, Item& before, Item& middle, Item& last) const {
    middle.end = comma ? i - 1 : i;
    middle.begin = item_start(middle.end);
    last = {i + 1, item_end(i + 1)};
    if (middle.begin > sentence_.first_token + 3 && ends_number(middle.begin - 2)) return false;
    if (middle.begin <= sentence_.first_token || tokens_[middle.begin - 1].word != words_.prose.comma) return false;
    before = {item_start(middle.begin - 1), middle.begin - 1};
    if (middle.size() == 0 || before.size() == 0 || last.size() == 0 || middle.size() > kLongestItem) return false;
    const bool chained = before.begin > sentence_.first_token && tokens_[before.begin - 1].word == words_.prose.comma;
    // "limbs, eyes and ears, and hair": the pair is one item of a longer list.
    if (!comma && goes_on(last.end, chained)) return false;
    if (!comma && (names_pair(before, chained) || (does_something(last) && !does_something(middle) && !crosscheck::is_verb(at(middle.begin).tag)) || holds_clause(middle) || are_adjectives(before, middle, last) || are_two_doings(before, middle, last))) return false;
    if (holds_joint(middle) || is_fixed_pair(i) || !may_be_middle(middle) || !may_be_last(last) || !may_be_before(before)) return false;
    if (!chained && is_opening(before) && !are_names(before, middle, last)) return false;
    if (words_.links.contains(tokens_[before.end - 1].word)) return false;
    if (chained && start_of(before) == Start::preposition && start_of(middle) != Start::preposition) return false;
    return alike(before, middle, last, chained, comma);
  }

  bool is_verb(uint32_t i) const { return is_finite_verb(words_, at(i)); }

 private:
  const Token& at(uint32_t i) const { return tokens_[i]; }
  bool closes(uint32_t i) const { return at(i).word == words_.prose.close || at(i).word == words_.close_square; }
  bool opens(uint32_t i) const { return at(i).word == words_.prose.open || at(i).word == words_.open_square; }
  bool parts(uint32_t i) const {
    return at(i).kind == TokenKind::punctuation && at(i).word != words_.prose.hyphen && at(i).word != words_.prose.slash;
  }

  // Walks back to the mark before the item that ends at `end`, over what stands in brackets.
  uint32_t item_start(uint32_t end) const {
    uint32_t i = end;
    int depth = 0;
    while (i > sentence_.first_token) {
      if (closes(i - 1)) ++depth;
      else if (opens(i - 1) && depth > 0) --depth;
      else if (depth == 0 && parts(i - 1)) break;
      --i;
    }
    return i;
  }
  uint32_t item_end(uint32_t begin) const {
    uint32_t i = begin;
    while (i < sentence_.end_token && !parts(i)) ++i;
    return i;
  }

  bool holds_joint(const Item& item) const {
    for (uint32_t i = item.begin; i < item.end; ++i)
      if (words_.prose.joins(at(i).word)) return true;
    return false;
  }
  bool holds_verb(const Item& item) const {
    for (uint32_t i = item.begin; i < item.end; ++i)
      if (is_verb(i)) return true;
    return false;
  }
  bool ends_in(uint32_t i, std::string_view ending, uint32_t least) const {
    const std::string_view word = document_.text_of(at(i));
    return is_word(at(i)) && word.size() >= least && word.ends_with(ending);
  }

  // Does a comma follow, if only after a bracket, and no new clause after it?
  bool goes_on(uint32_t end, bool chained) const {
    uint32_t i = end;
    if (i < sentence_.end_token && opens(i)) {
      while (i < sentence_.end_token && !closes(i)) ++i;
      i = item_end(std::min(i + 1, sentence_.end_token));
    }
    if (i + 1 >= sentence_.end_token || at(i).word != words_.prose.comma) return false;
    if (!chained) return true;
    const Symbol next = at(i + 1).word;
    if (words_.prose.subordinators.contains(next) || words_.clause_subjects.contains(next)) return false;
    for (uint32_t k = i; k < sentence_.end_token; ++k)
      if (words_.prose.joins(at(k).word)) return true;
    return false;
  }
  // "two enzymes, amylase and lipase": what follows are the two; "beans and peas, nuts and seeds": pairs beside pairs.
  bool names_pair(const Item& before, bool chained) const {
    for (uint32_t i = before.end - std::min(before.size(), 6u); i < before.end; ++i)
      if (words_.twos.contains(at(i).word) && !chained) return true;
    // "see Uses and Limits (1), Dose and Method (2)"
    const uint32_t reach = closes(before.end - 1) ? 7u : 4u;
    for (uint32_t i = before.end - std::min(before.size(), reach); i < before.end; ++i)
      if (words_.prose.joins(at(i).word)) return true;
    return false;
  }
  // "a long, heavy coat and tell the patient": the joint adds something that is done. No noun stands before an article.
  bool does_something(const Item& item) const {
    if (item.size() < 2 || !is_word(at(item.begin)) || !is_lower(at(item.begin)) || words_.prose.function_words.contains(at(item.begin).word)) return false;
    return !is_adverb(at(item.begin).tag) && words_.prose.determiners.contains(at(item.begin + 1).word);
  }
  // "at 1-866-888-0660, option 2 or FDA": a telephone number is no item.
  bool ends_number(uint32_t i) const { return at(i).kind == TokenKind::number && at(i - 1).word == words_.prose.hyphen && at(i - 2).kind == TokenKind::number; }
  // "travel through the blood, controlling and instructing the organs": two things that are done by what goes before.
  bool are_two_doings(const Item& before, const Item& middle, const Item& last) const {
    return middle.size() == 1 && at(middle.begin).tag == tag::VBG && at(last.begin).tag == tag::VBG && at(before.end - 1).tag != tag::VBG;
  }
  // "a sudden, sharp pain or ache": what goes before describes the pair.
  bool are_adjectives(const Item& before, const Item& middle, const Item& last) const {
    if (!crosscheck::is_adjective(at(before.end - 1).tag) || before.size() < 2) return false;
    const auto noun = [&](uint32_t i) { return crosscheck::is_noun(at(i).tag); };
    return noun(middle.end - 1) && middle.size() > 1 && noun(std::min(last.end - 1, last.begin)) && !words_.prose.auxiliaries.contains(at(before.end - 2).word);
  }
  // "cells that line the lips and tongue"; "the Food and Drug Administration"
  bool holds_clause(const Item& item) const {
    for (uint32_t i = item.begin; i < item.end; ++i)
      if (words_.relatives.contains(at(i).word)) return true;
    return (item.size() > 1 && ends_in(item.begin, "ly", 5)) || (item.size() == 2 && words_.prose.determiners.contains(at(item.begin).word) && at(item.end - 1).letter_case == Case::capitalised);
  }
  bool may_be_middle(const Item& item) const {
    const Token& first = at(item.begin);
    if (first.kind == TokenKind::punctuation) return false;
    if (first.letter_case == Case::capitalised) return true;  // "May"
    return !words_.no_item.contains(first.word) && !words_.clause_subjects.contains(first.word) && !words_.prose.subordinators.contains(first.word);
  }
  bool may_be_last(const Item& item) const {
    const Token& first = at(item.begin);
    if (first.kind == TokenKind::punctuation || first.letter_case == Case::capitalised) return first.kind != TokenKind::punctuation;
    return !words_.clause_subjects.contains(first.word) && !words_.prose.subordinators.contains(first.word);
  }
  // "the nerve, which runs into the palm, becomes pressed or squeezed"
  bool may_be_before(const Item& item) const {
    const bool starts = item.begin == sentence_.first_token;
    if (!starts && at(item.begin - 1).word == words_.prose.comma && words_.no_item.contains(at(item.begin).word)) return false;
    return at(item.begin).kind != TokenKind::punctuation && (starts || !words_.prose.subordinators.contains(at(item.begin).word));
  }
  // "signs and symptoms"
  bool is_fixed_pair(uint32_t i) const { return words_.pairs.match(tokens_, i - 1, std::min(sentence_.end_token, i + 2)).tokens == 3; }

  // "In Spain", "However", "If you are ill", "Usually", "Last year" at the start of a sentence.
  bool is_opening(const Item& item) const {
    if (item.begin != sentence_.first_token && at(item.begin - 1).word != words_.prose.colon && at(item.begin - 1).word != words_.prose.semicolon) return false;
    const bool joined = item.size() > 1 && words_.prose.conjunctions.contains(at(item.begin).word);  // "But if ..."
    const Symbol first = at(item.begin + joined).word;
    if (words_.prose.prepositions.contains(first) || words_.prose.subordinators.contains(first) || words_.openers.contains(first)) return true;
    if (ends_in(item.end - 1, "ly", 6)) return true;
    return item.size() == 1 ? ends_in(item.begin, "ly", 5) : ends_in(item.begin, "ing", 6) || ends_in(item.begin, "ed", 5) || ends_in(item.begin, "ly", 6);
  }
  bool are_names(const Item& before, const Item& middle, const Item& last) const {
    return middle.size() == 1 && at(before.end - 1).letter_case == Case::capitalised && at(middle.begin).letter_case == Case::capitalised && at(last.begin).letter_case == Case::capitalised;
  }

  enum class Start : uint8_t { bare, article, preposition, number };
  Start start_of(const Item& item) const {
    const Token& first = at(item.begin);
    if (first.kind == TokenKind::number) return Start::number;
    if (words_.prose.prepositions.contains(first.word)) return Start::preposition;
    return words_.prose.determiners.contains(first.word) ? Start::article : Start::bare;
  }
  bool has_article_near_end(const Item& item) const {
    for (uint32_t i = item.end - std::min(item.size(), 5u); i < item.end; ++i)
      if (words_.prose.determiners.contains(at(i).word)) return true;
    return false;
  }
  // A preposition inside, other than "of": "used for pain and fever" holds a pair.
  bool holds_preposition(const Item& item) const {
    for (uint32_t i = item.begin + 1; i < item.end; ++i)
      if (words_.prose.prepositions.contains(at(i).word) && at(i).word != words_.of) return true;
    return false;
  }
  bool holds_of(const Item& item) const {
    for (uint32_t i = item.begin; i < item.end; ++i)
      if (at(i).word == words_.of) return true;
    return false;
  }
  bool is_participle(uint32_t i) const { return ends_in(i, "ing", 5) || ends_in(i, "ed", 5); }

  bool alike(const Item& before, const Item& middle, const Item& last, bool chained, bool comma) const {
    const Start a = start_of(middle), b = start_of(last);
    if (a == Start::preposition && b != Start::preposition) return false;
    if (a != Start::preposition && b == Start::preposition) return false;
    if (a == Start::article && b == Start::bare && !has_article_near_end(before)) return false;
    if (a == Start::bare && b == Start::article && !comma && !has_article_near_end(before)) return false;
    if (!comma && !chained && a != Start::number && middle.size() > 2 && holds_of(middle)) return false;
    if (!comma && chained && a != Start::number && middle.size() > 4 && holds_of(middle)) return false;  // "a rigid tunnel of bones and muscles"
    if (a == Start::number && b != Start::number && middle.size() == 1) return false;  // a year, a page
    // Two sentences: a verb after the joint that the middle does not have.
    Item head = last;
    head.end = std::min(last.end, last.begin + 4);
    const bool clause = comma ? holds_verb(head) && !holds_verb(middle) && b != Start::bare : false;
    if (clause || holds_verb(middle)) return false;
    if (comma) return !is_participle(middle.begin) || middle.size() == 1 || is_participle(last.begin);
    const bool aside = is_participle(middle.begin) && middle.size() > 1 && !is_participle(before.begin);
    if (aside && (b != Start::article || !has_article_near_end(before))) return false;
    return chained ? !holds_preposition(middle) || middle.size() <= 3 : !holds_preposition(middle) || a == Start::preposition;
  }

  const SeriesWords& words_;
  const Document& document_;
  const std::vector<Token>& tokens_;
  const Sentence& sentence_;
};

}  // namespace

bool is_finite_verb(const SeriesWords& words, const Token& token) {
  return words.prose.auxiliaries.contains(token.word) && is_lower(token) && token.space_before;
}

bool read_series(const SeriesWords& words, const Document& document, const Sentence& sentence, uint32_t i, Series& series) {
  if (i < sentence.first_token + 3 || i + 1 >= sentence.end_token || !words.prose.joins(document.tokens[i].word)) return false;
  if (document.tokens[i + 1].word == words.prose.slash) return false;
  series.comma = document.tokens[i - 1].word == words.prose.comma;
  return Reader(words, document, sentence).is_list(i, series.comma, series.before, series.middle, series.last);
}

}  // namespace crosscheck
