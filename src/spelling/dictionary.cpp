// Tested by tests/rooms/spelling.cpp.
#include "spelling/dictionary.h"

#include "text/fold.h"
#include "text/utf8.h"

namespace crosscheck {
namespace {

std::string without_accented_letters(std::string_view word) {
  std::string out;
  for (const char c : word)
    if (static_cast<unsigned char>(c) < 0x80) out += c;
  return out;
}

}  // namespace

Dictionary::Dictionary(Rulebook& book)
    : words(book.home.data + "/words.table"), medical(book.home.data + "/en_med.table"), forms(book) {
  if (words) book.data.insert(book.data.end(), {"en_US", "en_GB", "wordnet", "background"});
  if (medical) book.data.emplace_back("en_med");
  const Value& apostrophes = book.lexicon("apostrophes");
  for (const auto& [written, meant] : apostrophes["contractions"].fields) contractions.emplace(written, meant.text());
  before_not = book.word_set(apostrophes["before_not"]);
  named = book.word_set(apostrophes["named"]);
  for (const std::string& person : apostrophes["kin"].texts()) kin_plural.add(book.symbols.intern(person + "s"));
  own = book.word_set(apostrophes["own"]);
  ends_in_s = book.word_set(apostrophes["ends_in_s"]);
  having = book.word_set(apostrophes["having"]);
  not_clitic = book.symbols.intern("n't");
  possessive = book.symbols.intern("'s");
  const Value& accents = book.lexicon("accents");
  for (const char* kind : {"names", "words"})
    for (const std::string& written : accents[kind].texts()) {
      const AccentedWord word{written, std::string_view(kind) == "names"};
      const std::string folded = fold(written), lost = without_accented_letters(folded);
      if (lost.size() >= 4) without_letters.emplace(lost, word);
      without_accents.emplace(strip_accents(folded), word);
    }
  const Value& settings = book.lexicon("spelling");
  for (const auto& [ground, weight] : settings["weights"].fields) weights.push_back(weight.number());
}

ListedWord Dictionary::find(std::string_view word) const {
  ListedWord found = words.find(word);
  if (const ListedWord other = medical.find(word); other.known()) {
    // A name for one list is a name for both only when both say so.
    const auto name = static_cast<uint16_t>(found.known() ? found.flags & other.flags & words_format::kName : other.flags & words_format::kName);
    found.text = other.text;
    found.flags = static_cast<uint16_t>(((found.flags | other.flags) & ~words_format::kName) | name);
  }
  return found;
}

}  // namespace crosscheck
