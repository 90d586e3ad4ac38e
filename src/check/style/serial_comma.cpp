// A comma before the "and" of a list, in some places of a set and not in others: "fever, chills, and headache" but
// "nausea, vomiting and diarrhoea". What is a list is told by check/series.h.
//
// Tested by tests/checks/style/serial_comma.yaml.

#include <algorithm>

#include "check/series.h"
#include "check/usage.h"

namespace crosscheck::style {
namespace {

struct Settings {
  SeriesWords words;
  std::string prefer;
  Settings(const Value& settings, Rulebook& book) : words(settings, book), prefer(settings["prefer"].text("consistent")) {}
};

void run(const CheckInput& in, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  std::vector<Usage> ways{{"no comma", {}}, {"a comma", {}}};
  each_sentence(in, [&](uint32_t d, const Document& document, const Sentence& sentence) {
    const Passage& passage = document.passages[sentence.passage];
    if (passage.kind == PassageKind::table_cell || passage.kind == PassageKind::heading || settings.words.prose.in_reference_list(document, passage)) return;
    for (uint32_t i = sentence.first_token + 3; i + 1 < sentence.end_token; ++i) {
      Series series;
      if (!read_series(settings.words, document, sentence, i, series)) continue;
      uint32_t end = series.last.begin + 1;
      while (end < std::min(series.last.end, series.last.begin + 3) && !is_finite_verb(settings.words, document.tokens[end])) ++end;
      ways[series.comma ? 1 : 0].places.push_back({d, {document.tokens[series.middle.begin].span.begin, document.tokens[end - 1].span.end}, i});
    }
  });
  const auto rewrite = [&](const UsePlace& place, size_t winner) {
    const Document& document = in.texts.documents[place.document];
    const Token& before = document.tokens[place.detail - 1];
    return winner == 1 ? Fix{place.document, {before.span.end, before.span.end}, ",", false} : Fix{place.document, before.span, "", false};
  };
  const std::string prefer = settings.prefer == "with" ? ways[1].name : settings.prefer == "without" ? ways[0].name : "";
  report_mixed(in, ways, "serial", prefer, rewrite, findings);
}

}  // namespace

extern const Check serial_comma{run, prepare<Settings>};

}  // namespace crosscheck::style
