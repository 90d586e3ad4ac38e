// How many things does "acute, chronic, and relapsing and remitting" list? Commas part items; a conjunction leads the
// last one or stands within it. Where both readings are open the count is a range, and who compares it with an
// announced number must accept all of the range.
//
//   measles, mumps, rubella and polio              4      the last "and" parts
//   acute, chronic, and relapsing and remitting    3-4    "and" after a comma parts, the other may belong to an item
//   salt and pepper, oil and vinegar               3-4
//
// Tested by tests/rooms/enumeration.cpp.
#include "language/enumeration.h"

#include <algorithm>

#include "language/numbers.h"
#include "language/tags.h"

namespace crosscheck {

ListWords::ListWords(Rulebook& book) {
  const Value& list = book.lexicon("lists");
  conjunctions = book.word_set(list["conjunctions"]);
  open = book.word_set(list["open"]);
  about = book.word_set(list["about"]);
  articles = book.word_set(list["articles"]);
  clauses = book.word_set(list["clauses"]);
}

namespace {

struct Item {
  uint32_t first = 0, words = 0, conjunctions = 0;
  bool led = false;    // by a conjunction
  bool about = false;  // says something about the item before
};

// Items between commas, up to `end` or to a semicolon; moves `at` there.
std::vector<Item> items_between_commas(const Document& document, uint32_t& at, uint32_t end, const ListWords& words, bool& open) {
  std::vector<Item> items(1);
  items.back().first = at;
  int depth = 0;
  bool fresh = true;  // no word of the item yet
  for (; at < end; ++at) {
    const Token& token = document.tokens[at];
    const char mark = document.text[token.span.begin];
    if (mark == '(' || mark == '[') ++depth;
    else if ((mark == ')' || mark == ']') && depth > 0) --depth;
    else if (depth > 0) continue;
    else if (mark == ';') break;
    else if (mark == ',') {
      items.push_back({at + 1});
      fresh = true;
    } else if (words.conjunctions.contains(token.word)) {
      if (fresh) items.back().led = true;
      else ++items.back().conjunctions;
      if (fresh) items.back().first = at + 1;
    } else if (token.kind != TokenKind::punctuation) {
      open |= words.open.contains(token.word);
      if (fresh && words.about.contains(token.word)) items.back().about = true;
      ++items.back().words;
      fresh = false;
    }
  }
  std::erase_if(items, [](const Item& item) { return item.words == 0; });
  return items;
}

// The number a token stands for as the label of an item: "2", or the letter before a bracket.
uint32_t label_of(const Document& document, uint32_t at, uint32_t end) {
  const std::string_view text = document.text_of(document.tokens[at]);
  if (document.tokens[at].kind == TokenKind::number) {
    uint32_t value = 0;
    for (const char c : text) value = c >= '0' && c <= '9' && value < 100 ? value * 10 + static_cast<uint32_t>(c - '0') : 100;
    return value < 100 ? value : 0;
  }
  const bool letter = text.size() == 1 && text[0] >= 'a' && text[0] <= 'j' && at + 1 < end && document.text[document.tokens[at + 1].span.begin] == ')';
  return letter ? static_cast<uint32_t>(text[0] - 'a' + 1) : 0;
}

}  // namespace

uint32_t count_numbered_items(const Document& document, uint32_t passage, uint32_t begin) {
  const uint32_t end = document.sentences[document.passages[passage].end_sentence - 1].end_token;
  uint32_t first = begin;
  if (first < end && document.text[document.tokens[first].span.begin] == '(') ++first;
  if (first >= end || label_of(document, first, end) != 1) return 0;
  const TokenKind kind = document.tokens[first].kind;
  uint32_t count = 1;
  for (uint32_t i = first + 1; i + 1 < end; ++i)
    if (document.tokens[i].kind == kind && label_of(document, i, end) == count + 1) ++count;
  for (uint32_t next = passage + 1; next < document.passages.size() && document.passages[next].number == static_cast<int32_t>(count + 1); ++next) ++count;
  return count;
}

ItemCount count_items(const Document& document, uint32_t begin, uint32_t end, const ListWords& words, const NumberTable& numbers) {
  ItemCount count;
  bool open = false;
  uint32_t at = begin;
  const std::vector<Item> items = items_between_commas(document, at, end, words, open);
  if (items.empty()) return count;
  if (at < end) {
    count.parted = 1;
    while (at < end) {
      ++at;
      bool ignored = false;
      count.parted += !items_between_commas(document, at, end, words, ignored).empty();
    }
  }
  const auto size = static_cast<uint32_t>(items.size());
  const Item& last = items.back();
  uint32_t inner = 0, said_about = 0, with_article = 0, numbered = 0, capitals = 0, nested = 0;
  for (const Item& item : items) {
    inner += item.conjunctions;
    said_about += item.about;
    count.longest = std::max(count.longest, item.words);
    const Token& first = document.tokens[item.first];
    if (&item != &last && item.conjunctions > 0) nested = static_cast<uint32_t>(&item - items.data());
    with_article += &item != &items.front() && words.articles.contains(first.word);
    capitals += first.letter_case != Case::lower;
    if (const auto number = numbers.read(document, item.first, end); number && !number->ordinal) ++numbered, count.sum += number->value;
  }
  // "a mild form with fever, rash and cough, and a severe form": a list within an item.
  if (last.led && size > 1) count.least = size - nested, count.most = size + inner;
  else if (size == 1) count.least = size + (size == 1 && inner > 0), count.most = size + inner;
  else count.least = size + (last.conjunctions > 0), count.most = size + inner;
  // "John, a doctor, and Mary": an item with an article among items without may explain the one before.
  if (with_article > 0 && !words.articles.contains(document.tokens[items.front().first].word)) count.least -= std::min(with_article, count.least - 1);
  uint32_t verbs = 0;
  for (uint32_t i = begin; i < end; ++i) {
    const Token& token = document.tokens[i];
    verbs += token.tag == tag::VBP || token.tag == tag::VBZ || token.tag == tag::VBD;
    if (words.clauses.contains(token.word)) verbs += 2;
    const bool after_joint = i > begin && words.conjunctions.contains(document.tokens[i - 1].word);
    if (after_joint && (token.kind == TokenKind::number || token.tag == tag::CD)) ++numbered;
  }
  count.clauses = verbs >= 2;
  count.closed = !open && said_about == 0 && (last.led || last.conjunctions > 0);
  count.figures = numbered > 0;
  count.capitals = size > 1 && capitals < size && document.tokens[items.front().first].letter_case == Case::capitalised;
  return count;
}

}  // namespace crosscheck
