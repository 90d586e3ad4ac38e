// Two words joined by an en dash here and by a hyphen there: "risk–benefit ratio", "risk-benefit ratio".
//
// Tested by tests/checks/terms/dashes.yaml.

#include <map>

#include "check/prose.h"
#include "check/usage.h"

namespace crosscheck::terms {
namespace {

struct Settings {
  Prose prose;
  Symbol en;
  std::string prefer;
  Settings(const Value& settings, Rulebook& book) : prose(book), en(book.symbols.intern("–")), prefer(settings["prefer"].text("consistent")) {}
};

using Words = std::pair<Symbol, Symbol>;

// Visits every pair of words that `joint` joins without a blank.
template <class Visit>
void each_pair(const CheckInput& in, Symbol joint, Visit visit) {
  each_sentence(in, [&](uint32_t d, const Document& document, const Sentence& sentence) {
    const auto& tokens = document.tokens;
    for (uint32_t i = sentence.first_token + 1; i + 1 < sentence.end_token; ++i) {
      if (tokens[i].word != joint || !is_word(tokens[i - 1]) || !is_word(tokens[i + 1]) || !touch(tokens[i - 1], tokens[i]) || !touch(tokens[i], tokens[i + 1])) continue;
      visit(Words{tokens[i - 1].word, tokens[i + 1].word}, UsePlace{d, {tokens[i - 1].span.begin, tokens[i + 1].span.end}, i});
    }
  });
}

void run(const CheckInput& in, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  std::map<Words, std::vector<Usage>> pairs;
  std::vector<Words> order;
  each_pair(in, settings.en, [&](const Words& words, const UsePlace& place) {
    auto& ways = pairs[words];
    if (ways.empty()) ways = {{"en dash", {}}, {"hyphen", {}}}, order.push_back(words);
    ways[0].places.push_back(place);
  });
  if (pairs.empty()) return;
  each_pair(in, settings.prose.hyphen, [&](const Words& words, const UsePlace& place) {
    if (const auto found = pairs.find(words); found != pairs.end()) found->second[1].places.push_back(place);
  });
  for (const Words& words : order) {
    const auto rewrite = [&](const UsePlace& place, size_t winner) { return Fix{place.document, in.texts.documents[place.document].tokens[place.detail].span, winner == 0 ? "–" : "-", false}; };
    const std::string what = std::string(in.texts.word(words.first)) + " " + std::string(in.texts.word(words.second));
    report_mixed(in, pairs.at(words), what, settings.prefer, rewrite, findings);
  }
}

}  // namespace

extern const Check dashes{run, prepare<Settings>};

}  // namespace crosscheck::terms
