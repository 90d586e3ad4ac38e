#include "claim/grammar.h"

#include <algorithm>
#include <array>

#include "language/word_relations.h"
#include "text/fold.h"

namespace crosscheck {
namespace {

constexpr std::array<const char*, 8> kModalities = {"asserted", "possible", "required", "forbidden", "permitted", "recommended", "not-recommended", "not-required"};

bool vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

// The regular forms of a verb: "stop" to stops, stopped, stopping.
std::vector<std::string> forms_of(const std::string& verb) {
  const size_t n = verb.size();
  const char last = verb[n - 1], before = n > 1 ? verb[n - 2] : '\0';
  const bool y = last == 'y' && !vowel(before);
  const bool e = last == 'e';
  const bool sibilant = last == 's' || last == 'x' || last == 'z' || (last == 'h' && (before == 's' || before == 'c')) || last == 'o';
  const bool doubles = n > 2 && n < 6 && !vowel(last) && last != 'w' && last != 'x' && last != 'y' && vowel(before) && !vowel(verb[n - 3]);
  const std::string stem = e || y ? verb.substr(0, n - 1) : doubles ? verb + last : verb;
  return {verb, y ? stem + "ies" : sibilant ? verb + "es" : verb + "s", y ? stem + "ied" : stem + "ed", (y ? verb : verb.ends_with("ie") ? verb.substr(0, n - 2) + "y" : stem) + "ing"};
}

}  // namespace

Modality modality_named(const Value& value) {
  std::string name = value.text();
  for (char& c : name)
    if (c == '_') c = '-';
  for (size_t i = 0; i < kModalities.size(); ++i)
    if (name == kModalities[i]) return static_cast<Modality>(i);
  value.fail("is no modality");
}

const char* name_of(Modality modality) { return kModalities[static_cast<size_t>(modality)]; }

const char* name_of(Quantifier quantifier) {
  constexpr std::array<const char*, 6> kNames = {"", "all", "most", "some", "none", "only"};
  return kNames[static_cast<size_t>(quantifier)];
}

const char* name_of(Comparator comparator) {
  constexpr std::array<const char*, 6> kNames = {"equal", "at least", "at most", "more than", "less than", "between"};
  return kNames[static_cast<size_t>(comparator)];
}

GrammarTable::GrammarTable(Rulebook& book) : words(book.table<WordRelations>()) {
  const Value& list = book.lexicon("grammar");
  const std::pair<const char*, WordSet*> sets[] = {{"function", &function}, {"filler", &filler}, {"pronouns", &pronouns}, {"be", &be}, {"have", &have}, {"do", &do_},
      {"conjunctions", &conjunctions}, {"coordinators", &coordinators}, {"condition_prepositions", &condition_prepositions}, {"time_openers", &time_openers},
      {"negators", &negators}, {"prepositions", &prepositions}, {"clause_marks", &clause_marks}, {"articles", &articles}, {"possessive", &possessive}, {"topic_nouns", &topic_nouns}, {"inner", &inner}, {"condition_openers", &condition_openers},
      {"denying", &denying}, {"denying_determiners", &denying_determiners}, {"denying_nouns", &denying_nouns}, {"denied_alone", &denied_alone}, {"denying_verbs", &denying_verbs},
      {"obliging_verbs", &obliging_verbs}, {"avoiding_verbs", &avoiding_verbs}, {"pointing_verbs", &pointing_verbs}, {"happening_verbs", &happening_verbs}, {"denied_openers", &denied_openers}, {"handing_on", &handing_on}, {"granting", &granting}, {"unquantified", &unquantified}, {"commenting", &commenting}, {"condition_clauses", &condition_clauses},
      {"since_words", &since_words}, {"contrasting", &contrasting}, {"circumstance_openers", &circumstance_openers}, {"population_openers", &population_openers}, {"populations", &populations},
      {"state_openers", &state_openers}, {"states", &states}, {"in_verbs", &in_verbs}, {"view_verbs", &view_verbs}, {"thought_verbs", &thought_verbs}, {"writers", &writers}, {"it_words", &it_words}, {"they", &they}, {"impersonal_verbs", &impersonal_verbs}, {"weather_verbs", &weather_verbs}, {"persons", &persons}, {"deictics", &deictics}, {"surely_conditions", &surely_conditions}, {"denied_result", &denied_result}, {"asking_verbs", &asking_verbs}, {"percent", &percent}, {"formerly", &formerly}, {"narrowing", &narrowing}, {"measures", &measures}, {"about_nouns", &about_nouns}};
  for (const auto& [name, set] : sets) {
    if (!list[name]) list.fail(std::string("has no list \"") + name + "\"");
    *set = book.word_set(list[name]);
  }
  for (const auto& [word, value] : list["modals"].fields) modals[book.symbols.intern(fold(word))] = modality_named(value);
  for (const auto& [name, phrases] : list["modal_phrases"].fields) {
    Value named = phrases;
    named.kind = Value::Kind::scalar, named.scalar = name;
    const Modality modality = modality_named(named);
    for (const std::string& phrase : phrases.texts()) modal_phrases.add(phrase, static_cast<int32_t>(modality), book.symbols);
  }
  for (const auto& [name, words_of] : list["modal_predicates"].fields) {
    Value named = words_of;
    named.kind = Value::Kind::scalar, named.scalar = name;
    for (const std::string& word : words_of.texts()) modal_predicates[book.symbols.intern(fold(word))] = modality_named(named);
  }
  int32_t quantifier = 1;
  for (const char* name : {"all", "most", "some", "none", "only"}) {
    for (const std::string& phrase : list["quantifiers"][name].texts()) quantifiers.add(phrase, quantifier, book.symbols);
    ++quantifier;
  }
  conditions = book.phrase_set(list["conditions"]);
  for (const std::string& phrase : list["conditions"].texts()) condition_words.add(book.symbols.intern(split_phrase(phrase).front()));
  attributions = book.phrase_set(list["attributions"]);
  definitions = book.phrase_set(list["definitions"]);
  other_senses = book.phrase_set(list["other_senses"]);
  circumstance_phrases = book.phrase_set(list["circumstance_phrases"]);
  attribution_phrases = book.phrase_set(list["attribution_phrases"]);
  state_endings = list["state_endings"].texts();
  naming = list["naming"].texts();
  of = book.symbols.intern("of"), the = book.symbols.intern("the"), to = book.symbols.intern("to"), comma = book.symbols.intern(","), hyphen = book.symbols.intern("-");
  open = book.symbols.intern("("), close = book.symbols.intern(")");
  that = book.symbols.intern("that"), colon = book.symbols.intern(":"), be_lemma = book.symbols.intern("be"), have_lemma = book.symbols.intern("have"), fail = book.symbols.intern("fail"), et = book.symbols.intern("et");
  load_verbs(book);
  load_frequencies(book);
}

void GrammarTable::load_verbs(Rulebook& book) {
  const Value& list = book.lexicon("verbs");
  for (const Value& row : list["irregular"].items) {
    const Symbol lemma = book.symbols.intern(row.items.at(0).text());
    for (const Value& form : row.items) verbs.emplace(book.symbols.intern(form.text()), lemma);
  }
  for (const std::string& verb : list["regular"].texts()) {
    if (verb.find(' ') != std::string::npos) continue;
    const Symbol lemma = book.symbols.intern(verb);
    for (const std::string& form : forms_of(verb)) verbs.emplace(book.symbols.intern(form), lemma);
  }
}

void GrammarTable::load_frequencies(Rulebook& book) {
  for (const auto& [name, row] : book.lexicon("frequencies").fields) {
    const auto place = static_cast<uint32_t>(frequency_classes.size());
    std::string shown = name;
    std::replace(shown.begin(), shown.end(), '_', ' ');
    frequency_classes.push_back({shown, row.items.at(0).number(), row.items.at(1).number()});
    for (size_t i = 2; i < row.items.size(); ++i) {
      frequencies.add(row.items[i].text(), static_cast<int32_t>(frequency_class_of.size()), book.symbols);
      frequency_class_of.push_back(place);
    }
  }
}

}  // namespace crosscheck
