// Runs every fixture under tests/checks/ and the samples of every rule page.
//
// A fixture's texts carry marks, ⟦a|words⟧. They are taken out, the rule is run, and each label must be one finding
// at exactly the marked places, in the source file. A case without marks must be silent. A fixture needs both kinds.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "rulebook/rulebook.h"
#include "run.h"
#include "text/utf8.h"

namespace crosscheck {
namespace {

namespace fs = std::filesystem;

const std::string kSource = CROSSCHECK_SOURCE;

Home test_home() { return {kSource + "/rules", CROSSCHECK_DATA}; }

// The rulebook with only one rule switched on (all of them when `id` is empty), and the family that it gathers. It
// is one book, switched over: it holds models and word lists of many megabytes.
const Rulebook& rules_for(const std::string& id) {
  static Rulebook book = make_ready(test_home(), "");
  const Rule* tested = book.find(id);
  const std::string gathered = tested ? tested->settings["gathers"].text("") : "";
  for (Rule& rule : book.rules) rule.off = id.empty() ? rule.info.off : rule.info.id != id && rule.info.family() != gathered;
  return book;
}

struct MarkedPlace {
  std::string document;
  uint32_t start, end;  // code points
  friend auto operator<=>(const MarkedPlace&, const MarkedPlace&) = default;
};

// Takes the marks out of a text and adds their places to `labels`.
std::string unmark(const std::string& name, const std::string& marked, std::map<std::string, std::set<MarkedPlace>>& labels) {
  static const std::string open = "⟦", close = "⟧";
  std::string text;
  std::vector<std::pair<std::string, uint32_t>> stack;
  for (size_t at = 0; at < marked.size();) {
    if (marked.compare(at, open.size(), open) == 0) {
      const size_t bar = marked.find('|', at);
      REQUIRE(bar != std::string::npos);
      stack.emplace_back(marked.substr(at + open.size(), bar - at - open.size()), static_cast<uint32_t>(code_points(text)));
      at = bar + 1;
    } else if (marked.compare(at, close.size(), close) == 0) {
      REQUIRE(!stack.empty());
      labels[stack.back().first].insert({name, stack.back().second, static_cast<uint32_t>(code_points(text))});
      stack.pop_back();
      at += close.size();
    } else {
      text += marked[at++];
    }
  }
  return text;
}

std::set<MarkedPlace> places_of(const ReportFinding& finding) {
  std::set<MarkedPlace> places;
  for (const Place& place : finding.evidence) places.insert({place.document, place.start, place.end});
  return places;
}

std::string shown(const ReportFinding& finding) {
  std::string out = finding.rule->id + " " + name_of(finding.level) + ": " + finding.message + " at";
  for (const Place& place : finding.evidence) out += " " + place.document + ":" + std::to_string(place.start) + "-" + std::to_string(place.end) + " <" + place.text + ">";
  return out;
}

SetResult run_documents(const Sample& documents, const Rulebook& rules) {
  SetInput input;
  input.id = "fixture";
  for (const auto& [name, text] : documents) input.documents.push_back({name, "", text});
  return run(input, rules);
}

void check_expectation(const Value& expected, const ReportFinding& finding) {
  if (!expected) return;
  expected.allow_only({"level", "message", "fix", "safe", "confidence"});
  if (expected["level"]) CHECK_MESSAGE(expected["level"].text() == name_of(finding.level), shown(finding));
  if (expected["message"]) CHECK_MESSAGE(expected["message"].text() == finding.message, shown(finding));
  if (expected["fix"]) {
    CHECK_MESSAGE(!finding.fixes.empty(), "no fix: ", shown(finding));
    if (!finding.fixes.empty()) CHECK_MESSAGE(expected["fix"].text() == finding.fixes.front().replacement, shown(finding));
  }
  if (expected["safe"] && !finding.fixes.empty()) CHECK_MESSAGE(expected["safe"].truth(false) == finding.fixes.front().safe, shown(finding));
}

void run_case(const std::string& rule, const Value& test, bool& loud, bool& silent) {
  test.allow_only({"name", "documents", "expect"});
  std::map<std::string, std::set<MarkedPlace>> labels;
  Sample documents;
  for (const auto& [name, text] : test["documents"].fields) documents.emplace_back(name, unmark(name, text.text(), labels));
  REQUIRE(!documents.empty());
  (labels.empty() ? silent : loud) = true;
  std::vector<ReportFinding> findings = run_documents(documents, rules_for(rule)).findings;
  std::erase_if(findings, [&](const ReportFinding& f) { return f.rule->id != rule; });
  for (const auto& entry : labels) {
    const std::string& label = entry.first;
    const std::set<MarkedPlace>& places = entry.second;
    const auto found = std::find_if(findings.begin(), findings.end(), [&](const ReportFinding& f) { return places_of(f) == places; });
    std::string all;
    for (const ReportFinding& f : findings) all += "\n    " + shown(f);
    CHECK_MESSAGE(found != findings.end(), "no finding at exactly the places marked \"", label, "\"; found:", all);
    if (found == findings.end()) continue;
    check_expectation(test["expect"][label], *found);
    findings.erase(found);
  }
  for (const ReportFinding& f : findings) CHECK_MESSAGE(false, "not asked for: ", shown(f));
}

TEST_CASE("fixtures") {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(kSource + "/tests/checks"))
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::set<std::string> covered;
  for (const fs::path& file : files) {
    const Value fixture = load_yaml(file.string());
    fixture.allow_only({"rule", "cases"});
    const std::string rule = fixture["rule"].text();
    const std::string expected = file.parent_path().filename().string() + "." + file.stem().string();
    CHECK_MESSAGE(rule == expected, file.string(), " tests another rule: ", rule);
    CHECK_MESSAGE(rules_for("").find(rule) != nullptr, file.string(), ": no such rule");
    covered.insert(rule);
    bool loud = false, silent = false;
    for (const Value& test : fixture["cases"].items) {
      INFO(rule, ": ", test["name"].text());
      run_case(rule, test, loud, silent);
    }
    CHECK_MESSAGE(loud, rule, " has no loud case");
    CHECK_MESSAGE(silent, rule, " has no silent case");
  }
  for (const Rule& rule : rules_for("").rules) CHECK_MESSAGE(covered.contains(rule.info.id), rule.info.id, " has no fixture");
}

TEST_CASE("the bad samples of every page are found, the good ones are silent under all rules") {
  for (const Rule& rule : rules_for("").rules) {
    INFO(rule.info.id);
    for (const Sample& sample : rule.info.bad) CHECK_MESSAGE(!run_documents(sample, rules_for(rule.info.id)).findings.empty(), "silent: ", sample.front().second);
    for (const Sample& sample : rule.info.good)
      for (const ReportFinding& f : run_documents(sample, rules_for("")).findings) CHECK_MESSAGE(false, "good sample: ", shown(f));
  }
}

}  // namespace
}  // namespace crosscheck
