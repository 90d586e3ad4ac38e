// Tested by tests/rooms/lemma.cpp.
#include "language/lemma.h"

#include <algorithm>

#include "language/tags.h"

namespace crosscheck {
namespace {

struct Ending {
  std::string_view cut, put;
  PartOfSpeech part;
};

// WordNet's rules of detachment, with the doubled consonant of "stopping" left to its list of irregular forms.
constexpr Ending kEndings[] = {
    {"s", "", PartOfSpeech::noun},       {"ses", "s", PartOfSpeech::noun},    {"xes", "x", PartOfSpeech::noun},
    {"zes", "z", PartOfSpeech::noun},    {"ches", "ch", PartOfSpeech::noun},  {"shes", "sh", PartOfSpeech::noun},
    {"men", "man", PartOfSpeech::noun},  {"ies", "y", PartOfSpeech::noun},    {"s", "", PartOfSpeech::verb},
    {"ies", "y", PartOfSpeech::verb},    {"es", "e", PartOfSpeech::verb},     {"es", "", PartOfSpeech::verb},
    {"ed", "e", PartOfSpeech::verb},     {"ed", "", PartOfSpeech::verb},      {"ing", "e", PartOfSpeech::verb},
    {"ing", "", PartOfSpeech::verb},     {"er", "", PartOfSpeech::adjective}, {"est", "", PartOfSpeech::adjective},
    {"er", "e", PartOfSpeech::adjective}, {"est", "e", PartOfSpeech::adjective}};

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

bool has_vowel(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return is_vowel(c) || c == 'y' || static_cast<unsigned char>(c) >= 0x80; });
}

std::string with_ending(std::string_view word, size_t cut, std::string_view put) {
  return std::string(word.substr(0, word.size() - cut)).append(put);
}

// A plural that no dictionary has: "immunoglobulins", "pneumococcuses". "ss", "us", "is" and short words stay.
std::string singular_by_rule(std::string_view word) {
  if (word.size() < 4 || !word.ends_with('s') || !has_vowel(word)) return std::string(word);
  if (word.ends_with("ss") || word.ends_with("us") || word.ends_with("is") || word.ends_with("'s")) return std::string(word);
  if (word.ends_with("ies") && word.size() > 4) return with_ending(word, 3, "y");
  for (const std::string_view hissing : {"sses", "xes", "ches", "shes", "zzes", "uses"})
    if (word.ends_with(hissing)) return with_ending(word, 2, "");
  if (word.ends_with("yses") || word.ends_with("oses") || word.ends_with("eses")) return with_ending(word, 2, "is");
  return with_ending(word, 1, "");
}

// The verb behind a stem that lost "ed" or "ing": "nebulis" + e, "stopp" - p, "retreat".
std::string verb_from_stem(std::string_view stem) {
  const size_t n = stem.size();
  const char last = stem[n - 1], before = stem[n - 2];
  if (last == before && !is_vowel(last) && last != 'l' && last != 's' && last != 'z' && last != 'f') return std::string(stem.substr(0, n - 1));
  const bool silent_e = last == 'c' || last == 'v' || last == 'u' || last == 'z' || (last == 's' && before != 's') || stem.ends_with("at") ||
                        (last == 'g' && (before == 'n' || before == 'r' || is_vowel(before)));
  return std::string(stem) + (silent_e && !stem.ends_with("eat") ? "e" : "");
}

std::string verb_by_rule(std::string_view word) {
  for (const std::string_view ending : {"ied", "ies"})
    if (word.ends_with(ending) && word.size() > 4) return with_ending(word, 3, "y");
  for (const std::string_view ending : {"ing", "ed"}) {
    const std::string_view stem = word.substr(0, word.size() - std::min(ending.size(), word.size()));
    if (word.ends_with(ending) && stem.size() > 2 && has_vowel(stem)) return verb_from_stem(stem);
  }
  return singular_by_rule(word);
}

}  // namespace

Inflection inflection_of(TagId t) {
  switch (t) {
    case tag::none: case tag::FW: case tag::GW: case tag::AFX: case tag::ADD: return Inflection::unknown;
    case tag::NN: case tag::NNP: return Inflection::noun;
    case tag::NNS: case tag::NNPS: return Inflection::plural;
    case tag::VB: case tag::VBP: return Inflection::verb;
    case tag::VBD: case tag::VBN: case tag::VBG: case tag::VBZ: return Inflection::inflected_verb;
    case tag::JJ: return Inflection::adjective;
    case tag::JJR: case tag::JJS: case tag::RBR: case tag::RBS: return Inflection::compared;
    case tag::RB: case tag::RP: return Inflection::adverb;
    default: return Inflection::closed;
  }
}

struct LemmaTable::Candidate {
  std::string_view lemma;  // WordNet's
  PartOfSpeech part;
  bool inflected;  // reached through an ending or an irregular form
  bool irregular;
  int32_t count;
};

LemmaTable::LemmaTable(Rulebook& book) : wordnet_(book.home.data) {
  const Value& list = book.lexicon("lemmas");
  for (const std::string& word : list["keep"].texts()) fixed_.emplace(word, word);
  for (const auto& [form, lemma] : list["forms"].fields) fixed_[form] = lemma.text();
  for (const auto& [form, lemma] : list["before_not"].fields) before_not_.emplace(book.symbols.intern(form), book.symbols.intern(lemma.text()));
  not_ = book.symbols.intern("n't");
  // The lemmas join the table as they are found, and are looked up in their turn.
  for (Symbol word = 0; word < book.symbols.size(); ++word) known_.push_back(forms(book.symbols.text(word), book.symbols));
}

void LemmaTable::candidates(std::string_view word, std::vector<Candidate>& out) const {
  const auto add = [&](uint32_t row, PartOfSpeech part, bool inflected, bool irregular) {
    const int32_t count = wordnet_.count(row, part);
    if (count >= 0) out.push_back({wordnet_.text(row), part, inflected, irregular, count});
  };
  const uint32_t row = wordnet_.find(word);
  if (row != WordNet::kNone) {
    for (const PartOfSpeech part : {PartOfSpeech::noun, PartOfSpeech::verb, PartOfSpeech::adjective, PartOfSpeech::adverb}) add(row, part, false, false);
    for (const auto& link : wordnet_.irregular(row)) add(link.row, static_cast<PartOfSpeech>(link.part), true, true);
  }
  const bool listed = std::any_of(out.begin(), out.end(), [](const Candidate& c) { return c.inflected; });
  std::string lemma;
  for (const Ending& ending : kEndings) {
    if (!word.ends_with(ending.cut) || word.size() < ending.cut.size() + 2 || word.ends_with("ss")) continue;
    lemma.assign(word.substr(0, word.size() - ending.cut.size())).append(ending.put);
    const bool known = listed && std::any_of(out.begin(), out.end(), [&](const Candidate& c) { return c.inflected && c.part == ending.part; });
    if (known) continue;
    if (const uint32_t base = wordnet_.find(lemma); base != WordNet::kNone) add(base, ending.part, true, false);
  }
}

LemmaTable::Forms LemmaTable::forms(std::string_view word, SymbolTable& symbols) const {
  Forms out;
  const Symbol self = symbols.intern(word);
  out.fill(self);
  if (const auto fixed = fixed_.find(std::string(word)); fixed != fixed_.end()) {
    out.fill(symbols.intern(fixed->second));
    return out;
  }
  if (word.size() < 2 || !has_vowel(word)) return out;
  std::vector<Candidate> all;
  candidates(word, all);
  // The most frequent candidate that fits, the first among equals; nullptr when there is none.
  const auto best = [&](auto fits) {
    const Candidate* chosen = nullptr;
    for (const Candidate& c : all)
      if (fits(c) && (!chosen || c.count > chosen->count)) chosen = &c;
    return chosen;
  };
  const auto is = [](PartOfSpeech part) { return [part](const Candidate& c) { return c.part == part; }; };
  const auto set = [&](Inflection inflection, const Candidate* chosen) {
    if (chosen) out[static_cast<size_t>(inflection)] = symbols.intern(chosen->lemma);
    return chosen != nullptr;
  };
  const auto set_word = [&](Inflection inflection, const std::string& lemma) { out[static_cast<size_t>(inflection)] = symbols.intern(lemma); };
  const auto of = [&](PartOfSpeech part, bool inflected) { return best([=](const Candidate& c) { return c.part == part && c.inflected == inflected; }); };

  // "diagnoses", "lives": a listed plural is rather that than a verb with its "s".
  const bool plural = best([](const Candidate& c) { return c.part == PartOfSpeech::noun && c.irregular; }) && word.ends_with('s');
  const Candidate* any = best([&](const Candidate& c) { return !plural || c.part == PartOfSpeech::noun; });
  const bool known = any != nullptr;
  if (!set(Inflection::unknown, any)) set_word(Inflection::unknown, singular_by_rule(word));
  const auto fall_back = [&](Inflection inflection) { out[static_cast<size_t>(inflection)] = out[static_cast<size_t>(Inflection::unknown)]; };
  // A singular that WordNet does not have stays: "Ehlers", "GNAS".
  if (!set(Inflection::noun, best(is(PartOfSpeech::noun))) && known) fall_back(Inflection::noun);
  if (!set(Inflection::plural, best(is(PartOfSpeech::noun)))) set_word(Inflection::plural, singular_by_rule(word));
  if (!set(Inflection::verb, of(PartOfSpeech::verb, false)) && !set(Inflection::verb, of(PartOfSpeech::verb, true))) fall_back(Inflection::verb);
  if (!set(Inflection::inflected_verb, of(PartOfSpeech::verb, true)) && !set(Inflection::inflected_verb, of(PartOfSpeech::verb, false))) set_word(Inflection::inflected_verb, verb_by_rule(word));
  // "increased" is no adjective of its own, "interested" and "left" are.
  const auto adjective = [](const Candidate& c) { return c.part == PartOfSpeech::adjective && !c.inflected; };
  const auto participle = [](const Candidate& c) { return c.part == PartOfSpeech::verb && c.inflected && !c.irregular; };
  set(Inflection::adjective, best([&](const Candidate& c) { return adjective(c) || participle(c); }));
  if (!set(Inflection::compared, of(PartOfSpeech::adjective, true))) set(Inflection::compared, of(PartOfSpeech::adverb, true));
  return out;
}

std::string LemmaTable::lemma(std::string_view word, Inflection inflection) const {
  SymbolTable symbols;
  return std::string(symbols.text(forms(word, symbols)[static_cast<size_t>(inflection)]));
}

Symbol Lemmas::of(Symbol word, TagId t) {
  const size_t form = static_cast<size_t>(inflection_of(t));
  if (word < table_.known_.size()) return table_.known_[word][form];
  const size_t place = word - table_.known_.size();
  if (place >= above_.size()) above_.resize(std::max<size_t>(symbols_.size() - table_.known_.size(), place + 1));
  if (above_[place][form] == 0) above_[place] = table_.forms(symbols_.text(word), symbols_);
  return above_[place][form];
}

void Lemmas::fill(Document& document) {
  for (size_t i = 0; i < document.tokens.size(); ++i) {
    Token& token = document.tokens[i];
    if (token.kind != TokenKind::word) continue;
    token.lemma = of(token.word, token.tag);
    if (token.word != table_.not_ || i == 0 || token.space_before) continue;
    if (const Symbol* short_form = table_.before_not_.find(document.tokens[i - 1].word)) document.tokens[i - 1].lemma = *short_form;
  }
}

}  // namespace crosscheck
