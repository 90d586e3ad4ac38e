// Styles, and parts of a text that rules skip.
#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "run.h"

namespace crosscheck {
namespace {

namespace fs = std::filesystem;

class House {
 public:
  explicit House(const std::string& config) {
    fs::create_directories(path_);
    std::ofstream(path_ / ".crosscheck.yaml") << config;
  }
  ~House() { fs::remove_all(path_); }

  // What a rule says of a text: the words of each finding's first place.
  std::vector<std::string> says(const std::string& rule, const std::string& text, const std::string& name = "a.txt") const {
    Rulebook book = make_ready({std::string(CROSSCHECK_SOURCE) + "/rules", find_home().data}, (path_ / ".crosscheck.yaml").string());
    std::vector<std::string> out;
    for (const ReportFinding& finding : run({"s", {{name, "", text}}}, book).findings)
      if (finding.rule->id == rule) out.push_back(finding.evidence.front().text);
    return out;
  }

 private:
  fs::path path_ = fs::temp_directory_path() / ("crosscheck-styles-" + std::to_string(getpid()));
};

using Said = std::vector<std::string>;

}  // namespace

TEST_CASE("a style sets preferences, and the configuration goes before it") {
  const std::string text = "The colour of the haemoglobin is red, and its centre is pale.";
  CHECK(House("style: us\n").says("style.spelling_region", text) == Said{"colour"});
  CHECK(House("style: uk\n").says("style.spelling_region", text).empty());
  CHECK(House("style: us\nrules:\n  style.spelling_region: { prefer: gb }\n").says("style.spelling_region", text).empty());
}

TEST_CASE("the style for leaflets looks at doses and plain words") {
  const std::string text = "We administer 5.0 mg of it.";
  CHECK(House("").says("style.dose_notation", text).empty());
  CHECK(House("style: [uk, patient-leaflet]\n").says("style.dose_notation", text) == Said{"5.0 mg"});
  CHECK(House("style: patient-leaflet\n").says("terms.preferred", text) == Said{"administer"});
}

TEST_CASE("skipped parts are not looked at") {
  const std::string text = "# Text\n\nThe colour is red. The color of “the colour chart” is red.\n\n# References\n\nA colour atlas.\n";
  CHECK(House("rules:\n  style.spelling_region: { prefer: us }\n").says("style.spelling_region", text, "a.md").size() == 1);
  CHECK(House("style: us\n").says("style.spelling_region", "# References\n\nA colour atlas of the skin.\n", "a.md").empty());
  CHECK(House("style: us\n").says("style.spelling_region", "> The colour is red.\n\nHe read “the colour chart” out.\n", "a.md").empty());
}

TEST_CASE("an avoided word may stand before, after or in some words") {
  const House house("rules:\n  terms.preferred:\n    words+: { disabled: { use: with a disability, except_before: [toilet], except_after: [registered], except_in: [disabled living centre] } }\n");
  CHECK(house.says("terms.preferred", "It is for disabled people.") == Said{"disabled"});
  CHECK(house.says("terms.preferred", "The disabled toilet is here. She is registered disabled. Ring the disabled living centre.").empty());
}

TEST_CASE("an unknown style is shown with those there are") {
  const House house("style: australian\n");
  try {
    house.says("style.quotes", "Text.");
    CHECK(false);
  } catch (const RulebookError& wrong) {
    CHECK(std::string(wrong.what()).find("there are patient-leaflet, uk, us, who") != std::string::npos);
  }
}

}  // namespace crosscheck
