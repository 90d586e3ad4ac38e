// What a parsed sentence says (and what its place in the document adds), written "subject | relation | arguments".
#include <doctest/doctest.h>

#include <algorithm>

#include "claim/claim.h"
#include "claim/report_claims.h"
#include "language/analyse.h"
#include "rulebook/rulebook.h"
#include "run.h"
#include "segment/segment.h"

namespace crosscheck {
namespace {

const Rulebook& book() {
  static const Rulebook rules = make_ready({std::string(CROSSCHECK_SOURCE) + "/rules", find_home().data}, "");
  return rules;
}

std::vector<std::string> said(const std::string& text) {
  Collection texts(book().symbols);
  texts.documents.emplace_back().text = text;
  std::vector<Trouble> trouble;
  segment(texts, book());
  analyse(texts, book(), trouble);
  std::vector<std::string> out;
  for (const ReportClaim& claim : report_claims(texts, claim(texts, book()), book())) {
    std::string line = claim.subject + " | " + claim.relation;
    for (const std::string& argument : claim.arguments) line += " | " + argument;
    out.push_back(line);
  }
  return out;
}

bool says(const std::string& text, const std::string& line) {
  const std::vector<std::string> lines = said(text);
  std::string all;
  for (const std::string& other : lines) all += "\n    " + other;
  const bool found = std::find(lines.begin(), lines.end(), line) != lines.end();
  if (!found) MESSAGE(text, " does not say: ", line, "; it says:", all);
  return found;
}

}  // namespace

TEST_CASE("a verb with its subject and what follows") {
  CHECK(says("The nurse checks your blood pressure.", "The nurse | checks | your blood pressure"));
  CHECK(says("The gel is made from plasma.", "The gel | is made from | plasma"));
  CHECK(says("The inhaler is a small device.", "The inhaler | is | a small device"));
  CHECK(says("The clinic is in Leeds.", "The clinic | is in | Leeds"));
  CHECK(says("Headache is very common.", "Headache | is | very common"));
}

TEST_CASE("verbs that share a subject or an auxiliary") {
  CHECK(says("The nurse cleans the skin and removes the needle.", "The nurse | removes | the needle"));
  CHECK(says("The sample is collected and sent to the laboratory.", "The sample | is sent to | the laboratory"));
}

TEST_CASE("clauses within a clause") {
  CHECK(says("The vaccine, which contains no live virus, is safe.", "The vaccine | contains | no live virus"));
  CHECK(says("The agency said that the vaccine is safe.", "the vaccine | is | safe"));
  CHECK(says("The agency said that the vaccine is safe.", "The agency | said that | the vaccine is safe"));
}

TEST_CASE("what is open is not said") {
  CHECK(said("We do not know whether the gel helps.").size() == 1);
  CHECK(said("When the mask is wet, change it.").size() == 1);
  CHECK(said("Physiotherapy begins before you go home.").size() == 1);
  CHECK(says("When the mask broke, the nurse changed it.", "the mask | broke"));
}

TEST_CASE("speech before the one who speaks") {
  CHECK(says("\"The drug is safe,\" he said.", "he | said | The drug is safe"));
}

TEST_CASE("an apposition says what a thing is") {
  CHECK(says("Warfarin, an old medicine, thins the blood.", "Warfarin |  | an old medicine"));
}

TEST_CASE("what the layout says") {
  const std::string list = "Side effects may include:\n- headache\n- nausea\n\nThe usual signs are\n\n- fever\n- a rash\n";
  CHECK(says(list, "Side effects | may include | nausea"));
  CHECK(says(list, "The usual signs | are | a rash"));
  CHECK(said(list).size() == 4);
  CHECK(says("Storage: below 25 °C\n\nShelf life: two years\n", "Storage |  | below 25 °C"));
  CHECK(says("Group       Dose    Times\nAdults      5 mg    twice a day\nChildren    2 mg    once a day\n", "Children | Dose | 2 mg"));
}

TEST_CASE("a subject that the parser took for something else") {
  CHECK(says("Intravenous Immunoglobulin (IVIG) is a plasma product used in the treatment of certain conditions.", "Intravenous Immunoglobulin (IVIG) | is | a plasma product used in the treatment of certain conditions"));
  CHECK(says("Patients, their caregivers, and families should be advised of the need to be alert.", "Patients, their caregivers, and families | should be advised of | the need | to be alert"));
}

TEST_CASE("a quantity stands whole; a bracket that points elsewhere says nothing") {
  CHECK(says("Its prevalence is thought to be less than 1 in 1 million.", "Its prevalence | is thought | be less than 1 in 1 million"));
  CHECK(said("The gel may sting [see section 2].") == std::vector<std::string>{"The gel | may sting"});
}

TEST_CASE("headings and questions say nothing") {
  CHECK(said("How should I keep it?").empty());
  CHECK(said("Storage\n\nKeep it in the fridge at all times, and never let it freeze.\n").size() == 2);
}

TEST_CASE("purposes, conditions and instructions") {
  CHECK(says("Wash your hands to prevent infection.", " | Wash | your hands | to prevent infection"));
  CHECK(said("If you feel dizzy, sit down.").size() == 1);
}

}  // namespace crosscheck
