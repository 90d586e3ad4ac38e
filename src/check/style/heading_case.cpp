// Headings in title case and in sentence case within one set: "What To Expect On The Day", "What happens afterwards".
//
// A heading counts when its words tell: title case has all its longer words capitalised and at least two of them
// after the first; sentence case has a longer word in small letters. Capitals throughout, short headings and names
// ("Willow Ward") tell nothing. What the running text of the set writes with capitals ("at Harrowfield Museum") is a
// name in its headings too.
//
// Tested by tests/checks/style/heading_case.yaml.

#include "check/prose.h"
#include "check/usage.h"
#include "spelling/judge.h"
#include "text/fold.h"

namespace crosscheck::style {
namespace {

struct Settings {
  Prose prose;
  std::string prefer;
  WordSet leading_in;
  Settings(const Value& settings, Rulebook& book) : prose(book), prefer(settings["prefer"].text("consistent")), leading_in(book.word_set(settings["leading_in"])) {}
};

enum class Style { unclear, title, sentence };

// Words that stand with a capital within sentences, beside another such word.
WordSet names_of(const CheckInput& in) {
  WordSet names;
  each_sentence(in, [&](uint32_t, const Document& document, const Sentence& sentence) {
    if (document.passages[sentence.passage].kind == PassageKind::heading || !sentence.terminated) return;
    const auto capital = [&](uint32_t i) { return document.tokens[i].letter_case == Case::capitalised && is_word(document.tokens[i]); };
    for (uint32_t i = sentence.first_token + 1; i + 1 < sentence.end_token; ++i)
      if (capital(i) && capital(i + 1)) names.add(document.tokens[i].word), names.add(document.tokens[i + 1].word);
  });
  return names;
}

// "Ashcombe Primary School": a run of capitals that begins with a word no text writes small.
bool begins_name(const Census& census, const Token& token) {
  const Standing standing = census.standing(token.word);
  return token.letter_case == Case::capitalised && (standing == Standing::name || standing == Standing::unknown);
}

Style style_of(const Settings& settings, const WordSet& names, const Census& census, const Document& document, uint32_t first, uint32_t end) {
  uint32_t capitalised = 0, lower = 0;
  bool in_name = begins_name(census, document.tokens[first]);
  for (uint32_t i = first + 1; i < end; ++i) {
    const Token& token = document.tokens[i];
    in_name = token.letter_case == Case::capitalised && (in_name || begins_name(census, token));
    if (in_name) continue;
    if (!is_word(token) || !token.space_before || (token.letter_case == Case::capitalised && names.contains(token.word))) continue;
    const bool longer = token.span.size() >= 4 && !settings.prose.function_words.contains(token.word);
    // A small word with a capital speaks for title case ("To Do"), one in small letters for nothing.
    capitalised += token.letter_case == Case::capitalised;
    lower += longer && is_lower(token);
  }
  const Case start = document.tokens[first].letter_case;
  if (start != Case::capitalised && start != Case::upper && start != Case::mixed) return Style::unclear;
  if (lower > 0) return capitalised <= lower ? Style::sentence : Style::unclear;
  return capitalised >= 2 ? Style::title : Style::unclear;
}

// In plain text a heading is a guess: lines of a list look the same. It must stand alone above a paragraph that ends
// like one, and not lead in to what follows ("Symptoms may include").
bool is_sure(const Settings& settings, const Document& document, uint32_t p) {
  if (document.format != Format::plain) return true;
  const auto& passages = document.passages;
  if (p > 0 && passages[p - 1].kind != PassageKind::paragraph && passages[p - 1].kind != PassageKind::table_cell) return p == 0;
  if (p > 0 && (passages[p - 1].first_sentence == passages[p - 1].end_sentence || !document.sentences[passages[p - 1].end_sentence - 1].terminated)) return false;
  if (p + 1 >= passages.size() || passages[p + 1].kind != PassageKind::paragraph || passages[p + 1].first_sentence == passages[p + 1].end_sentence) return false;
  if (!document.sentences[passages[p + 1].end_sentence - 1].terminated) return false;
  const Token& last = document.tokens[document.sentences[passages[p].end_sentence - 1].end_token - 1];
  return !settings.prose.function_words.contains(last.word) && !settings.leading_in.contains(last.word);
}

void run(const CheckInput& in, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  const WordSet names = names_of(in);
  std::vector<Usage> ways{{"sentence case", {}}, {"title case", {}}};
  for (uint32_t d = 0; d < in.texts.documents.size(); ++d) {
    const Document& document = in.texts.documents[d];
    for (uint32_t p = 0; p < document.passages.size(); ++p) {
      const Passage& passage = document.passages[p];
      if (passage.kind != PassageKind::heading || passage.first_sentence == passage.end_sentence || !is_sure(settings, document, p)) continue;
      const Style style = style_of(settings, names, in.index.spelling->census, document, document.sentences[passage.first_sentence].first_token, document.sentences[passage.end_sentence - 1].end_token);
      if (style != Style::unclear) ways[style == Style::title ? 1 : 0].places.push_back({d, passage.body, p});
    }
  }
  const auto rewrite = [&](const UsePlace& place, size_t winner) {
    // Names keep their capitals, which only a reader can tell: small letters are no fix to offer.
    if (winner == 0) return Fix{};
    const Document& document = in.texts.documents[place.document];
    const Passage& passage = document.passages[place.detail];
    std::string text;
    uint32_t at = place.span.begin;
    for (uint32_t i = document.sentences[passage.first_sentence].first_token; i < document.sentences[passage.end_sentence - 1].end_token; ++i) {
      const Token& token = document.tokens[i];
      text += document.text.substr(at, token.span.begin - at);
      const bool raise = is_lower(token) && token.space_before && (!settings.prose.function_words.contains(token.word) || settings.prose.pronouns.contains(token.word) || token.span.size() > 4);
      text += raise ? capitalised(document.text_of(token)) : std::string(document.text_of(token));
      at = token.span.end;
    }
    text += document.text.substr(at, place.span.end - at);
    return Fix{place.document, place.span, std::move(text), false};
  };
  report_mixed(in, ways, "heading", settings.prefer == "title" ? "title case" : settings.prefer == "sentence" ? "sentence case" : "", rewrite, findings);
}

}  // namespace

extern const Check heading_case{run, prepare<Settings>};

}  // namespace crosscheck::style
