// Everything the program knows that is data: rules/checks, rules/lexicon, the user's configuration, and the
// tables that rooms build from them. Made once, then read only, shared by all threads.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <typeindex>
#include <unordered_map>
#include <vector>

#include "model/rule_info.h"
#include "rulebook/house_words.h"
#include "rulebook/value.h"
#include "rulebook/words.h"
#include "text/symbols.h"

namespace crosscheck {

// One rule as configured.
struct Rule {
  RuleInfo info;
  Level level = Level::warning;  // after the configuration
  bool off = false;
  Value settings;                // of the page, overlaid by the configuration
  std::shared_ptr<const void> prepared;  // the check's own table (check.h)
};

// Where the program keeps its data.
struct Home {
  std::string rules;  // the folder rules/
  std::string data;   // tables compiled at build time
};

// Beside the program: ../../rules in a build tree, ../share/crosscheck when installed.
Home find_home();

class Rulebook {
 public:
  SymbolTable symbols;  // frozen once the program starts to read documents
  Home home;
  std::vector<Rule> rules;  // by id
  std::vector<std::string> data;  // names of the word data in use: "en_US"
  Value config;             // .crosscheck.yaml, missing when there is none
  Value skip;               // skip: of the styles and the configuration: a part of a text, the rules that skip it
  HouseWords house;         // words: of the configuration
  std::vector<std::string> authority;  // names of approved texts, relative to the configuration's folder
  std::string config_folder;           // absolute; empty without a configuration

  const Rule* find(std::string_view id) const;
  // rules/lexicon/NAME.yaml; throws when there is no such file.
  const Value& lexicon(std::string_view name) const;

  // Words of a list in a lexicon or in a rule's settings.
  WordSet word_set(const Value& list);
  // Phrases of a list; each gets the number of its place.
  PhraseSet phrase_set(const Value& list);

  // A table of type T, built once from this rulebook before the first document is read: T(Rulebook&).
  template <class T>
  void prepare() {
    tables_[std::type_index(typeid(T))] = std::make_shared<T>(*this);
  }
  template <class T>
  const T& table() const {
    return *static_cast<const T*>(tables_.at(std::type_index(typeid(T))).get());
  }

 private:
  friend Rulebook load_rulebook(const Home&, const std::string&);
  std::unordered_map<std::string, Value> lexicons_;
  std::unordered_map<std::type_index, std::shared_ptr<const void>> tables_;
};

// Reads rules/checks and rules/lexicon under home, and the configuration file when its path is not empty.
// Throws RulebookError.
Rulebook load_rulebook(const Home& home, const std::string& config_path);

}  // namespace crosscheck
