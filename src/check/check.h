// What a rule's code sees, and how it says what it found.
//
// A rule is three files: src/check/<family>/<rule>.cpp with a `const Check <rule>` in namespace <family>,
// rules/checks/<family>/<rule>.yaml (its page), tests/checks/<family>/<rule>.yaml (its cases).
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/contrast.h"
#include "index/index.h"
#include "model/document.h"
#include "model/finding.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

struct CheckInput {
  const Collection& texts;
  const Index& index;
  const Rulebook& rulebook;
  const Rule& rule;
  const std::vector<Contrast>& contrasts;  // of the near copies, for the rules over words

  // The table the rule's Prepare made of its settings.
  template <class T>
  const T& settings() const {
    return *static_cast<const T*>(rule.prepared.get());
  }
};

using Findings = std::vector<Finding>;

struct Check {
  void (*run)(const CheckInput&, Findings&);
  // Builds the rule's table once, before any document is read: T(const Value& settings, Rulebook&).
  std::shared_ptr<const void> (*prepare)(const Value& settings, Rulebook&) = nullptr;
  // Runs after the others and reads what they found.
  bool gathers = false;
};

template <class T>
std::shared_ptr<const void> prepare(const Value& settings, Rulebook& book) {
  return std::make_shared<T>(settings, book);
}

struct RegisteredCheck {
  const char* id;
  const Check* check;
};
// Every check there is, by id; generated from the file names.
const std::vector<RegisteredCheck>& registry();

using Words = std::vector<std::pair<std::string_view, std::string>>;  // placeholder, text

// A finding with the rule's level and its message filled in. Placeholders of every message: {first} the first
// place's words, {second} those of the first place on another side (or the second place), {document} where
// that stands: "web.md", or "passage 5" in the same document. `more` adds the rule's own.
Finding finding(const CheckInput& in, std::vector<Evidence> evidence, const Words& more = {}, std::string_view message = {});

// Lowers a finding's level: the milder case its page names, an open gate.
inline void lower_to(Finding& finding, Level level) {
  if (level < finding.level) finding.level = level;
}

// Runs all active checks on one set; what they found is in no order yet.
Findings check(const Collection& texts, const Index& index, const Rulebook& rules);
// Binds the registered checks to the rules of the book and builds their tables.
void prepare_checks(Rulebook& rules);

}  // namespace crosscheck
