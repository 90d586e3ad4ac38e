// Tested by tests/rooms/check.cpp and every fixture under tests/checks/.
#include "check/check.h"

#include <algorithm>

#include "check/authority.h"
#include "check/house.h"
#include "check/skips.h"

namespace crosscheck {
namespace {

uint32_t passage_of(const Document& document, Span span) {
  const auto after = [](uint32_t at, const Passage& passage) { return at < passage.span.begin; };
  const auto next = std::upper_bound(document.passages.begin(), document.passages.end(), span.begin, after);
  return next == document.passages.begin() ? 1 : static_cast<uint32_t>(next - document.passages.begin());
}

// A message that says the same of both sides.
constexpr std::string_view kEitherFirst = "\"{first}\" here, \"{second}\" in {document}";

std::string fill(std::string_view pattern, const Words& words) {
  std::string out;
  for (size_t at = 0; at < pattern.size();) {
    const size_t open = pattern.find('{', at), close = pattern.find('}', open);
    if (close == std::string_view::npos) return out.append(pattern.substr(at));
    out.append(pattern.substr(at, open - at));
    const std::string_view name = pattern.substr(open + 1, close - open - 1);
    const auto word = std::find_if(words.begin(), words.end(), [&](const auto& entry) { return entry.first == name; });
    if (word != words.end()) out += word->second;
    at = close + 1;
  }
  return out;
}

// A quotation in one line, with the blanks of the page folded.
std::string in_one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == '\n' || c == '\r' || c == '\t';
    if (!blank) out += c;
    else if (!out.empty() && out.back() != ' ') out += ' ';
  }
  return out;
}

// What the house accepts is not wrong in spelling, and needs no definition.
bool about_accepted_words(const Finding& finding, const Collection& texts, const HouseWords& house) {
  if (house.empty() || finding.evidence.empty()) return false;
  const std::string family = finding.rule->family();
  if (family != "spelling" && family != "terms" && finding.rule->id != "abbreviation.undefined") return false;
  const Evidence& first = finding.evidence.front();
  const std::string_view words = texts.documents[first.document].text_of(first.span);
  return family == "terms" ? house.entries.contains(std::string(words)) : house.accepts_text(words, texts.symbols);
}

}  // namespace

Finding finding(const CheckInput& in, std::vector<Evidence> evidence, const Words& more, std::string_view message) {
  Finding out;
  out.rule = &in.rule.info;
  out.level = in.rule.level;
  const auto& messages = in.rule.info.messages;
  auto chosen = std::find_if(messages.begin(), messages.end(), [&](const auto& m) { return m.first == message; });
  if (chosen == messages.end()) chosen = messages.begin();
  Words words = more;
  if (!evidence.empty()) {
    const auto departing = chosen->second.find(kEitherFirst) == std::string::npos ? evidence.end() : departing_place(evidence, in.texts);
    out.turned = departing != evidence.end() && departing->side != evidence.front().side;
    const Evidence& first = out.turned ? *departing : evidence.front();
    const auto other = std::find_if(evidence.begin(), evidence.end(), [&](const Evidence& e) { return e.side != first.side; });
    const Evidence& second = other != evidence.end() ? *other : evidence.size() > 1 ? evidence[1] : first;
    const Document& document = in.texts.documents[second.document];
    words.emplace_back("first", in_one_line(in.texts.documents[first.document].text_of(first.span)));
    words.emplace_back("second", in_one_line(document.text_of(second.span)));
    words.emplace_back("document", second.document == first.document ? "passage " + std::to_string(passage_of(document, second.span)) : document.approved ? document.name + ", the approved text" : document.name);
  }
  out.message = fill(chosen->second, words);
  out.evidence = std::move(evidence);
  return out;
}

void prepare_checks(Rulebook& rules) {
  for (const RegisteredCheck& entry : registry()) {
    const Rule* known = rules.find(entry.id);
    if (!known) throw RulebookError(rules.home.rules + ": no page for the rule " + entry.id);
    Rule& rule = rules.rules[static_cast<size_t>(known - rules.rules.data())];
    if (entry.check->prepare) rule.prepared = entry.check->prepare(rule.settings, rules);
  }
  rules.prepare<HouseRules>();
  rules.prepare<Skips>();
}

Findings check(const Collection& texts, const Index& index, const Rulebook& rules) {
  Findings findings;
  const std::vector<Contrast> contrasts = find_contrasts(texts, index.near_copies, rules.table<WordRelations>());
  for (const bool gathering : {false, true}) {
    for (const RegisteredCheck& entry : registry()) {
      const Rule* rule = rules.find(entry.id);
      if (!rule || rule->off || entry.check->gathers != gathering) continue;
      const size_t first = findings.size();
      entry.check->run({texts, index, rules, *rule, contrasts}, findings);
      rules.table<Skips>().take_out(texts, rule->info.id, first, findings);
    }
  }
  rules.table<HouseRules>().run(texts, index, rules, contrasts, findings);
  std::erase_if(findings, [&](const Finding& finding) { return about_accepted_words(finding, texts, rules.house); });
  return findings;
}

}  // namespace crosscheck
