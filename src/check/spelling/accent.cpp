// Words that lost their accents.
//
//   "Sjgren"                       the whole letter is gone: spelling/judge.cpp
//   "Barre" here, "Barré" there    the accent is gone in some places of the set
//
// In the second kind the accented form is held to be right, whichever is the commoner, unless the bare form is a
// word of its own (rose, rosé). German umlauts may also be spelt out (Köbner, Koebner).
//
// Tested by tests/checks/spelling/accent.yaml.

#include <algorithm>
#include <map>

#include "check/mistakes.h"
#include "spelling/setting.h"
#include "text/fold.h"

namespace crosscheck::spelling {
namespace {

struct Settings {
  WordSet different;
  Settings(const Value& settings, Rulebook& book) : different(book.word_set(settings["different"])) {}
};

std::string spelt_out(std::string_view word) {
  std::string out;
  for (size_t i = 0; i < word.size(); ++i) {
    const std::string_view letter = word.substr(i, 2);
    if (letter == "ö" || letter == "ä" || letter == "ü") out += std::string(1, letter == "ö" ? 'o' : letter == "ä" ? 'a' : 'u') + 'e', ++i;
    else out += word[i];
  }
  return out;
}

// The bare forms of an accented word that the set may have, with or without the plural s.
std::vector<std::string> bare_forms(const std::string& word) {
  std::vector<std::string> out{strip_accents(word)};
  if (const std::string spelt = strip_accents(spelt_out(word)); spelt != out[0]) out.push_back(spelt);
  for (size_t i = 0, known = out.size(); i < known; ++i) {
    if (out[i].ends_with('s') && out[i].size() > 4) out.push_back(out[i].substr(0, out[i].size() - 1));
    else out.push_back(out[i] + "s");
  }
  return out;
}

struct Group {
  std::vector<Evidence> accented, bare;
  std::vector<std::string> fixes;  // for each bare place
  std::string forms;
};

// Symbol of a word -> its group and, for a bare form, the accented one.
using Membership = std::map<Symbol, std::pair<size_t, std::string>>;

Membership memberships(const CheckInput& in, std::vector<Group>& groups) {
  const auto& different = in.settings<Settings>().different;
  const Census& census = in.index.spelling->census;
  Membership of;
  for (const Symbol symbol : census.accented) {
    if (different.contains(symbol)) continue;
    const std::string word(in.texts.word(symbol));
    for (const std::string& bare : bare_forms(word)) {
      const Symbol other = in.texts.symbols.find(bare);
      if (other == 0 || other == symbol || census.count(other) == 0 || different.contains(other) || of.contains(other)) continue;
      const auto known = of.find(symbol);
      const size_t group = known != of.end() ? known->second.first : groups.size();
      if (known == of.end()) {
        groups.emplace_back();
        groups.back().forms = word + "|" + bare;
        of.emplace(symbol, std::pair(group, ""));
      }
      const bool plural = bare == strip_accents(word) + "s", singular = bare + "s" == strip_accents(word);
      of.emplace(other, std::pair(group, plural ? word + "s" : singular ? word.substr(0, word.size() - 1) : word));
    }
  }
  return of;
}

void collect(const CheckInput& in, const Membership& of, std::vector<Group>& groups) {
  for (uint32_t d = 0; d < in.texts.documents.size(); ++d) {
    const Document& document = in.texts.documents[d];
    for (const Sentence& sentence : document.sentences)
      for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
        const Token& token = document.tokens[i];
        const auto found = of.find(token.word);
        if (found == of.end() || !is_running_word(document, sentence, i)) continue;
        Group& group = groups[found->second.first];
        const std::string& right = found->second.second;
        (right.empty() ? group.accented : group.bare).push_back({d, token.span});
        if (!right.empty()) group.fixes.push_back(token.letter_case == Case::capitalised ? capitalised(right) : right);
      }
  }
}

void run(const CheckInput& in, Findings& findings) {
  report_mistakes(in, Fault::accent, findings);
  const auto& dictionary = in.rulebook.table<Dictionary>();
  std::vector<Group> groups;
  const Membership of = memberships(in, groups);
  if (of.empty()) return;
  collect(in, of, groups);
  for (const Group& group : groups) {
    if (group.accented.empty() || group.bare.empty()) continue;
    const bool bare_first = group.bare.size() <= group.accented.size();
    std::vector<Evidence> evidence = bare_first ? group.bare : group.accented;
    for (Evidence other : bare_first ? group.accented : group.bare) {
      other.side = 2;
      evidence.push_back(other);
    }
    Finding out = finding(in, std::move(evidence), {}, "both");
    lower_to(out, Level::suggestion);
    out.confidence = 0.9;
    out.forms = group.forms;
    out.why = "The two spellings differ by an accent alone, and the set has the one " + std::to_string(group.accented.size()) + " and the other " + std::to_string(group.bare.size()) + " times.";
    // A name that is listed with its accent, and that the set writes so too, has it everywhere.
    const bool sure = std::all_of(group.fixes.begin(), group.fixes.end(), [&](const std::string& fix) { return dictionary.without_accents.contains(strip_accents(fold(fix))); });
    for (size_t i = 0; i < group.bare.size(); ++i) out.fixes.push_back({group.bare[i].document, group.bare[i].span, group.fixes[i], sure});
    findings.push_back(std::move(out));
  }
}

}  // namespace

extern const Check accent{run, prepare<Settings>};

}  // namespace crosscheck::spelling
