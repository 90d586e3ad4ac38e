// A short form that the set never spells out: "ITP" and no "immune thrombocytopenia (ITP)" anywhere.
//
// Silent: what needs no definition (rules/lexicon/short_forms.yaml: HIV, VAT, mg), names of genes and proteins,
// codes with digits, numerals, words in capitals, and what stands in headings and cells alone. A second form of
// something spelled out belongs to abbreviation.two_abbreviations. So are guides to pronunciation, "(sow RYE uh sis)",
// and what is known or named by its letters alone: "KBG syndrome", "the CAG repeat", "the letters MXR". A word glued to
// a numeral ("IVThe") and a short form with the mark of a note ("NAf") are none. A list in brackets with an item for
// each letter explains it too: "HEM (hydrops fetalis, ectopic calcifications, moth-eaten dysplasia)".
//
// Tested by tests/checks/abbreviation/undefined.yaml.

#include <algorithm>

#include "check/check.h"
#include "spelling/setting.h"
#include "text/fold.h"

namespace crosscheck::abbreviation {
namespace {

struct Settings {
  WordSet lettered, letters, companies, products;
  Settings(const Value& settings, Rulebook& book)
      : lettered(book.word_set(settings["known_by_letters"])), letters(book.word_set(settings["before_letters"])), companies(book.word_set(settings["before_companies"])), products(book.word_set(settings["before_products"])) {}
};

constexpr size_t kLongest = 5;  // longer ones are names: MEDLINE, BRINTELLIX

bool letters_only(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); });
}

// "IVThe": two small letters or more behind the last capital make a word. "NAf": a note behind what needs no words.
bool is_glued(const Abbreviations& table, std::string_view text) {
  const size_t last = text.find_last_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  const size_t small = last == std::string_view::npos ? 0 : text.size() - last - 1;
  if (small >= 2 && last > 0) return true;
  if (small != 1 || text.size() != 3) return false;
  const Abbreviation* noted = table.find(std::string(text.substr(0, 2)));
  return noted && noted->well_known;
}

// Is the thing known by its letters wherever one place says so?
bool named_by_letters(const CheckInput& in, const Abbreviation& entry) {
  const auto& settings = in.settings<Settings>();
  return std::any_of(entry.uses.begin(), entry.uses.end(), [&](const ShortFormUse& use) {
    const Document& document = in.texts.documents[use.document];
    const Sentence& sentence = document.sentences[use.sentence];
    if (use.token > sentence.first_token && settings.letters.contains(document.tokens[use.token - 1].word)) return true;
    uint32_t after = use.token + 1;
    while (after < sentence.end_token && document.tokens[after].span.end <= use.span.end) ++after;
    for (uint32_t i = after; i < std::min(after + 2, sentence.end_token) && document.tokens[i].kind == TokenKind::word; ++i)
      if (settings.lettered.contains(document.tokens[i].word)) return true;
    return false;
  });
}

// "who received VPRIV", "contact TEVA at": the name of a product or a company. IVIG is received as well.
bool is_name(const CheckInput& in, const Abbreviation& entry) {
  const auto& settings = in.settings<Settings>();
  return std::any_of(entry.uses.begin(), entry.uses.end(), [&](const ShortFormUse& use) {
    const Document& document = in.texts.documents[use.document];
    if (use.token == document.sentences[use.sentence].first_token) return false;
    const Symbol before = document.tokens[use.token - 1].word;
    return settings.companies.contains(before) || (entry.text.size() == kLongest && settings.products.contains(before));
  });
}

// "HEM (hydrops fetalis, ectopic calcifications, moth-eaten dysplasia)"
bool listed_behind(const CheckInput& in, const Abbreviation& entry, const ShortFormUse& use) {
  const Document& document = in.texts.documents[use.document];
  const Sentence& sentence = document.sentences[use.sentence];
  uint32_t i = use.token + 1;
  if (i >= sentence.end_token || document.text_of(document.tokens[i]) != "(") return false;
  size_t letter = 0;
  for (bool fresh = true; ++i < sentence.end_token && document.text_of(document.tokens[i]) != ")";) {
    const Token& token = document.tokens[i];
    if (document.text_of(token) == ",") fresh = true;
    if (!fresh || token.kind != TokenKind::word) continue;
    if (letter >= entry.text.size() || fold(document.text_of(token)).front() != fold(entry.text.substr(letter, 1)).front()) return false;
    ++letter, fresh = false;
  }
  return letter == entry.text.size();
}

// "non-steroidal anti-inflammatory (NSAID) pain medication": all letters but the last are there.
bool nearly_spelled(const CheckInput& in, const Abbreviation& entry, const Expansion& alone) {
  const Document& document = in.texts.documents[alone.use.document];
  if (entry.text.size() < 4) return false;
  const uint32_t first = document.sentences[alone.use.sentence].first_token;
  const std::string_view most = std::string_view(entry.text).substr(0, entry.text.size() - 1);
  return alone.use.token > first + 1 && spelled_by(document, in.rulebook.table<AbbreviationTables>(), first, alone.use.token - 1, most) > 0;
}

// "MtDNA depletion", at the start of a sentence, where the set explains mtDNA.
bool begins_small_elsewhere(const CheckInput& in, const Abbreviation& entry) {
  std::string small = entry.text;
  small[0] = static_cast<char>(small[0] | 0x20);
  const Abbreviation* other = small == entry.text ? nullptr : in.index.abbreviations.find(small);
  return other && (other->defined() || other->well_known);
}

bool explained(const CheckInput& in, const Abbreviation& entry) {
  return begins_small_elsewhere(in, entry) || std::any_of(entry.uses.begin(), entry.uses.end(), [&](const ShortFormUse& use) { return listed_behind(in, entry, use); }) ||
         std::any_of(entry.attached.begin(), entry.attached.end(), [&](const Expansion& alone) { return nearly_spelled(in, entry, alone); });
}

// Does this place ask for words behind the letters?
bool asks(const CheckInput& in, const ShortFormUse& use) {
  const Document& document = in.texts.documents[use.document];
  const Sentence& sentence = document.sentences[use.sentence];
  // "HLA-DQA1", "HMG-CoA": letters of a longer name.
  const auto at = [&](size_t i) { return i < document.text.size() ? document.text[i] : ' '; };
  const char after = at(use.span.end), beyond = at(use.span.end + 1);
  // "ERTN = 54": the number of a group, in a table that lost its cells.
  if (document.text[use.span.end - 1] == 'N' && after == ' ' && beyond == '=') return false;
  return use.running && !(after >= '0' && after <= '9') && !(after == '-' && beyond >= 'A' && beyond <= 'Z') && is_running_text(document, sentence, use.token);
}

void run(const CheckInput& in, Findings& findings) {
  const Abbreviations& table = in.index.abbreviations;
  for (size_t i = 0; i < table.all.size(); ++i) {
    const Abbreviation& entry = table.all[i];
    if (entry.defined() || entry.well_known || entry.name || entry.word || !letters_only(entry.text) || entry.text.size() > kLongest) continue;
    if (is_glued(table, entry.text) || named_by_letters(in, entry) || explained(in, entry) || is_name(in, entry)) continue;
    if (std::any_of(table.rivals.begin(), table.rivals.end(), [&](const RivalForms& r) { return r.minority == i || r.majority == i; })) continue;
    std::vector<Evidence> places;
    for (const ShortFormUse& use : entry.uses)
      if (asks(in, use)) places.push_back({use.document, use.span});
    for (const Expansion& alone : entry.attached)
      if (alone.use.running) places.push_back({alone.use.document, alone.use.span});
    if (places.empty()) continue;
    const auto order = [](const Evidence& a, const Evidence& b) { return std::pair(a.document, a.span.begin) < std::pair(b.document, b.span.begin); };
    std::stable_sort(places.begin(), places.end(), order);
    Finding out = finding(in, std::move(places));
    out.why = "The set uses \"" + entry.text + "\" and nowhere gives the words it stands for; it is not listed among the short forms that need no explanation.";
    out.forms = entry.text;
    findings.push_back(std::move(out));
  }
}

}  // namespace

extern const Check undefined{run, prepare<Settings>};

}  // namespace crosscheck::abbreviation
