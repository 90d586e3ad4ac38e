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
  WordSet of;                      // before whatever has the effect
  Settings(const Value& settings, Rulebook& book) : scale(settings["scale"].texts()), predicates(book.word_set(settings["predicates"])), comparing(book.word_set(settings["comparing"])), of(book.word_set(settings["of"])) {}
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
  std::vector<Key> of;  // "a side effect of the syrup"
};

bool rate(const Quantity& quantity) { return quantity.dimension == "rate"; }

// Does the clause say nothing of its subject but how frequent it is? What its effects are effects `of` may be named.
bool says_frequency(const Document& document, const Claim& claim, const Settings& settings, const Meanings& meanings, std::vector<Key>& of) {
  const Span word = claim.frequency->span;
  if (claim.subject.empty() || claim.relation.empty() || word.begin < claim.subject.end || !claim.conditions.empty() || claim.attribution || claim.polarity == Polarity::negative) return false;
  const Sentence& sentence = document.sentences[claim.sentence];
  bool named = false;
  for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
    const Token& token = document.tokens[i];
    if (token.span.begin < claim.subject.end || token.span.begin >= claim.span.end || word.contains(token.span)) continue;
    if (settings.comparing.contains(token.word)) return false;
    if (settings.of.contains(token.word)) named = true;
    else if (named && meanings.key(token.word) != 0 && token.kind == TokenKind::word && token.letter_case == Case::lower && meanings.kind(token.word) == WordKind::content) of.push_back(meanings.key(token.word));
    else if (meanings.key(token.word) != 0 && meanings.kind(token.word) != WordKind::filler && !settings.predicates.contains(token.word) && token.letter_case == Case::lower && token.kind == TokenKind::word) return false;
  }
  return true;
}

// One place names the thing, the other's document speaks of it.
bool spoken_of(const Document& document, const std::vector<Key>& words, const Meanings& meanings) {
  return std::all_of(words.begin(), words.end(), [&](Key key) { return std::any_of(document.tokens.begin(), document.tokens.end(), [&](const Token& token) { return meanings.key(token.word) == key; }); });
}

void compare_words(const CheckInput& in, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  std::vector<Stated> all;
  for (uint32_t c = 0; c < in.index.claims.size(); ++c) {
    const Claim& claim = in.index.claims[c];
    if (!claim.frequency) continue;
    const Document& document = in.texts.documents[claim.document];
    const int rank = settings.rank(claim.frequency->word);
    std::vector<Key> of;
    if (rank < 0 || !says_frequency(document, claim, settings, in.index.meanings, of)) continue;
    for (const Conjunct& member : conjuncts(document, claim.subject, in.index.meanings)) all.push_back({member.key, c, member.span, rank, of});
  }
  std::stable_sort(all.begin(), all.end(), [](const Stated& a, const Stated& b) { return a.key < b.key; });
  for (size_t i = 0; i + 1 < all.size(); ++i) {
    const Stated &a = all[i], &b = all[i + 1];
    if (a.key != b.key || std::abs(a.rank - b.rank) < 2) continue;
    const Claim &first = in.index.claims[a.claim], &second = in.index.claims[b.claim];
    const Side one{&in.texts.documents[first.document], &first}, two{&in.texts.documents[second.document], &second};
    Gates gates;
    gate_siblings(one, two, gates);
    if (gates.closed() || !spoken_of(*two.document, a.of, in.index.meanings) || !spoken_of(*one.document, b.of, in.index.meanings)) continue;
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
