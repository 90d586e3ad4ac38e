// "do not" here, "don't" there. Off unless the configuration says what the house wants.
//
// Tested by tests/checks/style/contractions.yaml.

#include "check/prose.h"
#include "check/usage.h"
#include "text/fold.h"

namespace crosscheck::style {
namespace {

struct Settings {
  Symbol not_, clitic;
  WordSet hosts;
  std::string prefer;
  Settings(const Value& settings, Rulebook& book) : not_(book.symbols.intern("not")), clitic(book.symbols.intern("n't")), hosts(book.word_set(settings["hosts"])), prefer(settings["prefer"].text("consistent")) {}
};

std::string written_out(std::string_view host) {
  const std::string small = fold(host);
  const std::string full = small == "wo" ? "will" : small == "ca" ? "can" : small == "sha" ? "shall" : small;
  return (host[0] < 'a' ? capitalised(full) : full) + (full == "can" ? "not" : " not");
}

void run(const CheckInput& in, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  std::vector<Usage> ways{{"written out", {}}, {"contracted", {}}};
  each_sentence(in, [&](uint32_t d, const Document& document, const Sentence& sentence) {
    const auto& tokens = document.tokens;
    for (uint32_t i = sentence.first_token + 1; i < sentence.end_token; ++i) {
      const Token& host = tokens[i - 1];
      if (tokens[i].word == settings.clitic && touch(host, tokens[i])) ways[1].places.push_back({d, {host.span.begin, tokens[i].span.end}, i});
      else if (tokens[i].word == settings.not_ && is_lower(tokens[i]) && settings.hosts.contains(host.word)) ways[0].places.push_back({d, {host.span.begin, tokens[i].span.end}, i});
    }
  });
  const auto rewrite = [&](const UsePlace& place, size_t winner) {
    const Document& document = in.texts.documents[place.document];
    if (winner != 0) return Fix{};
    return Fix{place.document, place.span, written_out(document.text_of(document.tokens[place.detail - 1])), false};
  };
  report_mixed(in, ways, "contractions", settings.prefer == "full" ? ways[0].name : settings.prefer == "short" ? ways[1].name : "", rewrite, findings);
}

}  // namespace

extern const Check contractions{run, prepare<Settings>};

}  // namespace crosscheck::style
