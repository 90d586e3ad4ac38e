// Tested by tests/rooms/propositions.cpp.
#include "claim/said.h"

#include <algorithm>

#include "claim/facets.h"
#include "claim/proposition.h"

namespace crosscheck {
namespace {

// Statements and propositions of a set, sentence by sentence.
template <class Statements, class Propositions>
void for_each_sentence(const Collection& texts, const std::vector<Claim>& statements, const Rulebook& rules, Statements use_statements, Propositions use_propositions) {
  PropositionReader reader(rules.table<GrammarTable>());
  for (size_t begin = 0; begin < statements.size();) {
    size_t end = begin;
    const Claim& first = statements[begin];
    while (end < statements.size() && statements[end].document == first.document && statements[end].sentence == first.sentence) ++end;
    const Document& document = texts.documents[first.document];
    const std::vector<Proposition>& said = reader.read(document, document.sentences[first.sentence]);
    if (said.empty()) use_statements(begin, end);
    else use_propositions(begin, end, reader, said);
    begin = end;
  }
}

// A definition that no clause of the parse says.
bool left_out(const Document& document, const Claim& statement, const std::vector<Proposition>& said, const PhraseSet& definitions) {
  if (statement.relation.empty() || statement.arguments.empty()) return false;
  const auto& tokens = document.tokens;
  const Sentence& sentence = document.sentences[statement.sentence];
  uint32_t first = sentence.first_token;
  while (first < sentence.end_token && tokens[first].span.begin < statement.relation.begin) ++first;
  if (definitions.match(tokens, first, sentence.end_token).tokens == 0) return false;
  return std::none_of(said.begin(), said.end(), [&](const Proposition& p) { return p.relation.contains(first); });
}

class Maker {
 public:
  Maker(const Document& document, const GrammarTable& grammar, const PropositionReader& reader, const std::vector<Proposition>& all) : document_(document), grammar_(grammar), reader_(reader), all_(all) {}

  Claim make(const Proposition& said, const Claim& place, std::span<const Claim> statements) const {
    Claim claim;
    claim.document = place.document, claim.sentence = place.sentence;
    claim.subject = span(said.subject), claim.relation = span(said.relation), claim.auxiliary = span(said.auxiliary);
    for (uint32_t i = 0; i < said.argument_count; ++i) claim.arguments.push_back(span(said.arguments[i]));
    claim.confidence = said.confidence;
    const Clause clause = clause_of(said);
    claim.span = span({clause.first, clause.end});
    for (const Claim& statement : statements)
      for (const Quantity& quantity : statement.quantities)
        if (owner(quantity.number) == &said) claim.quantities.push_back(quantity);
    if (!said.relation.empty()) {
      find_modality(document_, clause, grammar_, claim);
      find_quantifier(document_, clause, grammar_, claim);
      find_conditions(document_, clause, grammar_, claim);
      if (said.shares_subject && !said.subject.empty()) quantify_by_subject(said, claim);
    }
    return claim;
  }

 private:
  Span span(TokenSpan t) const { return t.empty() ? Span{} : Span{document_.tokens[t.first].span.begin, document_.tokens[t.end - 1].span.end}; }

  Clause clause_of(const Proposition& said) const {
    TokenSpan hull = said.relation.empty() ? said.subject : said.relation;
    const auto take = [&](TokenSpan part) {
      if (!part.empty()) hull.first = std::min(hull.first, part.first), hull.end = std::max(hull.end, part.end);
    };
    if (!said.shares_subject) take(said.subject);
    for (uint32_t i = 0; i < said.argument_count; ++i) take(said.arguments[i]);
    Clause clause{hull.first, hull.end, hull.first, said.predicate, &reader_.tree()};
    // "If you are pregnant, ...", "In children, ...": a condition opens the clause.
    const Symbol opening = document_.tokens[hull.first].word;
    const uint32_t main = said.shares_subject || said.subject.empty() ? said.relation.first : std::min(said.subject.first, said.relation.first);
    if (grammar_.condition_words.contains(opening) || grammar_.condition_prepositions.contains(opening)) clause.condition_end = std::max(hull.first, main);
    return clause;
  }

  // "All patients recover and go home."
  void quantify_by_subject(const Proposition& said, Claim& claim) const {
    Claim subject;
    subject.subject = claim.subject;
    find_quantifier(document_, {said.subject.first, said.subject.end, said.subject.first}, grammar_, subject);
    if (claim.quantifier == Quantifier::unstated) claim.quantifier = subject.quantifier;
  }

  // What is said nearest above a token: a condition says nothing of its own, so its amounts go with what it limits.
  // Where nothing is said above, that which was said last before it.
  const Proposition* owner(uint32_t i) const {
    const auto said_by = [&](uint32_t token) { return std::find_if(all_.begin(), all_.end(), [&](const Proposition& p) { return p.predicate == token; }); };
    for (uint32_t above = i;; above = static_cast<uint32_t>(document_.tokens[above].head)) {
      if (const auto found = said_by(above); found != all_.end()) return &*found;
      if (document_.tokens[above].head < 0) break;
    }
    const Proposition* last = &all_.front();
    for (const Proposition& p : all_)
      if (p.predicate < i) last = &p;
    return last;
  }

  const Document& document_;
  const GrammarTable& grammar_;
  const PropositionReader& reader_;
  const std::vector<Proposition>& all_;
};

}  // namespace

std::vector<Claim> claims_said(const Collection& texts, const std::vector<Claim>& statements, const Rulebook& rules) {
  const auto& grammar = rules.table<GrammarTable>();
  std::vector<Claim> out;
  for_each_sentence(
      texts, statements, rules, [&](size_t begin, size_t end) { out.insert(out.end(), statements.begin() + static_cast<std::ptrdiff_t>(begin), statements.begin() + static_cast<std::ptrdiff_t>(end)); },
      [&](size_t begin, size_t end, const PropositionReader& reader, const std::vector<Proposition>& said) {
        const Document& document = texts.documents[statements[begin].document];
        const Maker maker(document, grammar, reader, said);
        for (const Proposition& proposition : said) out.push_back(maker.make(proposition, statements[begin], {statements.data() + begin, end - begin}));
        for (size_t i = begin; i < end; ++i)
          if (left_out(document, statements[i], said, grammar.definitions)) out.push_back(statements[i]);
      });
  return out;
}

uint32_t count_claims(const Collection& texts, const std::vector<Claim>& statements, const Rulebook& rules) {
  const auto& grammar = rules.table<GrammarTable>();
  uint32_t count = 0;
  for_each_sentence(
      texts, statements, rules, [&](size_t begin, size_t end) { count += static_cast<uint32_t>(end - begin); },
      [&](size_t begin, size_t end, const PropositionReader&, const std::vector<Proposition>& said) {
        count += static_cast<uint32_t>(said.size());
        for (size_t i = begin; i < end; ++i) count += left_out(texts.documents[statements[i].document], statements[i], said, grammar.definitions);
      });
  return count;
}

}  // namespace crosscheck
