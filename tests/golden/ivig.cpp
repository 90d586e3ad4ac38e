// The acceptance of the founding set, row by row: what corpus/ivig must and must not bring up (tests/golden/ivig.yaml).
//
// A row is met by a finding of its rule, at its level or above, whose places overlap every piece of evidence and are
// not much longer. text.garbled counts for the rows of the family text.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "rulebook/rulebook.h"
#include "run.h"
#include "text/utf8.h"

namespace crosscheck {
namespace {

const std::string kSource = CROSSCHECK_SOURCE;

struct Founding {
  std::string source;
  std::vector<size_t> line_starts;  // bytes
  std::vector<ReportFinding> findings;
  Rulebook rules;
};

const Founding& founding() {
  static Founding all = [] {
    Founding out;
    std::ifstream in(kSource + "/corpus/ivig/ivig.txt", std::ios::binary);
    std::ostringstream content;
    content << in.rdbuf();
    out.source = content.str();
    out.line_starts.push_back(0);
    for (size_t at = 0; (at = out.source.find('\n', at)) != std::string::npos;) out.line_starts.push_back(++at);
    out.rules = make_ready({kSource + "/rules", CROSSCHECK_DATA}, "");
    return out;
  }();
  if (all.findings.empty()) all.findings = run({"ivig", {{"ivig.txt", "", all.source}}}, all.rules).findings;
  return all;
}

struct Range {
  size_t start, end;  // code points
};

Range range_of(const Value& evidence) {
  const size_t line = founding().line_starts[static_cast<size_t>(evidence["p"].number()) - 1];
  const size_t byte = founding().source.find(evidence["text"].text(), line);
  REQUIRE(byte != std::string::npos);
  const size_t start = code_points(founding().source.substr(0, byte));
  return {start, start + code_points(evidence["text"].text())};
}

bool touches(const ReportFinding& finding, const Value& evidence) {
  const Range wanted = range_of(evidence);
  return std::any_of(finding.evidence.begin(), finding.evidence.end(), [&](const Place& place) {
    return place.start < wanted.end && wanted.start < place.end && place.end - place.start <= 3 * (wanted.end - wanted.start) + 80;
  });
}

bool matches(const ReportFinding& finding, const Value& row) {
  const std::string& rule = row["rule"].text();
  const std::string& id = finding.rule->id;
  const bool of_rule = id == rule || id.starts_with(rule + ".") || (rule.starts_with("text.") && id == "text.garbled");
  const auto& pieces = row["evidence"].items;
  return of_rule && std::all_of(pieces.begin(), pieces.end(), [&](const Value& piece) { return touches(finding, piece); });
}

Level level_named(const std::string& name) { return name == "error" ? Level::error : name == "warning" ? Level::warning : Level::suggestion; }

// The text with the finding's first fix applied holds the suggested words.
bool mends(const ReportFinding& finding, const std::string& wanted) {
  return std::any_of(finding.fixes.begin(), finding.fixes.end(), [&](const Edit& fix) {
    size_t begin = 0, end = 0, points = 0;
    const std::string& source = founding().source;
    for (size_t at = 0; at <= source.size(); ++at) {
      if (at < source.size() && (static_cast<unsigned char>(source[at]) & 0xC0) == 0x80) continue;
      if (points == fix.start) begin = at;
      if (points == fix.end) end = at;
      ++points;
    }
    return (source.substr(0, begin) + fix.replacement + source.substr(end)).find(wanted) != std::string::npos;
  });
}

TEST_CASE("the founding set brings up what it must") {
  const Value spec = load_yaml(kSource + "/tests/golden/ivig.yaml");
  for (const Value& row : spec["must_find"].items) {
    if (row["optional"].truth(false)) continue;
    INFO(row["id"].text(), " ", row["rule"].text());
    const auto& findings = founding().findings;
    const bool met = std::any_of(findings.begin(), findings.end(), [&](const ReportFinding& finding) {
      return matches(finding, row) && finding.level >= level_named(row["level"].text()) && (!row["suggest"] || mends(finding, row["suggest"].text()));
    });
    CHECK(met);
  }
}

TEST_CASE("the founding set brings up nothing it must not") {
  const Value spec = load_yaml(kSource + "/tests/golden/ivig.yaml");
  for (const Value& row : spec["must_not_find"].items)
    for (const ReportFinding& finding : founding().findings) CHECK_MESSAGE(!matches(finding, row), finding.rule->id, ": ", finding.message);
  uint32_t contradictions = 0, errors = 0;
  for (const ReportFinding& finding : founding().findings) {
    contradictions += finding.rule->family() == "contradiction";
    errors += finding.level == Level::error;
  }
  CHECK(contradictions <= spec["at_most"]["contradiction"].number());
  CHECK(errors <= spec["at_most"]["error"].number());
}

}  // namespace
}  // namespace crosscheck
