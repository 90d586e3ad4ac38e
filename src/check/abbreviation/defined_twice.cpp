// A short form that one document spells out again: "common variable immunodeficiency (CVID) ... Adults with common
// variable immunodeficiency (CVID)". Another document may, since it may be read alone; a sentence that stands twice
// word for word is structure.duplicate_text. Lists of names that lost their lines, and titles ("Control of Rift Valley
// Fever (RVF) [PDF]"), name the thing in full.
//
// Tested by tests/checks/abbreviation/defined_twice.yaml.

#include <algorithm>

#include "check/prose.h"

namespace crosscheck::abbreviation {
namespace {

struct Settings {
  Prose prose;
  Settings(const Value&, Rulebook& book) : prose(book) {}
};

bool in_bare_list(const CheckInput& in, const Expansion& expansion) {
  const Document& document = in.texts.documents[expansion.use.document];
  const Sentence& sentence = document.sentences[expansion.use.sentence];
  return in.settings<Settings>().prose.is_bare_list(document, sentence.first_token, sentence.end_token);
}

// Mostly words with capitals, as in a title.
bool in_capitals(const CheckInput& in, const Expansion& expansion) {
  const Document& document = in.texts.documents[expansion.use.document];
  const Sentence& sentence = document.sentences[expansion.use.sentence];
  uint32_t capitals = 0, small = 0;
  for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
    const Token& token = document.tokens[i];
    if (token.span.begin < expansion.long_form.begin || token.span.end > expansion.long_form.end || token.span.size() < 4) continue;
    capitals += token.letter_case == Case::capitalised, small += token.letter_case == Case::lower;
  }
  return capitals > 1 && capitals > small;
}

// Where the words stand in small letters elsewhere, those in capitals are a title.
void leave_titles_out(const CheckInput& in, std::vector<const Expansion*>& same) {
  const auto title = [&](const Expansion* one) { return in_capitals(in, *one); };
  if (!std::all_of(same.begin(), same.end(), title)) std::erase_if(same, title);
}

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
        if (other.use.document != entry.expansions[i].use.document || other.key != entry.expansions[i].key || other.repeated || !other.use.running || in_bare_list(in, other) || is_question(in.texts.documents[other.use.document], other.use)) continue;
        if (k < i) first = false;
        same.push_back(&other);
      }
      if (!first || same.empty() || same[0] != &entry.expansions[i]) continue;
      leave_titles_out(in, same);
      if (same.size() > 1) report(in, entry, same, findings);
    }
  }
}

}  // namespace

extern const Check defined_twice{run, prepare<Settings>};

}  // namespace crosscheck::abbreviation
