// Something is listed as a member of a class in one place and excluded from it in another: "Nausea and diarrhoea are
// common side effects", "Diarrhoea is not a side effect".
//
// A membership is a thing and a class. It is stated by "X, Y and Z are ... CLASS", by "CLASS include X and Y" and by a
// list behind a colon ("triggered by four things: cold, exercise"); it is denied by "X is not a CLASS" and by "CLASS
// do not include X".
//
// Tested by tests/checks/contradiction/membership.yaml.
#include <algorithm>

#include "check/check.h"
#include "check/conjuncts.h"
#include "check/gate.h"
#include "language/tags.h"

namespace crosscheck::contradiction {
namespace {

struct Settings {
  WordSet colon, be, generic, articles, includes, prepositions;
  Settings(const Value& settings, Rulebook& book) : colon(book.word_set(settings["colon"])), be(book.word_set(settings["be"])), generic(book.word_set(settings["generic"])), articles(book.word_set(settings["articles"])), includes(book.word_set(settings["includes"])), prepositions(book.word_set(settings["prepositions"])) {}
};

struct Membership {
  Key thing = 0, kind = 0;
  uint32_t claim = 0;
  Span words;
  bool member = true;
};

struct Collector {
  const CheckInput& in;
  const Settings& settings;
  std::vector<Membership>& out;

  // The head of "(a) very common side effect (of ...)": the noun before a preposition.
  Key head_of(const Document& document, Span span) const {
    Key head = 0;
    const auto& tokens = document.tokens;
    auto token = std::lower_bound(tokens.begin(), tokens.end(), span.begin, [](const Token& t, uint32_t byte) { return t.span.begin < byte; });
    for (; token != tokens.end() && token->span.begin < span.end; ++token) {
      if (head != 0 && (settings.prepositions.contains(token->word) || token->kind == TokenKind::punctuation || is_verb(token->tag) || token->tag == tag::CC || token->tag == tag::WP || token->tag == tag::WDT)) break;
      if (const Key key = in.index.meanings.key(token->word); key != 0 && in.index.meanings.kind(token->word) != WordKind::filler && !settings.articles.contains(token->word)) head = key;
    }
    return head;
  }
  Key kind_of(const Document& document, const Claim& claim) const { return claim.arguments.empty() ? 0 : head_of(document, claim.arguments.front()); }

  // "is", "is not", and not "is related to"
  bool only_be(const Document& document, const Claim& claim) const {
    const Sentence& sentence = document.sentences[claim.sentence];
    bool be = false;
    for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      if (!claim.relation.contains(document.tokens[i].span)) continue;
      const Symbol word = document.tokens[i].word;
      be = settings.be.contains(word) || (be && (in.index.meanings.table().negators.contains(word) || in.index.meanings.key(word) == 0));
      if (!be) return false;
    }
    return be;
  }

  // "is not an inherited condition": what is denied is the first word, not the kind.
  bool narrowed(const Document& document, const Claim& claim) const {
    const std::vector<Conjunct> predicate = claim.arguments.empty() ? std::vector<Conjunct>{} : conjuncts(document, claim.arguments.front(), in.index.meanings);
    if (predicate.empty()) return false;
    const auto inside = [&](const Token& token) { return predicate.front().span.contains(token.span); };
    const auto first = std::find_if(document.tokens.begin(), document.tokens.end(), inside);
    return first != document.tokens.end() && (is_adjective(first->tag) || first->tag == tag::VBN || first->tag == tag::VBG);
  }

  // "is not a side effect", "is not one of them": a noun is denied, not a state.
  bool names_a_kind(const Document& document, const Claim& claim) const {
    const auto& tokens = document.tokens;
    const Sentence& sentence = document.sentences[claim.sentence];
    for (uint32_t i = sentence.first_token + 1; i < sentence.end_token; ++i)
      if (claim.relation.contains(tokens[i - 1].span) && in.index.meanings.table().negators.contains(tokens[i - 1].word)) return settings.articles.contains(tokens[i].word) || (i + 1 < sentence.end_token && (tokens[i].tag == tag::NNS || (is_noun(tokens[i].tag) && tokens[i + 1].tag == tag::NNS)));
    return false;
  }

  void add_predicates(uint32_t c) const {
    const Claim& claim = in.index.claims[c];
    const Document& document = in.texts.documents[claim.document];
    if (claim.relation.empty() || claim.subject.empty() || claim.attribution || !claim.conditions.empty() || claim.modality != Modality::asserted) return;
    const Key kind = only_be(document, claim) ? kind_of(document, claim) : 0;
    if (kind == 0 || (claim.polarity == Polarity::negative && (!names_a_kind(document, claim) || narrowed(document, claim)))) return;
    for (const Conjunct& member : conjuncts(document, claim.subject, in.index.meanings)) out.push_back({member.key, kind, c, claim.polarity == Polarity::negative ? claim.span : member.span, claim.polarity == Polarity::positive});
  }

  // "Common side effects include nausea and headache", "The price does not include drinks"
  void add_included(uint32_t c) const {
    const Claim& claim = in.index.claims[c];
    const Document& document = in.texts.documents[claim.document];
    const Sentence& sentence = document.sentences[claim.sentence];
    if (claim.attribution || !claim.conditions.empty() || (c > 0 && in.index.claims[c - 1].document == claim.document && in.index.claims[c - 1].sentence == claim.sentence)) return;
    uint32_t verb = sentence.first_token;
    while (verb < sentence.end_token && !settings.includes.contains(document.tokens[verb].word)) ++verb;
    if (verb == sentence.first_token || verb + 1 >= sentence.end_token) return;
    bool member = true;
    for (uint32_t i = sentence.first_token; i < verb; ++i) {
      if (document.tokens[i].kind == TokenKind::punctuation) return;
      if (!in.index.meanings.table().negators.contains(document.tokens[i].word)) continue;
      if (i + 1 != verb) return;  // "no standard treatment, but options include"
      member = false;
    }
    const Key kind = head_of(document, {sentence.span.begin, document.tokens[verb].span.begin});
    if (kind == 0) return;
    for (const Conjunct& thing : conjuncts(document, {document.tokens[verb + 1].span.begin, sentence.span.end}, in.index.meanings))
      if (thing.words <= 3 && !(thing.words == 1 && generic(document, thing))) out.push_back({thing.key, kind, c, thing.span, member});
  }
  // "include the following"
  bool generic(const Document& document, const Conjunct& thing) const {
    const auto token = std::lower_bound(document.tokens.begin(), document.tokens.end(), thing.span.begin, [](const Token& t, uint32_t byte) { return t.span.begin < byte; });
    return token != document.tokens.end() && settings.generic.contains(token->word);
  }

  // "A crisis may be triggered by four things: cold, infection, hard exercise"
  void add_list(uint32_t c) const {
    const Claim& claim = in.index.claims[c];
    const Document& document = in.texts.documents[claim.document];
    const Sentence& sentence = document.sentences[claim.sentence];
    if (claim.span.begin != document.tokens[sentence.first_token].span.begin || claim.polarity == Polarity::negative) return;
    for (uint32_t i = sentence.first_token; i + 2 < sentence.end_token; ++i) {
      if (!settings.colon.contains(document.tokens[i].word)) continue;
      const std::vector<Conjunct> members = conjuncts(document, {document.tokens[i + 1].span.begin, sentence.span.end}, in.index.meanings);
      if (members.size() < 2) return;
      for (uint32_t k = sentence.first_token; k < i; ++k) {
        const Symbol word = document.tokens[k].word;
        if (in.index.meanings.key(word) == 0 || in.index.meanings.kind(word) == WordKind::filler || settings.generic.contains(word)) continue;
        for (const Conjunct& member : members)
          if (member.words <= 3) out.push_back({member.key, in.index.meanings.key(word), c, member.span, true});
      }
      return;
    }
  }
};

void run(const CheckInput& in, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  std::vector<Membership> all;
  const Collector collector{in, settings, all};
  for (uint32_t c = 0; c < in.index.claims.size(); ++c) collector.add_predicates(c), collector.add_included(c), collector.add_list(c);
  std::stable_sort(all.begin(), all.end(), [](const Membership& a, const Membership& b) { return a.thing != b.thing ? a.thing < b.thing : a.kind < b.kind; });
  for (size_t begin = 0; begin < all.size();) {
    size_t end = begin;
    while (end < all.size() && all[end].thing == all[begin].thing && all[end].kind == all[begin].kind) ++end;
    const auto in_group = [&](bool member) { return std::find_if(all.begin() + static_cast<std::ptrdiff_t>(begin), all.begin() + static_cast<std::ptrdiff_t>(end), [&](const Membership& m) { return m.member == member; }); };
    const auto yes = in_group(true), no = in_group(false);
    const auto stop = all.begin() + static_cast<std::ptrdiff_t>(end);
    if (yes != stop && no != stop) {
      const Claim &first = in.index.claims[no->claim], &second = in.index.claims[yes->claim];
      Gates gates;
      gate_siblings({&in.texts.documents[first.document], &first}, {&in.texts.documents[second.document], &second}, gates);
      if (!gates.closed()) {
        Finding out = finding(in, {{first.document, no->words, 1}, {second.document, yes->words, 2}});
        if (gates.open() > 0) lower_to(out, Level::warning);
        out.confidence = 0.8;
        out.why = "one place counts it among them, the other denies it, and neither sets a condition";
        findings.push_back(std::move(out));
      }
    }
    begin = end;
  }
}

}  // namespace

extern const Check membership{run, prepare<Settings>};

}  // namespace crosscheck::contradiction
