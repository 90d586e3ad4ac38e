// One short form with and without its stops: "U.K." in one document, "UK" in the next, "e.g." and "eg".
//
// Tested by tests/checks/abbreviation/two_forms.yaml.

#include <algorithm>
#include <map>

#include "check/check.h"

namespace crosscheck::abbreviation {
namespace {

struct Settings {
  struct Pair {
    Symbol dotted, plain;
    bool after_number;  // "9 am", since "am" is a verb as well
  };
  std::vector<Pair> pairs;
  WordSet words;
  std::string prefer;
  Settings(const Value& settings, Rulebook& book) : prefer(settings["prefer"].text("consistent")) {
    for (const char* list : {"anywhere", "after_number"}) {
      for (const std::string& dotted : settings[list].texts()) {
        std::string plain = dotted;
        plain.erase(std::remove(plain.begin(), plain.end(), '.'), plain.end());
        pairs.push_back({book.symbols.intern(dotted), book.symbols.intern(plain), list[0] == 'a' && list[1] == 'f'});
        words.add(pairs.back().dotted);
        words.add(pairs.back().plain);
      }
    }
  }
};

struct Forms {
  std::vector<Evidence> dotted, plain;
};

void report(const CheckInput& in, Forms& forms, Findings& findings) {
  if (forms.dotted.empty() || forms.plain.empty()) return;
  const std::string& prefer = in.settings<Settings>().prefer;
  const bool dotted_first = prefer == "none" || (prefer != "stops" && forms.dotted.size() <= forms.plain.size());
  auto& rare = dotted_first ? forms.dotted : forms.plain;
  auto& usual = dotted_first ? forms.plain : forms.dotted;
  const auto text = [&](const Evidence& place) { return std::string(in.texts.documents[place.document].text_of(place.span)); };
  const std::string usual_text = text(usual.front()), rare_text = text(rare.front());
  std::vector<Evidence> places = rare;
  for (Evidence place : usual) {
    place.side = 2;
    places.push_back(place);
  }
  Finding out = finding(in, std::move(places));
  out.why = "The set writes this short form both with and without stops.";
  for (const Evidence& place : rare) out.fixes.push_back({place.document, place.span, usual_text, false});
  out.forms = rare_text + "|" + usual_text;
  findings.push_back(std::move(out));
}

bool follows_number(const Document& document, uint32_t at) { return at > 0 && document.tokens[at - 1].kind == TokenKind::number; }

void run(const CheckInput& in, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  std::map<std::string, Forms> capitals;
  std::vector<Forms> listed(settings.pairs.size());
  for (const Abbreviation& entry : in.index.abbreviations.all) {
    std::string plain = entry.text;
    plain.erase(std::remove(plain.begin(), plain.end(), '.'), plain.end());
    if (entry.word && !entry.well_known) continue;
    Forms& forms = capitals[plain];
    for (const ShortFormUse& use : entry.uses)
      if (use.running) (plain.size() == entry.text.size() ? forms.plain : forms.dotted).push_back({use.document, use.span, 1});
  }
  for (uint32_t d = 0; d < in.texts.documents.size(); ++d) {
    const Document& document = in.texts.documents[d];
    for (uint32_t i = 0; i < document.tokens.size(); ++i) {
      const Token& token = document.tokens[i];
      if (!settings.words.contains(token.word) || token.letter_case != Case::lower) continue;
      for (size_t k = 0; k < settings.pairs.size(); ++k) {
        const auto& pair = settings.pairs[k];
        if (pair.after_number && !follows_number(document, i)) continue;
        if (token.word == pair.dotted) listed[k].dotted.push_back({d, token.span, 1});
        if (token.word == pair.plain) listed[k].plain.push_back({d, token.span, 1});
      }
    }
  }
  for (auto& [plain, forms] : capitals) report(in, forms, findings);
  for (Forms& forms : listed) report(in, forms, findings);
}

}  // namespace

extern const Check two_forms{run, prepare<Settings>};

}  // namespace crosscheck::abbreviation
