// A short form that one document spells out again: "common variable immunodeficiency (CVID) ... Adults with common
// variable immunodeficiency (CVID)". Another document may, since it may be read alone; a sentence that stands twice
// word for word is structure.duplicate_text.
//
// Tested by tests/checks/abbreviation/defined_twice.yaml.

#include "check/check.h"

namespace crosscheck::abbreviation {
namespace {

// "What causes common variable immunodeficiency (CVID)?" heads an answer.
bool is_question(const Document& document, const ShortFormUse& use) {
  const Sentence& sentence = document.sentences[use.sentence];
  return document.text[sentence.span.end - 1] == '?';
}

void report(const CheckInput& in, const Abbreviation& entry, const std::vector<const Expansion*>& same, Findings& findings) {
  std::vector<Evidence> places;
  for (size_t k = 1; k < same.size(); ++k) places.push_back({same[k]->use.document, same[k]->whole});
  places.push_back({same[0]->use.document, same[0]->whole});
  Finding out = finding(in, std::move(places), {{"short", entry.text}});
  const Document& document = in.texts.documents[same[0]->use.document];
  out.why = "\"" + std::string(document.text_of(same[0]->whole)) + "\" has explained \"" + entry.text + "\" earlier in this document.";
  for (size_t k = 1; k < same.size(); ++k) out.fixes.push_back({same[k]->use.document, same[k]->whole, std::string(document.text_of(same[k]->use.span)), false});
  findings.push_back(std::move(out));
}

void run(const CheckInput& in, Findings& findings) {
  for (const Abbreviation& entry : in.index.abbreviations.all) {
    if (entry.well_known) continue;
    for (size_t i = 0; i < entry.expansions.size(); ++i) {
      std::vector<const Expansion*> same;
      bool first = true;
      for (size_t k = 0; k < entry.expansions.size(); ++k) {
        const Expansion& other = entry.expansions[k];
        if (other.use.document != entry.expansions[i].use.document || other.key != entry.expansions[i].key || other.repeated || !other.use.running || is_question(in.texts.documents[other.use.document], other.use)) continue;
        if (k < i) first = false;
        same.push_back(&other);
      }
      if (first && same.size() > 1 && same[0] == &entry.expansions[i]) report(in, entry, same, findings);
    }
  }
}

}  // namespace

extern const Check defined_twice{run};

}  // namespace crosscheck::abbreviation
