// The main use of a thing is named differently: "mainly used for high blood pressure" here, "a prime use of it is
// in migraine" there.
//
// Both may be true of a thing with several uses, so this is a suggestion. Only sentences that rank the use ("mainly",
// "the main use of") are compared, and only when their uses share no word.
//
// Tested by tests/checks/variation/claim.yaml.

#include <algorithm>

#include "check/check.h"

namespace crosscheck::variation {
namespace {

struct Settings {
  PhraseSet ranks;
  WordSet empty;
  Settings(const Value& settings, Rulebook& book) : ranks(book.phrase_set(settings["ranked_use"])), empty(book.word_set(settings["empty"])) {}
};

struct Use {
  uint32_t document = 0;
  Span span;
  uint32_t subject = 0;
  std::vector<uint32_t> keys;  // sorted
};

bool read_use(const CheckInput& in, const ComparedSentence& sentence, Use& out) {
  const auto& settings = in.settings<Settings>();
  const Document& document = in.texts.documents[sentence.place.document];
  const std::vector<Unit>& units = in.index.near_copies.units;
  const uint32_t end_token = document.sentences[sentence.place.sentence].end_token;
  uint32_t start = 0, after = 0;
  for (uint32_t t = document.sentences[sentence.place.sentence].first_token; t < end_token && after == 0; ++t)
    if (const PhraseSet::Match match = settings.ranks.match(document.tokens, t, end_token); match.tokens > 0) start = t, after = t + match.tokens;
  if (after == 0) return false;
  uint32_t last = start;
  for (uint32_t u = sentence.first; u < sentence.end; ++u) {
    const Unit& unit = units[u];
    const bool short_form = document.tokens[unit.token].letter_case == Case::upper && document.tokens[unit.token].span.size() > 1;
    if (out.subject == 0 && unit.content() && (short_form || unit.token < start)) {
      out.subject = unit.key;
      continue;
    }
    if (unit.token < after || !unit.content() || unit.key == out.subject || settings.empty.contains(unit.word) || unit.number) continue;
    out.keys.push_back(unit.key);
    last = unit.end - 1;
  }
  std::sort(out.keys.begin(), out.keys.end());
  out.document = sentence.place.document;
  out.span = {document.tokens[start].span.begin, document.tokens[std::min(last, start + 14)].span.end};
  return out.subject != 0 && !out.keys.empty();
}

bool apart(const Use& a, const Use& b) {
  std::vector<uint32_t> shared;
  std::set_intersection(a.keys.begin(), a.keys.end(), b.keys.begin(), b.keys.end(), std::back_inserter(shared));
  return a.subject == b.subject && shared.empty();
}

void run(const CheckInput& in, Findings& findings) {
  std::vector<Use> uses;
  for (const ComparedSentence& sentence : in.index.near_copies.sentences)
    if (Use use; !sentence.part && uses.size() < 200 && read_use(in, sentence, use)) uses.push_back(std::move(use));
  for (size_t first = 0; first < uses.size(); ++first) {
    for (size_t second = first + 1; second < uses.size(); ++second) {
      if (!apart(uses[first], uses[second])) continue;
      Finding out = finding(in, {{uses[first].document, uses[first].span, 1}, {uses[second].document, uses[second].span, 2}});
      out.confidence = 0.5;
      out.why = "Both sentences rank the uses of the same subject, and the uses they name share no word.";
      findings.push_back(std::move(out));
      break;
    }
  }
}

}  // namespace

extern const Check claim{run, prepare<Settings>};

}  // namespace crosscheck::variation
