// One word in two spellings that one region allows: "adviser" and "advisor", "organise" and "organize".
//
// British against American spelling is style.spelling_region's, which looks at the set as a whole.
//
// Tested by tests/checks/spelling/variant.yaml.

#include <algorithm>
#include <map>

#include "check/mistakes.h"
#include "spelling/setting.h"
#include "text/fold.h"

namespace crosscheck::spelling {
namespace {

using namespace words_format;

struct Settings {
  std::vector<std::string> prefer;
  Settings(const Value& settings, Rulebook&) : prefer(settings["prefer"].texts()) {}
  bool prefers(const std::string& word) const { return std::find(prefer.begin(), prefer.end(), word) != prefer.end(); }
};

struct Pair {
  std::vector<Evidence> first, second;
  std::string one, other;
};

bool is_name(const Token& token, const Sentence& sentence, uint32_t i) { return token.letter_case == Case::capitalised && i > sentence.first_token; }

void run(const CheckInput& in, Findings& findings) {
  const Census& census = in.index.spelling->census;
  std::vector<Pair> pairs;
  std::map<Symbol, std::pair<size_t, bool>> of;
  for (const Census::Choice& choice : census.choices) {
    const Symbol other = in.texts.symbols.find(choice.listed.partner);
    if (other == 0 || other < choice.word || census.count(other) == 0) continue;
    const auto partner = std::find_if(census.choices.begin(), census.choices.end(), [&](const Census::Choice& c) { return c.word == other; });
    if (partner == census.choices.end()) continue;
    const uint16_t marks = (choice.listed.flags | partner->listed.flags) & (kSpeltUS | kSpeltGB);
    if (marks == (kSpeltUS | kSpeltGB)) continue;
    of[choice.word] = {pairs.size(), false};
    of[other] = {pairs.size(), true};
    pairs.push_back({{}, {}, std::string(choice.listed.text), std::string(partner->listed.text)});
  }
  if (pairs.empty()) return;
  for (uint32_t d = 0; d < in.texts.documents.size(); ++d) {
    const Document& document = in.texts.documents[d];
    for (const Sentence& sentence : document.sentences)
      for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
        const Token& token = document.tokens[i];
        const auto found = of.find(token.word);
        if (found == of.end() || is_name(token, sentence, i) || !is_running_word(document, sentence, i)) continue;
        Pair& pair = pairs[found->second.first];
        (found->second.second ? pair.second : pair.first).push_back({d, token.span});
      }
  }
  for (Pair& pair : pairs) {
    if (pair.first.empty() || pair.second.empty()) continue;
    const auto& settings = in.settings<Settings>();
    const bool first_wins = settings.prefers(pair.one) || (pair.second.size() < pair.first.size() && !settings.prefers(pair.other));
    if (first_wins) std::swap(pair.first, pair.second), std::swap(pair.one, pair.other);
    std::vector<Evidence> evidence = pair.first;
    for (Evidence place : pair.second) {
      place.side = 2;
      evidence.push_back(place);
    }
    Finding out = finding(in, std::move(evidence));
    out.confidence = 0.85;
    out.forms = std::min(pair.one, pair.other) + "|" + std::max(pair.one, pair.other);
    out.why = "Both are spellings of one word; the set has \"" + pair.other + "\" " + std::to_string(pair.second.size()) + " and \"" + pair.one + "\" " + std::to_string(pair.first.size()) + " times.";
    for (const Evidence& place : pair.first) {
      const bool capital = in.texts.documents[place.document].text[place.span.begin] < 'a';
      out.fixes.push_back({place.document, place.span, capital ? capitalised(pair.other) : pair.other, false});
    }
    findings.push_back(std::move(out));
  }
}

}  // namespace

extern const Check variant{run, prepare<Settings>};

}  // namespace crosscheck::spelling
