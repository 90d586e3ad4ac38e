// Words that no list has, but that are built as words are: "nonsmokers", "spondylometaphyseal", "temsirolimus".
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "rulebook/rulebook.h"

namespace crosscheck {

// How a word that is in no list is built.
struct WordForm {
  double inflected = 0;    // a known word with an English ending: how well it is known, from 0 to 1
  double affixed = 0;      // a known word with a known front or end, likewise
  bool joined = false;     // Greek and Latin parts from front to end
  bool medicine = false;   // ends as the names of a class of medicines do
  bool substance = false;  // ends as names of enzymes and salts do
};

// rules/lexicon/word_forms.yaml
class WordForms {
 public:
  explicit WordForms(Rulebook& book);
  // `known` tells how surely a string is a word of its own, from 0 to 1.
  template <class Known>
  WordForm read(std::string_view word, Known known) const {
    WordForm form;
    for (const std::string& stem : stems(word)) form.inflected = std::max(form.inflected, known(stem));
    for (size_t cut = 2; cut + 3 <= word.size(); ++cut) {
      const std::string_view front = word.substr(0, cut), rest = word.substr(cut);
      if (rest.size() >= 4 && cut <= longest_prefix_ && has(prefixes_, front)) form.affixed = std::max(form.affixed, known(std::string(rest)));
      if (cut >= 3 && has(suffixes_, rest)) form.affixed = std::max(form.affixed, known(std::string(front)));
    }
    form.joined = joined(word);
    form.medicine = word.size() >= 6 && ends_in(medicines_, word);
    form.substance = word.size() >= 5 && ends_in(substances_, word);
    return form;
  }
  // Begins with such a part and ends with one, whatever is between: "opticospinal".
  bool looks_medical(std::string_view word) const;
  bool is_prefix(std::string_view word) const { return has(prefixes_, word) || has(roots_, word); }
  // Fronts that a letter left out, put in or swapped makes of this.
  std::vector<std::string> prefixes_near(const std::string& part) const;
  bool is_suffix(std::string_view word) const { return has(suffixes_, word) || has(ends_, word); }

 private:
  using Parts = std::unordered_set<std::string>;
  static bool has(const Parts& parts, std::string_view part) { return parts.contains(std::string(part)); }
  // What the word may be inflected from: "studies" -> study, studie.
  static std::vector<std::string> stems(std::string_view word);
  bool joined(std::string_view word) const;
  static bool ends_in(const Parts& ends, std::string_view word);

  Parts prefixes_, suffixes_, roots_, ends_, medicines_, substances_;
  size_t longest_prefix_ = 0;
};

}  // namespace crosscheck
