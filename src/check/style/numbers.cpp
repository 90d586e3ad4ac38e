// Counts in words and in figures within one set: "three visits" and "3 blood tests".
//
// Only counts of things are compared: a number before a plural noun, within one band (2-9, 10-20, 21-99; "one" is
// no count). Measures, times, ages, ranges, "2 of 5", labels ("week 3") and decimals are written in figures by any
// rule, results ("9 patients (2%)") too, and the first word of a sentence is no figure. So is a small count that stands in a sentence with a figure above nine, since counts that are set side by
// side look alike.
//
// Tested by tests/checks/style/numbers.yaml.

#include <array>

#include "check/prose.h"
#include "check/usage.h"
#include "language/numbers.h"

namespace crosscheck::style {
namespace {

struct Settings {
  Prose prose;
  WordSet measures, labels, plurals, before, after;
  std::string prefer;
  Symbol dozen;
  std::vector<std::string> words;  // "two" at 2
  Settings(const Value& settings, Rulebook& book)
      : prose(book),
        measures(book.word_set(settings["measures"])),
        labels(book.word_set(settings["labels"])),
        plurals(book.word_set(settings["plurals"])),
        before(book.word_set(settings["not_after"])),
        after(book.word_set(settings["not_before"])),
        prefer(settings["prefer"].text("consistent")),
        dozen(book.symbols.intern("dozen")),
        words(100) {
    for (const auto& [word, value] : book.lexicon("numbers")["words"].fields)
      if (value.number() < 100) words[static_cast<size_t>(value.number())] = word;
    for (size_t tens = 20; tens < 100; tens += 10)
      for (size_t ones = 1; ones < 10; ++ones) words[tens + ones] = words[tens] + "-" + words[ones];
    words[12] = "twelve";
  }
};

constexpr size_t kBands = 3;
constexpr std::array<const char*, kBands> kBandNames{"2-9", "10-20", "21-99"};
size_t band_of(double value) { return value < 10 ? 0 : value <= 20 ? 1 : 2; }

bool is_plural(const Settings& settings, const Document& document, const Token& token) {
  if (!is_lower(token) || settings.measures.contains(token.word)) return false;
  if (settings.plurals.contains(token.word)) return true;
  const std::string_view text = document.text_of(token);
  return text.size() >= 4 && text.ends_with('s') && !text.ends_with("ss") && !text.ends_with("us") && !text.ends_with("is");
}

// Do the words from `i` on name counted things: adjectives, then a plural?
bool counts_things(const Settings& settings, const Document& document, uint32_t i, uint32_t end) {
  for (uint32_t k = i; k < std::min(end, i + 4); ++k) {
    const Token& token = document.tokens[k];
    if (!is_word(token) || !token.space_before || !is_lower(token) || settings.after.contains(token.word) || settings.measures.contains(token.word)) return false;
    if (is_plural(settings, document, token)) return true;
    if (settings.prose.function_words.contains(token.word)) return false;
  }
  return false;
}

bool is_figure(const Document& document, const Token& token, uint32_t& value) {
  if (token.kind != TokenKind::number) return false;
  const std::string_view text = document.text_of(token);
  value = 0;
  for (const char c : text) {
    if (c == ',') continue;
    if (c < '0' || c > '9' || value > 100000) return false;
    value = value * 10 + static_cast<uint32_t>(c - '0');
  }
  return true;
}

// Is the number at [i, next) part of a range, a label or another fixed form?
bool is_fixed(const Settings& settings, const Document& document, const Sentence& sentence, uint32_t i, uint32_t next) {
  const auto& tokens = document.tokens;
  if (i > sentence.first_token) {
    const Token& before = tokens[i - 1];
    if (before.kind == TokenKind::symbol || settings.labels.contains(before.word) || settings.before.contains(before.word)) return true;
    if (touch(before, tokens[i]) && before.word != settings.prose.open) return true;
    const bool joins = settings.prose.joins(before.word) || !is_word(before);
    if (joins && before.word != settings.prose.comma && i >= sentence.first_token + 2 && tokens[i - 2].kind == TokenKind::number) return true;
  } else {
    return true;  // a sentence begins with a word by any rule; "3 Take ..." is a number that lost its point
  }
  return next >= sentence.end_token || touch(tokens[next - 1], tokens[next]);
}

// "9 patients (2%)": a result, in figures by any rule.
bool is_result(const Document& document, const Sentence& sentence, uint32_t next) {
  for (uint32_t i = next; i < std::min(sentence.end_token, next + 7); ++i)
    if (document.tokens[i].kind == TokenKind::symbol && document.text_of(document.tokens[i]) == "%") return true;
  return false;
}

bool has_large_figure(const Document& document, const Sentence& sentence) {
  uint32_t value = 0;
  for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i)
    if (is_figure(document, document.tokens[i], value) && value >= 10) return true;
  return false;
}

void run(const CheckInput& in, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  const auto& numbers = in.rulebook.table<NumberTable>();
  std::array<std::vector<Usage>, kBands> bands;
  bands[0] = {{"words", {}}, {"figures", {}}};
  bands[1] = bands[2] = {{"figures", {}}, {"words", {}}};
  std::vector<uint32_t> values;
  each_sentence(in, [&](uint32_t d, const Document& document, const Sentence& sentence) {
    const PassageKind kind = document.passages[sentence.passage].kind;
    if (kind != PassageKind::paragraph && kind != PassageKind::list_item && kind != PassageKind::quote && kind != PassageKind::field) return;
    for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      const Token& token = document.tokens[i];
      if (token.kind != TokenKind::number && (token.kind != TokenKind::word || token.letter_case == Case::upper)) continue;
      uint32_t value = 0, tokens = 1;
      const bool figure = is_figure(document, token, value);
      if (!figure) {
        if (token.kind == TokenKind::number) continue;
        const auto number = numbers.read(document, i, sentence.end_token);
        if (!number) continue;
        tokens = number->tokens;
        if (token.word == settings.dozen || number->ordinal || number->value != static_cast<uint32_t>(number->value)) continue;
        value = static_cast<uint32_t>(number->value);
      }
      const uint32_t next = i + tokens;
      if (value >= 2 && value <= 99 && next < sentence.end_token && counts_things(settings, document, next, sentence.end_token) && !is_fixed(settings, document, sentence, i, next) &&
          !(value < 10 && has_large_figure(document, sentence)) && !is_result(document, sentence, next)) {
        std::vector<Usage>& ways = bands[band_of(value)];
        ways[(ways[0].name == "figures") == figure ? 0 : 1].places.push_back({d, {token.span.begin, document.tokens[next - 1].span.end}, static_cast<uint32_t>(values.size())});
        values.push_back(value);
      }
      i = next - 1;
    }
  });
  for (size_t b = 0; b < kBands; ++b) {
    const auto rewrite = [&](const UsePlace& place, size_t winner) {
      const Document& document = in.texts.documents[place.document];
      const uint32_t value = values[place.detail];
      std::string text = bands[b][winner].name == "figures" ? std::to_string(value) : settings.words[value];
      const bool capital = document.text[place.span.begin] >= 'A' && document.text[place.span.begin] <= 'Z';
      return capital ? Fix{} : Fix{place.document, place.span, std::move(text), false};
    };
    report_mixed(in, bands[b], kBandNames[b], settings.prefer, rewrite, findings);
  }
}

}  // namespace

extern const Check numbers{run, prepare<Settings>};

}  // namespace crosscheck::style
