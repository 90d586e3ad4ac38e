// A word that the house avoids, with the one it prefers: the page's `words`, overlaid by the configuration.
//
// Tested by tests/checks/terms/preferred.yaml.

#include "check/check.h"
#include "text/fold.h"

namespace crosscheck::terms {
namespace {

struct Settings {
  std::vector<std::string> preferred;
  PhraseSet avoided;
  WordSet first_words;
  Settings(const Value& settings, Rulebook& book) {
    for (const auto& [avoid, prefer] : settings["words"].fields) {
      avoided.add(avoid, static_cast<int32_t>(preferred.size()), book.symbols);
      first_words.add(book.symbols.intern(split_phrase(avoid).front()));
      preferred.push_back(prefer.text());
    }
  }
};

void run(const CheckInput& in, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  for (uint32_t d = 0; d < in.texts.documents.size(); ++d) {
    const Document& document = in.texts.documents[d];
    for (const Sentence& sentence : document.sentences) {
      if (document.passages[sentence.passage].kind == PassageKind::quote) continue;
      for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
        if (!settings.first_words.contains(document.tokens[i].word)) continue;
        const auto match = settings.avoided.match(document.tokens, i, sentence.end_token);
        if (match.tokens == 0) continue;
        const Span span{document.tokens[i].span.begin, document.tokens[i + match.tokens - 1].span.end};
        i += match.tokens - 1;
        const std::string& wanted = settings.preferred[static_cast<size_t>(match.value)];
        const bool capital = document.tokens[i + 1 - match.tokens].letter_case == Case::capitalised;
        Finding out = finding(in, {{d, span}}, {{"preferred", wanted}});
        out.why = "The house list prefers \"" + wanted + "\".";
        out.fixes = {{d, span, capital ? capitalised(wanted) : wanted, false}};
        findings.push_back(std::move(out));
      }
    }
  }
}

}  // namespace

extern const Check preferred{run, prepare<Settings>};

}  // namespace crosscheck::terms
