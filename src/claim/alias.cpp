// Tested by tests/rooms/facets.cpp.
#include "claim/alias.h"

#include <algorithm>

#include "claim/grammar.h"
#include "language/abbreviations.h"
#include "text/fold.h"

namespace crosscheck {
namespace {

constexpr size_t kMostWords = 4;

size_t words_in(const std::string& text) { return text.empty() ? 0 : 1 + static_cast<size_t>(std::count(text.begin(), text.end(), ' ')); }

// The words of a name as canonical subjects have them.
std::string plain(std::string_view text) {
  std::string out;
  for (const std::string& word : split_phrase(text)) {
    const bool letters = std::any_of(word.begin(), word.end(), [](unsigned char c) { return c >= 0x80 || std::isalnum(c); });
    if (letters) out += (out.empty() ? "" : " ") + fold(word);
  }
  return out;
}

}  // namespace

Aliases::Aliases(const Collection& texts, const std::vector<Claim>& claims, const Rulebook& rules) {
  const Abbreviations short_forms = find_abbreviations(texts, rules);
  for (const Abbreviation& one : short_forms.all) {
    if (one.expansions.empty()) continue;
    const std::string& key = one.expansions.front().key;
    if (std::any_of(one.expansions.begin(), one.expansions.end(), [&](const Expansion& e) { return e.key != key; })) continue;
    for (const Expansion& expansion : one.expansions) add(plain(texts.documents[expansion.use.document].text_of(expansion.long_form)), fold(one.text));
  }
  const auto& grammar = rules.table<GrammarTable>();
  for (const Claim& claim : claims) {
    if (claim.polarity == Polarity::negative || claim.modality != Modality::asserted || claim.attribution || claim.relation.empty()) continue;
    const Document& document = texts.documents[claim.document];
    const std::string& relation = claim.canonical.relation;
    const bool names = std::any_of(grammar.naming.begin(), grammar.naming.end(), [&](const std::string& verb) { return relation == verb; });
    if (names && claim.canonical.resolved == 0) add(claim.canonical.value, claim.canonical.subject);
    else if (relation == "be") add_brackets(document, claim);
  }
}

void Aliases::add(const std::string& name, const std::string& main) {
  if (name.empty() || main.empty() || name == main || words_in(name) > kMostWords || words_in(main) > kMostWords || main_.contains(main)) return;
  main_.emplace(name, main);
}

// "Zelovant (brintuxin) is ...": one or two words in small letters, no number.
void Aliases::add_brackets(const Document& document, const Claim& claim) {
  // The bracket may stand behind what the parse took for the subject.
  const std::string_view subject = claim.relation.begin > claim.subject.begin ? document.text_of(Span{claim.subject.begin, claim.relation.begin}) : document.text_of(claim.subject);
  const size_t open = subject.find('('), close = subject.find(')');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open || open < 2) return;
  const std::string inner = plain(subject.substr(open + 1, close - open - 1));
  if (words_in(inner) > 2 || inner.find_first_of("0123456789") != std::string::npos) return;
  add(inner, claim.canonical.subject);
}

const std::string& Aliases::main_name(const std::string& name) const {
  const auto found = main_.find(name);
  return found == main_.end() ? name : found->second;
}

}  // namespace crosscheck
