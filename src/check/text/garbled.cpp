// A sentence with three or more of the family's problems at once is damaged as a whole: one finding that shows all
// the places is of more use than a shower.
//
//   Guillain-Barre barré, syndrome and/polymyositis.
//
// Runs after the other rules of the family and reads what they found; rules/lexicon/precedence.yaml then leaves
// their single findings out. A sentence that begins with a small letter is counted with the one before it, since
// the stop between the two is part of the damage.
//
// Tested by tests/checks/text/garbled.yaml.

#include <algorithm>
#include <map>
#include <set>

#include "check/check.h"

namespace crosscheck::text {
namespace {

struct Settings {
  size_t least;
  Settings(const Value& settings, Rulebook&) : least(static_cast<size_t>(settings["least"].number(3))) {}
};

// Index of the sentence that holds a place, or -1.
int64_t sentence_of(const Document& document, Span span) {
  const auto next = std::upper_bound(document.sentences.begin(), document.sentences.end(), span.begin, [](uint32_t at, const Sentence& s) { return at < s.span.begin; });
  return next - document.sentences.begin() - 1;
}

// What the family found in one stretch of text.
struct Damage {
  std::vector<const Finding*> findings;
  std::set<std::string> rules;
};

void report(const CheckInput& in, const Damage& damage, std::vector<Finding>& out) {
  std::vector<Evidence> places;
  std::vector<Fix> fixes;
  std::string problems;
  for (const Finding* finding : damage.findings) {
    for (const Evidence& place : finding->evidence) places.push_back({place.document, place.span});
    fixes.insert(fixes.end(), finding->fixes.begin(), finding->fixes.end());
    problems.append(problems.empty() ? "" : "; ").append(finding->message);
  }
  std::stable_sort(places.begin(), places.end(), [](const Evidence& a, const Evidence& b) { return a.span < b.span; });
  for (Fix& fix : fixes) fix.safe = false;
  Finding garbled = finding(in, std::move(places), {{"count", std::to_string(damage.findings.size())}, {"problems", problems}});
  garbled.why = "One sentence holds " + std::to_string(damage.findings.size()) + " problems that are usually rare: " + problems + ".";
  garbled.fixes = std::move(fixes);
  garbled.confidence = 0.9;
  out.push_back(std::move(garbled));
}

void run(const CheckInput& in, Findings& findings) {
  std::map<std::pair<uint32_t, int64_t>, Damage> by_sentence;
  std::set<std::pair<uint32_t, int64_t>> small_start;
  const std::string family = in.rule.info.family() + ".";
  for (const Finding& one : findings) {
    if (!one.rule->id.starts_with(family) || one.evidence.size() > 1) continue;
    const Evidence& place = one.evidence.front();
    const std::pair<uint32_t, int64_t> key{place.document, sentence_of(in.texts.documents[place.document], place.span)};
    if (key.second < 0) continue;
    Damage& damage = by_sentence[key];
    damage.findings.push_back(&one);
    damage.rules.insert(one.rule->id);
    if (one.rule->id == "text.lowercase_start") small_start.insert(key);
  }
  Findings out;
  for (auto at = by_sentence.begin(); at != by_sentence.end(); ++at) {
    Damage damage = at->second;
    for (auto next = std::next(at); next != by_sentence.end() && next->first.first == at->first.first && next->first.second == at->first.second + 1 && small_start.contains(next->first);
         at = next, next = std::next(at)) {
      damage.findings.insert(damage.findings.end(), next->second.findings.begin(), next->second.findings.end());
      damage.rules.insert(next->second.rules.begin(), next->second.rules.end());
    }
    if (damage.findings.size() >= in.settings<Settings>().least && damage.rules.size() >= in.settings<Settings>().least) report(in, damage, out);
  }
  findings.insert(findings.end(), std::make_move_iterator(out.begin()), std::make_move_iterator(out.end()));
}

}  // namespace

extern const Check garbled{run, prepare<Settings>, true};

}  // namespace crosscheck::text
