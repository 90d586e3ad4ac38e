// One place says that there is none, another says how much it is: "There is no exit fee", "the exit fee is £30".
//
// A denial is "there is no THING" with nothing behind it, or the entry "THING: none". An amount is "the THING is £30"
// or "THING: £30". Whatever else the second sentence names ("On Fix 24") must be spoken of where the thing is denied.
//
// Likewise what is free of charge in one place and has a price in another (check/prices.h).
//
// Tested by tests/checks/contradiction/absence.yaml.
#include <algorithm>
#include <unordered_map>

#include "check/check.h"
#include "check/gate.h"
#include "check/prices.h"

namespace crosscheck::contradiction {
namespace {

constexpr size_t kMostWords = 3;

struct Settings {
  WordSet there, be, no, none, links, determiners;
  PriceWords prices;
  Settings(const Value& s, Rulebook& book)
      : there(book.word_set(s["there"])), be(book.word_set(s["be"])), no(book.word_set(s["no"])), none(book.word_set(s["none"])), links(book.word_set(s["links"])), determiners(book.word_set(s["determiners"])), prices(s["prices"], book) {}
};

struct Denial {
  uint32_t document = 0, sentence = 0;
  Span span;
  std::vector<Key> thing;
};

struct Finder {
  const CheckInput& in;
  const Settings& settings;

  bool content(const Token& token) const {
    return token.kind == TokenKind::word && in.index.meanings.key(token.word) != 0 && in.index.meanings.kind(token.word) != WordKind::function && !settings.determiners.contains(token.word);
  }

  // The words of content in [first, end) when they fill it.
  std::vector<Key> thing(const Document& document, uint32_t first, uint32_t end) const {
    std::vector<Key> out;
    for (uint32_t i = first; i < end; ++i) {
      if (!content(document.tokens[i])) return {};
      out.push_back(in.index.meanings.key(document.tokens[i].word));
    }
    return out.size() > kMostWords ? std::vector<Key>{} : out;
  }

  void deny(uint32_t d, uint32_t s, std::vector<Denial>& out) const {
    const Document& document = in.texts.documents[d];
    const Sentence& sentence = document.sentences[s];
    uint32_t first = sentence.first_token, end = sentence.end_token;
    while (end > first && document.tokens[end - 1].kind == TokenKind::punctuation) --end;
    if (end < first + 3) return;
    const auto& tokens = document.tokens;
    if (settings.there.contains(tokens[first].word) && settings.be.contains(tokens[first + 1].word) && settings.no.contains(tokens[first + 2].word)) first += 3;
    else if (settings.none.contains(tokens[end - 1].word) && document.text_of(tokens[end - 2]) == ":") end -= 2;
    else return;
    if (std::vector<Key> words = thing(document, first, end); !words.empty()) out.push_back({d, s, sentence.span, std::move(words)});
  }

  bool spoken_of(const Document& document, const Token& word) const {
    return std::any_of(document.tokens.begin(), document.tokens.end(), [&](const Token& t) { return t.word == word.word; });
  }

  // Where the thing ends right before "is £30" or ": £30"; its first token, or -1.
  int64_t amount_of(const Document& document, const Sentence& sentence, const Quantity& quantity, const std::vector<Key>& thing) const {
    if (quantity.first < sentence.first_token + thing.size() + 1 || quantity.high <= 0) return -1;
    const uint32_t link = quantity.first - 1, first = link - static_cast<uint32_t>(thing.size());
    if (!settings.links.contains(document.tokens[link].word) && document.text_of(document.tokens[link]) != ":") return -1;
    for (size_t k = 0; k < thing.size(); ++k)
      if (in.index.meanings.key(document.tokens[first + k].word) != thing[k]) return -1;
    return first == sentence.first_token || settings.determiners.contains(document.tokens[first - 1].word) ? first : -1;
  }

  // The amount of the denied thing in the claim; empty when there is none or it is about something else.
  Span clash(const Denial& denial, const Claim& claim, uint32_t& named) const {
    const Document &document = in.texts.documents[claim.document], &home = in.texts.documents[denial.document];
    const Sentence& sentence = document.sentences[claim.sentence];
    for (const Quantity& quantity : claim.quantities) {
      const int64_t at = amount_of(document, sentence, quantity, denial.thing);
      if (at < 0) continue;
      for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
        const Token& token = document.tokens[i];
        if ((i >= at && i < quantity.end) || !content(token)) continue;
        if (!spoken_of(home, token)) return {};
        ++named;
      }
      return {document.tokens[static_cast<uint32_t>(at)].span.begin, quantity.span.end};
    }
    return {};
  }

  void compare(const std::vector<const Denial*>& denials, const Claim& claim, Findings& findings) const {
    std::vector<Evidence> places;
    Span amount;
    uint32_t named = 0;
    for (const Denial* denial : denials) {
      if (denial->document == claim.document) continue;
      const Span span = clash(*denial, claim, named);
      if (span.empty()) continue;
      amount = span;
      places.push_back({denial->document, denial->span, 2});
    }
    if (places.empty()) return;
    places.insert(places.begin(), {claim.document, amount, 1});
    Finding out = finding(in, places);
    if (named == 0) lower_to(out, Level::warning);
    out.confidence = named == 0 ? 0.7 : 0.85;
    out.why = "one place says how much it is, the other that there is none; neither sets a condition";
    if (places.size() > 2) out.forms = std::string(in.texts.documents[claim.document].text_of(amount));
    findings.push_back(std::move(out));
  }
};

// "The trial fitting is free of charge", "the trial fitting costs £25".
void compare_prices(const CheckInput& in, const std::vector<Price>& prices, Findings& findings) {
  std::unordered_map<Key, std::vector<const Price*>> by_head;
  for (const Price& price : prices) by_head[price.head].push_back(&price);
  for (const Price& asked : prices) {
    if (asked.free) continue;
    for (const Price* given : by_head[asked.head]) {
      if (!given->free || given->document == asked.document || given->thing != asked.thing) continue;
      Finding out = finding(in, {{asked.document, asked.span, 1}, {given->document, given->span, 2}});
      lower_to(out, Level::warning);
      out.confidence = 0.75;
      out.why = "the same thing has a price in one place and is free of charge in the other; neither sets a condition";
      findings.push_back(std::move(out));
      break;
    }
  }
}

void run(const CheckInput& in, Findings& findings) {
  const Finder finder{in, in.settings<Settings>()};
  compare_prices(in, find_prices(in, finder.settings.prices), findings);
  std::vector<Denial> denials;
  for (uint32_t d = 0; d < in.texts.documents.size(); ++d)
    for (uint32_t s = 0; s < in.texts.documents[d].sentences.size(); ++s) finder.deny(d, s, denials);
  if (denials.empty()) return;
  std::unordered_map<Key, std::vector<const Denial*>> by_head;
  for (const Denial& denial : denials) by_head[denial.thing.back()].push_back(&denial);
  for (const Claim& claim : in.index.claims) {
    if (claim.quantities.empty() || !claim.conditions.empty() || claim.attribution || claim.polarity == Polarity::negative) continue;
    const Document& document = in.texts.documents[claim.document];
    for (const Quantity& quantity : claim.quantities) {
      if (quantity.first < document.sentences[claim.sentence].first_token + 2) continue;
      const auto found = by_head.find(in.index.meanings.key(document.tokens[quantity.first - 2].word));
      if (found == by_head.end()) continue;
      finder.compare(found->second, claim, findings);
      break;
    }
  }
}

}  // namespace

extern const Check absence{run, prepare<Settings>};

}  // namespace crosscheck::contradiction
