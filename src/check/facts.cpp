#include "check/facts.h"

#include <algorithm>
#include <optional>

#include "language/quantities.h"
#include "language/tags.h"

namespace crosscheck {
namespace {

constexpr uint32_t kBack = 4;      // sentences in which "it" is looked for
constexpr uint32_t kLongest = 60;  // tokens; longer sentences tell several things

struct Stretch {
  uint32_t first = 0, end = 0;
  bool empty() const { return first >= end; }
};

class Finder {
 public:
  Finder(const Collection& texts, const Rulebook& rules, const std::string& rule) : texts_(texts), rule_(rule), table_(rules.table<FactTable>()), words_(rules.table<WordRelations>()), quantities_(rules.table<QuantityTable>()) {}

  void read(uint32_t d, uint32_t s) {
    document_ = &texts_.documents[d], sentence_ = &document_->sentences[s], d_ = d, s_ = s;
    const uint32_t first = sentence_->first_token, end = sentence_->end_token;
    if (end - first > kLongest || end == first || text(end - 1) == "?") return;
    for (uint32_t t = first; t < end; ++t) {
      const auto* told = table_.starts.find(at(t).word);
      if (!told) continue;
      for (const FactTable::Told& way : *told) tell(t, way);
    }
  }

  std::vector<Fact> take() { return std::move(facts_); }

 private:
  const Token& at(uint32_t t) const { return document_->tokens[t]; }
  std::string_view text(uint32_t t) const { return document_->text_of(at(t)); }
  bool mark(uint32_t t) const { return at(t).kind == TokenKind::punctuation; }
  bool quote(uint32_t t) const { return mark(t) && (text(t).find('"') != std::string_view::npos || text(t) == "\xE2\x80\x9C" || text(t) == "\xE2\x80\x9D"); }

  void tell(uint32_t t, const FactTable::Told& told) {
    const FactTable::Relation& relation = table_.relations[told.relation];
    if (relation.rule != rule_ || !may_tell(t, relation) || limited(t, told.relation)) return;
    Fact fact;
    fact.relation = told.relation, fact.document = d_, fact.sentence = s_;
    const bool found = told.way == FactTable::Told::participle ? by_participle(t, relation, fact) : told.way == FactTable::Told::noun ? by_noun(t, relation, fact) : by_verb(t, relation, fact);
    if (!found || fact.subject.empty()) return;
    if (std::any_of(facts_.begin(), facts_.end(), [&](const Fact& f) { return f.relation == fact.relation && f.document == d_ && f.shown.overlaps(fact.shown); })) return;
    stand_in(fact.subject);
    facts_.push_back(std::move(fact));
  }

  // "is" opens many things: a look at the next word spares most of the work.
  bool may_tell(uint32_t t, const FactTable::Relation& relation) const {
    if (!table_.be.contains(at(t).word) || t + 1 >= sentence_->end_token) return true;
    return relation.kind == FactTable::Kind::kind ? text(t + 1) == "a" || text(t + 1) == "an" : relation.by.contains(at(t + 1).word);
  }

  // Denied, doubtful, reported, one of several, no longer so.
  bool limited(uint32_t t, uint32_t relation) const {
    const bool amount = table_.relations[relation].kind == FactTable::Kind::amount;
    for (uint32_t i = clause_start(t); i < sentence_->end_token; ++i) {
      if (table_.unclear.contains(at(i).word) && i + 8 > t && i < t + 8) continue;  // "is not known"
      const uint32_t classes = words_.classes(at(i).word);
      const bool near = i + 5 >= t && i < t;
      if (i < t && asked_who(i, t)) continue;
      if ((classes & (hedge | report_word | condition_word)) != 0 && i < t + 3 && (classes & auxiliary) == 0 && at(i).letter_case == Case::lower && !near_unclear(i)) return true;
      if (near && ((classes & negator) != 0 || (at(i).tag == tag::MD && !amount)) && !in_title(i) && text(i) != "will" && !near_unclear(i)) return true;
      if (near && table_.limits.contains(at(i).word)) return true;
    }
    return t + 1 < sentence_->end_token && table_.limits.contains(at(t + 1).word);
  }
  // "who" stands between: what is unclear is who it was.
  bool asked_who(uint32_t i, uint32_t t) const {
    for (uint32_t k = i + 1; k < t; ++k)
      if (text(k) == "who" && k + 4 >= t) return true;
    return false;
  }
  // Behind the last ", and" or ";".
  uint32_t clause_start(uint32_t t) const {
    for (uint32_t i = t; i > sentence_->first_token; --i)
      if (text(i - 1) == ";" || (i > sentence_->first_token + 1 && text(i - 2) == "," && (text(i - 1) == "and" || text(i - 1) == "but"))) return i;
    return sentence_->first_token;
  }
  // "No Clue was produced by ..."
  bool in_title(uint32_t i) const { return at(i).letter_case == Case::capitalised && i + 1 < sentence_->end_token && at(i + 1).letter_case == Case::capitalised; }
  bool near_unclear(uint32_t i) const {
    for (uint32_t k = i; k < std::min(i + 5, sentence_->end_token); ++k)
      if (table_.unclear.contains(at(k).word)) return true;
    return false;
  }

  // "was written (and directed) by X": X stands behind, what it is about is the subject or the noun before.
  bool by_participle(uint32_t t, const FactTable::Relation& relation, Fact& fact) {
    if (relation.kind == FactTable::Kind::kind) return by_kind(t, fact);
    if (relation.kind == FactTable::Kind::amount) return by_amount(t, relation, fact);
    uint32_t i = t + 1;
    const uint32_t end = sentence_->end_token;
    for (uint32_t steps = 0; i < end && steps < (is_noun(at(t).tag) ? 0 : 4) && !relation.by.contains(at(i).word); ++i, ++steps) {
      const bool passes = table_.joins.contains(at(i).word) || text(i) == "," || at(i).tag == tag::VBN || at(i).tag == tag::VBD || is_adverb(at(i).tag);
      if (!passes && !(relation.kind == FactTable::Kind::time && at(i).tag != tag::VBZ)) return false;
    }
    if (relation.kind == FactTable::Kind::time) return by_time(t, relation, fact);
    if (i >= end || !relation.by.contains(at(i).word)) return false;
    const Stretch value = read_values(i + 1, relation, fact);
    if (fact.values.empty()) return false;
    fact.shown = span(value);
    fact.subject = subject_of(t);
    return true;
  }

  // "Winterlight is a short novel"
  bool by_kind(uint32_t t, Fact& fact) {
    if (at(t).head <= static_cast<int32_t>(t) || base_relation(at(t).relation) != relation::cop || t + 1 >= sentence_->end_token || (text(t + 1) != "a" && text(t + 1) != "an")) return false;
    auto noun = static_cast<uint32_t>(at(t).head);
    const std::optional<uint32_t> subject = dependent(noun, relation::nsubj);
    while (noun + 1 < sentence_->end_token && is_noun(at(noun + 1).tag)) ++noun;
    if (!subject || *subject > t || noun > t + 8) return false;
    fact.subject = phrase_of(phrase_around(*subject, t));
    FactPhrase value = phrase_of({t + 1, noun + 1});
    const bool bare = !fact.subject.pronoun && !fact.subject.pointing && fact.subject.words.size() == 1 && *subject == sentence_->first_token;
    if ((fact.subject.names.empty() && !bare) || value.entry == 0) return false;
    fact.values.push_back(std::move(value));
    fact.shown = span({t + 1, noun + 1});
    return true;
  }

  // "has a capacity of 20,000 people"
  bool by_amount(uint32_t t, const FactTable::Relation& relation, Fact& fact) {
    std::vector<Quantity> found;
    quantities_.read(*document_, t + 1, std::min(t + 8, sentence_->end_token), found);
    if (found.empty() || found.front().first > t + 3 || found.front().dimension != "count" || found.front().approximate || (!relation.by.contains(at(t + 1).word) && found.front().first != t + 1)) return false;
    const bool most = found.front().comparator == Comparator::at_most;  // "can hold up to 25,000"
    fact.low = most ? found.front().high : found.front().low, fact.high = found.front().high, fact.shown = found.front().span;
    if (const auto own = dependent(t, relation::nsubj)) {
      fact.subject = phrase_of(phrase_around(*own, t));
      return true;
    }
    const auto noun = dependent(static_cast<uint32_t>(std::max(at(t).head, 0)), relation::nsubj);  // "has a capacity"
    if (noun) fact.subject = *noun < t ? phrase_of(phrase_around(*noun, t)) : FactPhrase();
    else if (at(t).head >= 0) fact.subject = subject_of(static_cast<uint32_t>(at(t).head));
    return true;
  }

  // "was founded in Bern in 1912": the first date behind it, before the next verb.
  bool by_time(uint32_t t, const FactTable::Relation& relation, Fact& fact) {
    std::vector<Quantity> found;
    uint32_t end = t + 1;
    while (end < sentence_->end_token && end < t + 12 && at(end).tag != tag::VBD && at(end).tag != tag::VBZ && at(end).tag != tag::VBG && text(end) != ";" && !table_.relative.contains(at(end).word) && text(end) != "and") ++end;
    quantities_.read(*document_, t + 1, end, found);
    for (const Quantity& quantity : found) {
      if (quantity.dimension != "date" || quantity.approximate) continue;
      const Symbol before = quantity.first > sentence_->first_token ? at(quantity.first - 1).word : 0;
      if (!relation.by.contains(before) && !relation.by.contains(at(quantity.first).word)) return false;
      fact.low = quantity.low, fact.high = quantity.high, fact.shown = quantity.span;
      fact.subject = subject_of(t);
      return true;
    }
    return false;
  }

  // "The organiser of X is Y", "Y is the organiser of X", "X's organiser is Y", "Organiser: Y".
  bool by_noun(uint32_t t, const FactTable::Relation& relation, Fact& fact) {
    const uint32_t first = sentence_->first_token, end = sentence_->end_token;
    uint32_t i = t + 1;
    uint32_t about_end = i;
    Stretch about;
    if (i < end && table_.of.contains(at(i).word)) {
      about.first = i + 1;
      for (i = about.first; i < end; ++i) {
        for (uint32_t next = behind(i); next != i && next < end; next = behind(i)) i = next;
        if (verb(i) || stop_of_subject(i, about.first)) break;
      }
      about.end = about_end = i;
      if (i < end && text(i) == ",") about_end = after_apposition(i);
    }
    uint32_t phrase = t;
    while (phrase > first && (is_adjective(at(phrase - 1).tag) || is_noun(at(phrase - 1).tag) || at(phrase - 1).tag == tag::VBN || at(phrase - 1).tag == tag::HYPH)) --phrase;
    const auto noted = [&](uint32_t from, uint32_t to) {
      for (uint32_t k = from; k < to; ++k)
        if (!mark(k) && !table_.generic.contains(at(k).word)) fact.qualifiers.push_back(at(k).lemma);
    };
    if (phrase > first && at(phrase - 1).tag == tag::POS) {  // "the fair's organiser is"
      noted(phrase, t);
      about = {first, phrase - 1};
    } else {
      noted(phrase, t);
      if (phrase > first && (at(phrase - 1).tag == tag::DT || at(phrase - 1).tag == tag::PRP_S)) --phrase;
    }
    if (phrase > first && text(phrase - 1) == "who" && !about.empty() && about_end < end && be(about_end)) return nobody_knows(phrase, t, about, fact);
    while (i < end && text(i) == ",") ++i;
    if (about_end < end && text(about_end) == ":" && phrase == first) i = about_end + 1;
    else if (about_end < end && be(about_end) && (phrase == first || at(phrase - 1).tag == tag::POS || (words_.classes(at(phrase - 1).word) & filler) != 0 || text(phrase - 1) == ",")) i = about_end + 1;
    else return named_by(phrase, t, about, relation, fact);
    if (says_unknown(i)) {
      fact.unknown = true;
      fact.shown = span({t, std::min(i + 2, end)});
    } else {
      const Stretch value = read_values(i, relation, fact);
      if (fact.values.empty()) return false;
      fact.shown = span(value);
    }
    fact.subject = about.empty() ? elsewhere() : phrase_of(about);
    return true;
  }

  // "It is not known who the architect of the bridge was."
  bool nobody_knows(uint32_t phrase, uint32_t t, Stretch about, Fact& fact) {
    bool denied = false;
    for (uint32_t i = sentence_->first_token; i < phrase; ++i) denied = denied || (words_.classes(at(i).word) & negator) != 0 || table_.unknown.contains(at(i).word);
    if (!denied) return false;
    fact.unknown = true;
    fact.shown = span({phrase - 1, t + 1});
    fact.subject = phrase_of(about);
    return true;
  }

  // "Westminster is the capital of X"
  bool named_by(uint32_t phrase, uint32_t, Stretch about, const FactTable::Relation& relation, Fact& fact) {
    const uint32_t first = sentence_->first_token;
    if (about.empty() || phrase <= first + 1 || text(phrase) != "the" || !be(phrase - 1)) return false;
    Stretch value{first, phrase - 1};
    for (uint32_t k = first; k < value.end; ++k)
      if (verb(k) || text(k) == ",") return false;
    const Stretch read = read_values(value.first, relation, fact, value.end);
    if (fact.values.empty() || std::all_of(fact.values.begin(), fact.values.end(), [](const FactPhrase& p) { return p.names.empty(); })) return false;
    fact.shown = span(read);
    fact.subject = phrase_of(about);
    return true;
  }

  // "Howard Fast wrote the novel Q": both ends named.
  bool by_verb(uint32_t t, const FactTable::Relation& relation, Fact& fact) {
    if (at(t).tag != tag::VBD && at(t).tag != tag::VBZ) return false;
    const std::optional<uint32_t> subject = dependent(t, relation::nsubj);
    if (!subject || t + 1 >= sentence_->end_token) return false;
    const Stretch who = phrase_around(*subject, t);
    const Stretch value = read_values(who.first, relation, fact, who.end);
    if (fact.values.empty() || fact.values.front().names.empty()) return false;
    uint32_t end = t + 1;
    while (end < sentence_->end_token && !verb(end) && !stop_of_subject(end, t + 1) && !is_preposition(end)) ++end;
    fact.subject = phrase_of({t + 1, end});
    if (fact.subject.names.empty() || fact.subject.pronoun) return false;
    fact.shown = span(value);
    return true;
  }

  bool is_preposition(uint32_t t) const { return (words_.classes(at(t).word) & preposition) != 0 && at(t).word != 0 && text(t) != "of"; }
  // Verbs of titles ("Jab We Met", "B Is for Beer") are none of the sentence.
  bool be(uint32_t t) const { return at(t).letter_case == Case::lower && table_.be.contains(at(t).word); }
  bool verb(uint32_t t) const { return be(t) || (at(t).letter_case == Case::lower && is_finite(at(t).tag)); }
  // Behind a quotation or a bracket that opens here; the token itself where none does.
  uint32_t behind(uint32_t t) const {
    const bool bracket = text(t) == "(";
    if (!bracket && !quote(t)) return t;
    for (uint32_t i = t + 1; i < sentence_->end_token; ++i)
      if (bracket ? text(i) == ")" : quote(i)) return i + 1;
    return t;
  }
  // A comma or bracket behind a name ends it, except within quotes.
  bool stop_of_subject(uint32_t t, uint32_t first) const {
    if (text(t) == ";" || text(t) == ":" || table_.relative.contains(at(t).word)) return true;
    if (text(t) != ",") return false;
    uint32_t quotes = 0;
    for (uint32_t k = first; k < t; ++k) quotes += quote(k);
    return quotes % 2 == 0;
  }

  // "The producer of Dil, a film of 1990, was ...": the verb.
  uint32_t after_apposition(uint32_t comma) const {
    for (uint32_t i = comma + 1; i + 1 < std::min(sentence_->end_token, comma + 25); ++i) {
      if (text(i) == "," && be(i + 1)) return i + 1;
      if (verb(i)) break;
    }
    return comma;
  }

  bool says_unknown(uint32_t from) const {
    bool denied = false;
    for (uint32_t i = from; i < std::min(from + 4, sentence_->end_token); ++i) {
      denied = denied || (words_.classes(at(i).word) & negator) != 0;
      if (table_.unknown.contains(at(i).word)) return true;
      if (table_.unclear.contains(at(i).word)) return denied;
      if ((words_.classes(at(i).word) & (negator | soft_frequency | filler)) == 0 && !is_adverb(at(i).tag)) return false;
    }
    return false;
  }

  std::optional<uint32_t> dependent(uint32_t t, RelationId wanted) const {
    for (uint32_t i = sentence_->first_token; i < sentence_->end_token; ++i)
      if (at(i).head == static_cast<int32_t>(t) && base_relation(at(i).relation) == wanted) return i;
    return std::nullopt;
  }

  // The noun with what hangs on it, in one piece, up to `limit`.
  Stretch phrase_around(uint32_t noun, uint32_t limit) const {
    const auto hangs = [&](uint32_t i) {
      for (int steps = 0; steps < 8 && at(i).head >= 0; ++steps) {
        const RelationId r = base_relation(at(i).relation);
        if (r == relation::acl || r == relation::advcl || r == relation::parataxis) return false;
        i = static_cast<uint32_t>(at(i).head);
        if (i == noun) return true;
      }
      return false;
    };
    uint32_t first = noun, end = noun + 1;
    while (first > sentence_->first_token && hangs(first - 1)) --first;
    while (end < limit && hangs(end)) ++end;
    while (end < limit && named(end)) ++end;  // "the novel Winterlight": the name is often missed
    return {first, end};
  }

  // Of a participle: its subject, that of the verb it is joined to, the noun it hangs on.
  FactPhrase subject_of(uint32_t t) const {
    uint32_t verb = t;
    for (int steps = 0; steps < 5; ++steps) {
      if (const auto subject = dependent(verb, relation::nsubj)) {
        if (!table_.relative.contains(at(*subject).word)) return phrase_of(phrase_around(*subject, t));
      }
      const RelationId r = base_relation(at(verb).relation);
      if (at(verb).head < 0) break;
      const auto head = static_cast<uint32_t>(at(verb).head);
      if (r == relation::cop || r == relation::aux) {
        verb = head;
        continue;
      }
      if (r == relation::acl && is_noun(at(head).tag)) {
        if (const auto whole = dependent(head, relation::nsubj); whole && !table_.relative.contains(at(*whole).word) && *whole < head) return phrase_of(phrase_around(*whole, t));
        // "The film directed by Weiss" picks one film out of several; a name needs no picking out.
        FactPhrase noun = head < t ? phrase_of(phrase_around(head, t)) : FactPhrase();
        return noun.names.empty() ? FactPhrase() : noun;
      }
      if (verb == t && is_noun(at(t).tag) && r != relation::conj) break;
      if (verb == t && (r == relation::advmod || at(verb).relation == relation::compound_prt)) {  // "passed away"
        verb = head;
        continue;
      }
      if (r != relation::conj && r != relation::xcomp && r != relation::ccomp && r != relation::appos) break;
      verb = head;
    }
    if (!is_noun(at(t).tag)) return {};
    uint32_t first = t;  // "opening speech by", not "the speech by"
    while (first > sentence_->first_token && !mark(first - 1) && (is_noun(at(first - 1).tag) || is_adjective(at(first - 1).tag) || at(first - 1).tag == tag::VBG)) --first;
    return first == t || (first > sentence_->first_token && !mark(first - 1)) ? FactPhrase() : phrase_of({first, t + 1});
  }

  FactPhrase elsewhere() const {
    FactPhrase out;
    out.pronoun = true;
    return out;
  }

  bool named(uint32_t t) const {
    const Token& token = at(t);
    if (token.kind == TokenKind::number) return true;
    if (token.letter_case == Case::lower || token.letter_case == Case::none || is_adjective(token.tag)) return false;
    return t > sentence_->first_token || is_proper_noun(token.tag);
  }

  FactPhrase phrase_of(Stretch stretch) const {
    FactPhrase out;
    bool quoted = false;
    int depth = 0;
    uint32_t matched = 0;  // the end of the last listed phrase
    for (uint32_t i = stretch.first; i < stretch.end; ++i) {
      if (quote(i)) quoted = !quoted;
      if (text(i) == "(") ++depth;
      if (text(i) == ")") --depth;
      if (mark(i) || depth > 0) continue;
      if (text(i) == "which" || text(i) == "that") break;
      const uint32_t classes = words_.classes(at(i).word);
      if (i == stretch.first && (at(i).tag == tag::PRP || at(i).tag == tag::PRP_S || text(i) == "This")) out.pronoun = at(i).tag == tag::PRP;
      if (i == stretch.first && (at(i).tag == tag::DT || at(i).tag == tag::PRP_S)) out.pointing = at(i).word != 0 && text(i) != "a" && text(i) != "an" && text(i) != "A" && text(i) != "An";
      if ((classes & function_word) != 0 || at(i).tag == tag::POS) continue;
      const WordRelations::Match match = words_.match(document_->tokens, i, stretch.end);
      if (match.tokens > 0 && i >= matched && (named(i) || out.names.empty())) out.entry = match.entry, matched = i + match.tokens;
      if (quoted || named(i)) out.names.push_back(at(i).word);
      else if (!table_.generic.contains(at(i).word)) out.words.push_back(at(i).lemma), out.head = at(i).lemma;
    }
    const auto settle = [](std::vector<Symbol>& words) {
      std::sort(words.begin(), words.end());
      words.erase(std::unique(words.begin(), words.end()), words.end());
    };
    settle(out.names), settle(out.words);
    if (out.names.empty() && out.words.empty() && stretch.end > stretch.first) out.pronoun = true;
    if (!out.names.empty()) out.pronoun = false;
    return out;
  }

  // Names joined by commas and "and", each a phrase of its own.
  Stretch read_values(uint32_t from, const FactTable::Relation& relation, Fact& fact, uint32_t limit = UINT32_MAX) const {
    const uint32_t end = std::min(limit, sentence_->end_token);
    const bool place = relation.kind == FactTable::Kind::place;
    Stretch whole{from, from}, part{from, from};
    const auto close = [&](uint32_t to) {
      if (to > part.first) {
        FactPhrase phrase = phrase_of({part.first, to});
        if (!phrase.names.empty() || (relation.things && phrase.head != 0 && fact.values.empty())) fact.values.push_back(std::move(phrase)), whole.end = to;
      }
      part.first = to + 1;
    };
    uint32_t i = from;
    for (; i < end; ++i) {
      if (text(i) == "(") {
        while (i < end && text(i) != ")") ++i;
        continue;
      }
      if (text(i) == "," || table_.joins.contains(at(i).word)) {
        if (place && text(i) != ",") break;
        close(i);
        if (i + 1 < end && text(i) == "," && !named(i + 1) && !quote(i + 1) && at(i + 1).tag != tag::DT && !table_.joins.contains(at(i + 1).word) && !fact.values.empty()) {
          if (!place || text(i + 1) != "in") break;
          part.first = ++i + 1;  // "in the state of Utah, in the United States"
        }
        continue;
      }
      if (mark(i) && !quote(i) && text(i) != "-" && text(i) != "." && text(i) != "'") break;
      if (text(i) == "." && i + 1 == end) break;
      if (at(i).tag == tag::VBN && i + 1 < end && text(i + 1) == "by") break;
      if (verb(i) || (at(i).tag == tag::VBG && at(i).letter_case == Case::lower) || table_.relative.contains(at(i).word)) break;
      if (table_.stops.contains(at(i).word) && i > from && !(place && text(i) == "of") && !(text(i) == "as" && text(i - 1) == "known")) break;
    }
    close(i);
    return whole;
  }

  Span span(Stretch s) const { return s.empty() ? Span{} : Span{at(s.first).span.begin, at(s.end - 1).span.end}; }

  // "It", "the film": the name that an earlier sentence of the document speaks of.
  void stand_in(FactPhrase& subject) const {
    if (!subject.names.empty() || (!subject.pronoun && !subject.pointing)) return;
    for (uint32_t back = 1; back <= std::min(kBack, s_); ++back) {
      const Sentence& before = document_->sentences[s_ - back];
      for (uint32_t i = before.first_token; i < before.end_token; ++i) {
        if (base_relation(at(i).relation) != relation::nsubj || at(i).tag == tag::WDT || at(i).tag == tag::WP || at(i).tag == tag::PRP) continue;
        const FactPhrase named = earlier(i, before);
        if (named.names.empty() && (subject.pointing || named.words.empty())) continue;
        if (subject.pointing && named.head != 0 && std::find(subject.words.begin(), subject.words.end(), named.head) == subject.words.end() && std::find(named.names.begin(), named.names.end(), subject.head) == named.names.end()) continue;
        subject.names = named.names;
        if (subject.words.empty()) subject.words = named.words, subject.head = named.head;
        subject.found_before = true, subject.pronoun = false;
        return;
      }
    }
  }
  FactPhrase earlier(uint32_t noun, const Sentence& before) const {
    const Sentence* here = sentence_;
    sentence_ = &before;
    FactPhrase out = phrase_of(phrase_around(noun, before.end_token));
    sentence_ = here;
    return out;
  }

  const Collection& texts_;
  const std::string& rule_;
  const FactTable& table_;
  const WordRelations& words_;
  const QuantityTable& quantities_;
  const Document* document_ = nullptr;
  mutable const Sentence* sentence_ = nullptr;
  uint32_t d_ = 0, s_ = 0;
  std::vector<Fact> facts_;
};

}  // namespace

std::vector<Fact> find_facts(const Collection& texts, const Rulebook& rules, const std::string& rule) {
  Finder finder(texts, rules, rule);
  for (uint32_t d = 0; d < texts.documents.size(); ++d)
    for (uint32_t s = 0; s < texts.documents[d].sentences.size(); ++s) finder.read(d, s);
  return finder.take();
}

}  // namespace crosscheck
