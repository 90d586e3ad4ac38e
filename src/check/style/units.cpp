// One unit in several spellings within a set: "40 milligrams" and "20 mg", "15 mL" and "5 ml", "2mg" and "2 mg".
//
// A unit counts where it follows a number. The page groups the spellings of each unit; a spelling is told by its
// exact letters. Units in rates ("ml/hr") are groups of their own. A place that spells a unit out to define it,
// "10 milligrams (mg)", is no use of either. Tables keep their own habits, but for the capitals of a unit.
//
// Tested by tests/checks/style/units.yaml.

#include <algorithm>
#include <unordered_map>

#include "check/prose.h"
#include "check/usage.h"
#include "language/tags.h"
#include "text/fold.h"

namespace crosscheck::style {
namespace {

struct Spelling {
  std::string text;      // exact
  uint32_t tokens = 1;
  uint16_t group = 0, form = 0;
};

struct Settings {
  Prose prose;
  std::unordered_map<Symbol, std::vector<Spelling>> by_first;
  std::vector<std::vector<std::vector<std::string>>> groups;  // group, form, spellings
  std::vector<std::string> prefer;
  std::string gap;
  WordSet closed_up;
  size_t rates_from = 0;

  Settings(const Value& settings, Rulebook& book) : prose(book), prefer(settings["prefer"].texts()), gap(settings["space"].text("consistent")), closed_up(book.word_set(settings["no_space"])) {
    read(settings["groups"], book);
    rates_from = groups.size();
    read(settings["rates"], book);
  }

 private:
  void read(const Value& list, Rulebook& book) {
    for (const Value& group : list.items) {
      groups.emplace_back();
      for (const Value& form : group.items) {
        groups.back().push_back(form.texts());
        for (const std::string& text : groups.back().back()) {
          const std::vector<std::string> words = split_phrase(text);
          by_first[book.symbols.intern(words.front())].push_back(
              {text, static_cast<uint32_t>(words.size()), static_cast<uint16_t>(groups.size() - 1), static_cast<uint16_t>(groups.back().size() - 1)});
        }
      }
    }
  }
};

const Spelling* spelling_at(const Settings& settings, const Document& document, uint32_t i, uint32_t end, bool rate) {
  const auto found = settings.by_first.find(document.tokens[i].word);
  if (found == settings.by_first.end()) return nullptr;
  const Spelling* best = nullptr;
  for (const Spelling& one : found->second) {
    if ((one.group >= settings.rates_from) != rate || i + one.tokens > end || (best && best->tokens >= one.tokens)) continue;
    const Span span{document.tokens[i].span.begin, document.tokens[i + one.tokens - 1].span.end};
    if (document.text_of(span) == one.text) best = &one;
  }
  return best;
}

// "milligrams (mg)", "mg (milligrams)": a definition.
bool is_defined_here(const Settings& settings, const Document& document, uint32_t after, uint32_t end, uint16_t group) {
  uint32_t open = after;
  while (open < std::min(end, after + 3) && is_word(document.tokens[open])) ++open;  // "milligrams per decilitre (mg/dl)"
  if (open + 1 >= end || document.tokens[open].word != settings.prose.open) return false;
  const Spelling* other = spelling_at(settings, document, open + 1, end, false);
  return other && other->group == group;
}

struct Found {
  std::vector<std::vector<Usage>> groups;
  std::vector<Usage> gaps{{"a space before the unit", {}}, {"no space before the unit", {}}};
};

// Places in tables count only against another spelling of the same letters: kWh and kwh.
void excuse_tables(const Collection& texts, std::vector<Usage>& forms) {
  const auto in_table = [&](const UsePlace& place) {
    const Document& document = texts.documents[place.document];
    const auto next = std::upper_bound(document.passages.begin(), document.passages.end(), place.span.begin, [](uint32_t at, const Passage& p) { return at < p.span.begin; });
    return next != document.passages.begin() && (next - 1)->kind == PassageKind::table_cell;
  };
  std::vector<bool> twin(forms.size());
  for (size_t a = 0; a < forms.size(); ++a)
    for (size_t b = 0; b < forms.size(); ++b) twin[a] = twin[a] || (a != b && !forms[b].places.empty() && lowered(forms[a].name) == lowered(forms[b].name));
  for (size_t a = 0; a < forms.size(); ++a)
    if (!twin[a]) std::erase_if(forms[a].places, in_table);
}

bool says_something(const Document& document, const Sentence& sentence) {
  for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i)
    if (is_finite(document.tokens[i].tag) || document.tokens[i].tag == tag::none) return true;
  return false;
}

// "the film (4:04 mins)": the second half of a time.
bool is_time(const Document& document, const Sentence& sentence, uint32_t number) {
  if (number < sentence.first_token + 2) return false;
  const Token& colon = document.tokens[number - 1];
  return document.text_of(colon) == ":" && touch(colon, document.tokens[number]) && document.tokens[number - 2].kind == TokenKind::number;
}

// "Loss of hearing 33% Tremor": the share stands directly behind what it counts, and a new row or nothing follows.
bool ends_row(const Document& document, const Sentence& sentence, uint32_t unit) {
  if (document.text_of(document.tokens[unit]) != "%" || unit < sentence.first_token + 2 || !is_noun(document.tokens[unit - 2].tag)) return false;
  return unit + 1 >= sentence.end_token || document.tokens[unit + 1].letter_case == Case::capitalised;
}

// Share after share in one sentence, "Rash 90% Fever 50% Cough 5%": a table that lost its lines.
bool is_lost_table(const Document& document, const Sentence& sentence) {
  uint32_t shares = 0, words = 0;
  for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
    shares += document.tokens[i].kind == TokenKind::symbol && document.text_of(document.tokens[i]) == "%";
    words += is_word(document.tokens[i]);
  }
  const Token& last = document.tokens[sentence.end_token - 1];
  const bool closes = shares == 1 && last.kind == TokenKind::symbol && document.text_of(last) == "%" && words <= 12;
  const bool row = shares > 0 && (closes || !says_something(document, sentence) || (words <= 4 && (!sentence.terminated || words <= 2)));  // "Rash 90%"
  return row || (shares >= 3 && shares * 8 > words);
}

void look_at(const Settings& settings, uint32_t d, const Document& document, const Sentence& sentence, Found& found) {
  for (uint32_t i = sentence.first_token + 1; i < sentence.end_token; ++i) {
    const Token& token = document.tokens[i];
    const Token& before = document.tokens[i - 1];
    const bool rate = before.word == settings.prose.slash && touch(before, token) && i >= sentence.first_token + 2 && is_word(document.tokens[i - 2]);
    if (!rate && (before.kind != TokenKind::number || token.kind == TokenKind::number || token.kind == TokenKind::punctuation)) continue;
    const Spelling* spelling = spelling_at(settings, document, i, sentence.end_token, rate);
    if (!spelling || is_time(document, sentence, i - 1) || ends_row(document, sentence, i)) continue;
    const uint32_t after = i + spelling->tokens;
    const Span span{token.span.begin, document.tokens[after - 1].span.end};
    if (after < sentence.end_token && touch(document.tokens[after - 1], document.tokens[after]) && is_word(document.tokens[after])) continue;
    if (is_defined_here(settings, document, after, sentence.end_token, spelling->group)) continue;
    found.groups[spelling->group][spelling->form].places.push_back({d, span, i});
    const bool counts = !rate && document.passages[sentence.passage].kind != PassageKind::table_cell && is_word(token) && span.size() <= 4 && !settings.closed_up.contains(token.word);
    if (counts) found.gaps[touch(before, token) ? 1 : 0].places.push_back({d, {before.span.begin, span.end}, i});
  }
}

void run(const CheckInput& in, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  Found found;
  for (const auto& forms : settings.groups) {
    found.groups.emplace_back();
    for (const auto& spellings : forms) found.groups.back().push_back({spellings.front(), {}});
  }
  each_sentence(in, [&](uint32_t d, const Document& document, const Sentence& sentence) {
    if (!is_lost_table(document, sentence)) look_at(settings, d, document, sentence, found);
  });
  for (size_t g = 0; g < found.groups.size(); ++g) {
    excuse_tables(in.texts, found.groups[g]);
    std::string prefer;
    for (const Usage& way : found.groups[g])
      for (const std::string& wish : settings.prefer)
        if (way.name == wish) prefer = wish;
    const auto rewrite = [&](const UsePlace& place, size_t winner) {
      const Document& document = in.texts.documents[place.document];
      const auto& spellings = settings.groups[g][winner];
      const bool one = document.text_of(document.tokens[place.detail - 1]) == "1";
      return Fix{place.document, place.span, one || spellings.size() < 2 ? spellings.front() : spellings[1], false};
    };
    report_mixed(in, found.groups[g], "unit", prefer, rewrite, findings, "unit");
  }
  const auto rewrite = [&](const UsePlace& place, size_t winner) {
    const Document& document = in.texts.documents[place.document];
    return Fix{place.document, {document.tokens[place.detail - 1].span.end, document.tokens[place.detail].span.begin}, winner == 0 ? " " : "", false};
  };
  report_mixed(in, found.gaps, "gap", settings.gap == "yes" ? found.gaps[0].name : settings.gap == "no" ? found.gaps[1].name : "", rewrite, findings, "gap");
}

}  // namespace

extern const Check units{run, prepare<Settings>};

}  // namespace crosscheck::style
