// A cause that is unknown in one place and named in another: "The cause of X is not known", "X is caused by Y".
//
// "Unknown in the remaining cases" and "may be caused by" contradict nothing, so partial quantifiers, hedges and
// conditions on either side silence the pair; the thing whose cause it is must be named alike on both sides.
//
// Tested by tests/checks/contradiction/cause.yaml.
#include <algorithm>

#include "check/conjuncts.h"
#include "check/gate.h"
#include "check/check.h"

namespace crosscheck::contradiction {
namespace {

constexpr uint32_t kAgentWithin = 7;  // tokens behind "is caused by"

struct Settings {
  WordSet causes, of, partial, agents;
  PhraseSet unknown, named;
  Settings(const Value& settings, Rulebook& book)
      : causes(book.word_set(settings["causes"])), of(book.word_set(settings["of"])), partial(book.word_set(settings["partial"])), agents(book.word_set(settings["agents"])), unknown(book.phrase_set(settings["unknown"])),
        named(book.phrase_set(settings["named"])) {}
};

struct Stated {
  Key key = 0;
  uint32_t claim = 0;
  Span words;
  bool known = false;
};

struct Reader {
  const CheckInput& in;
  const Settings& settings;
  const Document& document;
  const Claim& claim;
  uint32_t first, end;

  bool partial() const {
    for (uint32_t i = first; i < end; ++i)
      if (settings.partial.contains(document.tokens[i].word)) return true;
    return claim.attribution.has_value() || !claim.conditions.empty();
  }
  Key named_by(Span span) const {
    const std::vector<Conjunct> members = conjuncts(document, span, in.index.meanings);
    return members.size() == 1 ? members.front().key : 0;
  }

  // "The exact cause of X is not known"
  bool read_unknown(Stated& out) const {
    uint32_t cause = first;
    while (cause < end && !settings.causes.contains(document.tokens[cause].word)) ++cause;
    if (cause + 2 >= end || !settings.of.contains(document.tokens[cause + 1].word)) return false;
    for (uint32_t i = cause + 2; i < end; ++i) {
      const PhraseSet::Match match = settings.unknown.match(document.tokens, i, end);
      if (match.tokens == 0) continue;
      out.key = named_by({document.tokens[cause + 2].span.begin, document.tokens[i].span.begin});
      out.words = {document.tokens[cause].span.begin, document.tokens[i + match.tokens - 1].span.end};
      return out.key != 0;
    }
    return false;
  }
  // "caused by the absence of two nerves" tells what happens, not why.
  bool names_agent(uint32_t from) const {
    for (uint32_t i = from; i < std::min(end, from + kAgentWithin); ++i)
      if (settings.agents.contains(document.tokens[i].word)) return true;
    return false;
  }
  // "X is caused by Y"
  bool read_named(Stated& out) const {
    for (uint32_t i = first + 1; i + 1 < end; ++i) {
      const PhraseSet::Match match = settings.named.match(document.tokens, i, end);
      if (match.tokens == 0) continue;
      if (!names_agent(i + match.tokens)) return false;
      out.key = named_by({document.tokens[first].span.begin, document.tokens[i].span.begin});
      out.words = {document.tokens[i].span.begin, document.tokens[std::min(end, i + match.tokens + 4) - 1].span.end};
      out.known = true;
      return out.key != 0 && claim.polarity == Polarity::positive && claim.modality == Modality::asserted;
    }
    return false;
  }
};

void run(const CheckInput& in, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  std::vector<Stated> all;
  for (uint32_t c = 0; c < in.index.claims.size(); ++c) {
    const Claim& claim = in.index.claims[c];
    const Document& document = in.texts.documents[claim.document];
    const Sentence& sentence = document.sentences[claim.sentence];
    uint32_t first = sentence.first_token, end = sentence.end_token;
    while (first < end && document.tokens[first].span.begin < claim.span.begin) ++first;
    while (end > first && document.tokens[end - 1].span.end > claim.span.end) --end;
    const Reader reader{in, settings, document, claim, first, end};
    Stated stated;
    stated.claim = c;
    if ((reader.read_unknown(stated) || reader.read_named(stated)) && !reader.partial()) all.push_back(stated);
  }
  std::stable_sort(all.begin(), all.end(), [](const Stated& a, const Stated& b) { return a.key < b.key; });
  for (size_t begin = 0; begin < all.size();) {
    size_t end = begin;
    std::vector<Evidence> evidence;
    unsigned known = 0;
    for (; end < all.size() && all[end].key == all[begin].key; ++end) {
      known += all[end].known;
      evidence.push_back({in.index.claims[all[end].claim].document, all[end].words, static_cast<uint8_t>(all[end].known ? 2 : 1)});
    }
    if (known > 0 && known < end - begin) {
      std::stable_sort(evidence.begin(), evidence.end(), [](const Evidence& a, const Evidence& b) { return a.side < b.side; });
      Finding out = finding(in, std::move(evidence));
      out.confidence = 0.75;
      out.why = "both speak of the cause of the same thing, without a limit to some cases";
      findings.push_back(std::move(out));
    }
    begin = end;
  }
}

}  // namespace

extern const Check cause{run, prepare<Settings>};

}  // namespace crosscheck::contradiction
