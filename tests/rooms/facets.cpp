// The facets of parsed claims: polarity by scope, modality, conditions, how many and how often, whose view, and what
// "it" stands for. tests/eval/facets.md tells how they are measured on real sentences.
#include <doctest/doctest.h>

#include <algorithm>

#include "rooms/claims_of.h"

namespace crosscheck {
namespace {

// The claim whose relation ends with a word.
ReportClaim saying(const std::string& text, const std::string& verb) {
  const std::vector<ReportClaim> claims = claims_of(text);
  const auto found = std::find_if(claims.begin(), claims.end(), [&](const ReportClaim& c) { return c.relation.find(verb) != std::string::npos; });
  REQUIRE_MESSAGE(found != claims.end(), "nothing is said with ", verb, " in: ", text);
  return *found;
}

}  // namespace

TEST_CASE("a denial reaches its own predicate") {
  CHECK(saying("The tablets do not cause drowsiness.", "cause").polarity == "negative");
  CHECK(saying("No side effects were seen in the trial.", "seen").polarity == "negative");
  CHECK(saying("The vaccine contains no live virus.", "contains").polarity == "negative");
  CHECK(saying("There is no cure for the disease.", "is").polarity == "negative");
  CHECK(saying("The pump failed to start.", "failed").polarity == "negative");
  CHECK(saying("These cells lack the enzyme.", "lack").polarity == "negative");
  CHECK(saying("Creams do not smell or stain.", "smell").polarity == "negative");
}

TEST_CASE("what is no denial of the predicate, and what cancels one") {
  CHECK(saying("The gel not only cools but also heals the skin.", "cools").polarity == "positive");
  CHECK(saying("Not all patients recover.", "recover").polarity == "positive");
  CHECK(saying("These cells do not lack the enzyme.", "lack").polarity == "positive");
  CHECK(saying("The disease occurs in people with no history of it.", "occurs").polarity == "positive");
  CHECK(saying("People who do not smoke can use the spray.", "use").polarity == "positive");
}

TEST_CASE("may gives leave to people for what is theirs to do") {
  CHECK(saying("Exhibitors may sell goods at their stand.", "sell").modality == "permitted");
  CHECK(saying("Exhibitors may not sell goods at their stand.", "sell").modality == "forbidden");
  CHECK(saying("Patients may develop a rash.", "develop").modality == "possible");
  const ReportClaim rates = saying("The rates may not reflect daily practice.", "reflect");
  CHECK(rates.modality == "possible");
  CHECK(rates.polarity == "negative");
}

TEST_CASE("instructions are required, denied ones forbidden") {
  CHECK(saying("Store the pens in a fridge.", "Store").modality == "required");
  CHECK(saying("Do not dig trenches.", "dig").modality == "forbidden");
  CHECK(saying("In case of fire, do not use the lift.", "use").modality == "forbidden");
  CHECK(saying("Avoid the gel in patients with asthma.", "Avoid").modality == "not-recommended");
  CHECK(saying("Monitor patients for a rash.", "Monitor").modality == "required");
  CHECK(saying("Test results show a rise.", "show").modality == "asserted");
  CHECK(saying("See Table 2 for the doses.", "See").modality == "asserted");
}

TEST_CASE("obligation in other words") {
  CHECK(saying("Patients do not have to fast.", "have").modality == "not-required");
  CHECK(saying("Treatment is not recommended in severe anaemia.", "recommended").modality == "not-recommended");
  CHECK(saying("Dogs are not allowed in the tents.", "allowed").modality == "forbidden");
  CHECK(saying("The cream should be avoided in the sun.", "avoided").modality == "not-recommended");
}

TEST_CASE("conditions hang on what they limit") {
  const auto conditions = [](const char* text, const char* verb) {
    ReportClaim claim = saying(text, verb);
    if (!claim.time.empty()) claim.conditions.push_back(claim.time);
    return claim.conditions;
  };
  const auto one = [](const char* text) { return std::vector<std::string>{text}; };
  CHECK(conditions("Take the tablets with food unless your doctor says otherwise.", "Take") == one("unless your doctor says otherwise"));
  CHECK(conditions("Treatment is not recommended in patients with severe anaemia.", "recommended") == one("in patients with severe anaemia"));
  CHECK(conditions("During pregnancy, the dose may need to be raised.", "need") == one("During pregnancy"));
  CHECK(conditions("Without insurance you cannot hire a boat.", "hire") == one("Without insurance"));
  CHECK(conditions("Stop the drug if gout is confirmed.", "Stop") == one("if gout is confirmed"));
  CHECK(conditions("If untreated, gout can lead to pain and swelling.", "lead") == one("If untreated"));
  CHECK(conditions("When people with gout show symptoms of stroke, their families should call for help.", "call") == one("When people with gout show symptoms of stroke"));
  CHECK(conditions("Kites are forbidden in sailing and rowing competitions.", "forbidden") == one("in sailing and rowing competitions"));
  CHECK(conditions("In men with high blood pressure, treatment with steroids may fail.", "fail") == one("In men with high blood pressure"));
  CHECK(conditions("Members received one tablet once daily.", "received").empty());
  CHECK(conditions("The rash returned because the gel was stopped.", "returned").empty());
  CHECK(conditions("The drug was found in 8 % of patients.", "found").empty());
}

TEST_CASE("how often and how many, and of what") {
  const ReportClaim usually = saying("Treatment usually consists of rest.", "consists");
  CHECK(usually.frequency == "usually");
  CHECK(usually.frequency_of == "consists");
  CHECK(saying("Fever is the most common sign.", "is").frequency.empty());
  CHECK(saying("The child has a common cold.", "has").frequency.empty());
  const ReportClaim most = saying("Most patients take both tablets.", "take");
  CHECK(most.quantifier == "most");
  REQUIRE(most.quantified.size() == 2);
  CHECK(most.quantified[0].of == "patients");
  CHECK(most.quantified[1].of == "tablets");
}

TEST_CASE("a view is that of who holds it") {
  CHECK(saying("Studies suggest that the drug may have several uses.", "have").attribution == "Studies suggest");
  CHECK(saying("According to the maker, the lamp lasts for ten years.", "lasts").attribution == "According to the maker");
  CHECK(saying("It is important to note that the lamp is hot.", "is").attribution.empty());
}

TEST_CASE("what it, they and this gene stand for") {
  const auto subject = [](const char* text, const char* verb) { return saying(text, verb).canonical_subject; };
  CHECK(subject("The kettle has two switches. They control the heat.", "control") == "2 switches");
  CHECK(subject("Lisinopril is an old medicine. This medicine lowers blood pressure. It tires some people.", "tires") == "lisinopril");
  CHECK(subject("Mutations in the CFTR gene cause the disease. This gene tells cells what to do.", "tells") == "cftr gene");
  CHECK(subject("Marie Curie was born in Warsaw. She discovered radium.", "discovered") == "marie curie");
  CHECK(saying("The pump is old. It is raining.", "raining").resolved == 0);
}

TEST_CASE("names of one thing are one subject") {
  const auto subjects = [](const char* text) {
    std::vector<std::string> out;
    for (const ReportClaim& claim : claims_of(text)) out.push_back(claim.canonical_subject);
    return out;
  };
  CHECK(subjects("Continuous positive airway pressure (CPAP) helps sleepers. CPAP is noisy. Continuous positive airway pressure is old.") ==
        std::vector<std::string>{"cpap", "cpap", "cpap"});
  CHECK(subjects("Zelovant (brintuxin) is a tablet. Brintuxin lowers the pulse.") == std::vector<std::string>{"zelovant", "zelovant", "zelovant"});
  CHECK(saying("Shingles is also called zoster. Zoster hurts.", "hurts").canonical_subject == "shingles");
}

}  // namespace crosscheck
