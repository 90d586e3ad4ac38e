// Which questions sentences answer, and what of (index/slots.h, language/token_pattern.h).
#include "index/slots.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "claim/claim.h"
#include "index/index.h"
#include "language/analyse.h"
#include "run.h"
#include "segment/segment.h"

namespace crosscheck {
namespace {

const Rulebook& book() {
  static const Rulebook rules = make_ready({std::string(CROSSCHECK_SOURCE) + "/rules", find_home().data}, "");
  return rules;
}

// "inheritance: autosomal dominant" for each answer in a text.
std::vector<std::string> answers(const std::string& text) {
  Collection texts(book().symbols);
  texts.documents.emplace_back().text = text;
  std::vector<Trouble> trouble;
  segment(texts, book());
  analyse(texts, book(), trouble);
  const Index index = build_index(texts, claim(texts, book()), book());
  std::vector<std::string> out;
  for (const Statement& statement : index.slots.all) {
    const Slot& slot = *book().table<SlotTable>().slots[statement.slot];
    std::string answer = slot.name;
    if (statement.value >= 0) answer += ": " + slot.values[static_cast<size_t>(statement.value)];
    if (statement.soft || statement.hedged || statement.conditional) answer += ", in part";
    out.push_back(answer);
  }
  return out;
}

using Answers = std::vector<std::string>;

}  // namespace

TEST_CASE("one answer in several wordings") {
  CHECK(answers("Norel syndrome is inherited in an autosomal recessive pattern.") == Answers{"inheritance: autosomal recessive"});
  CHECK(answers("Norel syndrome is an autosomal recessive disorder.") == Answers{"inheritance: autosomal recessive"});
  CHECK(answers("The cause of Norel syndrome is unknown.") == Answers{"cause: unknown"});
  CHECK(answers("There is no cure for Norel syndrome.") == Answers{"cure: incurable"});
}

TEST_CASE("a limit is kept with the answer") {
  CHECK(answers("In some families, Norel syndrome is inherited in an autosomal dominant manner.") == Answers{"inheritance: autosomal dominant, in part"});
  CHECK(answers("In some cases, the cause of Norel syndrome is unknown.").empty());  // no longer says that it is unknown
}

TEST_CASE("a pattern does not pass a not") {
  CHECK(answers("Norel syndrome is not contagious.") == Answers{"spread: not contagious"});
  CHECK(answers("Norel syndrome is contagious.") == Answers{"spread: contagious"});
}

TEST_CASE("what a word means answers nothing") { CHECK(answers("Autosomal dominant inheritance means that one copy of the altered gene is sufficient.").empty()); }

}  // namespace crosscheck
