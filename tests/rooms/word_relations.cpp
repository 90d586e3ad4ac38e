#include "language/word_relations.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "language/inflect.h"

using namespace crosscheck;

TEST_CASE("a verb of a list stands for its forms") {
  const Inflector inflector(parse_yaml("take: took taken\n", "test.yaml"));
  const auto has = [&](std::string_view phrase, std::string_view kind, const std::string& form) {
    const auto forms = inflector.forms(phrase, kind);
    return std::find(forms.begin(), forms.end(), form) != forms.end();
  };
  CHECK(has("stop", "verb", "stopped"));
  CHECK(has("carry on", "verb", "carries on"));
  CHECK(has("take out", "verb", "took out"));
  CHECK_FALSE(has("take out", "verb", "taked out"));
  CHECK(has("side effect", "noun", "side effects"));
  CHECK(has("late", "adjective", "later"));
}

TEST_CASE("words of one stem share a key") {
  const Stemmer stemmer(parse_yaml("endings: [ment, ing, ed, es, s]\n", "test.yaml")["endings"]);
  CHECK(stemmer.key("treated") == stemmer.key("treatment"));
  CHECK(stemmer.key("dose") == stemmer.key("doses"));
  CHECK(stemmer.key("dose") != stemmer.key("drop"));
}
