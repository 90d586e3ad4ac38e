// Is a text English? The rules know no other language, so they see no other.
#pragma once

#include <string>
#include <vector>

#include "model/document.h"
#include "model/report.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

// rules/lexicon/languages.yaml
struct LanguageTable {
  explicit LanguageTable(Rulebook& book);
  struct Profile {
    std::string name;
    WordSet words;
  };
  struct Script {
    std::string name;
    char32_t first, last;
  };
  WordSet english;
  std::vector<Profile> languages;
  std::vector<Script> scripts;

  // The name of another language in which the tokens [begin, end) are written, or an empty name. Texts with few words
  // count as English unless their letters say otherwise.
  std::string other_language(const Document& document, uint32_t begin, uint32_t end, uint32_t least_words) const;
};

// Withdraws the sentences and tokens of what is not English, a whole document or single passages, with a note.
void withdraw_other_languages(Document& document, const LanguageTable& table, std::vector<Trouble>& trouble);

}  // namespace crosscheck
