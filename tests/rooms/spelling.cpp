#include <doctest/doctest.h>

#include "rulebook/rulebook.h"
#include "run.h"
#include "spelling/candidates.h"
#include "spelling/dictionary.h"
#include "spelling/edits.h"

namespace crosscheck {
namespace {

const Rulebook& rules() {
  static const Rulebook book = make_ready({std::string(CROSSCHECK_SOURCE) + "/rules", find_home().data}, "");
  return book;
}

TEST_CASE("edits weigh what slips weigh") {
  CHECK(edits_between("recieve", "receive", 2) == 1);
  CHECK(edits_between("symtpoms", "symptoms", 2) == 1);
  CHECK(edits_between("house", "mouse", 2) == 1);
  CHECK(edits_between("house", "moose", 1) > 1);
  CHECK(edit_cost("recieve", "receive", 2) < edit_cost("receibe", "receive", 2));
  CHECK(edit_cost("galbladder", "gallbladder", 2) < edit_cost("gabladder", "gallbladder", 2));
  CHECK(edit_cost("same", "same", 2) == 0);
}

TEST_CASE("words that sound alike have one sound") {
  CHECK(words_format::sound_of("inflamation") == words_format::sound_of("inflammation"));
  CHECK(words_format::sound_of("farmasist") == words_format::sound_of("pharmacist"));
  CHECK(words_format::sound_of("fever") != words_format::sound_of("liver"));
}

TEST_CASE("the compiled words know their sources") {
  const Dictionary& dictionary = rules().table<Dictionary>();
  REQUIRE(dictionary.ready());
  using namespace words_format;
  CHECK((dictionary.find("colour").flags & kGB) != 0);
  CHECK((dictionary.find("colour").flags & kSpeltGB) != 0);
  CHECK((dictionary.find("color").flags & kSpeltUS) != 0);
  CHECK(dictionary.find("colour").partner == "color");
  CHECK((dictionary.find("kawasaki").flags & kName) != 0);
  CHECK(!dictionary.has("symtpoms"));
  CHECK(!dictionary.has("gammablobulin"));
  CHECK(dictionary.words.pair("blood", "pressure") > 50);
  CHECK(dictionary.words.oddness("symtpoms") > dictionary.words.oddness("symptoms"));
}

TEST_CASE("words are built of known parts") {
  const WordForms& forms = rules().table<Dictionary>().forms;
  const auto known = [](const std::string& word) { return word == "smoker" || word == "study" || word == "regress" || word == "occur" ? 1.0 : 0.0; };
  CHECK(forms.read("nonsmoker", known).affixed > 0);
  CHECK(forms.read("studies", known).inflected > 0);
  CHECK(forms.read("regressed", known).inflected > 0);
  CHECK(forms.read("studys", known).inflected == 0);
  CHECK(forms.read("occured", known).inflected == 0);
  CHECK(forms.read("spondylometaphyseal", known).joined);
  CHECK(forms.read("dermatomyositis", known).joined);
  CHECK_FALSE(forms.read("spondlometaphyseal", known).joined);
  CHECK(forms.read("temsirolimus", known).medicine);
}

std::vector<std::string> corrections(const std::string& text) {
  SetInput input;
  input.documents.push_back({"text.txt", "", text});
  std::vector<std::string> out;
  for (const ReportFinding& finding : run(input, rules()).findings)
    if (finding.rule->id.starts_with("spelling.") && !finding.fixes.empty()) out.push_back(finding.fixes.front().replacement);
  return out;
}

TEST_CASE("corrections take the case of the place and the likeliest word") {
  CHECK(corrections("Pnuemonia is an infection of the lungs.") == std::vector<std::string>{"Pneumonia"});
  CHECK(corrections("It dosen't matter when you eat.") == std::vector<std::string>{"doesn't"});
  CHECK(corrections("Ask your pharmasist about it.") == std::vector<std::string>{"pharmacist"});
  CHECK(corrections("The arthopathies of old age are common.") == std::vector<std::string>{"arthropathies"});
}

}  // namespace
}  // namespace crosscheck
