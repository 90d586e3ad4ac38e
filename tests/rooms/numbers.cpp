#include "language/numbers.h"

#include <doctest/doctest.h>

#include "segment/segment.h"

namespace crosscheck {

TEST_CASE("numbers in figures and words") {
  Rulebook book = load_rulebook({std::string(CROSSCHECK_SOURCE) + "/rules", ""}, "");
  book.prepare<SegmentTables>();
  const NumberTable table(book);
  const auto read = [&](const char* text) -> std::pair<double, uint32_t> {
    Collection texts(book.symbols);
    texts.documents.emplace_back().text = text;
    segment(texts, book);
    const Document& document = texts.documents.front();
    const auto number = table.read(document, 0, static_cast<uint32_t>(document.tokens.size()));
    return number ? std::pair(number->value, number->tokens) : std::pair(-1.0, 0u);
  };
  using P = std::pair<double, uint32_t>;
  CHECK(read("2.5 mg") == P(2.5, 1));
  CHECK(read("1,000 patients") == P(1000, 1));
  CHECK(read("3 million people") == P(3e6, 2));
  CHECK(read("three doses") == P(3, 1));
  CHECK(read("twenty-one days") == P(21, 3));
  CHECK(read("two hundred and fifty beds") == P(250, 4));
  CHECK(read("one thousand donors") == P(1000, 2));
  CHECK(read("two and a half hours") == P(2.5, 4));
  CHECK(read("two and three") == P(2, 1));
  CHECK(read("third dose") == P(3, 1));
  CHECK(read("doses") == P(-1, 0));
}

}  // namespace crosscheck
