#include "language/enumeration.h"

#include <doctest/doctest.h>

#include "language/numbers.h"
#include "segment/segment.h"

namespace crosscheck {

TEST_CASE("items of a list in running text") {
  Rulebook book = load_rulebook({std::string(CROSSCHECK_SOURCE) + "/rules", ""}, "");
  book.prepare<SegmentTables>();
  const ListWords words(book);
  const NumberTable numbers(book);
  const auto count = [&](const char* text) {
    Collection texts(book.symbols);
    texts.documents.emplace_back().text = text;
    segment(texts, book);
    const Document& document = texts.documents.front();
    const ItemCount items = count_items(document, 0, static_cast<uint32_t>(document.tokens.size()), words, numbers);
    return std::tuple(items.least, items.most, items.parted, items.closed);
  };
  using T = std::tuple<uint32_t, uint32_t, uint32_t, bool>;
  CHECK(count("measles, mumps, rubella and polio") == T(4, 4, 0, true));
  CHECK(count("acute, chronic, and relapsing and remitting") == T(3, 4, 0, true));
  CHECK(count("salt and pepper, oil and vinegar") == T(3, 4, 0, true));
  CHECK(count("by mouth or by injection") == T(2, 2, 0, true));
  CHECK(count("the benign form") == T(1, 1, 0, false));
  CHECK(count("fever, rash, cough") == T(3, 3, 0, false));
  CHECK(count("fever, rash and others") == T(3, 3, 0, false));
  CHECK(count("the nurse, a friend, and the doctor") == T(2, 3, 0, true));
  CHECK(count("adults, who work; children, who play") == T(2, 2, 2, false));
  CHECK(count("a mild form with fever, rash and cough, and a severe form") == T(2, 4, 0, true));
  CHECK(count("fever (mild, short and rare) or a rash") == T(2, 2, 0, true));
}

TEST_CASE("numbered items in running text") {
  Rulebook book = load_rulebook({std::string(CROSSCHECK_SOURCE) + "/rules", ""}, "");
  book.prepare<SegmentTables>();
  const auto count = [&](const char* text) {
    Collection texts(book.symbols);
    texts.documents.emplace_back().text = text;
    segment(texts, book);
    return count_numbered_items(texts.documents.front(), 0, 2);
  };
  CHECK(count("Kinds: 1 Antibody deficiencies such as two rare ones.") == 1);
  CHECK(count("Signs: (1) fever, (2) a rash and (3) a cough") == 3);
  CHECK(count("Signs: a) fever, b) a rash") == 2);
  CHECK(count("Signs: fever, 2 rashes") == 0);
}

}  // namespace crosscheck
