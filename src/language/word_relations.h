// How words relate: one sense in two words, the two poles of an axis, members of a class of which only one can
// hold. Phrases count as words ("slow down", "by mouth"). Made of rules/lexicon/{same_sense,oppositions,exclusive,
// single_valued,
// stance,word_roles,arrangement}.yaml; the files say why each group is in.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/arrangement_words.h"
#include "language/inflect.h"
#include "model/token.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

enum class Relation : uint8_t { none, same, opposite, exclusive };

// What a word does in a sentence whatever it means; a word may do several things.
enum WordClass : uint32_t {
  function_word = 1 << 0,   // the, of, is: carries no content
  filler = 1 << 1,          // also, however: may stand on one side only
  negator = 1 << 2,         // not, never, without
  auxiliary = 1 << 3,       // is, may, has: the predicate starts here
  scope_word = 1 << 4,      // children, severe, first: says whom, when, where
  condition_word = 1 << 5,  // if, unless, when
  hedge = 1 << 6,           // reportedly, appears to
  report_word = 1 << 7,     // believed, claimed, once thought
  soft_frequency = 1 << 8,  // usually, often, sometimes
  pronoun = 1 << 9,         // it, they, this
  label_word = 1 << 10,     // type, stage, chromosome: the next word is a label
  plural_some = 1 << 11,    // other, another, some: not the whole
  time_link = 1 << 12,      // before, after, during
  preposition = 1 << 13,
  contrast_word = 1 << 14,  // but, whereas
  unit_word = 1 << 15,      // mg, weeks
  epistemic_word = 1 << 16, // cause, occur: "may cause" gives no permission
  person_word = 1 << 18,    // who can be allowed or forbidden something
  negative_word = 1 << 19,  // fail, lack, barred: denies without a "not"
  remark_word = 1 << 20,    // which, so, because: opens what may be left out
  exempting_word = 1 << 21, // except, unless: what the rule leaves out
  generic_person = 1 << 22, // people, patients, anyone: whoever it is about
  inverting_word = 1 << 23, // fail, lack, unable: denies what hangs on it
  limit_word = 1 << 25,     // under, unless, than: draws a limit
  light_word = 1 << 24,     // use, give, happen: says little of its own
  manner_word = 1 << 26,     // oral, tablet, drops: how and in what form, no limit to whom or when
  speech_word = 1 << 27,     // says, tells: what follows is somebody's word
  symmetric_word = 1 << 17, // and, between, marry: who stands first does not matter
};

// Who is free to do what (rules/lexicon/stance.yaml).
enum class Stance : uint8_t { none, required, recommended, permitted, not_required, not_recommended, forbidden, possible, impossible };
enum class Amount : uint8_t { none, all, most, some, few, no, only, both, even, not_all };

struct Sense {
  enum Kind : uint8_t { synonym, axis, exclusive } kind;
  uint8_t member;  // pole of the axis, member of the class
  uint16_t group;
  friend bool operator==(const Sense&, const Sense&) = default;
};

class WordRelations {
 public:
  explicit WordRelations(Rulebook& book);

  struct Match {
    uint32_t tokens = 0;  // 0: no listed word starts here
    uint32_t entry = 0;
  };
  // The longest listed word or phrase at tokens[at].
  Match match(const std::vector<Token>& tokens, size_t at, size_t end) const;
  // A predicate that takes one value starts here ("developed by"); its entry is the number of its slot.
  Match match_slot(const std::vector<Token>& tokens, size_t at, size_t end) const { return find(slots_, tokens, at, end); }
  const std::string& slot_name(uint32_t slot) const { return slot_names_[slot]; }
  Match match_stance(const std::vector<Token>& tokens, size_t at, size_t end) const { return find(stances_, tokens, at, end); }

  Relation relation(uint32_t entry, uint32_t other) const;
  // The class that parts the two holds within one event only: a nurse and a doctor can both be asked.
  bool once(uint32_t entry, uint32_t other) const;
  // A number for each group the entry is in; entries without one in common have no relation.
  template <class Visit>
  void each_group(uint32_t entry, Visit visit) const {
    for (const Sense& sense : senses_[entry]) visit(uint32_t{sense.group} << 2 | sense.kind);
  }
  // The axis or class that parts two entries, for an explanation: "increase / decrease".
  std::string parted_by(uint32_t entry, uint32_t other) const;
  // The first synonym group of an entry, or 0; words of one group share it.
  uint32_t group_key(uint32_t entry) const;
  // Equal for phrases that say the same on one axis or in one class ("beta-blockers", "beta blocker").
  uint32_t phrase_key(uint32_t entry) const;
  // True when the two are parted by an axis of more and less, of before and after.
  bool on_axis(uint32_t entry, uint32_t other, std::string_view name) const;
  uint32_t classes(Symbol word) const { return word < classes_.size() ? classes_[word] : 0; }
  Amount amount(Symbol word) const { return word < amounts_.size() ? static_cast<Amount>(amounts_[word]) : Amount::none; }
  uint32_t stem(std::string_view word) const { return stemmer_.key(word); }
  // Without the endings that make nouns, adjectives and verbs of one another: "vaccinate" and "vaccination" share it.
  uint32_t root(std::string_view word) const { return roots_.key(word); }
  Amount amount_of_phrase(uint32_t entry) const { return entry < phrase_amounts_.size() ? static_cast<Amount>(phrase_amounts_[entry]) : Amount::none; }
  const ArrangementWords& arrangement() const { return arrangement_; }
  static Stance stance(const Match& match) { return static_cast<Stance>(match.entry); }

 private:
  struct Phrase {
    std::vector<Symbol> words;
    uint32_t entry;
  };
  using Phrases = std::vector<std::vector<Phrase>>;  // by first word, longest first

  static Match find(const Phrases& phrases, const std::vector<Token>& tokens, size_t at, size_t end);
  void add(Rulebook& book, const Inflector& inflector, const std::string& phrase, std::string_view kind, Sense sense);
  void add_phrase(Rulebook& book, Phrases& phrases, const std::string& phrase, uint32_t entry);
  void add_groups(Rulebook& book, const Inflector& inflector, const std::string& file, Sense::Kind kind);
  void add_classes(Rulebook& book);
  void add_stances(Rulebook& book);
  void add_slots(Rulebook& book);

  ArrangementWords arrangement_;
  Phrases phrases_, stances_, slots_;
  std::vector<std::string> slot_names_;
  std::vector<std::vector<Sense>> senses_;   // by entry; 0 is none
  std::vector<uint64_t> traits_;             // by entry, a bit for each of its groups: most pairs share none
  std::vector<std::string> axis_names_, exclusive_names_, axis_kinds_;  // by group
  std::vector<uint8_t> once_;                // by exclusive group
  std::vector<uint32_t> classes_;            // by symbol
  std::vector<uint8_t> amounts_;             // by symbol
  std::vector<uint8_t> phrase_amounts_;      // by entry
  uint16_t groups_[3] = {1, 1, 1};
  Stemmer stemmer_, roots_;
};

}  // namespace crosscheck
