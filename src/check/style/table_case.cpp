// Heads of one table's columns that begin with a capital beside one that does not.
//
//   | Medicine | Dose | how often |
//
// Tested by tests/checks/style/table_case.yaml.

#include <map>

#include "check/prose.h"
#include "check/usage.h"
#include "text/fold.h"

namespace crosscheck::style {
namespace {

struct Settings {
  std::string prefer;
  Settings(const Value& settings, Rulebook&) : prefer(settings["prefer"].text("consistent")) {}
};

void run(const CheckInput& in, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  for (uint32_t d = 0; d < in.texts.documents.size(); ++d) {
    const Document& document = in.texts.documents[d];
    std::map<int32_t, std::vector<Usage>> tables;
    for (const Passage& passage : document.passages) {
      if (passage.kind != PassageKind::table_cell || passage.row != 0 || passage.first_sentence == passage.end_sentence) continue;
      const Sentence& sentence = document.sentences[passage.first_sentence];
      if (sentence.first_token == sentence.end_token) continue;
      const Token& first = document.tokens[sentence.first_token];
      if (!is_word(first) || first.span.size() < 3 || (first.letter_case != Case::lower && first.letter_case != Case::capitalised)) continue;
      auto& ways = tables[passage.table];
      if (ways.empty()) ways = {{"a capital", {}}, {"a small letter", {}}};
      ways[first.letter_case == Case::lower].places.push_back({d, first.span, sentence.first_token});
    }
    for (const auto& [table, ways] : tables) {
      if (ways[0].places.size() + ways[1].places.size() < 3) continue;
      const auto rewrite = [&](const UsePlace& place, size_t winner) {
        const std::string text(in.texts.documents[place.document].text_of(place.span));
        return Fix{place.document, place.span, winner == 0 ? capitalised(text) : lowered(text), false};
      };
      report_mixed(in, ways, "table " + std::to_string(table), settings.prefer == "capital" ? ways[0].name : settings.prefer == "small" ? ways[1].name : "", rewrite, findings);
    }
  }
}

}  // namespace

extern const Check table_case{run, prepare<Settings>};

}  // namespace crosscheck::style
