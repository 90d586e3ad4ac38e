#include "index/terms.h"

#include <doctest/doctest.h>

#include "language/lemma.h"
#include "segment/segment.h"

namespace crosscheck {
namespace {

struct Room {
  Rulebook book = load_rulebook({std::string(CROSSCHECK_SOURCE) + "/rules", ""}, "");
  Room() {
    book.prepare<SegmentTables>();
    book.prepare<TermTables>();
    book.prepare<LemmaTable>();
  }
  Collection texts_of(const std::string& text) const {
    Collection texts(book.symbols);
    texts.documents.emplace_back().text = text;
    segment(texts, book);
    return texts;
  }
  std::string joins(const std::string& text) const {
    std::string out;
    for (const Compound& compound : find_compounds(texts_of(text), book))
      for (const CompoundPlace& place : compound.places) out += place.join == Join::open ? 'o' : place.join == Join::hyphen ? 'h' : 'c';
    return out;
  }
  std::string patterns(const std::string& text) const {
    std::string out;
    for (const CasedTerm& term : find_cased_terms(texts_of(text), book))
      for (const CasedPlace& place : term.places) out += place.pattern + " ";
    return out;
  }
};

}  // namespace

TEST_CASE("the hash of joined words is that of the closed one") {
  const auto beta = TermTables::shape_of("beta"), blocker = TermTables::shape_of("blockers"), closed = TermTables::shape_of("betablocker");
  CHECK(beta.hash * blocker.stem_power + blocker.stem == closed.hash);
}

TEST_CASE("compounds in their three forms") {
  const Room room;
  CHECK(room.joins("Beta blockers help. Take beta-blockers daily. A betablocker is safe.") == "ohc");
  CHECK(room.joins("An over-the-counter drug. It is sold over the counter.") == "ho");
  CHECK(room.joins("Read example.org/follow-up for more. We follow up.").empty());
  CHECK(room.joins("A part of it is apart.").empty());
}

TEST_CASE("capitals that tell something") {
  const Room room;
  CHECK(room.patterns("Some need extra Vitamin D. We need vitamin D.") == "C. c. ");
  CHECK(room.patterns("Vitamin D helps. We need vitamin D.").empty());
  CHECK(room.patterns("The Clinic for Rare Diseases treats rare diseases.").empty());
}

}  // namespace crosscheck
