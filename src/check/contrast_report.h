// From contrasts to findings, for the rules that each report one kind.
#pragma once

#include "check/check.h"

namespace crosscheck {

// How alike two sentences must be: a rule's settings `error_likeness` and `warning_likeness`.
struct ContrastSettings {
  double error_likeness, warning_likeness;
  std::vector<std::string> without_gates;  // by name; ./dev eval gates measures what each is worth
  ContrastSettings(const Value& settings, Rulebook& book);
};

// All contrasts of a kind whose gates are not closed: error when all passed and the sentences are near copies,
// else warning. Contrasts that share a place become one finding, the side with fewer places first.
void report_contrasts(const CheckInput& in, ContrastKind kind, Findings& findings);

}  // namespace crosscheck
