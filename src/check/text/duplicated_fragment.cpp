// A stretch of words that stands twice: "low blood sugar blood sugar", "Guillain-Barre barré", "Sjögren Sjogren".
//
// Three shapes:
//   several words twice in a row           the action plan the action plan
//   half of a hyphenated word again        vaso-occlusive occlusive
//   a word and its twin without accents    Sjögren Sjogren; the spelling with accents is kept
// "Day after day after day" and names ("New York New York") are English; rows of a table that lost its lines hold
// numbers or bare capitals and are left alone, and so is a heading that ran into its text ("Radiation therapy
// Radiation therapy is ...").
//
// Tested by tests/checks/text/duplicated_fragment.yaml.

#include <algorithm>

#include "check/prose.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace crosscheck::text {
namespace {

struct Settings {
  Prose prose;
  WordSet chained;  // "day after day after day"
  Symbol possessive;
  Settings(const Value& settings, Rulebook& book) : prose(book), chained(book.word_set(settings["chained"])), possessive(book.symbols.intern("'s")) {}
};

constexpr uint32_t kLongest = 10;  // words of a fragment

bool is_ascii(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

bool part_of_prose(const Settings& settings, const Token& token) { return is_word(token) || token.word == settings.prose.hyphen; }

// How many tokens from `i` on stand again directly after themselves; 0 when none do.
uint32_t repeated_tokens(const Settings& settings, const Document& document, const Sentence& sentence, uint32_t i) {
  const auto& tokens = document.tokens;
  for (uint32_t length = 2; length <= kLongest && i + 2 * length <= sentence.end_token; ++length) {
    if (!part_of_prose(settings, tokens[i + length - 1])) return 0;
    if (tokens[i + length].word != tokens[i].word || !tokens[i + length].space_before) continue;
    bool same = true, lower = false;
    if (tokens[i + length].letter_case == Case::capitalised && i == sentence.first_token) continue;  // a heading and its text
    for (uint32_t k = 0; same && k < length; ++k) {
      const bool same_case = tokens[i + k].letter_case == tokens[i + length + k].letter_case || (k == 0 && i == sentence.first_token);
      same = same_case && tokens[i + k].word == tokens[i + length + k].word && is_word(tokens[i + length + k]) == is_word(tokens[i + k]);
      lower |= is_lower(tokens[i + length + k]) && tokens[i + k].span.size() > 2;
    }
    if (!same || !lower) continue;
    // "day after day after day": the link stands last, or first when the word before it is the chained one.
    const bool starts_with_link = settings.chained.contains(tokens[i].word) && i > sentence.first_token && tokens[i - 1].word == tokens[i + length - 1].word;
    if (settings.chained.contains(tokens[i + length - 1].word) || starts_with_link) same = false;
    // Three times and more: a table or a refrain.
    const uint32_t third = i + 2 * length;
    if (same && third < sentence.end_token && tokens[third].word == tokens[i].word && length <= 2) same = false;
    if (same) return length;
  }
  return 0;
}

// The word that should stand: accents from the twin that has them, capitals from the first.
std::string better_twin(std::string_view first, std::string_view second) {
  const bool first_has = !is_ascii(first);
  std::string out(first_has ? first : second);
  if (!first_has && is_upper(code_point_at(first, 0).value)) out = capitalised(second);
  return out;
}

bool are_twins(const Document& document, const Token& first, const Token& second) {
  if (!is_word(first) || !is_word(second) || first.word == second.word || !second.space_before || first.span.size() < 4) return false;
  const std::string_view a = document.text_of(first), b = document.text_of(second);
  const bool may_match = (a[0] | 0x20) == (b[0] | 0x20) || static_cast<unsigned char>(a[0]) >= 0x80 || static_cast<unsigned char>(b[0]) >= 0x80;
  if (!may_match || is_ascii(a) == is_ascii(b)) return false;
  return lowered(strip_accents(a)) == lowered(strip_accents(b));
}

void report(const CheckInput& in, uint32_t d, const Document& document, Span span, const std::string& keep, bool safe, Findings& findings) {
  Finding out = finding(in, {{d, span}}, {{"keep", keep}});
  out.confidence = 0.93;
  // A comma that came with the repeat goes with it: "Guillain-Barre barré, syndrome".
  const bool comma = safe && span.end + 1 < document.text.size() && document.text[span.end] == ',' && document.text[span.end + 1] == ' ';
  out.fixes = {{d, {span.begin, span.end + (comma ? 1u : 0u)}, keep, safe}};
  if (comma) out.fixes.push_back({d, span, keep, false});
  findings.push_back(std::move(out));
}

void run(const CheckInput& in, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  const auto in_sentence = [&](uint32_t d, const Document& document, const Sentence& sentence) {
    const auto& tokens = document.tokens;
    for (uint32_t i = sentence.first_token; i + 1 < sentence.end_token; ++i) {
      if (!is_word(tokens[i])) continue;
      if (const uint32_t length = repeated_tokens(settings, document, sentence, i); length > 0) {
        const Span once{tokens[i].span.begin, tokens[i + length - 1].span.end};
        report(in, d, document, {once.begin, tokens[i + 2 * length - 1].span.end}, std::string(document.text_of(once)), false, findings);
        i += 2 * length - 1;
        continue;
      }
      const Token& next = tokens[i + 1];
      // The hyphenated word that the first twin ends.
      uint32_t begin = i;
      while (begin >= sentence.first_token + 2 && tokens[begin - 1].word == settings.prose.hyphen && touch(tokens[begin - 2], tokens[begin - 1]) &&
             touch(tokens[begin - 1], tokens[begin]))
        begin -= 2;
      const bool half = begin < i && next.word == tokens[i].word && is_word(next) && next.space_before;
      if (!half && !are_twins(document, tokens[i], next)) continue;
      const std::string before(document.text_of(Span{tokens[begin].span.begin, tokens[i].span.begin}));
      report(in, d, document, {tokens[begin].span.begin, next.span.end}, before + better_twin(document.text_of(tokens[i]), document.text_of(next)), true, findings);
    }
  };
  each_document(in, findings, "duplicated", [&](uint32_t d, const Document& document) {
    for (const Sentence& sentence : document.sentences)
      if (document.passages[sentence.passage].kind != PassageKind::table_cell) in_sentence(d, document, sentence);
  });
}

}  // namespace

extern const Check duplicated_fragment{run, prepare<Settings>};

}  // namespace crosscheck::text
