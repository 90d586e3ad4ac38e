// The small words of English as typed tables (rules/lexicon/grammar.yaml, verbs.yaml, frequencies.yaml).
#pragma once

#include <string>
#include <vector>

#include "model/claim.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

class WordRelations;

struct GrammarTable {
  explicit GrammarTable(Rulebook& book);

  struct FrequencyClass {
    std::string name;  // "very common"
    double low = 0, high = 1;
  };

  WordSet function, filler, pronouns, be, have, do_, conjunctions, coordinators, condition_words, condition_prepositions, time_openers, negators, prepositions, clause_marks, articles, possessive, topic_nouns, inner, condition_openers;
  WordSet denying, denying_determiners, denying_nouns, denied_alone, denying_verbs, obliging_verbs, avoiding_verbs, pointing_verbs, happening_verbs, denied_openers, handing_on, granting, unquantified;
  WordSet commenting, condition_clauses, since_words, contrasting, circumstance_openers, population_openers, populations, state_openers, states, in_verbs, view_verbs, thought_verbs, writers, it_words, they, impersonal_verbs, weather_verbs, persons, deictics, asking_verbs, percent, surely_conditions, denied_result, formerly, narrowing, measures, about_nouns;
  std::vector<std::string> state_endings, naming;
  WordMap<Modality> modal_predicates;
  WordMap<Symbol> verbs;    // form to lemma
  WordMap<Modality> modals;
  PhraseSet modal_phrases, quantifiers, conditions, attributions, definitions, frequencies, other_senses, circumstance_phrases, attribution_phrases;
  std::vector<Modality> modal_values;          // by the value of a modal phrase
  std::vector<FrequencyClass> frequency_classes;
  std::vector<uint32_t> frequency_class_of;    // by the value of a frequency phrase
  Symbol the = 0, to = 0, of = 0, comma = 0, hyphen = 0, open = 0, close = 0, that = 0, colon = 0, be_lemma = 0, have_lemma = 0, fail = 0, et = 0;

  const WordRelations& words;

  Symbol verb(Symbol word) const {
    const Symbol* found = verbs.find(word);
    return found ? *found : 0;
  }
  // Tense and mood: "is", "had", "may".
  bool auxiliary(Symbol word) const { return be.contains(word) || have.contains(word) || do_.contains(word) || modals.contains(word); }

 private:
  void load_verbs(Rulebook& book);
  void load_frequencies(Rulebook& book);
};

Modality modality_named(const Value& value);
const char* name_of(Modality modality);
const char* name_of(Quantifier quantifier);
const char* name_of(Comparator comparator);

}  // namespace crosscheck
