// Doses written in ways that have been misread: "5.0 mg" as 50, ".5 mg" as 5, "10 U" as 100, "q.d." as four times a day.
//
// The ways are those that safety bodies list (the page names them). Tables and headings count too: a dose is read
// wherever it stands. A zero behind the point is right where it shows how exactly something was measured, so it
// counts before units of doses alone.
//
// Tested by tests/checks/style/dose_notation.yaml.

#include <unordered_map>

#include "check/prose.h"

namespace crosscheck::style {
namespace {

struct Instead {
  std::string written, meant, misread;  // written: exact letters
  bool after_number;
};

struct Settings {
  WordSet units;
  std::unordered_map<Symbol, std::vector<Instead>> by_word;
  Settings(const Value& settings, Rulebook& book) : units(book.word_set(settings["dose_units"])) {
    for (const char* list : {"after_number", "anywhere"})
      for (const auto& [written, entry] : settings[list].fields) {
        const std::vector<std::string> texts = entry.texts();
        if (texts.size() != 2) entry.fail("expected what to write and how it is misread, as in [units, \"0 or 4\"]");
        by_word[book.symbols.intern(split_phrase(written).front())].push_back({written, texts[0], texts[1], list[1] == 'f'});
      }
  }
};

class Reader {
 public:
  Reader(const CheckInput& in, uint32_t d, Findings& findings) : in_(in), settings_(in.settings<Settings>()), d_(d), document_(in.texts.documents[d]), tokens_(document_.tokens), findings_(findings) {}

  void read(const Sentence& sentence) {
    for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      if (tokens_[i].kind == TokenKind::number) number(sentence, i);
      else if (const auto found = settings_.by_word.find(tokens_[i].word); found != settings_.by_word.end()) word(sentence, i, found->second);
    }
  }

 private:
  bool unit_at(const Sentence& sentence, uint32_t i) const { return i < sentence.end_token && settings_.units.contains(tokens_[i].word); }

  void number(const Sentence& sentence, uint32_t i) {
    std::string_view text = document_.text_of(tokens_[i]);
    if (!unit_at(sentence, i + 1)) return;
    Span span = tokens_[i].span;
    const bool bare = i > sentence.first_token && document_.text_of(tokens_[i - 1]) == "." && tokens_[i - 1].space_before && touch(tokens_[i - 1], tokens_[i]);
    if (bare || text.front() == '.') {
      if (bare) span.begin = tokens_[i - 1].span.begin;
      return say({span.begin, tokens_[i + 1].span.end}, span, "0" + std::string(document_.text_of(span)), "a whole number, when the point is not seen", "");
    }
    const size_t point = text.find('.');
    if (point == std::string_view::npos || text.find_first_not_of('0', point + 1) != std::string_view::npos) return;
    say({span.begin, tokens_[i + 1].span.end}, span, std::string(text.substr(0, point)), "ten times as much, when the point is not seen", "");
  }

  void word(const Sentence& sentence, uint32_t i, const std::vector<Instead>& ways) {
    for (const Instead& way : ways) {
      const Span span{tokens_[i].span.begin, tokens_[i].span.begin + static_cast<uint32_t>(way.written.size())};
      if (span.end > document_.text.size() || document_.text_of(span) != way.written) continue;
      if (span.end < document_.text.size() && is_part(document_.text[span.end])) continue;
      if (!way.after_number) return say(span, span, way.meant, way.misread, "word");
      if (i == sentence.first_token || tokens_[i - 1].kind != TokenKind::number) continue;
      const std::string gap = touch(tokens_[i - 1], tokens_[i]) ? " " : "";
      return say({tokens_[i - 1].span.begin, span.end}, span, gap + way.meant, way.misread, "word");
    }
  }

  static bool is_part(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || static_cast<unsigned char>(c) >= 0x80; }

  void say(Span place, Span changed, std::string meant, const std::string& misread, const char* message) {
    const std::string whole = std::string(document_.text_of(Span{place.begin, changed.begin})) + meant + std::string(document_.text_of(Span{changed.end, place.end}));
    Finding out = finding(in_, {{d_, place}}, {{"meant", whole}, {"misread", misread}}, message);
    out.confidence = 0.95;
    out.why = "Safety bodies list this way of writing a dose as one that has led to errors.";
    out.fixes.push_back({d_, changed, std::move(meant), false});
    findings_.push_back(std::move(out));
  }

  const CheckInput& in_;
  const Settings& settings_;
  uint32_t d_;
  const Document& document_;
  const std::vector<Token>& tokens_;
  Findings& findings_;
};

void run(const CheckInput& in, Findings& findings) {
  each_document(in, findings, "dose", [&](uint32_t d, const Document& document) {
    Reader reader(in, d, findings);
    for (const Sentence& sentence : document.sentences) reader.read(sentence);
  });
}

}  // namespace

extern const Check dose_notation{run, prepare<Settings>};

}  // namespace crosscheck::style
