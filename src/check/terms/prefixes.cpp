// One prefix with a hyphen here and without one there: "pre-lunch dose", "preoperative". Off unless the house wants it:
// dictionaries themselves decide word by word.
//
// What must have its hyphen (before a capital, a figure, or the same vowel: "anti-Xa", "re-enter") is left out.
//
// Tested by tests/checks/terms/prefixes.yaml.

#include <unordered_map>

#include "check/prose.h"
#include "check/usage.h"
#include "spelling/dictionary.h"

namespace crosscheck::terms {
namespace {

struct Settings {
  Prose prose;
  std::vector<std::string> prefixes;
  std::unordered_map<Symbol, size_t> number;
  std::string prefer;
  Settings(const Value& settings, Rulebook& book) : prose(book), prefixes(settings["prefixes"].texts()), prefer(settings["prefer"].text("consistent")) {
    for (size_t i = 0; i < prefixes.size(); ++i) number[book.symbols.intern(prefixes[i])] = i;
  }
};

bool needs_hyphen(std::string_view prefix, const Token& rest, std::string_view text) { return rest.letter_case != Case::lower || rest.kind != TokenKind::word || prefix.back() == text.front(); }

void run(const CheckInput& in, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  const auto& dictionary = in.rulebook.table<Dictionary>();
  std::vector<std::vector<Usage>> ways(settings.prefixes.size(), {{"without a hyphen", {}}, {"with a hyphen", {}}});
  each_sentence(in, [&](uint32_t d, const Document& document, const Sentence& sentence) {
    const auto& tokens = document.tokens;
    for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      if (!is_word(tokens[i])) continue;
      if (const auto found = settings.number.find(tokens[i].word); found != settings.number.end()) {
        if (i + 2 >= sentence.end_token || tokens[i + 1].word != settings.prose.hyphen || !touch(tokens[i], tokens[i + 1]) || !touch(tokens[i + 1], tokens[i + 2])) continue;
        const std::string_view rest = in.texts.word(tokens[i + 2].word);
        if (!needs_hyphen(settings.prefixes[found->second], tokens[i + 2], rest)) ways[found->second][1].places.push_back({d, {tokens[i].span.begin, tokens[i + 2].span.end}, i});
        continue;
      }
      const std::string_view word = in.texts.word(tokens[i].word);
      for (size_t k = 0; k < settings.prefixes.size(); ++k) {
        const std::string& prefix = settings.prefixes[k];
        if (!word.starts_with(prefix) || word.size() < prefix.size() + 5) continue;
        const ListedWord rest = dictionary.words.find(word.substr(prefix.size()));
        if (rest.count > 0 && (rest.flags & words_format::kUS) != 0) ways[k][0].places.push_back({d, tokens[i].span, i});
      }
    }
  });
  for (size_t k = 0; k < ways.size(); ++k) {
    const auto rewrite = [&](const UsePlace& place, size_t winner) {
      const Document& document = in.texts.documents[place.document];
      const uint32_t at = place.span.begin + static_cast<uint32_t>(settings.prefixes[k].size());
      return winner == 0 ? Fix{place.document, document.tokens[place.detail + 1].span, "", false} : Fix{place.document, {at, at}, "-", false};
    };
    report_mixed(in, ways[k], settings.prefixes[k], settings.prefer == "hyphen" ? ways[k][1].name : settings.prefer == "closed" ? ways[k][0].name : "", rewrite, findings);
  }
}

}  // namespace

extern const Check prefixes{run, prepare<Settings>};

}  // namespace crosscheck::terms
