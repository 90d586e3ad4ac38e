// The topic of a document is the subject most of its claims have. What "it" and "this medicine" stand for is found in
// the parse (antecedent.h); where there is none, the topic is taken, or the subject of the claim before. "IVIG's
// effects" speaks of IVIG.
//
// Tested by tests/rooms/claims.cpp.
#include "claim/reference.h"

#include <algorithm>
#include <cstdio>
#include <map>

#include "claim/alias.h"
#include "claim/antecedent.h"
#include "claim/facets.h"
#include "language/lemma.h"
#include "language/numbers.h"
#include "language/tags.h"
#include "text/fold.h"

namespace crosscheck {
namespace {

class Resolver {
 public:
  Resolver(const Document& document, const SymbolTable& symbols, const GrammarTable& grammar, const NumberTable& numbers)
      : document_(document), symbols_(symbols), grammar_(grammar), numbers_(numbers) {}

  struct Range {
    uint32_t first, end;
  };
  Range tokens_in(Span span) const {
    const auto before = [](const Token& token, uint32_t byte) { return token.span.begin < byte; };
    const auto& tokens = document_.tokens;
    const auto first = std::lower_bound(tokens.begin(), tokens.end(), span.begin, before), end = std::lower_bound(first, tokens.end(), span.end, before);
    return {static_cast<uint32_t>(first - tokens.begin()), static_cast<uint32_t>(end - tokens.begin())};
  }

  // The words of a span, folded, without articles, numbers in figures.
  std::string plain(Range range) const {
    std::string out;
    const auto add = [&](std::string_view word) {
      if (!out.empty()) out += ' ';
      out += word;
    };
    for (uint32_t i = range.first; i < range.end;) {
      const Token& token = document_.tokens[i];
      const std::optional<Number> number = numbers_.read(document_, i, range.end);
      if (number && !number->ordinal && token.word != grammar_.the) {
        char buffer[32];
        std::snprintf(buffer, sizeof buffer, "%.10g", number->value);
        add(buffer);
        i += number->tokens;
        continue;
      }
      ++i;
      if (token.kind == TokenKind::punctuation || token.word == grammar_.the || grammar_.articles.contains(token.word)) continue;
      if (grammar_.possessive.contains(token.word)) continue;
      add(symbols_.text(token.word));
    }
    return out;
  }

  std::string joined(const std::vector<Span>& spans) const {
    std::string out;
    for (const Span span : spans) {
      const std::string words = plain(tokens_in(span));
      if (!words.empty()) out += (out.empty() ? "" : " ") + words;
    }
    return out;
  }

  bool anaphor(Range range) const {
    if (range.first >= range.end) return false;
    const Symbol first = document_.tokens[range.first].word;
    if (range.end - range.first == 1) return grammar_.pronouns.contains(first);
    const bool pointing = first == grammar_.the || grammar_.pronouns.contains(first);
    return pointing && range.end - range.first == 2 && grammar_.topic_nouns.contains(document_.tokens[range.first + 1].word);
  }

  std::string subject(const Claim& claim) const { return name(tokens_in(claim.subject)); }
  std::string name(Range range) const {
    // "IVIG's effects": the owner is what is spoken of; not so in "Crohn's disease" and "the patient's skin".
    const Token& first = document_.tokens[std::min(range.first, static_cast<uint32_t>(document_.tokens.size()) - 1)];
    const bool name = first.letter_case == Case::upper || first.letter_case == Case::mixed;
    for (uint32_t i = range.first; name && i + 1 < range.end; ++i)
      if (i > range.first && grammar_.possessive.contains(document_.tokens[i].word)) return plain({range.first, i});
    if (range.end - range.first == 2 && (name || is_proper_noun(first.tag) || first.tag == tag::none) && grammar_.topic_nouns.contains(document_.tokens[range.first + 1].word)) --range.end;
    // "IVIG or gammaglobulin, also called ...": the first of several names.
    for (uint32_t i = range.first + 1; i < range.end; ++i)
      if (grammar_.coordinators.contains(document_.tokens[i].word) || document_.tokens[i].word == grammar_.open) return plain({range.first, i});
    return plain(range);
  }

  std::string relation(const Claim& claim, Span& value_from) const {
    const Range range = tokens_in(claim.relation);
    std::string out;
    for (uint32_t i = range.first; i < range.end; ++i) {
      const Token& token = document_.tokens[i];
      const bool last = i + 1 == range.end;
      if (!last && (grammar_.auxiliary(token.word) || grammar_.negators.contains(token.word) || !grammar_.verb(token.word))) continue;
      if (!out.empty()) out += ' ';
      const Symbol verb = grammar_.verb(token.word);
      out += symbols_.text(verb ? verb : grammar_.be.contains(token.word) ? grammar_.be_lemma : token.lemma);
    }
    // Up to the quantity the relation goes on: "used as treatment in | four categories".
    uint32_t end = range.end;
    const Sentence& sentence = document_.sentences[claim.sentence];
    const bool apart = !claim.span.contains(claim.relation);
    for (const Quantity& quantity : claim.quantities) {
      if (apart) break;
      if (quantity.first < range.end || quantity.first > range.end + 4 || quantity.dimension == "date") continue;
      end = quantity.first;
      break;
    }
    if (end == range.end && end < sentence.end_token && grammar_.prepositions.contains(document_.tokens[end].word)) ++end;
    for (uint32_t i = range.end; i < end; ++i) {
      const Symbol word = document_.tokens[i].word;
      if (word == grammar_.the || grammar_.articles.contains(word) || document_.tokens[i].kind == TokenKind::punctuation) continue;
      out += ' ';
      out += symbols_.text(word);
    }
    value_from.begin = end < document_.tokens.size() ? document_.tokens[end].span.begin : claim.span.end;
    return out;
  }

  std::string value(const Claim& claim, Span from) const {
    // "only partly replaces": adverbs of degree before the verb belong to what is said.
    const Range relation = tokens_in(claim.relation);
    std::string out;
    const Sentence& sentence = document_.sentences[claim.sentence];
    uint32_t verb = relation.first;
    while (verb + 1 < relation.end && document_.text_of(document_.tokens[verb]).ends_with("ly")) ++verb;
    for (uint32_t i = verb; i > sentence.first_token && verb - i < 2; --i) {
      const Token& token = document_.tokens[i - 1];
      const bool adverb = document_.text_of(token).ends_with("ly");
      if (!adverb) break;
      out = std::string(symbols_.text(token.word)) + (out.empty() ? "" : " ") + out;
    }
    const std::string rest = plain(tokens_in({from.begin, std::max(from.begin, claim.span.end)}));
    return out.empty() ? rest : rest.empty() ? out : out + " " + rest;
  }

 private:
  const Document& document_;
  const SymbolTable& symbols_;
  const GrammarTable& grammar_;
  const NumberTable& numbers_;
};

// The subject most claims of a document have; empty when none has two.
std::string topic_of(const std::vector<std::string>& subjects) {
  std::map<std::string, int> counts;
  for (const std::string& subject : subjects) ++counts[subject];
  counts.erase("");
  std::string best;
  int most = 1;
  for (const auto& [subject, count] : counts)
    if (count > most) best = subject, most = count;
  return best;
}

}  // namespace

void resolve_references(const Collection& texts, std::vector<Claim>& claims, const Rulebook& rules) {
  const auto& grammar = rules.table<GrammarTable>();
  const auto& numbers = rules.table<NumberTable>();
  for (size_t begin = 0; begin < claims.size();) {
    size_t end = begin;
    while (end < claims.size() && claims[end].document == claims[begin].document) ++end;
    const Document& document = texts.documents[claims[begin].document];
    const Resolver resolver(document, texts.symbols, grammar, numbers);
    std::vector<std::string> subjects;
    for (size_t i = begin; i < end; ++i) {
      const bool named = !claims[i].relation.empty() && !resolver.anaphor(resolver.tokens_in(claims[i].subject));
      subjects.push_back(named ? resolver.subject(claims[i]) : "");
    }
    const std::string topic = topic_of(subjects);
    const Antecedents antecedents(document, grammar, rules.table<LemmaTable>().wordnet(), texts.symbols, [&](TokenSpan t) { return resolver.name({t.first, t.end}); }, topic);
    std::string last;
    for (size_t i = begin; i < end; ++i) {
      Claim& claim = claims[i];
      std::string& subject = subjects[i - begin];
      const Resolver::Range range = resolver.tokens_in(claim.subject);
      const Antecedents::Found* found = range.first < range.end ? antecedents.of(range.first) : nullptr;
      if (claim.relation.empty()) subject = resolver.subject(claim);
      else if (found && !found->name.empty()) subject = found->name, claim.confidence *= 0.5 + 0.5 * found->confidence, claim.canonical.resolved = found->confidence, claim.canonical.stands_for = subject;
      else if (subject.empty()) subject = topic.empty() ? last : topic, claim.confidence *= 0.8;
      else last = subject;
      claim.canonical.subject = subject;
      Span from{claim.relation.end, claim.span.end};
      if (!claim.relation.empty()) claim.canonical.relation = resolver.relation(claim, from), claim.canonical.value = resolver.value(claim, from);
      else if (!claim.arguments.empty()) claim.canonical.relation = "be";
      // What is said by the layout has its parts in different places.
      if (claim.relation.empty() || !claim.span.contains(claim.relation)) claim.canonical.value = resolver.joined(claim.arguments);
    }
    begin = end;
  }
  const Aliases aliases(texts, claims, rules);
  for (Claim& claim : claims) claim.canonical.subject = aliases.main_name(claim.canonical.subject);
}

}  // namespace crosscheck
