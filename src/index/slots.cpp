#include "index/slots.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "index/slot_subject.h"
#include "language/tags.h"

namespace crosscheck {
namespace {

class Finder {
 public:
  Finder(const Collection& texts, const std::vector<Claim>& claims, const Abbreviations& abbreviations, const Meanings& meanings, const Rulebook& rules)
      : texts_(texts), claims_(claims), meanings_(meanings), table_(rules.table<SlotTable>()), quantities_(rules.table<QuantityTable>()), subjects_(texts, abbreviations, meanings, table_) {}

  void read(uint32_t d, uint32_t s) {
    const Document& document = texts_.documents[d];
    const Sentence& sentence = document.sentences[s];
    found_.clear();
    for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      const auto* starts = table_.starts.find(document.tokens[i].word);
      if (!starts) continue;
      for (const auto& [slot, wording] : *starts) {
        PatternMatch match;
        if (table_.slots[slot]->wordings[wording].pattern.match(document, sentence.first_token, i, sentence.end_token, quantities_, match)) keep(slot, wording, match);
      }
    }
    while (claim_ < claims_.size() && (claims_[claim_].document < d || (claims_[claim_].document == d && claims_[claim_].sentence < s))) ++claim_;
    for (; claim_ < claims_.size() && claims_[claim_].document == d && claims_[claim_].sentence == s; ++claim_)
      for (const Quantity& quantity : claims_[claim_].quantities)
        for (const auto& [slot, wording] : table_.with_quantity) {
          PatternMatch match;
          if (table_.slots[slot]->wordings[wording].pattern.match(document, sentence.first_token, quantity.first, sentence.end_token, quantities_, match)) keep(slot, wording, match);
        }
    for (const Found& found : found_) add(d, s, found);
  }

  std::vector<Statement> take() {
    settle_topics();
    std::stable_sort(all_.begin(), all_.end(), [](const Statement& a, const Statement& b) { return std::tie(a.slot, a.subject, a.document, a.first) < std::tie(b.slot, b.subject, b.document, b.first); });
    return std::move(all_);
  }

 private:
  struct Found {
    uint32_t slot, wording;
    PatternMatch match;
  };

  // Of wordings of one slot in one place the longest tells most.
  void keep(uint32_t slot, uint32_t wording, const PatternMatch& match) {
    for (Found& other : found_) {
      if (other.slot != slot || other.match.end <= match.first || match.end <= other.match.first) continue;
      if (match.end - match.first > other.match.end - other.match.first) other = {slot, wording, match};
      return;
    }
    found_.push_back({slot, wording, match});
  }

  void add(uint32_t d, uint32_t s, const Found& found) {
    const Document& document = texts_.documents[d];
    const Slot& slot = *table_.slots[found.slot];
    const Slot::Wording& wording = slot.wordings[found.wording];
    const PatternMatch& match = found.match;
    Statement out;
    out.slot = found.slot, out.document = d, out.sentence = s, out.first = match.first, out.end = match.end, out.row = wording.row;
    out.value = wording.value >= 0 ? wording.value : match.phrase;
    out.shown = {document.tokens[match.shown].span.begin, document.tokens[match.shown_end - 1].span.end};
    if (out.value < 0 && match.value_end > match.value) {
      out.low = match.quantity.low, out.high = match.quantity.high, out.comparator = match.quantity.comparator;
      if (match.quantity.dimension.empty()) out.symbol = key_of(document, match), out.symbol_span = document.tokens[match.value].span;
    }
    if (out.value >= 0 && static_cast<size_t>(out.value) < slot.bounds.size()) std::tie(out.low, out.high) = slot.bounds[static_cast<size_t>(out.value)];
    if (out.row) read_row(slot, out);
    else if (!read_clause(document, s, slot, match, out)) return;
    if (!slot.named) return all_.push_back(std::move(out));
    const uint32_t about_end = std::min(match.about_end, document.sentences[s].end_token);
    if (!out.row && !of_the_topic(d, match)) return;
    const bool limited = out.conditional;
    for (auto& finding : subjects_.findings(d, match.about, about_end)) {
      if (within_topic(d, finding.name)) continue;
      out.subject = one_name(slot, std::move(finding.name));
      out.conditional = limited || finding.goes_on;
      out.named = true;
      all_.push_back(out);
    }
  }

  Key key_of(const Document& document, const PatternMatch& match) const {
    const Key key = meanings_.key(document.tokens[match.value].word);
    return key != 0 ? key : document.tokens[match.value].word | 1u << 31;  // "X", "5": words without content of their own
  }

  // "5 percent of people with the gene variants": not those the text is about.
  bool of_the_topic(uint32_t d, const PatternMatch& match) {
    const Document& document = texts_.documents[d];
    for (uint32_t i = match.first; i < match.end; ++i)
      if (document.text_of(document.tokens[i]) == "with") {
        const Subject group = subjects_.of_name(d, i + 1, match.end - 1);  // the verb is the last
        return group.name.empty() || subjects_.topic(d).empty() || within_topic(d, group.name);
      }
    return true;
  }
  bool within_topic(uint32_t d, const std::vector<Key>& name) {
    const std::vector<Key>& topic = subjects_.topic(d);
    return !name.empty() && (std::includes(topic.begin(), topic.end(), name.begin(), name.end()) || (!topic.empty() && std::includes(name.begin(), name.end(), topic.begin(), topic.end())));
  }

  // The first of the names a finding goes by.
  std::vector<Key> one_name(const Slot& slot, std::vector<Key> name) {
    if (same_of_ != &slot) {
      same_of_ = &slot, same_.clear();
      for (const auto& cluster : slot.same) {
        std::vector<Key> first;
        for (const auto& words : cluster) {
          std::vector<Key> keys;
          for (const Symbol word : words)
            if (meanings_.kind(word) != WordKind::function && meanings_.key(word) != 0) keys.push_back(meanings_.key(word));
          sort_out(keys);
          if (first.empty()) first = keys;
          same_.emplace(std::move(keys), first);
        }
      }
    }
    const auto found = same_.find(name);
    return found == same_.end() ? name : found->second;
  }

  static void read_row(const Slot& slot, Statement& out) {
    for (const auto& [shown, range] : slot.row_values)
      if (out.value < 0 && out.low == shown && out.high == shown) std::tie(out.low, out.high) = range;
  }

  // "Though there can be a tendency, ...": not "In some families, ..." nor "When it is caused by ..., ...".
  bool own_clause(const Document& document, uint32_t first, uint32_t end) const {
    bool subject = false;
    for (uint32_t i = first; i < end; ++i) {
      if (table_.conditions.contains(document.tokens[i].word)) return false;
      subject |= base_relation(document.tokens[i].relation) == relation::nsubj;
    }
    return subject;
  }

  // ", which ...", ", some people ...": the next clause.
  bool ends_clause(const Document& document, uint32_t from, uint32_t end) const {
    if (from < end && (table_.breaks.contains(document.tokens[from].word) || is_adverb(document.tokens[from].tag))) return true;
    for (uint32_t i = from; i < std::min(end, from + 5) && document.tokens[i].kind == TokenKind::word; ++i)
      if (base_relation(document.tokens[i].relation) == relation::nsubj) return true;
    return false;
  }

  // The stretch around the match that limits it: from mark to mark.
  std::pair<uint32_t, uint32_t> clause_around(const Document& document, const Sentence& sentence, const PatternMatch& match) const {
    const auto mark = [&](uint32_t i) { return document.text_of(document.tokens[i]) == ";"; };
    uint32_t first = match.first, end = match.end;
    bool whole = false;  // a subject stands between
    while (first > sentence.first_token && !mark(first - 1) && !(whole && document.text_of(document.tokens[first - 1]) == "," && own_clause(document, sentence.first_token, first - 1))) {
      --first;
      const Token& token = document.tokens[first];
      whole = base_relation(token.relation) == relation::nsubj ? token.tag != tag::WDT && token.tag != tag::WP : whole && token.tag != tag::WDT;
    }
    const auto relative = [&](uint32_t i) { return document.tokens[i].tag == tag::WDT || document.tokens[i].tag == tag::WP; };
    while (end < sentence.end_token && !mark(end) && !relative(end) && !(document.text_of(document.tokens[end]) == "," && ends_clause(document, end + 1, sentence.end_token))) ++end;
    return {first, end};
  }

  // False: the statement says nothing that could be compared.
  bool read_clause(const Document& document, uint32_t s, const Slot& slot, const PatternMatch& match, Statement& out) {
    const Sentence& sentence = document.sentences[s];
    Subject subject;
    if (match.names) {
      subject = subjects_.of_name(out.document, match.about, std::min(match.about_end, sentence.end_token));
      if (subject.name.empty() && !subject.other && !slot.named) subjects_.look_back(out.document, s, match.first, subject);
    } else {
      subject = subjects_.of_clause(out.document, s, match.first, match.end);
    }
    if (subject.other || subject.part) return false;
    const auto [first, end] = clause_around(document, sentence, match);
    for (uint32_t i = first; i < end; ++i) {
      const Token& token = document.tokens[i];
      const bool within = i >= match.first && i < match.end;
      if (!within && i < match.first && i + 4 >= match.first && table_.negators.contains(token.word)) return false;
      if (slot.never.contains(token.word) || (out.value >= 0 && slot.never_of[static_cast<size_t>(out.value)].contains(token.word))) return false;
      if (table_.views.contains(token.word) || (i < match.first && table_.explains.contains(token.word))) return false;
      if (!within && i > first && table_.others.contains(token.word) && table_.before_others.contains(document.tokens[i - 1].word)) return false;
      if (!within && out.value >= 0) note_other_value(document, slot, i, end, out);
      if (table_.soft.contains(token.word) || (!slot.usual && table_.usual.contains(token.word))) out.soft = true;
      if (i < match.first && table_.labels.contains(token.word) && document.text_of(token).ends_with('s')) out.conditional = true;  // "sporadic forms of it"
      if (!within && table_.hedges.contains(token.word)) out.hedged = true;
      if (!within && table_.conditions.contains(token.word)) out.conditional = true;
      const WordKind kind = meanings_.kind(token.word);
      const bool limits = kind == WordKind::population || kind == WordKind::degree || kind == WordKind::route || kind == WordKind::form;
      if (limits && !within && !slot.neutral.contains(token.word)) out.scope.push_back(meanings_.key(token.word));
      if (i > first && token.kind == TokenKind::number && !within && table_.labels.contains(document.tokens[i - 1].word)) out.labels.push_back(token.word);
    }
    if (subject.limited) out.conditional = true;
    if (out.value >= 0 && slot.absolute[static_cast<size_t>(out.value)] && (out.soft || out.hedged || out.conditional)) return false;
    out.subject = std::move(subject.name);
    out.labels.insert(out.labels.end(), subject.labels.begin(), subject.labels.end());
    sort_out(out.labels), sort_out(out.scope);
    std::erase_if(out.scope, [&](Key key) { return std::binary_search(out.subject.begin(), out.subject.end(), key); });
    return true;
  }

  // "autosomal dominant or autosomal recessive"
  void note_other_value(const Document& document, const Slot& slot, uint32_t at, uint32_t end, Statement& out) const {
    const PhraseSet::Match phrase = slot.phrases.match(document.tokens, at, end);
    if (phrase.tokens > 0 && slot.apart[static_cast<size_t>(out.value)][static_cast<size_t>(phrase.value)]) out.several = true;
  }

  static void sort_out(std::vector<Key>& keys) {
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  }

  // Who names nothing speaks of the document's topic; a document without one, of what all others are about.
  void settle_topics() {
    std::vector<Key> common;
    bool one = true;
    for (Statement& statement : all_) {
      const std::vector<Key>& topic = subjects_.topic(statement.document);
      if (statement.subject.empty()) statement.subject = topic;
      statement.known = !statement.subject.empty() && !(statement.named && topic.empty());
      if (statement.named && statement.known) statement.labels = topic;
      if (!statement.known) continue;
      if (statement.named) {
        if (common.empty()) common = topic;
        else if (common != topic) one = false;
        continue;
      }
      if (common.empty()) common = statement.subject;
      else if (common != statement.subject) one = false;
    }
    if (!one) return;
    for (Statement& statement : all_)
      if (!statement.known) (statement.named ? statement.labels : statement.subject) = common;
  }

  const Collection& texts_;
  const std::vector<Claim>& claims_;
  size_t claim_ = 0;
  const Meanings& meanings_;
  const SlotTable& table_;
  const QuantityTable& quantities_;
  SubjectFinder subjects_;
  std::vector<Found> found_;
  const Slot* same_of_ = nullptr;
  std::map<std::vector<Key>, std::vector<Key>> same_;
  std::vector<Statement> all_;
};

}  // namespace

Slots find_slots(const Collection& texts, const std::vector<Claim>& claims, const Abbreviations& abbreviations, const Meanings& meanings, const Rulebook& rules) {
  Finder finder(texts, claims, abbreviations, meanings, rules);
  for (uint32_t d = 0; d < texts.documents.size(); ++d)
    for (uint32_t s = 0; s < texts.documents[d].sentences.size(); ++s) finder.read(d, s);
  return {finder.take()};
}

}  // namespace crosscheck
