#include "check/fact_conflict.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace crosscheck {
namespace {

constexpr size_t kMost = 200;  // facts of one relation that are compared

bool includes(const std::vector<Symbol>& all, const std::vector<Symbol>& some) { return std::includes(all.begin(), all.end(), some.begin(), some.end()); }

bool has(const std::vector<Symbol>& words, Symbol word) { return std::find(words.begin(), words.end(), word) != words.end(); }

// All words of one stand in the other: "the 1953 film Gente di Roma", "Gente di Roma".
bool within(const FactPhrase& a, const FactPhrase& b) {
  const auto all = [](const FactPhrase& p) {
    std::vector<Symbol> words;
    std::merge(p.names.begin(), p.names.end(), p.words.begin(), p.words.end(), std::back_inserter(words));
    return words;
  };
  const std::vector<Symbol> x = all(a), y = all(b);
  return includes(x, y) || includes(y, x);
}

Answer subjects_agree(const FactPhrase& a, const FactPhrase& b) {
  if (a.pronoun && b.pronoun) return Answer::open;
  if (a.pronoun || b.pronoun) {
    const FactPhrase& other = a.pronoun ? b : a;
    return other.names.empty() && !other.pointing ? Answer::closed : Answer::open;
  }
  if (!a.names.empty() && !b.names.empty()) {
    if (a.names != b.names && within(a, b)) return Answer::open;
    if (a.head != 0 && b.head != 0 && a.head != b.head) return Answer::closed;
    if (a.names == b.names) return a.found_before || b.found_before ? Answer::open : Answer::passed;
    return includes(a.names, b.names) || includes(b.names, a.names) ? Answer::open : Answer::closed;
  }
  if (a.names.empty() != b.names.empty()) {
    const FactPhrase &named = a.names.empty() ? b : a, &other = a.names.empty() ? a : b;
    if (!other.pointing) return Answer::closed;
    return has(named.words, other.head) || has(named.names, other.head) || (named.words.empty() && other.words.size() == 1) ? Answer::open : Answer::closed;
  }
  if (a.words.empty() || a.head != b.head) return Answer::closed;
  if (a.words == b.words) return Answer::passed;
  return includes(a.words, b.words) || includes(b.words, a.words) ? Answer::open : Answer::closed;
}

// One written twice: "Nikolas", "Nicholas".
bool nearly(std::string_view a, std::string_view b) {
  if (a.size() < 4 || b.size() < 4) return false;
  if (a.starts_with(b) || b.starts_with(a)) return true;
  std::vector<int> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = static_cast<int>(j);
  for (size_t i = 1; i <= a.size(); ++i) {
    int corner = row[0];
    row[0] = static_cast<int>(i);
    for (size_t j = 1; j <= b.size(); ++j) {
      const int above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, corner + (a[i - 1] != b[j - 1])});
      corner = above;
    }
  }
  return row[b.size()] <= (std::min(a.size(), b.size()) >= 6 ? 2 : 1);
}

class Answers {
 public:
  explicit Answers(const CheckInput& in) : in_(in), table_(in.rulebook.table<FactTable>()), words_(in.rulebook.table<WordRelations>()) {}

  bool exclude(const Fact& a, const Fact& b) const {
    const FactTable::Relation& relation = table_.relations[a.relation];
    if (a.unknown != b.unknown) return true;
    if (a.unknown) return false;
    switch (relation.kind) {
      case FactTable::Kind::kind: return words_.relation(a.values.front().entry, b.values.front().entry) == Relation::exclusive;
      case FactTable::Kind::amount:
      case FactTable::Kind::time: return a.high < b.low || b.high < a.low;
      case FactTable::Kind::place: return places_apart(a, b);
      case FactTable::Kind::name: break;
    }
    return names_apart(a, b);
  }

 private:
  bool titled(Symbol word) const { return table_.titles.contains(word) || in_.texts.word(word).size() < 2; }

  // They share a name, or a word in nearly one spelling.
  bool share(const FactPhrase& a, const FactPhrase& b) const {
    const auto bare = [&](const FactPhrase& p) { return std::all_of(p.names.begin(), p.names.end(), [&](Symbol w) { return titled(w); }); };
    const bool whole = bare(a) || bare(b);
    for (const Symbol x : a.names)
      for (const Symbol y : b.names)
        if ((whole || (!titled(x) && !titled(y))) && (x == y || nearly(in_.texts.word(x), in_.texts.word(y)))) return true;
    return false;
  }
  bool share_any(const Fact& a, const Fact& b) const {
    return std::any_of(a.values.begin(), a.values.end(), [&](const FactPhrase& x) { return std::any_of(b.values.begin(), b.values.end(), [&](const FactPhrase& y) { return share(x, y); }); });
  }
  // Each word of the shorter stands in the longer.
  bool one_name(const FactPhrase& a, const FactPhrase& b) const {
    const FactPhrase &less = a.names.size() <= b.names.size() ? a : b, &more = a.names.size() <= b.names.size() ? b : a;
    return std::all_of(less.names.begin(), less.names.end(), [&](Symbol x) { return titled(x) || std::any_of(more.names.begin(), more.names.end(), [&](Symbol y) { return x == y || nearly(in_.texts.word(x), in_.texts.word(y)); }); });
  }
  bool collective(const Fact& fact) const {
    return std::any_of(fact.values.begin(), fact.values.end(), [&](const FactPhrase& p) { return std::any_of(p.words.begin(), p.words.end(), [&](Symbol w) { return table_.collective.contains(w); }); });
  }

  bool names_apart(const Fact& a, const Fact& b) const {
    if (collective(a) || collective(b)) return false;
    const auto named = [](const Fact& f) { return std::any_of(f.values.begin(), f.values.end(), [](const FactPhrase& p) { return !p.names.empty(); }); };
    if (named(a) != named(b)) return false;
    if (!named(a)) return things_apart(a.values.front(), b.values.front());
    if (!share_any(a, b)) return true;
    // "X and Y" against "X and Z"
    if (a.values.size() < 2 || b.values.size() < 2) return false;
    const auto missing = [&](const Fact& of, const Fact& in) { return std::count_if(of.values.begin(), of.values.end(), [&](const FactPhrase& x) { return std::none_of(in.values.begin(), in.values.end(), [&](const FactPhrase& y) { return one_name(x, y); }); }); };
    return missing(a, b) > 0 && missing(b, a) > 0;
  }

  // "cotton", "wool": two nouns of one class.
  bool things_apart(const FactPhrase& a, const FactPhrase& b) const {
    return a.head != 0 && b.head != 0 && a.words.size() == 1 && b.words.size() == 1 && a.entry != 0 && b.entry != 0 && words_.relation(a.entry, b.entry) == Relation::exclusive;
  }

  bool same_place(const FactPhrase& a, const FactPhrase& b) const { return includes(a.names, b.names) || includes(b.names, a.names) || share(a, b); }
  // Two countries, or the towns of two regions that both are named; a town and a region may lie in one another.
  bool places_apart(const Fact& a, const Fact& b) const {
    for (const FactPhrase& x : a.values)
      for (const FactPhrase& y : b.values) {
        if (same_place(x, y) && &x == &a.values.front() && &y == &b.values.front()) return false;
        if (x.entry != 0 && y.entry != 0 && words_.parted_by(x.entry, y.entry) == "country") return true;
      }
    const auto within = [&](const FactPhrase& part, const Fact& whole) { return std::any_of(whole.values.begin(), whole.values.end(), [&](const FactPhrase& p) { return same_place(part, p); }); };
    return a.values.size() > 1 && b.values.size() > 1 && !within(a.values.front(), b) && !within(b.values.front(), a);
  }

  const CheckInput& in_;
  const FactTable& table_;
  const WordRelations& words_;
};

bool lasting(const Fact& a, const Fact& b) { return a.qualifiers == b.qualifiers; }

class Reporter {
 public:
  Reporter(const CheckInput& in, Findings& findings) : in_(in), table_(in.rulebook.table<FactTable>()), answers_(in), findings_(findings), facts_(find_facts(in.texts, in.rulebook, in.rule.info.id)) {}

  void run() {
    std::map<uint32_t, std::vector<uint32_t>> groups;
    for (uint32_t f = 0; f < facts_.size(); ++f) {
      std::vector<uint32_t>& group = groups[facts_[f].relation];
      if (group.size() < kMost) group.push_back(f);
    }
    for (const auto& entry : groups) compare(entry.second);
  }

 private:
  void compare(const std::vector<uint32_t>& group) {
    std::vector<bool> used(group.size(), false);
    for (size_t i = 0; i < group.size(); ++i)
      for (size_t j = i + 1; j < group.size() && !used[i]; ++j) {
        const Fact &a = facts_[group[i]], &b = facts_[group[j]];
        if (used[j] || a.document == b.document) continue;
        const Gate subject = fact_subject_gate(a, b);
        if (subject.answer == Answer::closed || !lasting(a, b) || !answers_.exclude(a, b)) continue;
        used[i] = used[j] = true;
        report(a, b, subject);
      }
  }

  // Both name the thing and the answer, and no other can have come later.
  bool sure(const Fact& a, const Fact& b, const Gate& subject) const {
    const FactTable::Relation& relation = table_.relations[a.relation];
    const auto named = [](const Fact& f) { return f.values.size() == 1 && !f.values.front().names.empty(); };
    return subject.answer == Answer::passed && relation.kind == FactTable::Kind::name && !relation.changes && named(a) && named(b);
  }

  void report(const Fact& a, const Fact& b, const Gate& subject) {
    Finding out = finding(in_, {{a.document, a.shown, 1}, {b.document, b.shown, 2}});
    if (!sure(a, b, subject)) lower_to(out, Level::warning);
    out.confidence = out.level == Level::error ? 0.85 : subject.answer == Answer::passed ? 0.75 : 0.6;
    out.why = "both say " + table_.relations[a.relation].asks + (subject.answer == Answer::passed ? ", of the same thing" : "; what it is said of may be the same thing");
    findings_.push_back(std::move(out));
  }

  const CheckInput& in_;
  const FactTable& table_;
  const Answers answers_;
  Findings& findings_;
  std::vector<Fact> facts_;
};

}  // namespace

Gate fact_subject_gate(const Fact& a, const Fact& b) { return {"subject", subjects_agree(a.subject, b.subject), ""}; }

bool facts_exclude(const CheckInput& in, const Fact& a, const Fact& b) { return Answers(in).exclude(a, b); }

void report_fact_conflicts(const CheckInput& in, Findings& findings) { Reporter(in, findings).run(); }

}  // namespace crosscheck
