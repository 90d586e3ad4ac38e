// How often: "twice a day" here, "once a day" there; "very common" here, "rare" there.
//
// Rates are typed values like others (value_conflict.h). Frequency words are compared where they are what a clause
// says of its subject ("Nausea is a rare side effect"), member by member of the subject ("Nausea and headache are
// very common"). Neighbouring classes may both be true, so only classes with one between them clash.
//
// Tested by tests/checks/contradiction/frequency.yaml.
#include <algorithm>

#include "check/conjuncts.h"
#include "check/value_conflict.h"

namespace crosscheck::contradiction {
namespace {

struct Settings {
  std::vector<std::string> scale;  // from never to always; neighbours do not clash
  WordSet predicates;              // words that may stand beside the frequency word
  WordSet comparing;               // "more common than"
  Settings(const Value& settings, Rulebook& book) : scale(settings["scale"].texts()), predicates(book.word_set(settings["predicates"])), comparing(book.word_set(settings["comparing"])) {}
  int rank(const std::string& word) const {
    const auto found = std::find(scale.begin(), scale.end(), word);
    return found == scale.end() ? -1 : static_cast<int>(found - scale.begin());
  }
};

struct Stated {
  Key key = 0;
  uint32_t claim = 0;
  Span subject;
  int rank = 0;
};

bool rate(const Quantity& quantity) { return quantity.dimension == "rate"; }

// Does the clause say nothing of its subject but how frequent it is?
bool says_frequency(const Document& document, const Claim& claim, const Settings& settings, const Meanings& meanings) {
  const Span word = claim.frequency->span;
  if (claim.subject.empty() || claim.relation.empty() || word.begin < claim.subject.end || !claim.conditions.empty() || claim.attribution || claim.polarity == Polarity::negative) return false;
  const Sentence& sentence = document.sentences[claim.sentence];
  for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
    const Token& token = document.tokens[i];
    if (token.span.begin < claim.subject.end || token.span.begin >= claim.span.end || word.contains(token.span)) continue;
    if (settings.comparing.contains(token.word)) return false;
    if (meanings.key(token.word) != 0 && meanings.kind(token.word) != WordKind::filler && !settings.predicates.contains(token.word) && token.letter_case == Case::lower && token.kind == TokenKind::word) return false;
  }
  return true;
}

void compare_words(const CheckInput& in, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  std::vector<Stated> all;
  for (uint32_t c = 0; c < in.index.claims.size(); ++c) {
    const Claim& claim = in.index.claims[c];
    if (!claim.frequency) continue;
    const Document& document = in.texts.documents[claim.document];
    const int rank = settings.rank(claim.frequency->word);
    if (rank < 0 || !says_frequency(document, claim, settings, in.index.meanings)) continue;
    for (const Conjunct& member : conjuncts(document, claim.subject, in.index.meanings)) all.push_back({member.key, c, member.span, rank});
  }
  std::stable_sort(all.begin(), all.end(), [](const Stated& a, const Stated& b) { return a.key < b.key; });
  for (size_t i = 0; i + 1 < all.size(); ++i) {
    const Stated &a = all[i], &b = all[i + 1];
    if (a.key != b.key || std::abs(a.rank - b.rank) < 2) continue;
    const Claim &first = in.index.claims[a.claim], &second = in.index.claims[b.claim];
    const Side one{&in.texts.documents[first.document], &first}, two{&in.texts.documents[second.document], &second};
    Gates gates;
    gate_siblings(one, two, gates);
    if (gates.closed()) continue;
    const std::string subject(one.document->text_of(a.subject));
    Finding out = finding(in, {{first.document, first.frequency->span, 1}, {second.document, second.frequency->span, 2}}, {{"subject", subject}}, "word");
    out.confidence = 0.85;
    out.why = "both say how frequent \"" + subject + "\" is, and a whole class lies between the two";
    findings.push_back(std::move(out));
  }
}

void run(const CheckInput& in, Findings& findings) {
  report_value_conflicts(in, rate, findings);
  compare_words(in, findings);
}

}  // namespace

extern const Check frequency{run, prepare<Settings>};

}  // namespace crosscheck::contradiction
