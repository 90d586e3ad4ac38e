// One short form, two things it stands for: "primary immunodeficiency (PI)" and "principal investigator (PI)",
// "oral rehydration solution (ORS)" and "oral rehydration salts (ORS)".
//
// Spelling, hyphens and plurals make no second meaning, nor does a noun that says of what kind it is ("leukemia
// inhibitory factor receptor", "leukemia inhibitory factor receptor gene"). A short form in brackets after words that do not spell it
// counts when those words call the thing something: "is a plasma protein replacement therapy (IgG)".
//
// Two wordings of one thing ("anti-inflammatory drugs", "anti-inflammatory medications") are said to be that, and where
// a word is only written together ("immune globulin", "immunoglobulin") it is a suggestion.
//
// Tested by tests/checks/abbreviation/two_expansions.yaml.

#include <algorithm>
#include <map>

#include "check/check.h"
#include "language/abbreviations.h"

namespace crosscheck::abbreviation {
namespace {

struct Settings {
  WordSet articles, links;
  size_t least_words;
  Settings(const Value& settings, Rulebook& book)
      : articles(book.word_set(settings["articles"])), links(book.word_set(settings["links"])), least_words(static_cast<size_t>(settings["least_words"].number())) {}
};

// One inside the other ("US Food and Drug Administration"), or one letter apart, which is a slip of the pen. With
// another number of words it is none: "immune globulin", "immunoglobulin".
bool same_words(std::string_view a, std::string_view b, bool as_many) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.ends_with(a) || b.starts_with(a)) return true;
  if (!as_many || a.size() < 8 || b.size() > a.size() + 1) return false;
  size_t i = 0, k = 0;
  while (i < a.size() && a[i] == b[i]) ++i;
  while (k + i < a.size() && a[a.size() - 1 - k] == b[b.size() - 1 - k]) ++k;
  return i + k + 1 >= b.size();
}

// Most of the letters are shared at the two ends: "immune globulin", "immunoglobulin".
bool nearly_same(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  const size_t front = static_cast<size_t>(std::mismatch(a.begin(), a.end(), b.begin()).first - a.begin());
  const size_t back = static_cast<size_t>(std::mismatch(a.rbegin(), a.rend(), b.rbegin()).first - a.rbegin());
  return !a.empty() && 3 * std::min(front + back, a.size()) >= 2 * b.size();
}

// The words that call something: after "is a", "as an".
Span called(const CheckInput& in, const Settings& settings, const Expansion& attached) {
  const Document& document = in.texts.documents[attached.use.document];
  uint32_t at = attached.use.token;
  while (at > 0 && document.tokens[at - 1].span.end > attached.long_form.end) --at;
  const uint32_t end = at;
  while (at > 1 && document.tokens[at - 1].span.begin >= attached.long_form.begin && !settings.articles.contains(document.tokens[at - 1].word)) --at;
  const bool article = at > 1 && document.tokens[at - 1].span.begin >= attached.long_form.begin && settings.articles.contains(document.tokens[at - 1].word);
  if (!article || end - at < settings.least_words || !settings.links.contains(document.tokens[at - 2].word)) return {};
  return {document.tokens[at].span.begin, attached.whole.end};
}

struct Meaning {
  std::string key;
  uint32_t words = 0;
  std::vector<Evidence> places;
};

void run(const CheckInput& in, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  for (const Abbreviation& entry : in.index.abbreviations.all) {
    std::vector<Meaning> meanings;
    for (const Expansion& expansion : entry.expansions) {
      auto at = std::find_if(meanings.begin(), meanings.end(), [&](const Meaning& m) { return same_words(m.key, expansion.key, m.words == expansion.words); });
      if (at == meanings.end()) at = meanings.insert(at, {expansion.key, expansion.words, {}});
      at->places.push_back({expansion.use.document, expansion.whole});
    }
    if (meanings.empty()) continue;
    Meaning calls;
    for (const Expansion& attached : entry.attached)
      if (const Span span = called(in, settings, attached); !span.empty()) calls.places.push_back({attached.use.document, span});
    if (!calls.places.empty()) meanings.push_back(std::move(calls));
    if (meanings.size() < 2) continue;
    std::stable_sort(meanings.begin(), meanings.end(), [](const Meaning& a, const Meaning& b) { return a.places.size() < b.places.size(); });
    // Of equals, the later one is the one to look at first.
    if (meanings.size() == 2 && meanings[0].places.size() == meanings[1].places.size() && !meanings[1].key.empty()) std::swap(meanings[0], meanings[1]);
    std::vector<Evidence> places;
    std::string forms = entry.text;
    for (size_t m = 0; m < meanings.size(); ++m) {
      forms += "|" + meanings[m].key;
      for (Evidence place : meanings[m].places) {
        place.side = static_cast<uint8_t>(std::min<size_t>(m + 1, 255));
        places.push_back(place);
      }
    }
    const bool one_thing = meanings.size() == 2 && nearly_same(meanings[0].key, meanings[1].key);
    Finding out = finding(in, std::move(places), {{"short", entry.text}}, one_thing ? "wording" : "meaning");
    if (one_thing && meanings[0].words != meanings[1].words) lower_to(out, Level::suggestion);
    out.why = "\"" + entry.text + "\" stands for different words in the set, spelling and plurals apart.";
    out.forms = std::move(forms);
    findings.push_back(std::move(out));
  }
}

}  // namespace

extern const Check two_expansions{run, prepare<Settings>};

}  // namespace crosscheck::abbreviation
