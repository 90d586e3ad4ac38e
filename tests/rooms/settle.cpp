#include <doctest/doctest.h>

#include "check/settle.h"
#include "segment/segment.h"

namespace crosscheck {
namespace {

struct Scene {
  Rulebook book = load_rulebook({std::string(CROSSCHECK_SOURCE) + "/rules", ""}, "");
  Collection texts{(book.prepare<SegmentTables>(), book.symbols)};
  RuleInfo rule;

  explicit Scene(std::initializer_list<const char*> documents) {
    rule.id = "text.sample";
    for (const char* text : documents) {
      Document& document = texts.documents.emplace_back();
      document.name = std::to_string(texts.documents.size()) + ".txt";
      document.text = text;
    }
    segment(texts, book);
  }
  Finding make(std::vector<Evidence> places) {
    Finding finding;
    finding.rule = &rule;
    finding.evidence = std::move(places);
    return finding;
  }
};

}  // namespace

TEST_CASE("places are code points, lines and columns of the source") {
  Scene scene{"Caf\u00e9.\r\n\r\nGuillain-Barr\u00e9 \U0001F600 is one of them.\n"};
  const std::string& text = scene.texts.documents[0].text;
  const auto at = static_cast<uint32_t>(text.find("is one"));
  uint32_t suppressed = 0;
  const auto reports = settle({scene.make({{0, {at, at + 6}, 1}})}, scene.texts, suppressed);
  REQUIRE(reports.size() == 1);
  const Place& place = reports[0].evidence[0];
  CHECK(place.start == 9 + 17);
  CHECK(place.end == place.start + 6);
  CHECK(place.line == 3);
  CHECK(place.column == 18);
  CHECK(place.text == "is one");
  CHECK(place.passage == 2);
}

TEST_CASE("a place far into a long line is found without walking from its start") {
  std::string line;
  for (int i = 0; i < 5000; ++i) line += "\u00e9\u00e8 ";
  Scene scene{(line + "end").c_str()};
  const auto at = static_cast<uint32_t>(line.size());
  uint32_t suppressed = 0;
  const auto reports = settle({scene.make({{0, {at, at + 3}, 1}})}, scene.texts, suppressed);
  CHECK(reports[0].evidence[0].start == 15000);
  CHECK(reports[0].evidence[0].column == 15001);
}

TEST_CASE("fingerprints are unique, and stay when text is put in front") {
  const auto prints = [](const char* text) {
    Scene scene{text};
    const std::string& content = scene.texts.documents[0].text;
    Findings findings;
    for (size_t at = 0; (at = content.find("dose", at)) != std::string::npos; ++at)
      findings.push_back(scene.make({{0, {static_cast<uint32_t>(at), static_cast<uint32_t>(at) + 4}, 1}}));
    uint32_t suppressed = 0;
    std::vector<std::string> out;
    for (const ReportFinding& report : settle(findings, scene.texts, suppressed)) out.push_back(report.fingerprint);
    return out;
  };
  const auto before = prints("One dose, then another dose.");
  const auto after = prints("Keep this leaflet.\n\nOne dose, then another dose.");
  REQUIRE(before.size() == 2);
  CHECK(before[0] != before[1]);
  CHECK(before == after);
}

TEST_CASE("a finding in a switched-off stretch leaves and is counted") {
  Scene scene{"One dose, then another dose."};
  scene.texts.documents[0].suppressions.push_back({{0, 9}, "text", ""});
  uint32_t suppressed = 0;
  const auto reports = settle({scene.make({{0, {4, 8}, 1}}), scene.make({{0, {23, 27}, 1}})}, scene.texts, suppressed);
  CHECK(reports.size() == 1);
  CHECK(suppressed == 1);
}

TEST_CASE("a hundred places are listed, all are counted") {
  std::string many;
  for (int i = 0; i < 150; ++i) many += "dose ";
  Scene scene{many.c_str()};
  std::vector<Evidence> places;
  for (uint32_t i = 0; i < 150; ++i) places.push_back({0, {i * 5, i * 5 + 4}, 1});
  uint32_t suppressed = 0;
  const auto reports = settle({scene.make(places)}, scene.texts, suppressed);
  CHECK(reports[0].places == 150);
  CHECK(reports[0].evidence.size() == 100);
}

}  // namespace crosscheck
