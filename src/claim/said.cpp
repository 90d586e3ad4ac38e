// Tested by tests/rooms/propositions.cpp.
#include "claim/said.h"

#include <algorithm>

#include "claim/facets.h"
#include "claim/layout.h"
#include "claim/proposition.h"

namespace crosscheck {
namespace {

constexpr uint32_t kShortest = 4;  // tokens; "Table 3." says nothing

// From what a sentence's claims are made.
enum class Source { nothing, parse, layout, patterns };

struct SentenceReader {
  SentenceReader(const Collection& all, const GrammarTable& words) : texts(all), grammar(words), propositions(words) {}

  const Collection& texts;
  const GrammarTable& grammar;
  PropositionReader propositions;
  Layout layout;
  uint32_t document_at_hand = UINT32_MAX;

  const Document& document_of(const Claim& statement) {
    const Document& document = texts.documents[statement.document];
    if (document_at_hand != statement.document) document_at_hand = statement.document, layout.read(document);
    return document;
  }

  bool asks(const Document& document, const Sentence& sentence) const {
    for (uint32_t i = sentence.end_token; i > sentence.first_token && document.tokens[i - 1].kind == TokenKind::punctuation; --i)
      if (document.text_of(document.tokens[i - 1]) == "?") return true;
    return false;
  }

  bool placed(const Document& document, const Sentence& sentence) const {
    switch (document.passages[sentence.passage].kind) {
      case PassageKind::list_item: return layout.lead_in(sentence.passage) != Layout::kNone;
      case PassageKind::table_cell: return layout.row_head(sentence.passage) != Layout::kNone;
      case PassageKind::field: return true;
      default: return false;
    }
  }

  Source source(const Claim& statement, const std::vector<Proposition>*& said) {
    const Document& document = document_of(statement);
    const Sentence& sentence = document.sentences[statement.sentence];
    const PassageKind kind = document.passages[sentence.passage].kind;
    if (asks(document, sentence) || ((kind == PassageKind::heading || kind == PassageKind::caption) && !sentence.terminated)) return Source::nothing;
    said = &propositions.read(document, sentence);
    const bool verbs = std::any_of(said->begin(), said->end(), [](const Proposition& p) { return !p.relation.empty(); });
    // "Breathe out gently." in a list of steps is an instruction whose verb was taken for a noun.
    const bool whole = kind == PassageKind::list_item && sentence.terminated && sentence.end_token - sentence.first_token >= kShortest;
    if (!verbs && !whole && placed(document, sentence)) return Source::layout;
    if (!said->empty()) return Source::parse;
    return kind == PassageKind::table_cell ? Source::nothing : Source::patterns;
  }
};

// A stretch without a verb says nothing, unless it was written as a sentence.
bool speaks(const Document& document, const Claim& statement) {
  const Sentence& sentence = document.sentences[statement.sentence];
  return !statement.relation.empty() || (sentence.terminated && sentence.end_token - sentence.first_token >= kShortest);
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

// "Side effects may include": the list that follows says what.
bool trails_off(const Document& document, const Claim& place, const Proposition& said) {
  const Sentence& sentence = document.sentences[place.sentence];
  return !sentence.terminated && said.argument_count == 0 && !said.relation.empty() && said.relation.end + 1 >= sentence.end_token;
}

// A claim out of the place a sentence has.
class Placer {
 public:
  Placer(const Document& document, SentenceReader& reader) : document_(document), reader_(reader) {}

  Claim make(std::span<const Claim> statements) const {
    const Claim& place = statements.front();
    const Sentence& sentence = document_.sentences[place.sentence];
    const Passage& passage = document_.passages[sentence.passage];
    Claim claim;
    claim.document = place.document, claim.sentence = place.sentence;
    claim.span = {std::max(sentence.span.begin, passage.body.begin), statements.back().span.end};
    if (claim.span.empty()) claim.span = sentence.span;
    claim.arguments.push_back(claim.span);
    claim.confidence = 0.6;
    if (passage.kind == PassageKind::list_item) under_lead_in(document_.passages[reader_.layout.lead_in(sentence.passage)], claim);
    else if (passage.kind == PassageKind::table_cell) in_row(sentence.passage, claim);
    else behind_name(sentence, claim);
    for (const Claim& statement : statements) claim.quantities.insert(claim.quantities.end(), statement.quantities.begin(), statement.quantities.end());
    return claim;
  }

 private:
  Span span(TokenSpan t) const { return t.empty() ? Span{} : Span{document_.tokens[t.first].span.begin, document_.tokens[t.end - 1].span.end}; }

  void under_lead_in(const Passage& above, Claim& claim) const {
    const Sentence& lead = document_.sentences[above.end_sentence - 1];
    const std::vector<Proposition>& said = reader_.propositions.read(document_, lead);
    const auto last = std::find_if(said.rbegin(), said.rend(), [](const Proposition& p) { return !p.relation.empty(); });
    if (last == said.rend() || (above.kind == PassageKind::heading && last->argument_count > 0)) {
      uint32_t end = lead.end_token;
      while (end > lead.first_token + 1 && document_.tokens[end - 1].kind == TokenKind::punctuation) --end;
      // A heading is not parsed: "The most common symptoms are".
      const bool links = end > lead.first_token + 1 && reader_.grammar.be.contains(document_.tokens[end - 1].word);
      if (links) claim.relation = document_.tokens[end - 1].span;
      claim.subject = span({lead.first_token, end - links});
      return;
    }
    claim.subject = span(last->subject), claim.relation = span(last->relation), claim.auxiliary = span(last->auxiliary);
    for (uint32_t i = 0; i < last->argument_count; ++i) claim.arguments.insert(claim.arguments.end() - 1, span(last->arguments[i]));
    claim.confidence = 0.8 * last->confidence;
    find_modality(document_, {lead.first_token, lead.end_token, lead.first_token, last->predicate, &reader_.propositions.tree()}, reader_.grammar, claim);
  }

  void in_row(uint32_t cell, Claim& claim) const {
    claim.subject = document_.passages[reader_.layout.row_head(cell)].body;
    const uint32_t column = reader_.layout.column_head(cell);
    if (column == Layout::kNone) claim.confidence = 0.4;
    else claim.relation = document_.passages[column].body;
  }

  void behind_name(const Sentence& sentence, Claim& claim) const {
    uint32_t colon = sentence.first_token;
    while (colon < sentence.end_token && document_.tokens[colon].word != reader_.grammar.colon) ++colon;
    if (colon == sentence.first_token || colon + 1 >= sentence.end_token) return;
    claim.subject = span({sentence.first_token, colon});
    claim.arguments.front().begin = document_.tokens[colon + 1].span.begin;
  }

  const Document& document_;
  SentenceReader& reader_;
};

// Calls `use` with the statements of each sentence, from what its claims are made, and what the parse says.
template <class Use>
void for_each_sentence(const Collection& texts, const std::vector<Claim>& statements, const GrammarTable& grammar, Use use) {
  SentenceReader reader(texts, grammar);
  for (size_t begin = 0; begin < statements.size();) {
    size_t end = begin;
    const Claim& first = statements[begin];
    while (end < statements.size() && statements[end].document == first.document && statements[end].sentence == first.sentence) ++end;
    const std::vector<Proposition>* said = nullptr;
    const Source source = reader.source(first, said);
    if (source != Source::nothing) use(reader, source, said, std::span<const Claim>(statements.data() + begin, end - begin));
    begin = end;
  }
}

}  // namespace

std::vector<Claim> claims_said(const Collection& texts, const std::vector<Claim>& statements, const Rulebook& rules) {
  const auto& grammar = rules.table<GrammarTable>();
  std::vector<Claim> out;
  for_each_sentence(texts, statements, grammar, [&](SentenceReader& reader, Source source, const std::vector<Proposition>* said, std::span<const Claim> of_sentence) {
    const Document& document = texts.documents[of_sentence.front().document];
    if (source == Source::layout) return void(out.push_back(Placer(document, reader).make(of_sentence)));
    if (source == Source::parse) {
      const Maker maker(document, grammar, reader.propositions, *said);
      for (const Proposition& proposition : *said)
        if (!trails_off(document, of_sentence.front(), proposition)) out.push_back(maker.make(proposition, of_sentence.front(), of_sentence));
    }
    for (const Claim& statement : of_sentence)
      if (source == Source::patterns ? speaks(document, statement) : left_out(document, statement, *said, grammar.definitions)) out.push_back(statement);
  });
  return out;
}

uint32_t count_claims(const Collection& texts, const std::vector<Claim>& statements, const Rulebook& rules) {
  const auto& grammar = rules.table<GrammarTable>();
  uint32_t count = 0;
  for_each_sentence(texts, statements, grammar, [&](SentenceReader&, Source source, const std::vector<Proposition>* said, std::span<const Claim> of_sentence) {
    const Document& document = texts.documents[of_sentence.front().document];
    if (source == Source::layout) return void(++count);
    if (source == Source::parse)
      for (const Proposition& proposition : *said) count += !trails_off(document, of_sentence.front(), proposition);
    for (const Claim& statement : of_sentence) count += source == Source::patterns ? speaks(document, statement) : left_out(document, statement, *said, grammar.definitions);
  });
  return count;
}

}  // namespace crosscheck
