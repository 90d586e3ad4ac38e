#include "index/stances.h"

#include <algorithm>
#include <unordered_map>

#include "language/tags.h"
#include "text/fold.h"

namespace crosscheck {
namespace {

constexpr size_t kCandidates = 16;  // sentences a denial is held against
constexpr size_t kAnchors = 3;      // of its rarest words
constexpr uint32_t kReach = 7;      // tokens between a verb and its particle

PhraseSet::Match match(const PhraseSet& phrases, const std::vector<Token>& tokens, uint32_t at, uint32_t end) {
  const PhraseSet::Match found = phrases.match(tokens, at, end);
  return found.tokens > 0 ? found : phrases.match(tokens, at, end, true);
}

bool parts(const Document& document, const Token& token) {
  return token.kind == TokenKind::punctuation && token.tag != tag::HYPH && document.text_of(token) != "-" && document.text_of(token) != "'" && document.text_of(token) != "’" && document.text_of(token) != "\"";
}

bool has_verb(const Document& document, uint32_t first, uint32_t end) {
  for (uint32_t i = first; i < end; ++i)
    if (const TagId t = document.tokens[i].tag; (is_verb(t) && t != tag::VBG) || t == tag::MD) return true;
  return false;
}

}  // namespace

ActTable::ActTable(Rulebook& book) {
  const Value& list = book.lexicon("acts");
  const std::pair<const char*, Expression> kinds[] = {{"deny", deny}, {"forbid", forbid}, {"warn", warn}, {"cease", cease}, {"require", require}, {"need", need}, {"needless", needless}, {"allow", allow}, {"exist", exist}, {"lack", lack}, {"urgent", urgent}, {"calm", calm}};
  for (const auto& [name, kind] : kinds)
    for (const std::string& phrase : list["expressions"][name].texts()) expressions.add(phrase, kind, book.symbols);
  softs = book.phrase_set(list["soft"]);
  in_part = book.phrase_set(list["in_part"]);
  bounds = book.phrase_set(list["bound"]);
  limits = book.phrase_set(list["limits"]);
  beside_denial = book.phrase_set(list["beside_denial"]);
  conditions = book.phrase_set(list["conditions"]);
  asides = book.phrase_set(list["asides"]);
  near = book.word_set(list["near"]);
  prepositions = book.word_set(list["prepositions"]);
  relatives = book.word_set(list["relatives"]);
  not_told = book.word_set(list["not_told"]);
  joints = book.word_set(list["joints"]);
  happens = book.word_set(list["happens"]);
  imperative_openers = book.word_set(list["imperative_openers"]);
  light = book.word_set(list["light"]);
  callers = book.word_set(list["callers"]);
  ability = book.word_set(list["ability"]);
  negative = book.word_set(list["negative"]);
  addressed = book.word_set(list["addressed"]);
  be = book.symbols.intern("be");
  and_ = book.symbols.intern("and");
  for (const std::string& phrase : list["apart"].texts()) {
    const std::vector<std::string> words = split_phrase(phrase);
    apart.emplace_back(book.symbols.intern(words.front()), book.symbols.intern(words.back()));
    apart_verbs.add(apart.back().first);
  }
  int32_t line = 0;
  for (const Value& act : list["one_act"].items) {
    for (const std::string& phrase : act.texts()) acts.add(phrase, line, book.symbols);
    ++line;
  }
}

ActKeyTable::ActKeyTable(Rulebook& book) {
  const MeaningTable& meanings = book.table<MeaningTable>();
  const WordRelations& relations = book.table<WordRelations>();
  keys.resize(book.symbols.size());
  for (Symbol word = 0; word < keys.size(); ++word)
    if (meanings.keys[word] != 0) keys[word] = {meanings.keys[word], relations.root(book.symbols.text(word)) ^ 0x9e3779b9u, 0};
  Key line = 0;
  for (const Value& act : book.lexicon("acts")["one_act"].items) {
    ++line;
    for (const std::string& phrase : act.texts())
      if (split_phrase(phrase).size() == 1)
        if (const Symbol word = book.symbols.find(fold(phrase)); word != 0) keys[word][2] = line;
  }
}

StanceReader::StanceReader(const Collection& texts, const Meanings& meanings, const Rulebook& rules)
    : meanings_(meanings.table()), table_(rules.table<ActTable>()), known_(rules.table<ActKeyTable>()), base_(static_cast<Symbol>(known_.keys.size())) {
  const WordRelations& relations = rules.table<WordRelations>();
  own_.resize(texts.symbols.size() - base_);
  for (Symbol i = 0; i < own_.size(); ++i) own_[i] = {meanings.key(base_ + i), relations.root(texts.symbols.text(base_ + i)) ^ 0x9e3779b9u, 0};
}

// Cuts at marks and at words that open another clause.
void StanceReader::cut(const Document& document, const Sentence& sentence, std::vector<StanceClause>& out) const {
  const auto& tokens = document.tokens;
  StanceClause now;
  now.first = sentence.first_token;
  const auto close = [&](uint32_t at, StanceClause::Part next, uint32_t skip) {
    now.end = at;
    if (now.end > now.first) out.push_back(now);
    now = {};
    now.first = at + skip, now.part = next;
  };
  for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
    const Token& token = tokens[i];
    // "If it is cloudy there is no need to ring"
    if (token.tag == tag::EX && now.part == StanceClause::condition && has_verb(document, now.first, i)) close(i, StanceClause::main, 0);
    if (parts(document, token)) {
      close(i, StanceClause::main, 1);
      continue;
    }
    if (const PhraseSet::Match found = table_.conditions.match(tokens, i, sentence.end_token); found.tokens > 0) {
      const TagId after = i + 1 < sentence.end_token ? tokens[i + 1].tag : TagId{0};
      const bool adverb = found.tokens == 1 && !(after == tag::DT || after == tag::PRP || after == tag::PRP_S) && (is_adverb(token.tag) || is_adjective(token.tag) || (token.tag == tag::MD && i != sentence.first_token));
      if (!adverb) close(i, StanceClause::condition, 0), i += found.tokens - 1;
      continue;
    }
    if (const PhraseSet::Match found = table_.asides.match(tokens, i, sentence.end_token); found.tokens > 0 && now.part == StanceClause::main) {
      const bool adverb = found.tokens == 1 && is_adverb(token.tag);
      if (!adverb && i > now.first) close(i, StanceClause::aside, 0), i += found.tokens - 1;
      continue;
    }
    if (i > now.first && i + 1 < sentence.end_token && table_.joints.contains(token.word) && now.part != StanceClause::aside) {
      const TagId next = tokens[i + 1].tag;
      const bool opens = next == tag::PRP || next == tag::EX || next == tag::MD || table_.expressions.match(tokens, i + 1, sentence.end_token).value == ActTable::deny ? table_.expressions.match(tokens, i + 1, sentence.end_token).tokens > 0 || next == tag::PRP || next == tag::EX || next == tag::MD : next == tag::VB && token.tag == tag::CC && token.word == table_.and_ && commands(document, {now.first, i});
      if (opens) close(i, StanceClause::main, 1);
    }
  }
  close(sentence.end_token, StanceClause::main, 0);
  // "It may slow down, reduce or stop it": what follows the comma is no command.
  for (size_t c = 1; c < out.size();) {
    StanceClause& before = out[c - 1];
    const bool goes_on = out[c].part == StanceClause::main && before.part == StanceClause::main && out[c].first == before.end + 1 && document.text_of(tokens[before.end]) == "," && commands(document, out[c]) && !commands(document, before) && has_verb(document, before.first, before.end);
    if (!goes_on) { ++c; continue; }
    before.end = out[c].end;
    out.erase(out.begin() + static_cast<std::ptrdiff_t>(c));
  }
  // "In babies, ...": a phrase before or behind the clause bounds it as a condition does.
  for (StanceClause& clause : out)
    if (clause.part == StanceClause::main && !has_verb(document, clause.first, clause.end) && (tokens[clause.first].tag == tag::IN || table_.prepositions.contains(tokens[clause.first].word))) clause.part = StanceClause::condition;
  // Items of a list stand with the clause that has their verb.
  for (size_t c = 0; c + 1 < out.size();) {
    StanceClause &here = out[c], &next = out[c + 1];
    const bool bare = here.part == StanceClause::main && next.part == StanceClause::main && next.first == here.end + 1 && document.text_of(tokens[here.end]) == "," && !has_verb(document, here.first, here.end) && tokens[here.first].tag != tag::IN && !is_adverb(tokens[here.first].tag);
    if (!bare) { ++c; continue; }
    next.first = here.first;
    out.erase(out.begin() + static_cast<std::ptrdiff_t>(c));
  }
}

// "Never shake it", "Please keep ..."
bool StanceReader::commands(const Document& document, const StanceClause& clause) const {
  for (uint32_t i = clause.first; i < clause.end; ++i) {
    const Token& token = document.tokens[i];
    if (token.tag == tag::VB) return true;
    if (!table_.imperative_openers.contains(token.word) && !is_adverb(token.tag) && token.kind == TokenKind::word && token.tag != tag::CC) return false;
  }
  return false;
}

// "May be taken", "you can swim": leave is given. "May cause", "can be seen": tells what happens.
bool StanceReader::grants(const Document& document, uint32_t modal, uint32_t end) const {
  const auto& tokens = document.tokens;
  for (uint32_t k = modal + 1; k < end && k < modal + 6; ++k) {
    const Token& token = tokens[k];
    if (!is_verb(token.tag) || token.lemma == table_.be) continue;
    for (uint32_t i = k + 1; i < end && i < k + 3; ++i)
      if (keys(tokens[i].lemma)[2] != 0) return true;  // "have a bath"
    return !table_.happens.contains(token.lemma) && !table_.happens.contains(token.word);
  }
  return true;
}

// "that is not used": up to the second verb of the clause, which is the main one's.
uint32_t StanceReader::relative_end(const Document& document, uint32_t at, uint32_t end) const {
  bool met = false, group = false;
  for (uint32_t i = at + 1; i < end; ++i) {
    const TagId t = document.tokens[i].tag;
    if (is_finite(t)) {
      if (met && !group) return i;
      met = group = true;
    } else if (is_verb(t)) {
      group = false;
    } else if (!is_adverb(t)) {
      group = false;
    }
  }
  return end;
}

// "Cannot be taken back"
bool StanceReader::passive(const Document& document, uint32_t modal, uint32_t end) const {
  for (uint32_t k = modal + 1; k + 1 < end && k < modal + 5; ++k)
    if (document.tokens[k].lemma == table_.be) return document.tokens[k + 1].tag == tag::VBN || is_adverb(document.tokens[k + 1].tag);
  return false;
}

void StanceReader::judge(const Document& document, StanceClause& clause) const {
  const auto& tokens = document.tokens;
  std::array<unsigned, ActTable::calm + 1> count{};
  bool modal = false, happens = false, there = false, acts = false, able = false;
  clause.shown_first = clause.end, clause.shown_end = clause.first;
  const auto take = [&](uint32_t i, uint32_t n) { clause.shown_first = std::min(clause.shown_first, i), clause.shown_end = std::max(clause.shown_end, i + n); };
  for (uint32_t i = clause.first; i < clause.end;) {
    const Token& token = tokens[i];
    if (i > clause.first && table_.relatives.contains(token.word) && (token.tag == tag::WDT || token.tag == tag::WP)) {
      i = relative_end(document, i, clause.end);
      continue;
    }
    if (token.tag == tag::MD) (grants(document, i, clause.end) ? modal : happens) = true;
    if (table_.ability.contains(token.word) && !passive(document, i, clause.end) && !table_.addressed.contains(tokens[clause.first].word)) able = true;
    there |= token.tag == tag::EX;
    acts |= token.tag == tag::VBG || (token.tag == tag::TO && i + 1 < clause.end && tokens[i + 1].tag == tag::VB);
    clause.soft |= table_.softs.match(tokens, i, clause.end).tokens > 0;
    clause.in_part |= table_.in_part.match(tokens, i, clause.end).tokens > 0;
    clause.bounded |= table_.bounds.match(tokens, i, clause.end).tokens > 0;
    clause.limited |= table_.limits.match(tokens, i, clause.end).tokens > 0;
    if (table_.apart_verbs.contains(token.lemma)) {
      for (uint32_t k = i + 2; k < clause.end && k <= i + kReach; ++k) {
        const bool pair = std::any_of(table_.apart.begin(), table_.apart.end(), [&](const auto& a) { return a.first == token.lemma && a.second == tokens[k].word; });
        if (!pair) continue;
        ++count[ActTable::cease], take(i, 1);
        break;
      }
    }
    const PhraseSet::Match found = match(table_.expressions, tokens, i, clause.end);
    if (found.tokens == 0) { ++i; continue; }
    bool counts = true;
    if (found.value == ActTable::deny) {
      const uint32_t next = i + found.tokens;
      clause.soft |= table_.beside_denial.match(tokens, next, clause.end).tokens > 0;
      clause.bounded |= next < clause.end && (tokens[next].tag == tag::JJR || tokens[next].tag == tag::RBR);  // "no longer than"
      counts = !(table_.near.contains(token.word) && found.tokens == 1 && i > clause.first && table_.prepositions.contains(tokens[i - 1].word));
      clause.bounded |= !counts;
    }
    // "is sold", "are available"; "the trial included" offers nothing.
    if (found.value == ActTable::exist || found.value == ActTable::lack) counts = found.tokens > 1 || token.tag == tag::VBN || is_adjective(token.tag);
    if (counts && (found.value == ActTable::exist || found.value == ActTable::lack)) clause.offered = token.lemma;
    if (counts) ++count[static_cast<size_t>(found.value)], take(i, found.tokens);
    i += found.tokens;
  }
  const bool command = commands(document, clause);
  const unsigned denied = count[ActTable::deny];
  const bool require = count[ActTable::require] > 0, need = count[ActTable::need] > 0, needless = count[ActTable::needless] > 0, allow = count[ActTable::allow] > 0;
  if (count[ActTable::calm] > 0 && count[ActTable::urgent] == 0) { clause.hold = Hold::calm; return; }
  if (count[ActTable::urgent] > 0 && denied == 0) { clause.hold = Hold::urgent; return; }
  const bool warned = acts && count[ActTable::warn] > 0;
  const bool instructs = command || modal || warned || count[ActTable::forbid] > 0 || (!happens && (require || allow || needless || need));
  const unsigned forbidden = count[ActTable::forbid] + (warned ? 1 : 0) + (instructs ? count[ActTable::cease] : 0);
  const bool odd = (denied + forbidden) % 2 == 1;
  bool offers_nothing = false;  // "No refund is given"
  if (table_.near.contains(tokens[clause.first].word)) {
    offers_nothing = true;
    for (uint32_t i = clause.first; i < clause.end; ++i) offers_nothing &= !is_verb(tokens[i].tag) || is_light(tokens[i]) || tokens[i].lemma == table_.be;
  }
  const bool offers = there || offers_nothing || count[ActTable::exist] + count[ActTable::lack] > 0;
  clause.kind = able && odd ? StanceClause::fact : instructs ? StanceClause::instruction : offers ? StanceClause::offer : StanceClause::fact;
  if (!instructs && !has_verb(document, clause.first, clause.end)) return;
  if (needless) clause.hold = denied + count[ActTable::forbid] == 0 ? forbidden == 0 ? Hold::needless : Hold::allowed : Hold::none;
  else if (need && denied == 1 && forbidden == 0) clause.hold = Hold::needless;
  else if (odd) clause.hold = instructs ? Hold::forbidden : Hold::fails;
  else if (denied + forbidden > 0) clause.hold = require || command ? Hold::required : Hold::allowed, clause.turned = true;
  else if (count[ActTable::lack] > 0 && !instructs) clause.hold = Hold::fails;
  else if (require || need || command) clause.hold = Hold::required;
  else if (instructs) clause.hold = Hold::allowed;
  else clause.hold = Hold::holds;
}

std::vector<uint32_t> StanceReader::governed(const Document& document, const StanceClause& clause, bool wide) const {
  const auto& tokens = document.tokens;
  const uint32_t n = clause.end - clause.first;
  std::vector<uint8_t> stance(n), seen(n);
  for (uint32_t i = clause.first; i < clause.end;) {
    const uint32_t length = table_.acts.match(tokens, i, clause.end).tokens > 0 ? 0 : match(table_.expressions, tokens, i, clause.end).tokens;
    for (uint32_t k = i; k < i + length; ++k) stance[k - clause.first] = 1;
    i += std::max(length, 1u);
  }
  std::vector<uint32_t> open, out;
  const auto governs = [&](uint32_t at) {
    for (uint32_t i = clause.first; i < clause.end; ++i)
      if (const RelationId r = base_relation(tokens[i].relation); tokens[i].head == static_cast<int32_t>(at) && (r == relation::obj || (r == relation::nsubj && !is_light(tokens[i]) && keys(tokens[i].lemma)[0] != 0) || r == relation::xcomp || r == relation::csubj || r == relation::ccomp)) return true;
    return false;
  };
  for (uint32_t i = clause.first; i < clause.end; ++i) {
    const int32_t head = tokens[i].head;
    const RelationId r = base_relation(tokens[i].relation);
    const bool outside = head < static_cast<int32_t>(clause.first) || head >= static_cast<int32_t>(clause.end);
    if (outside && r != relation::mark && r != relation::cc && r != relation::case_ && r != relation::advmod && r != relation::punct && r != relation::det) open.push_back(i), seen[i - clause.first] = 1;
  }
  while (!open.empty()) {
    const uint32_t at = open.back();
    open.pop_back();
    const Token& token = tokens[at];
    const bool wanting = wide || !governs(at);
    const bool passes = stance[at - clause.first] || is_light(token) || keys(token.lemma)[0] == 0;
    if (!passes) out.push_back(at);
    for (uint32_t i = clause.first; i < clause.end; ++i) {
      if (seen[i - clause.first] || tokens[i].head != static_cast<int32_t>(at)) continue;
      const RelationId r = base_relation(tokens[i].relation);
      const bool argument = r == relation::obj || r == relation::nsubj || r == relation::xcomp || r == relation::ccomp || r == relation::csubj || r == relation::compound_prt || r == relation::conj;
      const bool adjunct = r == relation::obl || r == relation::nmod || r == relation::acl || r == relation::advcl;
      const bool object = r == relation::obj || tokens[i].relation == relation::nsubj_pass || r == relation::conj;
      const bool of_verb = is_verb(token.tag) && (wide ? argument || r == relation::obl : object);
      if (passes ? argument || (adjunct && wanting) : of_verb || (wide && r == relation::conj)) seen[i - clause.first] = 1, open.push_back(i);
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<StanceClause> StanceReader::read(const Document& document, const Sentence& sentence) const {
  std::vector<StanceClause> out;
  cut(document, sentence, out);
  for (StanceClause& clause : out) {
    if (clause.part != StanceClause::main || table_.relatives.contains(document.tokens[clause.first].word)) continue;
    judge(document, clause);
    if (clause.hold != Hold::needless) continue;
    // "no need to phone": it can wait.
    const std::vector<ActWord> act = words(document, clause.first, clause.end);
    const auto calls = [&](const ActWord& word) { return table_.callers.contains(document.tokens[word.token].lemma); };
    if (std::all_of(act.begin(), act.end(), [&](const ActWord& word) { return word.light || calls(word); }) && std::any_of(act.begin(), act.end(), calls)) clause.hold = Hold::calm;
  }
  return out;
}

bool StanceReader::doubtful(const Document& document, const StanceClause& clause) const {
  const auto& tokens = document.tokens;
  for (uint32_t i = clause.first; i < clause.end;) {
    const PhraseSet::Match found = match(table_.expressions, tokens, i, clause.end);
    if (found.tokens > 0 && found.value != ActTable::require && found.value != ActTable::need && found.value != ActTable::allow && found.value != ActTable::exist) return true;
    if (found.tokens == 0 && (table_.negative.contains(tokens[i].word) || table_.negative.contains(tokens[i].lemma))) return true;
    i += std::max(found.tokens, 1u);
  }
  return false;
}

std::vector<ActWord> StanceReader::words(const Document& document, uint32_t first, uint32_t end) const {
  std::vector<ActWord> out;
  const auto& tokens = document.tokens;
  for (uint32_t i = first; i < end;) {
    const Token& token = tokens[i];
    const PhraseSet::Match act = match(table_.acts, tokens, i, end);
    const PhraseSet::Match stance = match(table_.expressions, tokens, i, end);
    if (act.tokens == 0 && stance.tokens > 0) {
      i += stance.tokens;
      continue;
    }
    const uint32_t n = std::max(act.tokens, 1u);
    ActWord word;
    word.token = i;
    word.keys = keys(token.lemma);
    if (word.keys[0] == 0) word.keys = keys(token.word);
    if (act.tokens > 0) word.keys[2] = static_cast<Key>(act.value) + 1;
    if (act.tokens > 1) word.keys[0] = word.keys[1] = 0;
    i += n;
    if (act.tokens == 0 && (token.kind != TokenKind::word || word.keys[0] == 0 || token.tag == tag::CD)) continue;
    word.kind = token.word < meanings_.kinds.size() ? meanings_.kinds[token.word] : WordKind::content;
    if (act.tokens == 0 && word.kind == WordKind::function) continue;
    word.verb = is_verb(token.tag);
    word.noun = is_noun(token.tag) || is_proper_noun(token.tag);
    word.name = act.tokens == 0 && token.letter_case != Case::lower && token.letter_case != Case::none && (token.word != 0 && is_proper_noun(token.tag));
    word.light = act.tokens == 0 && (table_.light.contains(token.lemma) || table_.light.contains(token.word) || word.kind == WordKind::filler || is_adverb(token.tag));
    out.push_back(word);
  }
  return out;
}

// The denials of a set, the rarest words of each, and the sentences that name them.
std::vector<StanceCandidate> find_stances(const Collection& texts, const StanceReader& reader) {
  struct Denial {
    uint32_t document, sentence, clause;
    std::vector<ActKeys> words;
  };
  std::vector<Denial> denials;
  const ActTable& table = reader.table();
  for (uint32_t d = 0; d < texts.documents.size(); ++d) {
    const Document& document = texts.documents[d];
    for (uint32_t s = 0; s < document.sentences.size(); ++s) {
      const Sentence& sentence = document.sentences[s];
      bool any = false;
      for (uint32_t i = sentence.first_token; i < sentence.end_token && !any; ++i) {
        const PhraseSet::Match found = match(table.expressions, document.tokens, i, sentence.end_token);
        any = found.tokens > 0 && (found.value == ActTable::deny || found.value == ActTable::forbid || found.value == ActTable::warn || found.value == ActTable::cease || found.value == ActTable::needless || found.value == ActTable::lack || found.value == ActTable::calm);
      }
      if (!any) continue;
      const std::vector<StanceClause> clauses = reader.read(document, sentence);
      for (uint32_t c = 0; c < clauses.size(); ++c) {
        const StanceClause& clause = clauses[c];
        if (!denies(clause.hold) && clause.hold != Hold::needless && clause.hold != Hold::calm) continue;
        Denial denial{d, s, c, {}};
        const bool calm = clause.hold == Hold::calm;
        for (const ActWord& word : calm ? reader.words(document, sentence.first_token, sentence.end_token) : reader.words(document, clause.first, clause.end))
          if (!word.light && (!calm || !table.callers.contains(document.tokens[word.token].lemma))) denial.words.push_back(word.keys);
        if (!denial.words.empty()) denials.push_back(std::move(denial));
      }
    }
  }
  std::vector<StanceCandidate> out;
  if (denials.empty()) return out;
  std::unordered_map<Key, std::vector<std::pair<uint32_t, uint32_t>>> places;  // sentences by key
  for (const Denial& denial : denials)
    for (const ActKeys& keys : denial.words)
      for (const Key key : keys)
        if (key != 0) places.try_emplace(key);
  enum : uint8_t { unseen, unwanted, sought };
  std::vector<uint8_t> state(texts.symbols.size(), unseen);
  const auto wanted = [&](Symbol word) {  // is it a word of some denial?
    if (state[word] == unseen) {
      state[word] = unwanted;
      for (const Key key : reader.keys(word))
        if (key != 0 && places.count(key) > 0) state[word] = sought;
    }
    return state[word] == sought;
  };
  for (uint32_t d = 0; d < texts.documents.size(); ++d) {
    const Document& document = texts.documents[d];
    for (uint32_t s = 0; s < document.sentences.size(); ++s)
      for (uint32_t i = document.sentences[s].first_token; i < document.sentences[s].end_token; ++i) {
        const auto post = [&](Key key) {
          const auto found = places.find(key);
          if (key != 0 && found != places.end() && (found->second.empty() || found->second.back() != std::pair(d, s))) found->second.emplace_back(d, s);
        };
        const Symbol lemma = document.tokens[i].lemma;
        if (wanted(lemma))
          for (const Key key : reader.keys(lemma)) post(key);
        const PhraseSet::Match act = match(table.acts, document.tokens, i, document.sentences[s].end_token);
        if (act.tokens > 1) post(static_cast<Key>(act.value) + 1);
      }
  }
  std::vector<Key> anchors;
  for (const Denial& denial : denials) {
    anchors.clear();
    for (const ActKeys& keys : denial.words)
      for (const Key key : keys)
        if (key != 0) anchors.push_back(key);
    std::sort(anchors.begin(), anchors.end(), [&](Key a, Key b) { return std::pair(places[a].size(), a) < std::pair(places[b].size(), b); });
    anchors.erase(std::unique(anchors.begin(), anchors.end()), anchors.end());
    size_t taken = 0, used = 0;
    const size_t from = out.size();
    for (const Key key : anchors) {
      if (used == kAnchors * 2 || taken == kCandidates) break;
      const auto& list = places[key];
      if (list.size() < 2) continue;
      ++used;
      for (const auto& [d, s] : list) {
        if (taken == kCandidates) break;
        if (d == denial.document) continue;
        const bool known = std::any_of(out.begin() + static_cast<std::ptrdiff_t>(from), out.end(), [d = d, s = s](const StanceCandidate& c) { return c.other_document == d && c.other_sentence == s; });
        if (known) continue;
        out.push_back({denial.document, denial.sentence, denial.clause, d, s});
        ++taken;
      }
    }
  }
  return out;
}

}  // namespace crosscheck
