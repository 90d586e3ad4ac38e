// "Mr. Smith" here, "Mrs Jones" there: titles before names with and without a full stop.
//
// Tested by tests/checks/style/personal_titles.yaml.

#include "check/prose.h"
#include "check/usage.h"

namespace crosscheck::style {
namespace {

struct Settings {
  Prose prose;
  WordSet titles;
  std::string prefer;
  Settings(const Value& settings, Rulebook& book) : prose(book), prefer(settings["prefer"].text("consistent")) {
    for (const std::string& title : settings["titles"].texts()) {
      titles.add(book.symbols.intern(title));
      titles.add(book.symbols.intern(title + "."));
    }
  }
};

void run(const CheckInput& in, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  std::vector<Usage> ways{{"a full stop after the title", {}}, {"no full stop after the title", {}}};
  each_sentence(in, [&](uint32_t d, const Document& document, const Sentence& sentence) {
    const auto& tokens = document.tokens;
    for (uint32_t i = sentence.first_token; i + 1 < sentence.end_token; ++i) {
      if (!settings.titles.contains(tokens[i].word) || tokens[i].letter_case != Case::capitalised) continue;
      const bool inside = document.text_of(tokens[i]).ends_with('.');
      const bool behind = !inside && tokens[i + 1].word == settings.prose.stop && touch(tokens[i], tokens[i + 1]);
      const uint32_t name = i + (behind ? 2 : 1);
      if (name >= sentence.end_token || tokens[name].letter_case != Case::capitalised || !tokens[name].space_before) continue;
      ways[inside || behind ? 0 : 1].places.push_back({d, {tokens[i].span.begin, behind ? tokens[i + 1].span.end : tokens[i].span.end}, i});
    }
  });
  const auto rewrite = [&](const UsePlace& place, size_t winner) {
    const uint32_t end = place.span.end;
    return winner == 0 ? Fix{place.document, {end, end}, ".", false} : Fix{place.document, {end - 1, end}, "", false};
  };
  report_mixed(in, ways, "titles", settings.prefer == "with" ? ways[0].name : settings.prefer == "without" ? ways[1].name : "", rewrite, findings);
}

}  // namespace

extern const Check personal_titles{run, prepare<Settings>};

}  // namespace crosscheck::style
