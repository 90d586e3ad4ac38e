// A range that runs downwards: "10-5 mg", "between 12 and 6 years".
//
// Doses that are lowered ("from 40 to 20 mg"), times of day ("9-5"), powers that lost their form ("10-5 M") and years
// gone by ("20 to 10 years ago") run downwards with good reason.
//
// Tested by tests/checks/structure/range.yaml.

#include "check/check.h"
#include "check/measures.h"

namespace crosscheck::structure {
namespace {

struct Settings {
  MeasureWords measures;
  WordSet dashes, lowering, powers, past;
  Symbol to, between, and_;

  Settings(const Value& settings, Rulebook& book)
      : measures(book),
        dashes(book.word_set(settings["dashes"])),
        lowering(book.word_set(settings["lowering"])),
        powers(book.word_set(settings["powers"])),
        past(book.word_set(settings["past"])),
        to(book.symbols.intern("to")),
        between(book.symbols.intern("between")),
        and_(book.symbols.intern("and")) {}
};

class Reader {
 public:
  Reader(const CheckInput& in, uint32_t d, Findings& findings)
      : in_(in), settings_(in.settings<Settings>()), numbers_(in.rulebook.table<NumberTable>()), d_(d), document_(in.texts.documents[d]), tokens_(document_.tokens), findings_(findings) {}

  void read(const Sentence& sentence) {
    for (uint32_t i = sentence.first_token; i + 3 < sentence.end_token; ++i) {
      const bool between = tokens_[i].word == settings_.between;
      if (tokens_[i].kind != TokenKind::number && !between) continue;
      const uint32_t first = between ? i + 1 : i;
      const auto low = numbers_.read(document_, first, sentence.end_token);
      if (!low || low->ordinal) continue;
      uint32_t at = first + low->tokens, taken = 0;
      uint32_t unit = settings_.measures.unit_at(document_, at, sentence.end_token, taken);
      const uint32_t joint = unit > 0 ? at + taken : at;
      if (joint + 1 >= sentence.end_token || !joins(joint, between)) continue;
      const auto high = numbers_.read(document_, joint + 1, sentence.end_token);
      if (!high || high->ordinal || high->value >= low->value) continue;
      at = joint + 1 + high->tokens;
      const uint32_t last_unit = settings_.measures.unit_at(document_, at, sentence.end_token, taken);
      if (last_unit == 0 || (unit != 0 && unit != last_unit) || has_reason(sentence, i, first, at + taken, low->value)) continue;
      report(first, joint + 1, at + taken, *low, *high);
    }
  }

 private:
  bool joins(uint32_t i, bool between) const {
    if (between) return tokens_[i].word == settings_.and_;
    return tokens_[i].word == settings_.to || (settings_.dashes.contains(tokens_[i].word) && tokens_[i].space_before == tokens_[i + 1].space_before);
  }

  bool has_reason(const Sentence& sentence, uint32_t start, uint32_t first, uint32_t end, double low) const {
    // "10-5 M", "2 x 10-5 g"; "-10 to -20"
    if (first > sentence.first_token && (settings_.dashes.contains(tokens_[first - 1].word) || settings_.powers.contains(tokens_[first - 1].word) || tokens_[first - 1].word == tokens_[first].word)) return true;
    if (tokens_[end - 1].letter_case == Case::upper && tokens_[end - 1].span.size() == 1) return true;
    if (low == 10 && start > sentence.first_token && tokens_[start - 1].kind == TokenKind::symbol) return true;
    const uint32_t from = start > sentence.first_token + 8 ? start - 8 : sentence.first_token;
    for (uint32_t i = from; i < start; ++i)
      if (settings_.lowering.contains(tokens_[i].word)) return true;
    return end < sentence.end_token && (settings_.past.contains(tokens_[end].word) || settings_.dashes.contains(tokens_[end].word));
  }

  void report(uint32_t first, uint32_t second, uint32_t end, const Number& low, const Number& high) {
    const Span one{tokens_[first].span.begin, tokens_[first + low.tokens - 1].span.end}, two{tokens_[second].span.begin, tokens_[second + high.tokens - 1].span.end};
    const Span whole{one.begin, tokens_[end - 1].span.end};
    Finding out = finding(in_, {{d_, whole}});
    out.why = "The first number of the range is the greater.";
    out.confidence = 0.85;
    std::string swapped(document_.text_of(two));
    swapped.append(document_.text_of(Span{one.end, two.begin})).append(document_.text_of(one)).append(document_.text_of(Span{two.end, whole.end}));
    out.fixes = {{d_, whole, swapped, false}};
    findings_.push_back(std::move(out));
  }

  const CheckInput& in_;
  const Settings& settings_;
  const NumberTable& numbers_;
  uint32_t d_;
  const Document& document_;
  const std::vector<Token>& tokens_;
  Findings& findings_;
};

void run(const CheckInput& in, Findings& findings) {
  for (uint32_t d = 0; d < in.texts.documents.size(); ++d) {
    Reader reader(in, d, findings);
    for (const Sentence& sentence : in.texts.documents[d].sentences) reader.read(sentence);
  }
}

}  // namespace

extern const Check range{run, prepare<Settings>};

}  // namespace crosscheck::structure
