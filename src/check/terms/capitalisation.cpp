// One term with and without capitals: "vitamin D" and "Vitamin D", "the fair" and "the Fair".
// Which capitals tell something is decided in index/cased_terms.cpp. The longest term speaks for its parts.
//
// Tested by tests/checks/terms/capitalisation.yaml.

#include <algorithm>
#include <set>

#include "check/check.h"
#include "text/fold.h"

namespace crosscheck::terms {
namespace {

using Places = std::vector<const CasedPlace*>;

struct Settings {
  std::vector<std::string> prefer;
  Settings(const Value& settings, Rulebook&) : prefer(settings["prefer"].texts()) {}
  bool prefers(const std::string& form) const { return std::find(prefer.begin(), prefer.end(), form) != prefer.end(); }
};

// The words that are written in both ways.
std::vector<size_t> telling_words(const CasedTerm& term) {
  std::vector<size_t> words;
  for (size_t k = 0; k < term.places[0].pattern.size(); ++k) {
    const auto has = [&](char c) { return std::any_of(term.places.begin(), term.places.end(), [&](const CasedPlace& p) { return p.pattern[k] == c; }); };
    if (has('C') && has('c')) words.push_back(k);
  }
  return words;
}

std::string recased(const Document& document, const CasedPlace& place, const std::vector<size_t>& words, bool capitals) {
  std::string out;
  uint32_t at = place.span.begin;
  for (size_t k = 0; k < place.pattern.size(); ++k) {
    const Token& token = document.tokens[place.first + k];
    out += document.text.substr(at, token.span.begin - at);
    const std::string text(document.text_of(token));
    const bool change = place.pattern[k] != '.' && std::find(words.begin(), words.end(), k) != words.end();
    out += !change ? text : capitals ? capitalised(text) : lowered(text);
    at = token.span.end;
  }
  return out;
}

void run(const CheckInput& in, Findings& findings) {
  std::vector<const CasedTerm*> terms;
  for (const CasedTerm& term : in.index.terms.cased) terms.push_back(&term);
  std::stable_sort(terms.begin(), terms.end(), [](const CasedTerm* a, const CasedTerm* b) { return a->places[0].pattern.size() > b->places[0].pattern.size(); });
  std::set<std::pair<uint32_t, uint32_t>> reported;  // document, token
  for (const CasedTerm* term : terms) {
    const std::vector<size_t> words = telling_words(*term);
    Places upper, lower;
    bool fresh = false;
    for (const CasedPlace& place : term->places) {
      const auto is = [&](char c) { return std::any_of(words.begin(), words.end(), [&](size_t k) { return place.pattern[k] == c; }); };
      if (is('C')) {
        upper.push_back(&place);
        for (const size_t k : words)
          if (place.pattern[k] == 'C') fresh |= reported.insert({place.document, place.first + static_cast<uint32_t>(k)}).second;
      } else if (is('c')) {
        lower.push_back(&place);
      }
    }
    if (!fresh || upper.empty() || lower.empty()) continue;
    const auto text = [&](const CasedPlace* place) { return std::string(in.texts.documents[place->document].text_of(place->span)); };
    const auto wished = [&](const Places& places) { return in.settings<Settings>().prefers(text(places[0])); };
    const bool capitals_win = wished(upper) || (upper.size() > lower.size() && !wished(lower));
    const Places& rare = capitals_win ? lower : upper;
    const Places& usual = capitals_win ? upper : lower;
    std::vector<Evidence> places;
    std::vector<Fix> fixes;
    for (const CasedPlace* place : rare) {
      places.push_back({place->document, place->span, 1});
      fixes.push_back({place->document, place->span, recased(in.texts.documents[place->document], *place, words, capitals_win), false});
    }
    for (const CasedPlace* place : usual) places.push_back({place->document, place->span, 2});
    Finding out = finding(in, std::move(places));
    out.why = "The same words within sentences, with and without capitals; headings, first words and longer names are left out.";
    out.fixes = std::move(fixes);
    out.forms = text(rare[0]) + "|" + text(usual[0]);
    findings.push_back(std::move(out));
  }
}

}  // namespace

extern const Check capitalisation{run, prepare<Settings>};

}  // namespace crosscheck::terms
