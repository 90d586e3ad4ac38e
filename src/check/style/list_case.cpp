// Items of one list that begin partly with capitals, partly with small letters.
//
// A capital among small letters may be a name ("Crohn disease", "sunburn"): it counts only where the word is written
// small elsewhere in the set, or a function word follows it ("Skin that goes back"). Items that begin with a figure,
// an abbreviation, a word like "pH" or a name that its owner writes small tell nothing.
//
// Tested by tests/checks/style/list_case.yaml.

#include "check/lists.h"
#include "check/prose.h"
#include "check/usage.h"
#include "spelling/judge.h"
#include "text/fold.h"

namespace crosscheck::style {
namespace {

struct Settings {
  Prose prose;
  std::string prefer;
  Settings(const Value& settings, Rulebook& book) : prose(book), prefer(settings["prefer"].text("consistent")) {}
};

// Words that stand in small letters somewhere in the set.
WordSet small_words(const CheckInput& in) {
  WordSet words;
  for (const Document& document : in.texts.documents)
    for (const Token& token : document.tokens)
      if (is_lower(token)) words.add(token.word);
  return words;
}

bool is_common_word(const Settings& settings, const Document& document, const Sentence& sentence, const WordSet& small) {
  const Token& first = document.tokens[sentence.first_token];
  if (small.contains(first.word) || settings.prose.function_words.contains(first.word)) return true;
  return sentence.first_token + 1 < sentence.end_token && settings.prose.function_words.contains(document.tokens[sentence.first_token + 1].word);
}

void run(const CheckInput& in, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  const Census& census = in.index.spelling->census;
  WordSet small;
  for (uint32_t d = 0; d < in.texts.documents.size(); ++d) {
    const Document& document = in.texts.documents[d];
    for (const ListItems& items : lists_of(document)) {
      if (items.size() < 3) continue;
      std::vector<Usage> ways{{"a capital", {}}, {"a small letter", {}}};
      for (const uint32_t p : items) {
        const Token& first = first_token(document, p);
        if (is_lower(first) && census.standing(first.word) == Standing::name) continue;
        if (is_word(first) && (first.letter_case == Case::capitalised || is_lower(first)) && first.span.size() > 1)
          ways[is_lower(first) ? 1 : 0].places.push_back({d, first.span, p});
      }
      if (ways[0].places.size() < ways[1].places.size() && !ways[0].places.empty()) {
        if (small.empty()) small = small_words(in);
        std::erase_if(ways[0].places, [&](const UsePlace& place) { return !is_common_word(settings, document, document.sentences[document.passages[place.detail].first_sentence], small); });
      }
      const auto rewrite = [&](const UsePlace& place, size_t winner) {
        const std::string_view word = document.text_of(place.span);
        return Fix{place.document, place.span, winner == 0 ? capitalised(word) : lowered(word), false};
      };
      report_mixed(in, ways, document.name + "|" + std::string(document.text_of(first_token(document, items.front()))),
                   settings.prefer == "capital" ? ways[0].name : settings.prefer == "small" ? ways[1].name : "", rewrite, findings);
    }
  }
}

}  // namespace

extern const Check list_case{run, prepare<Settings>};

}  // namespace crosscheck::style
