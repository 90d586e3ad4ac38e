#include <doctest/doctest.h>

#include "report/excerpt.h"
#include "report/json.h"
#include "report/report.h"

namespace crosscheck {
namespace {

RuleInfo sample_rule() {
  RuleInfo rule;
  rule.id = "contradiction.count";
  rule.title = "The same things are counted differently";
  rule.rationale = "A reader cannot tell which is right.";
  return rule;
}

Report sample_report(const RuleInfo& rule) {
  Report report;
  report.tool.version = "1";
  SetReport set;
  set.id = "leaflets";
  DocumentReport document;
  document.name = "a,b.txt";
  document.path = "leaflets/a,b.txt";
  set.documents.push_back(document);
  report.sets.push_back(set);
  ReportFinding finding;
  finding.rule = &rule;
  finding.level = Level::error;
  finding.confidence = 0.97;
  finding.set = "leaflets";
  finding.message = "\"four <b>\" here, \"three\" there";
  finding.why = "both count the categories\nof use";
  Place one;
  one.document = "a,b.txt";
  one.text = "four";
  one.sentence = "It has four categories & </script> more.";
  one.sentence_start = 7;
  one.line = one.end_line = 2;
  one.column = 8;
  one.end_column = 12;
  Place two = one;
  two.side = 2;
  two.text = "three";
  finding.evidence = {one, two};
  finding.places = 2;
  finding.fingerprint = "0123456789abcdef";
  report.findings.push_back(finding);
  report.trouble.push_back({"gone.txt", TroubleKind::error, "no such file"});
  return report;
}

}  // namespace

TEST_CASE("JSON strings are escaped") {
  JsonWriter json;
  json.open('{').field("a\"b", "line\n\x01\t\\").field("n", 0.25).field("yes", true).key("list").open('[').value(1).value("x").close(']').close('}');
  CHECK(json.out == R"({"a\"b":"line\n\u0001\t\\","n":0.25,"yes":true,"list":[1,"x"]})");
}

TEST_CASE("an excerpt keeps the words and as much around them as fits") {
  Place place;
  place.sentence = "The quick brown fox jumps over the lazy dog and runs away from the farmer.";
  place.text = "jumps";
  place.sentence_start = 20;
  const Excerpt cut = excerpt(place, 30);
  CHECK(cut.words == "jumps");
  CHECK(cut.before.starts_with("…"));
  CHECK(cut.after.ends_with("…"));
  const Excerpt whole = excerpt(place, 200);
  CHECK(whole.before + whole.words + whole.after == place.sentence);
}

TEST_CASE("a fix is shown in the words it changes") {
  ReportFinding finding;
  Place place;
  place.document = "a.txt";
  place.text = "rare cases";
  place.start = 30;
  place.end = 40;
  finding.evidence = {place};
  finding.fixes = {{"a.txt", 40, 40, ".", false}};
  CHECK(mended(finding) == "rare cases.");
  finding.fixes = {{"a.txt", 30, 35, "", false}};
  CHECK(mended(finding) == "cases");
  finding.fixes = {{"b.txt", 1, 5, "other", false}};
  CHECK(mended(finding) == "other");
}

TEST_CASE("every format names rule, place and message, and holds its tongue about markup") {
  const RuleInfo rule = sample_rule();
  const Report report = sample_report(rule);
  for (const char* format : {"text", "json", "ndjson", "sarif", "csv", "markdown", "github", "junit", "vale-json", "html"}) {
    INFO(std::string(format));
    const ReportWriter writer = report_writer(format);
    REQUIRE(static_cast<bool>(writer));
    const std::string out = writer(report, {});
    CHECK(out.find("contradiction.count") != std::string::npos);
    CHECK_MESSAGE((out.find("a,b.txt") != std::string::npos || out.find("a%2Cb.txt") != std::string::npos), std::string(format));
  }
  CHECK(!report_writer("docx"));
  const std::string page = html_report(report, {});
  CHECK(page.find("& </script> more") == std::string::npos);
  CHECK(junit_report(report, {}).find("four <b>") == std::string::npos);
  CHECK(csv_report(report, {}).find("\"a,b.txt\"") != std::string::npos);
}

TEST_CASE("what was checked and what went wrong is in the report") {
  const RuleInfo rule = sample_rule();
  const Report report = sample_report(rule);
  for (const char* format : {"json", "sarif", "csv", "markdown", "html"}) {
    INFO(std::string(format));
    CHECK(report_writer(format)(report, {}).find("no such file") != std::string::npos);
  }
}

TEST_CASE("a flood of one kind is folded with its number, errors never") {
  RuleInfo rule = sample_rule();
  Report report = sample_report(rule);
  for (int i = 0; i < 30; ++i) report.findings.push_back(report.findings.front());
  CHECK(text_report(report, {}).find("more of") == std::string::npos);
  for (ReportFinding& finding : report.findings) finding.level = Level::suggestion;
  CHECK(text_report(report, {}).find("21 more of contradiction.count") != std::string::npos);
  Display all;
  all.verbose = true;
  CHECK(text_report(report, all).find("more of") == std::string::npos);
}

TEST_CASE("no control character of a document reaches the terminal") {
  RuleInfo rule = sample_rule();
  Report report = sample_report(rule);
  report.findings[0].message = "red \x1b[31m";
  report.findings[0].evidence[0].sentence = "It has four \x1b]0;title\x07 categories.";
  CHECK(text_report(report, {}).find('\x1b') == std::string::npos);
}

}  // namespace crosscheck
