// One compound, written open, with a hyphen or closed: "beta blocker", "beta-blocker", "betablocker".
//
// What English does by rule is no inconsistency: a hyphen before a noun ("long-term treatment") and none elsewhere
// ("in the long term"), a verb with its particle ("we follow up") beside the noun ("the follow-up"). So a hyphen
// before a noun meets only an open compound before a noun; a hyphen elsewhere meets both.
//
// Tested by tests/checks/terms/hyphenation.yaml.

#include <algorithm>
#include <array>

#include "check/check.h"
#include "text/fold.h"

namespace crosscheck::terms {
namespace {

using Places = std::vector<const CompoundPlace*>;

struct Settings {
  std::vector<std::string> prefer;
  Settings(const Value& settings, Rulebook&) : prefer(settings["prefer"].texts()) {}
  bool prefers(const std::string& form) const { return std::find(prefer.begin(), prefer.end(), form) != prefer.end(); }
};

struct Sides {
  std::array<Places, 3> by_join;  // open, hyphen, closed
};

Sides clashing(const Compound& compound) {
  Places hyphen_before, hyphen_else, open_before, open_else, closed;
  for (const CompoundPlace& place : compound.places) {
    if (place.join == Join::closed) closed.push_back(&place);
    else if (place.join == Join::hyphen) (place.before_noun ? hyphen_before : hyphen_else).push_back(&place);
    else if (place.noun) (place.before_noun ? open_before : open_else).push_back(&place);
  }
  Sides sides;
  auto& [open, hyphen, one] = sides.by_join;
  const auto add = [](Places& to, const Places& from) { to.insert(to.end(), from.begin(), from.end()); };
  if (!closed.empty() || !open_before.empty()) add(hyphen, hyphen_before);
  add(hyphen, hyphen_else);
  add(open, open_before);
  if (!closed.empty() || !hyphen_else.empty()) add(open, open_else);
  one = closed;
  for (Places& places : sides.by_join)
    std::sort(places.begin(), places.end(), [](const CompoundPlace* a, const CompoundPlace* b) { return std::tie(a->document, a->first) < std::tie(b->document, b->first); });
  return sides;
}

// The words of `place`, joined as `model` is.
std::string rewritten(const CheckInput& in, const CompoundPlace& place, const CompoundPlace& model) {
  const Document& document = in.texts.documents[place.document];
  const Document& other = in.texts.documents[model.document];
  const std::string_view text = document.text_of(place.span);
  std::vector<std::string_view> words;
  if (place.join == Join::closed) {
    size_t at = 0;
    for (uint32_t i = model.first; i < model.end; ++i) {
      if (other.tokens[i].kind == TokenKind::punctuation) continue;
      const bool last = i + 1 == model.end;
      words.push_back(text.substr(std::min(at, text.size()), last ? std::string_view::npos : other.tokens[i].span.size()));
      at += other.tokens[i].span.size();
    }
  } else {
    for (uint32_t i = place.first; i < place.end; ++i)
      if (document.tokens[i].kind != TokenKind::punctuation) words.push_back(document.text_of(document.tokens[i]));
  }
  std::string out;
  for (const std::string_view word : words) {
    if (!out.empty() && model.join != Join::closed) out += model.join == Join::open ? ' ' : '-';
    out += word;
  }
  return out;
}

void run(const CheckInput& in, Findings& findings) {
  for (const Compound& compound : in.index.terms.compounds) {
    Sides sides = clashing(compound);
    std::vector<Places> forms;
    for (Places& places : sides.by_join)
      if (!places.empty()) forms.push_back(std::move(places));
    if (forms.size() < 2) continue;
    const auto rarer = [](const Places& a, const Places& b) {
      return a.size() != b.size() ? a.size() < b.size() : std::tie(a[0]->document, a[0]->first) > std::tie(b[0]->document, b[0]->first);
    };
    std::sort(forms.begin(), forms.end(), rarer);
    std::stable_partition(forms.begin(), forms.end(), [&](const Places& places) { return !in.settings<Settings>().prefers(fold(in.texts.documents[places[0]->document].text_of(places[0]->span))); });
    const CompoundPlace& model = *forms.back().front();
    std::vector<Evidence> places;
    std::vector<Fix> fixes;
    std::string names;
    for (size_t f = 0; f < forms.size(); ++f) {
      for (const CompoundPlace* place : forms[f]) {
        places.push_back({place->document, place->span, static_cast<uint8_t>(f + 1)});
        if (f + 1 < forms.size()) fixes.push_back({place->document, place->span, rewritten(in, *place, model), false});
      }
      names += (f ? "|" : "") + std::string(in.texts.documents[forms[f][0]->document].text_of(forms[f][0]->span));
    }
    Finding out = finding(in, std::move(places));
    out.why = "The same words, joined in " + std::string(forms.size() == 2 ? "two" : "three") + " ways; places where English asks for another form (a verb, a hyphen before a noun) are left out.";
    out.fixes = std::move(fixes);
    out.forms = std::move(names);
    findings.push_back(std::move(out));
  }
}

}  // namespace

extern const Check hyphenation{run, prepare<Settings>};

}  // namespace crosscheck::terms
