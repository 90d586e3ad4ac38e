// What hangs on what in a compared sentence, and what is denied.
#include "check/sentence_tree.h"

#include <doctest/doctest.h>

#include <string>

#include "language/analyse.h"
#include "language/lemma.h"
#include "language/numbers.h"
#include "rulebook/rulebook.h"
#include "run.h"
#include "segment/segment.h"

namespace crosscheck {
namespace {

const Rulebook& book() {
  static const Rulebook rules = make_ready({std::string(CROSSCHECK_SOURCE) + "/rules", find_home().data}, "");
  return rules;
}

struct OneSentence {
  Collection texts{book().symbols};
  NearCopies copies;

  explicit OneSentence(const std::string& text) {
    texts.documents.emplace_back().text = text;
    std::vector<Trouble> trouble;
    segment(texts, book());
    analyse(texts, book(), trouble);
    copies = find_near_copies(texts, book().table<WordRelations>(), book().table<NumberTable>(), book().table<LemmaTable>().wordnet());
    REQUIRE(copies.sentences.size() == 1);
  }

  SentenceTree tree() const { return SentenceTree(texts.documents[0], copies.sentences[0], copies.units); }

  uint32_t unit(const std::string& word) const {
    for (uint32_t u = 0; u < copies.units.size(); ++u)
      if (texts.documents[0].text_of(texts.documents[0].tokens[copies.units[u].token]) == word) return u;
    FAIL("no unit begins with ", word);
    return 0;
  }
};

bool denied(const std::string& text, const std::string& word) {
  const OneSentence sample(text);
  return sample.tree()[sample.unit(word)].denials % 2 == 1;
}

}  // namespace

TEST_CASE("what a denial reaches in a compared sentence") {
  CHECK(denied("The paint does not contain any lead.", "contain"));
  CHECK(denied("The paint does not contain any lead.", "lead"));
  CHECK_FALSE(denied("The paint does not contain any lead.", "paint"));
  CHECK(denied("No visitor crossed the bridge.", "crossed"));
  CHECK(denied("The pump works without oil.", "oil"));
  CHECK_FALSE(denied("The pump works without oil.", "works"));
  CHECK(denied("The valve failed to close the pipe.", "close"));
  CHECK_FALSE(denied("The drum turns no faster than 800 revolutions.", "turns"));
  CHECK_FALSE(denied("Not all visitors crossed the bridge.", "crossed"));
}

TEST_CASE("a clause under a condition belongs to no statement of its own") {
  const OneSentence sample("The bridge is closed if the river floods the road.");
  const SentenceTree tree = sample.tree();
  CHECK(tree[sample.unit("floods")].condition);
  CHECK_FALSE(tree[sample.unit("closed")].condition);
  CHECK(tree[sample.unit("floods")].frame == tree[sample.unit("closed")].frame);
}

}  // namespace crosscheck
