// A capital within a word is mostly meant: names of sites and makers are written so (MedlinePlus, GeneTests), and so
// are genes, units and plurals of acronyms. Three shapes are slips all the same:
//
//   DNAwithin      an acronym of the set, and a common word that cannot be its ending
//   vesselsThe     a common word in small letters, and one that begins a sentence
//   KearnsSayre    two capitalised words that stand apart in the set too, and oftener: a name written in two ways
//
// A name that is written in one way alone is left as it is, however it looks.
//
// Tested by tests/checks/spelling/run_together.yaml.
#include "spelling/inner_capital.h"

#include <map>

#include "spelling/setting.h"
#include "text/fold.h"

namespace crosscheck {
namespace {

constexpr uint32_t kCommon = 100, kVeryCommon = 1000;

bool small(char c) { return c >= 'a' && c <= 'z'; }
bool capital(char c) { return c >= 'A' && c <= 'Z'; }
bool letters_only(std::string_view word) {
  for (const char c : word)
    if (!small(c) && !capital(c)) return false;
  return true;
}

class Finder {
 public:
  Finder(const Collection& texts, const Census& census, const Dictionary& dictionary) : texts_(texts), census_(census), dictionary_(dictionary) {}

  std::vector<Mistake> run() {
    for (const auto& [symbol, place] : census_.in_question) {
      const Document& document = texts_.documents[place.document];
      const Token& token = document.tokens[place.token];
      if (token.letter_case != Case::mixed || !is_running_text(document, document.sentences[place.sentence], place.token)) continue;
      look_at(place.document, token, document.text_of(token));
    }
    count_apart();
    for (const auto& [halves, places] : apart_)
      if (times_[halves] > places.size()) report(places, halves.first, halves.second, "the set has the two words apart " + std::to_string(times_[halves]) + (times_[halves] == 1 ? " time" : " times"));
    return std::move(found_);
  }

 private:
  using Pair = std::pair<std::string, std::string>;
  struct Where {
    uint32_t document;
    Span span;
  };

  bool common(std::string_view word, uint32_t least) const {
    const ListedWord listed = dictionary_.words.find(word);
    return (listed.flags & (words_format::kUS | words_format::kGB)) != 0 && (listed.flags & (words_format::kName | words_format::kUnusual)) == 0 && listed.count >= least;
  }

  void look_at(uint32_t document, const Token& token, std::string_view written) {
    if (!letters_only(written) || written.size() < 6) return;
    size_t capitals = 0;
    while (capitals < written.size() && capital(written[capitals])) ++capitals;
    if (capitals >= 2) return acronym(document, token, written, capitals);
    size_t turn = 1;
    while (turn < written.size() && !(small(written[turn - 1]) && capital(written[turn]))) ++turn;
    if (turn + 2 > written.size()) return;
    const std::string_view first = written.substr(0, turn), second = written.substr(turn);
    for (const char c : second.substr(1))
      if (!small(c)) return;
    if (capitals == 1) {
      if (first.size() >= 3 && second.size() >= 3) apart_[{std::string(first), std::string(second)}].push_back({document, token.span});
    } else if (first.size() >= 4 && common(first, kCommon) && second.size() >= 2 && common(fold(second), kVeryCommon)) {
      report({{document, token.span}}, std::string(first), std::string(second), "both are common words");
    }
  }

  void acronym(uint32_t document, const Token& token, std::string_view written, size_t capitals) {
    const std::string_view first = written.substr(0, capitals), second = written.substr(capitals);
    for (const char c : second)
      if (!small(c)) return;
    const Symbol symbol = texts_.symbols.find(fold(first));
    if (second.size() < 3 || !common(second, second.size() == 3 ? kVeryCommon : kCommon) || symbol == 0 || census_.count(symbol) == 0) return;
    report({{document, token.span}}, std::string(first), std::string(second), "the set has \"" + std::string(first) + "\" as a word of its own, and \"" + std::string(second) + "\" is a common word");
  }

  // How often the two words stand beside one another, with a blank or a hyphen between.
  void count_apart() {
    if (apart_.empty()) return;
    std::map<Symbol, std::vector<Pair>> by_first;
    for (const auto& [halves, places] : apart_)
      if (const Symbol symbol = texts_.symbols.find(fold(halves.first)); symbol != 0) by_first[symbol].push_back(halves);
    for (const Document& document : texts_.documents)
      for (size_t i = 0; i + 1 < document.tokens.size(); ++i) {
        const auto found = by_first.find(document.tokens[i].word);
        if (found == by_first.end()) continue;
        const bool hyphen = document.text_of(document.tokens[i + 1]) == "-";
        if (i + 1 + hyphen >= document.tokens.size()) continue;
        for (const Pair& halves : found->second)
          times_[halves] += document.text_of(document.tokens[i]) == halves.first && document.text_of(document.tokens[i + 1 + hyphen]) == halves.second;
      }
  }

  void report(const std::vector<Where>& places, const std::string& first, const std::string& second, const std::string& ground) {
    Mistake out;
    out.fault = Fault::run_together;
    out.word = first + second;
    out.confidence = 0.9;
    out.why = "A capital stands within \"" + first + second + "\"; " + ground + ".";
    for (const Where& place : places) out.places.push_back({place.document, place.span, {first + " " + second}});
    found_.push_back(std::move(out));
  }

  const Collection& texts_;
  const Census& census_;
  const Dictionary& dictionary_;
  std::map<Pair, std::vector<Where>> apart_;
  std::map<Pair, size_t> times_;
  std::vector<Mistake> found_;
};

}  // namespace

std::vector<Mistake> run_together_at_capital(const Collection& texts, const Census& census, const Dictionary& dictionary) { return Finder(texts, census, dictionary).run(); }

}  // namespace crosscheck
