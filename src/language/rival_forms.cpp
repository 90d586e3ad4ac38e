// Two short forms of one thing.
//
//   polycystic ovary syndrome (PCOS) ... (POS)   one long form, two short ones
//   IVIG, IVIg                                   the same letters, of another size
//   primary immunodeficiency (PI) ... PID        the second is never spelled out, and a letter more of the same words
//   SCIG, SubQIg                                 listed in rules/lexicon/short_forms.yaml
//
// A writer who gives both at once, "(PI or PID)", knows what he does.
//
// Tested by tests/rooms/abbreviations.cpp and tests/checks/abbreviation/two_abbreviations.yaml.
#include <algorithm>
#include <map>
#include <set>

#include "language/abbreviations.h"
#include "text/fold.h"

namespace crosscheck {
namespace {

size_t weight(const Abbreviation& entry) { return entry.uses.size() + 2 * entry.expansions.size(); }

// One letter more or less.
bool one_letter_apart(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() != a.size() + 1) return false;
  size_t i = 0;
  while (i < a.size() && a[i] == b[i]) ++i;
  return a.substr(i) == b.substr(i + 1);
}

// The tokens of a span; spans of long forms begin and end with tokens.
std::pair<uint32_t, uint32_t> tokens_of(const Document& document, Span span) {
  const auto by_begin = [](const Token& token, uint32_t at) { return token.span.begin < at; };
  const auto first = std::lower_bound(document.tokens.begin(), document.tokens.end(), span.begin, by_begin);
  const auto last = std::lower_bound(first, document.tokens.end(), span.end, by_begin);
  return {static_cast<uint32_t>(first - document.tokens.begin()), static_cast<uint32_t>(last - document.tokens.begin())};
}

bool spelled_by_all_of(const Collection& texts, const AbbreviationTables& tables, const Expansion& expansion, std::string_view short_form) {
  const Document& document = texts.documents[expansion.use.document];
  const auto [begin, end] = tokens_of(document, expansion.long_form);
  return spelled_by(document, tables, begin, end, short_form) == end - begin;
}

std::set<std::pair<uint32_t, uint32_t>> sentences_of(const Abbreviation& entry) {
  std::set<std::pair<uint32_t, uint32_t>> out;
  for (const ShortFormUse& use : entry.uses) out.insert({use.document, use.sentence});
  for (const Expansion& expansion : entry.expansions) out.insert({expansion.use.document, expansion.use.sentence});
  return out;
}

// "PID and PI are the same": the text knows of both.
bool in_one_sentence(const Abbreviation& a, const Abbreviation& b) {
  const auto one = sentences_of(a), two = sentences_of(b);
  return std::any_of(one.begin(), one.end(), [&](const auto& sentence) { return two.contains(sentence); });
}

// "MtDNA depletion ..." at the start of a sentence is mtDNA with the capital its place asks for.
bool capital_of_its_place(const Collection& texts, const Abbreviation& a, const Abbreviation& b) {
  if (a.text.size() != b.text.size() || a.text.substr(1) != b.text.substr(1) || a.text == b.text) return false;
  const Abbreviation& high = a.text < b.text ? a : b;  // capitals come first
  const auto at_start = [&](const ShortFormUse& use) { return texts.documents[use.document].sentences[use.sentence].first_token == use.token; };
  return !high.defined() && std::all_of(high.uses.begin(), high.uses.end(), at_start);
}

// "X-ALD", "CA 19-9": a part of a longer name wherever it stands.
bool is_part_of_name(const Collection& texts, const AbbreviationTables& tables, const Abbreviation& entry) {
  return std::all_of(entry.uses.begin(), entry.uses.end(), [&](const ShortFormUse& use) {
    const auto& tokens = texts.documents[use.document].tokens;
    const bool numbered = use.token + 1 < tokens.size() && tokens[use.token + 1].kind == TokenKind::number;
    return numbered || (use.token > 0 && tokens[use.token - 1].word == tables.hyphen && !tokens[use.token].space_before);
  });
}

class Pairs {
 public:
  explicit Pairs(Abbreviations& found) : found_(found) {}

  void add(size_t a, size_t b, std::string why) {
    if (a == b || !seen_.insert({std::min(a, b), std::max(a, b)}).second) return;
    const Abbreviation& one = found_.all[a];
    const Abbreviation& two = found_.all[b];
    if (in_one_sentence(one, two)) return;
    const bool swap = weight(one) != weight(two) ? weight(one) > weight(two) : one.defined() != two.defined() ? one.defined() : earlier(one, two);
    if (swap) std::swap(a, b);
    found_.rivals.push_back({static_cast<uint32_t>(a), static_cast<uint32_t>(b), std::move(why)});
  }

 private:
  static std::pair<uint32_t, uint32_t> first_place(const Abbreviation& entry) {
    std::pair<uint32_t, uint32_t> first{UINT32_MAX, 0};
    if (!entry.uses.empty()) first = {entry.uses[0].document, entry.uses[0].token};
    if (entry.defined()) first = std::min(first, {entry.expansions[0].use.document, entry.expansions[0].use.token});
    return first;
  }
  static bool earlier(const Abbreviation& a, const Abbreviation& b) { return first_place(a) < first_place(b); }

  Abbreviations& found_;
  std::set<std::pair<size_t, size_t>> seen_;
};

}  // namespace

void find_rivals(Abbreviations& found, const Collection& texts, const AbbreviationTables& tables) {
  Pairs pairs(found);
  std::map<std::string_view, std::vector<std::pair<size_t, const Expansion*>>> by_long_form;
  std::map<std::string, std::vector<size_t>> by_letters;
  std::map<int, std::vector<size_t>> by_group;
  std::vector<size_t> defined;
  for (size_t i = 0; i < found.all.size(); ++i) {
    const Abbreviation& entry = found.all[i];
    for (const Expansion& expansion : entry.expansions) by_long_form[expansion.key].emplace_back(i, &expansion);
    if (entry.text.find_first_of(".-") == std::string::npos) by_letters[fold(entry.text)].push_back(i);
    if (const auto group = tables.same_thing.find(entry.text); group != tables.same_thing.end()) by_group[group->second].push_back(i);
    if (entry.defined()) defined.push_back(i);
  }
  for (const auto& [key, places] : by_long_form)
    for (size_t k = 1; k < places.size(); ++k)
      if (places[k].first != places[0].first) pairs.add(places[0].first, places[k].first, "Both are given as the short form of the same words.");
  for (const auto& [letters, entries] : by_letters)
    for (size_t k = 1; k < entries.size(); ++k)
      if (!capital_of_its_place(texts, found.all[entries[0]], found.all[entries[k]])) pairs.add(entries[0], entries[k], "Both have the same letters, once as capitals and once small.");
  for (const auto& [group, entries] : by_group)
    for (size_t k = 1; k < entries.size(); ++k)
      if (!found.all[entries[0]].defined() || !found.all[entries[k]].defined()) pairs.add(entries[0], entries[k], "Both are known short forms of one thing, and not both are spelled out.");
  for (size_t i = 0; i < found.all.size(); ++i) {
    const Abbreviation& entry = found.all[i];
    if (entry.defined() || entry.well_known || entry.name || entry.word || entry.uses.empty() || is_part_of_name(texts, tables, entry)) continue;
    for (const size_t other : defined)
      if (one_letter_apart(entry.text, found.all[other].text) && spelled_by_all_of(texts, tables, found.all[other].expansions[0], entry.text))
        pairs.add(i, other, "The words that are spelled out for one give the letters of the other as well.");
  }
}

}  // namespace crosscheck
