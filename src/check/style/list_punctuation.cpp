// Items of one list that end partly with one mark, partly with another or with none.
//
// The last item may close the list with a full stop when the others end with commas or semicolons ("soap; a towel.").
// Sentences among fragments end with a stop in any list, and very short items without; question marks and the stops
// of abbreviations tell nothing.
//
// Tested by tests/checks/style/list_punctuation.yaml.

#include <algorithm>
#include <array>

#include "check/lists.h"
#include "check/prose.h"
#include "check/usage.h"

namespace crosscheck::style {
namespace {

struct Settings {
  Prose prose;
  std::string prefer;
  Settings(const Value& settings, Rulebook& book) : prose(book), prefer(settings["prefer"].text("consistent")) {}
};

enum Ending : uint8_t { none, stop, semicolon, comma, endings };
constexpr std::array<const char*, endings> kNames{"no mark", "a full stop", "a semicolon", "a comma"};
constexpr std::array<const char*, endings> kMarks{"", ".", ";", ","};

// How an item ends; `endings` when it tells nothing. `mark` is the token of the mark, or of the last word.
Ending ending_of(const Settings& settings, const Document& document, uint32_t p, uint32_t& mark) {
  const Passage& passage = document.passages[p];
  const Sentence& last = document.sentences[passage.end_sentence - 1];
  mark = last.end_token - 1;
  // "; and"
  if (settings.prose.joins(document.tokens[mark].word) && mark > last.first_token && document.tokens[mark - 1].kind == TokenKind::punctuation) --mark;
  const Token& token = document.tokens[mark];
  if (settings.prose.joins(token.word)) return endings;  // "salt and"
  if (token.word == settings.prose.stop) return stop;
  if (token.word == settings.prose.semicolon) return semicolon;
  if (token.word == settings.prose.comma) return comma;
  const bool dotted = is_word(token) && document.text[token.span.end - 1] == '.';
  if (document.tokens[document.sentences[passage.first_sentence].first_token].word == settings.prose.open) return endings;  // "(5.7)"
  if (is_word(token) || token.kind == TokenKind::number || token.word == settings.prose.close) return dotted ? endings : none;
  return endings;
}

void look_at(const Settings& settings, uint32_t d, const Document& document, const ListItems& items, std::vector<Usage>& ways) {
  for (const char* name : kNames) ways.push_back({name, {}});
  const auto add = [&](size_t k) {
    uint32_t mark = 0;
    const Ending ending = ending_of(settings, document, items[k], mark);
    if (ending == endings) return;
    // The last word with its mark.
    const uint32_t word = ending != none && mark > 0 ? mark - 1 : mark;
    ways[ending].places.push_back({d, {document.tokens[word].span.begin, document.tokens[mark].span.end}, items[k]});
  };
  for (size_t k = 0; k + 1 < items.size(); ++k) add(k);
  size_t most = 0;
  for (size_t way = 1; way < ways.size(); ++way)
    if (ways[way].places.size() > ways[most].places.size()) most = way;
  if (most == none || most == stop) add(items.size() - 1);
}

// A whole sentence: it begins with a capital and has a verb that a short list tells.
bool is_sentence(const Settings& settings, const Document& document, const Sentence& sentence) {
  if (document.tokens[sentence.first_token].letter_case != Case::capitalised || sentence.end_token - sentence.first_token < 5) return false;
  for (uint32_t i = sentence.first_token + 1; i < sentence.end_token; ++i)
    if (settings.prose.auxiliaries.contains(document.tokens[i].word)) return true;
  return false;
}

// Places that their item explains: sentences among fragments take a stop, a word or two among sentences take none.
void excuse(const Settings& settings, const Document& document, std::vector<Usage>& ways) {
  const bool stops_win = ways[stop].places.size() > ways[none].places.size();
  uint32_t sentences = 0;
  for (const UsePlace& place : ways[none].places) sentences += is_sentence(settings, document, document.sentences[document.passages[place.detail].first_sentence]);
  std::erase_if(ways[stops_win ? none : stop].places, [&](const UsePlace& place) {
    const Passage& passage = document.passages[place.detail];
    const Sentence& first = document.sentences[passage.first_sentence];
    if (stops_win) return first.end_token - first.first_token <= 2;
    return passage.end_sentence - passage.first_sentence > 1 || (sentences == 0 && is_sentence(settings, document, first));
  });
}

// Several items on either side: two kinds of items, and no slip.
bool is_split(const std::vector<Usage>& ways) {
  const size_t stops = ways[stop].places.size(), bare = ways[none].places.size();
  return std::min(stops, bare) >= 3;
}

void run(const CheckInput& in, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  for (uint32_t d = 0; d < in.texts.documents.size(); ++d) {
    const Document& document = in.texts.documents[d];
    for (const ListItems& items : lists_of(document)) {
      if (items.size() < 3) continue;
      std::vector<Usage> ways;
      look_at(settings, d, document, items, ways);
      excuse(settings, document, ways);
      if (is_split(ways)) continue;
      const auto rewrite = [&](const UsePlace& place, size_t winner) {
        uint32_t mark = 0;
        const Ending ending = ending_of(settings, document, place.detail, mark);
        const Span old = ending == none ? Span{place.span.end, place.span.end} : document.tokens[mark].span;
        return Fix{place.document, old, kMarks[winner], false};
      };
      const size_t wish = settings.prefer == "stop" ? stop : settings.prefer == "none" ? none : endings;
      report_mixed(in, ways, document.name + "|" + std::string(document.text_of(first_token(document, items.front()))), wish == endings ? "" : kNames[wish], rewrite, findings);
    }
  }
}

}  // namespace

extern const Check list_punctuation{run, prepare<Settings>};

}  // namespace crosscheck::style
