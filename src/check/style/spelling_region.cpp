// British and American spellings in one set: "haematology" here, "hematology" there, or "centre" beside "color".
//
// Words that only one side of the Atlantic spells so are counted over the set (rules/words/regions.yaml says how they
// are told). The rarer side is listed. Names keep the spelling of their owners and count for neither.
//
// Tested by tests/checks/style/spelling_region.yaml.

#include <algorithm>
#include <map>

#include "check/check.h"
#include "spelling/judge.h"
#include "spelling/setting.h"
#include "text/fold.h"

namespace crosscheck::style {
namespace {

using namespace words_format;

struct Use {
  Evidence place;
  const ListedWord* listed;
};

struct Settings {
  std::string prefer;
  Settings(const Value& settings, Rulebook&) : prefer(settings["prefer"].text("consistent")) {
    if (prefer != "consistent" && prefer != "us" && prefer != "gb") settings["prefer"].fail("expected consistent, us or gb");
  }
};

void run(const CheckInput& in, Findings& findings) {
  const std::string& prefer = in.settings<Settings>().prefer;
  std::map<Symbol, const ListedWord*> marked;
  for (const Census::Choice& choice : in.index.spelling->census.choices)
    if ((choice.listed.flags & (kSpeltUS | kSpeltGB)) != 0) marked[choice.word] = &choice.listed;
  if (marked.empty()) return;
  std::vector<Use> british, american;
  for (uint32_t d = 0; d < in.texts.documents.size(); ++d) {
    const Document& document = in.texts.documents[d];
    for (const Sentence& sentence : document.sentences)
      for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
        const Token& token = document.tokens[i];
        const auto found = marked.find(token.word);
        if (found == marked.end() || (token.letter_case == Case::capitalised && i > sentence.first_token)) continue;
        if (!is_running_word(document, sentence, i)) continue;
        ((found->second->flags & kSpeltGB) != 0 ? british : american).push_back({{d, token.span}, found->second});
      }
  }
  if (prefer == "consistent" && (british.empty() || american.empty())) return;
  std::vector<Use>& few = prefer == "us" ? british : prefer == "gb" ? american : british.size() < american.size() ? british : american;
  if (few.empty()) return;
  const std::vector<Use>& many = &few == &british ? american : british;
  std::vector<Evidence> evidence;
  for (const Use& use : few) evidence.push_back(use.place);
  for (const Use& use : many) {
    evidence.push_back(use.place);
    evidence.back().side = 2;
  }
  Finding out = finding(in, std::move(evidence), {{"region", &few == &british ? "British" : "American"}, {"rest", &few == &british ? "American" : "British"}}, many.empty() ? "alone" : "");
  out.confidence = 0.85;
  out.forms = "british|american";
  out.why = std::to_string(few.size()) + " of the " + std::to_string(few.size() + many.size()) + " words that the two regions spell differently follow the " + (&few == &british ? "British" : "American") + " way.";
  for (const Use& use : few) {
    const std::string other(use.listed->partner);
    const bool capital = in.texts.documents[use.place.document].text[use.place.span.begin] < 'a';
    out.fixes.push_back({use.place.document, use.place.span, capital ? capitalised(other) : other, false});
  }
  findings.push_back(std::move(out));
}

}  // namespace

extern const Check spelling_region{run, prepare<Settings>};

}  // namespace crosscheck::style
