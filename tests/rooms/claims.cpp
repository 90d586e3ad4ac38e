// What crosscheck claims says. The rows of the founding set (acceptance of corpus/ivig) are matched like this: one
// claim of the passage meets a row when every content word of the row's subject stands in the claim's canonical
// subject, the last word of its relation stands in the canonical relation (by its dictionary form), and every word
// and number of its value stands in the canonical value; modality, polarity and frequency must be equal.
#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "report/claims_report.h"
#include "rooms/claims_of.h"

namespace crosscheck {
namespace {

struct Row {
  uint32_t passage;
  const char *subject, *relation, *value;
  const char* modality = "";
  const char* polarity = "";
  const char* frequency = "";
};

bool holds_all(const std::string& text, const std::string& words) {
  std::istringstream in(words);
  std::vector<std::string> have;
  std::istringstream parts(text);
  for (std::string word; parts >> word;) have.push_back(word);
  for (std::string word; in >> word;)
    if (std::find(have.begin(), have.end(), word) == have.end()) return false;
  return true;
}

bool meets(const ReportClaim& claim, const Row& row) {
  return claim.passage == row.passage && holds_all(claim.canonical_subject, row.subject) && holds_all(claim.canonical_relation, row.relation) &&
         holds_all(claim.canonical_value, row.value) && (!*row.modality || claim.modality == row.modality) && (!*row.polarity || claim.polarity == row.polarity) &&
         (!*row.frequency || claim.frequency == row.frequency);
}

const char* const kFounding =
    "IVIG is given as a plasma protein replacement therapy (IgG) for immune deficient patients who have decreased or abolished antibody production capabilities. In these immune deficient patients, IVIG is administered to maintain adequate antibody levels to prevent infections and confers a passive immunity. IVIG's effects last between 2 weeks and 3 months. It is mainly used as treatment in four major disease categories: 1  Primary Immune deficiencies such as X-linked agammaglobulinemia (XLA), Common variable immunodeficiency (CVID) and hypogammaglobulinemia.\n"
    "Side effects of IVIG treatment may include headache. IVIG therapy is done by administering medication directly into the bloodstream to help treat autoimmune diseases, immune deficiencies, and certain kinds of infections. IVIG could lead to anaphylaxis in rare cases\n"
    "A prime use of IVIG is in the treatment of hematological diseases. The first description of the treatment of individuals with ITP with IVIG was by Imbach et al in 1981. They noted that dose administration of IVIG promoted a rapid recovery for children with ITP.\n"
    "IVIG or gammablobulin, also called immune globulin, is a plasma treatment used for specific conditions such as immune deficiencies, autoimmune conditions, inflammation and infections.\n"
    "IVIG is mainly used as treatment in three major categories; immune deficiencies, autoimmune diseases, and acute infections. It is important to know that the immunoglobulin given via IVIG therapy only partly replaces what the body should be making on its own. It does not help the patient’s immune system make more.\n"
    "Intravenous Immunoglobulin (IVIG) is a plasma product used in the treatment of certain conditions related to the immune system.\n"
    "Intravenous immunoglobulin (IVIG) is a blood product administered intravenously. It contains the pooled, polyvalent, IgG antibodies extracted from the plasma of over one thousand blood donors.\n";

}  // namespace

TEST_CASE("the founding set's claims") {
  const std::vector<ReportClaim> claims = claims_of(kFounding);
  const Row rows[] = {
      {1, "ivig", "last", "2 weeks 3 months"},
      {1, "ivig", "use as treatment in", "4 disease categories"},
      {2, "ivig", "lead to", "anaphylaxis", "possible", "", "rare"},
      {3, "first description of treatment itp with ivig", "by", "imbach et al 1981"},
      {4, "ivig", "call", "immune globulin"},
      {5, "immunoglobulin given via ivig therapy", "replace", "only partly"},
      {5, "ivig", "help", "", "", "negative"},
      {7, "", "contain", "igg antibodies from 1000 donors"},
  };
  for (const Row& row : rows) {
    const bool met = std::any_of(claims.begin(), claims.end(), [&](const ReportClaim& claim) { return meets(claim, row); });
    std::string all;
    for (const ReportClaim& claim : claims)
      if (claim.passage == row.passage) all += "\n    " + claim.canonical_subject + " | " + claim.canonical_relation + " | " + claim.canonical_value + " | " + claim.modality + " " + claim.polarity + " " + claim.frequency;
    CHECK_MESSAGE(met, "no claim for: ", row.subject, " | ", row.relation, " | ", row.value, "; there are:", all);
  }
}

TEST_CASE("polarity, modality, condition and attribution") {
  const auto first = [](const char* text) { return claims_of(text).at(0); };
  CHECK(first("Patients must not drive.").modality == "forbidden");
  CHECK(first("Patients must not drive.").polarity == "positive");
  CHECK(first("The tablets do not cause drowsiness.").polarity == "negative");
  CHECK(first("You should take it with food.").modality == "recommended");
  CHECK(first("You do not have to fast.").modality == "not-required");
  CHECK(first("Do not crush the tablets.").modality == "forbidden");
  CHECK(first("If you are pregnant, talk to a nurse.").conditions == std::vector<std::string>{"If you are pregnant"});
  CHECK(claims_of("Critics claim that the gel burns the skin.").at(1).attribution == "Critics claim");
  CHECK(first("All patients recover.").quantifier == "all");
  CHECK(first("Headache is very common.").frequency == "very common");
}

}  // namespace crosscheck
