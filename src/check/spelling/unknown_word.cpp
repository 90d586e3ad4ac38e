// A word that no list has, that stands once, and that nothing is near to: perhaps a name, perhaps a slip. A word alone in
// quotation marks is spoken of: the Greek word "melas".
//
// Tested by tests/checks/spelling/unknown_word.yaml.

#include <algorithm>

#include "check/mistakes.h"

namespace crosscheck::spelling {
namespace {

bool is_quoted(const CheckInput& in, const Finding& found) {
  const Evidence& place = found.evidence.front();
  const std::string_view text = in.texts.documents[place.document].text;
  const std::string_view before = text.substr(0, place.span.begin), after = text.substr(place.span.end);
  return (before.ends_with('"') && after.starts_with('"')) || (before.ends_with("“") && after.starts_with("”"));
}

void run(const CheckInput& in, Findings& findings) {
  const size_t from = findings.size();
  report_mistakes(in, Fault::unknown_word, findings);
  findings.erase(std::remove_if(findings.begin() + static_cast<std::ptrdiff_t>(from), findings.end(), [&](const Finding& found) { return is_quoted(in, found); }), findings.end());
}

}  // namespace

extern const Check unknown_word{run};

}  // namespace crosscheck::spelling
