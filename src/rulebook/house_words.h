// Words that the house accepts or rejects: lists in the configuration, Vale's accept.txt and reject.txt, Hunspell's
// .dic files, as they are.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "rulebook/value.h"
#include "rulebook/words.h"

namespace re2 {
class RE2;
}

namespace crosscheck {

struct HouseWords {
  WordSet accepted;                               // every word of an accepted entry, folded
  std::unordered_set<std::string> entries;        // the entries as they are written
  std::vector<std::shared_ptr<re2::RE2>> patterns;  // entries of accept.txt with wildcards
  std::vector<Value> rejected;                    // patterns, each with its place

  bool empty() const { return entries.empty() && patterns.empty(); }
  // Is the word, folded and as written, one that the house accepts? Only patterns cost more than a look.
  bool accepts(Symbol word, std::string_view written) const;
  // The same of any stretch of text: an entry as it is written, or accepted words only.
  bool accepts_text(std::string_view written, const SymbolTable& symbols) const;
};

// words: { accept: [...], reject: [...] }. An entry that ends in .txt or .dic is a file beside the configuration.
HouseWords read_house_words(const Value& words, const std::string& folder, SymbolTable& symbols);

}  // namespace crosscheck
