// The claims of a text, by the rules as they ship.
#pragma once

#include <string>
#include <vector>

#include "claim/claim.h"
#include "claim/report_claims.h"
#include "language/analyse.h"
#include "rulebook/rulebook.h"
#include "run.h"
#include "segment/segment.h"

namespace crosscheck {

inline const Rulebook& book() {
  static const Rulebook rules = make_ready({std::string(CROSSCHECK_SOURCE) + "/rules", find_home().data}, "");
  return rules;
}

inline std::vector<ReportClaim> claims_of(const std::string& text) {
  Collection texts(book().symbols);
  texts.documents.emplace_back().text = text;
  std::vector<Trouble> trouble;
  segment(texts, book());
  analyse(texts, book(), trouble);
  return report_claims(texts, claim(texts, book()), book());
}

}  // namespace crosscheck
