// Names of one thing across a set: a long form and its abbreviation, what is "also called" something else, the name in
// brackets behind a name ("Zelovant (brintuxin) is ..."). A subject under one of the names counts as the other.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/claim.h"
#include "model/document.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

class Aliases {
 public:
  // The claims have their canonical forms.
  Aliases(const Collection& texts, const std::vector<Claim>& claims, const Rulebook& rules);
  // The name that stands for all; the name itself when it has no other.
  const std::string& main_name(const std::string& name) const;

 private:
  void add(const std::string& name, const std::string& main);
  void add_brackets(const Document& document, const Claim& claim);

  std::map<std::string, std::string> main_;
};

}  // namespace crosscheck
