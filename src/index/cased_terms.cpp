// Terms written with and without capitals: "vitamin D" and "Vitamin D", "the fair" and "the Fair".
//
// A capital that its place demands tells nothing: at the start of a sentence, after a colon, a bullet or a bracket, in
// headings and in sentences in title case. Nor does a capital in a name: a run of capitals ("Clinic for Rare
// Diseases") counts as a whole, so it meets only the same words in small letters, never "rare diseases".
//
// First the capitals within sentences are gathered as candidates, then every place of the same words is looked up.
//
// Tested by tests/rooms/terms.cpp and tests/checks/terms/capitalisation.yaml.
#include <algorithm>
#include <map>
#include <unordered_map>

#include "index/terms.h"
#include "language/lemma.h"
#include "language/tags.h"

namespace crosscheck {
namespace {

constexpr uint32_t kLongest = 6;  // words of a term
constexpr uint64_t kStep = 0x9E3779B97F4A7C15u;

class Finder {
 public:
  Finder(const Collection& texts, const TermTables& tables, const WordNet& wordnet) : texts_(texts), tables_(tables), wordnet_(wordnet), shapes_(texts, tables) {}

  std::vector<CasedTerm> find() {
    each_sentence([&](uint32_t d, uint32_t s) { gather(d, s); });
    if (lengths_.empty()) return {};
    each_sentence([&](uint32_t d, uint32_t s) { collect(d, s); });
    std::vector<CasedTerm> out;
    for (auto& [key, term] : terms_)
      if (differs(term)) out.push_back(std::move(term));
    const auto order = [](const CasedTerm& a, const CasedTerm& b) {
      return std::tie(a.places[0].document, a.places[0].first, a.places[0].end) < std::tie(b.places[0].document, b.places[0].first, b.places[0].end);
    };
    std::sort(out.begin(), out.end(), order);
    return out;
  }

 private:
  template <class Visit>
  void each_sentence(Visit visit) const {
    for (uint32_t d = 0; d < texts_.documents.size(); ++d) {
      const Document& document = texts_.documents[d];
      for (uint32_t s = 0; s < document.sentences.size(); ++s) {
        const PassageKind kind = document.passages[document.sentences[s].passage].kind;
        if (kind != PassageKind::heading && kind != PassageKind::quote && kind != PassageKind::code) visit(d, s);
      }
    }
  }

  static bool capital(const Token& token) { return token.kind == TokenKind::word && token.letter_case == Case::capitalised; }
  static bool label(const Token& token) { return token.kind == TokenKind::number || (token.letter_case == Case::upper && token.span.size() == 1); }
  bool content(const Token& token) const { return token.kind == TokenKind::word && !tables_.function_words.contains(token.word); }

  // Does the place of a token ask for a capital?
  bool demanded(const Document& document, const Sentence& sentence, uint32_t at) const {
    if (at == sentence.first_token) return true;
    const auto& tokens = document.tokens;
    const Token& before = tokens[at - 1];
    if (before.kind == TokenKind::symbol) return true;
    // Text that lost its marks: "... prescription drugs Drug abuse also ..."
    if (before.letter_case == Case::lower && is_noun(before.tag)) return true;
    if (before.kind == TokenKind::number) return at - 1 == sentence.first_token || tokens[at - 2].kind == TokenKind::punctuation;
    // "a Adverse events are ...": the mark of a note.
    if (before.kind != TokenKind::punctuation) return before.letter_case == Case::lower && before.span.size() == 1 && (at - 1 == sentence.first_token || !tables_.function_words.contains(before.word));
    if (before.word == tables_.hyphen) return before.space_before || tokens[at].space_before || demanded(document, sentence, at - 2);
    return document.text_of(before) != ",";
  }

  // Capitals tell nothing in a title, a question that heads an answer, a sentence without an end, and where text was
  // run together: "... Hereditary angioedema These resources ...".
  bool tells_nothing(const Document& document, const Sentence& sentence) const {
    if (!sentence.terminated || document.text[sentence.span.end - 1] == '?') return true;
    uint32_t capitals = 0, small = 0;
    bool verb = false;
    for (uint32_t i = sentence.first_token + 1; i < sentence.end_token; ++i) {
      const Token& token = document.tokens[i];
      if (token.kind != TokenKind::word) continue;
      verb |= token.letter_case == Case::lower && (token.tag == tag::VBZ || token.tag == tag::VBP || token.tag == tag::VBD || token.tag == tag::MD);
      if (tables_.function_words.contains(token.word)) {
        if (capital(token) && token.span.size() > 1 && !demanded(document, sentence, i)) return true;
        continue;
      }
      if (token.span.size() < 4) continue;
      capitals += token.letter_case == Case::capitalised || token.letter_case == Case::upper;
      small += token.letter_case == Case::lower;
    }
    return !verb && capitals > 2 * small;
  }

  void gather(uint32_t d, uint32_t s) {
    const Document& document = texts_.documents[d];
    const Sentence& sentence = document.sentences[s];
    const auto& tokens = document.tokens;
    bool titled = false, asked = false;
    for (uint32_t i = sentence.first_token + 1; i < sentence.end_token; ++i) {
      if (!capital(tokens[i]) || demanded(document, sentence, i) || in_title(document, sentence, i)) continue;
      if (!asked) titled = tells_nothing(document, sentence), asked = true;
      if (titled) return;
      const uint32_t end = run_end(document, sentence, i);
      if (!cited(document, sentence, i, end)) gather_run(document, sentence, i, end);
      i = end;
    }
  }

  // Goes on with capitals from a word whose place asks for one: "(Opening Hours)", "The Swimmer's Guide: Warm Water".
  bool in_title(const Document& document, const Sentence& sentence, uint32_t at) const {
    const auto& tokens = document.tokens;
    while (at > sentence.first_token && capital(tokens[at - 1]) && tokens[at].space_before) --at;
    if (at <= sentence.first_token || !capital(tokens[at])) return false;
    const Token& before = tokens[at - 1];
    const bool marked = before.kind == TokenKind::punctuation || before.kind == TokenKind::symbol;
    return marked && demanded(document, sentence, at) && at + 1 < sentence.end_token && capital(tokens[at + 1]);
  }

  // The title of something else: "see Adverse Reactions (6.1)", "What Causes a Heart Attack?" in quotes, "the Treatment Options section"; or a label of
  // what follows, "Fluid Retention: weigh patients".
  bool cited(const Document& document, const Sentence& sentence, uint32_t first, uint32_t end) const {
    const auto& tokens = document.tokens;
    if (end < sentence.end_token && document.text_of(tokens[end]) == ":") return true;
    if (end - first > 1 && end < sentence.end_token && tokens[end].letter_case == Case::lower && tables_.title_of.contains(tokens[end].word)) return true;
    bool open = false;
    for (uint32_t i = sentence.first_token; i < first; ++i) {
      const std::string_view text = document.text_of(tokens[i]);
      if (text == "\"" || text == "“" || text == "”") open = !open;
      else if (text == "[") open = true;
      else if (text == "]") open = false;
    }
    if (open) return true;
    if (end + 1 < sentence.end_token && document.text_of(tokens[end]) == "(" && tokens[end + 1].kind == TokenKind::number) return true;
    const uint32_t before = first > sentence.first_token + 2 && document.text_of(tokens[first - 1]) == "," ? first - 2 : first - 1;
    return first - sentence.first_token > 2 && tables_.cites.contains(tokens[before].word);
  }

  // The end of a run of capitals that starts at `at`: over labels ("Type 2 Diabetes") and connectors.
  uint32_t run_end(const Document& document, const Sentence& sentence, uint32_t at) const {
    const auto& tokens = document.tokens;
    uint32_t end = at + 1;
    for (uint32_t i = end; i < sentence.end_token; ++i) {
      if (capital(tokens[i]) || tokens[i].letter_case == Case::mixed || tokens[i].letter_case == Case::upper) end = i + 1;
      else if (tokens[i].kind == TokenKind::number) end = i == end ? i + 1 : end;
      else if (!tables_.connectors.contains(tokens[i].word)) break;
    }
    return end;
  }

  void gather_run(const Document& document, const Sentence& sentence, uint32_t first, uint32_t end) {
    const auto& tokens = document.tokens;
    uint32_t begin = first;
    bool opened = false;
    if (first > sentence.first_token && tokens[first].space_before) {
      const Token& before = tokens[first - 1];
      if ((capital(before) || before.letter_case == Case::upper) && content(before)) {
        opened = tables_.openers.contains(before.word);
        begin = first - 1;
      }
    }
    const bool heads = begin == sentence.first_token && end - begin > 2;  // "COPD Develops Slowly ..."
    if (end - begin >= 2 && !heads) candidate(document, begin, end);
    const uint32_t words = static_cast<uint32_t>(std::count_if(tokens.begin() + first, tokens.begin() + end, capital));
    if (words > 1 || (begin < first && !opened)) return;
    // "Immune deficiencies", "Type 2 diabetes"
    if (end < sentence.end_token && tokens[end].space_before && content(tokens[end]) && tokens[end].letter_case == Case::lower) candidate(document, first, end + 1);
    if (end > first + 1) return;
    // "primary Immunodeficiency"
    if (begin == first && content(tokens[first - 1]) && tokens[first - 1].letter_case == Case::lower) candidate(document, first - 1, end);
    if (begin == first && may_stand_alone(document, sentence, first)) candidate(document, first, end);
  }

  // "the Fair": a single word, no part of a name.
  bool may_stand_alone(const Document& document, const Sentence& sentence, uint32_t at) const {
    const auto& tokens = document.tokens;
    if (at == sentence.first_token || tokens[at].span.size() < 4 || !tokens[at].space_before || (at + 1 < sentence.end_token && tokens[at + 1].word == tables_.hyphen)) return false;
    if (tables_.common_nouns.contains(tokens[at].word)) return true;
    // An adjective may follow the article as well: "the fair price".
    if (tables_.cased_determiners.contains(tokens[at - 1].word) && !tables_.often_names.contains(tokens[at].word)) return !describes(document, sentence, at);
    return false;
  }

  // Does a noun follow that the word describes?
  bool describes(const Document& document, const Sentence& sentence, uint32_t at) const {
    if (at + 1 >= sentence.end_token || document.tokens[at + 1].kind != TokenKind::word) return false;
    const uint32_t row = wordnet_.find(texts_.word(document.tokens[at + 1].lemma));
    return row != WordNet::kNone && wordnet_.count(row, PartOfSpeech::noun) > std::max(wordnet_.count(row, PartOfSpeech::verb), wordnet_.count(row, PartOfSpeech::adverb));
  }

  uint64_t key_of(const Document& document, uint32_t first, uint32_t end) {
    uint64_t key = end - first;
    for (uint32_t i = first; i < end; ++i) key = key * kStep + (i + 1 == end ? shapes_.of(document.tokens[i].word).stem : shapes_.of(document.tokens[i].word).hash);
    return key;
  }

  void candidate(const Document& document, uint32_t first, uint32_t end) {
    if (end - first > kLongest) return;
    terms_.try_emplace(key_of(document, first, end));
    const Symbol word = document.tokens[first].word;
    firsts_.add(word);
    auto& lengths = lengths_[word];
    if (std::find(lengths.begin(), lengths.end(), end - first) == lengths.end()) lengths.push_back(end - first);
  }

  void collect(uint32_t d, uint32_t s) {
    const Document& document = texts_.documents[d];
    const Sentence& sentence = document.sentences[s];
    bool titled = false, asked = false;
    for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      const Token& token = document.tokens[i];
      if (!firsts_.contains(token.word)) continue;
      for (const uint32_t length : lengths_[token.word]) {
        if (i + length > sentence.end_token) continue;
        const auto term = terms_.find(key_of(document, i, i + length));
        if (term == terms_.end()) continue;
        CasedPlace place;
        place.document = d, place.sentence = s, place.first = i, place.end = i + length;
        place.span = {token.span.begin, document.tokens[i + length - 1].span.end};
        place.pattern = pattern(document, sentence, i, i + length);
        const bool capitals = place.pattern.find('C') != std::string::npos;
        if (!capitals && place.pattern.find('c') == std::string::npos) continue;
        if (capitals && !asked) titled = tells_nothing(document, sentence), asked = true;
        if (capitals && (titled || in_name(document, sentence, i, i + length))) continue;
        if (capitals && cited(document, sentence, i, i + length)) continue;
        if (capitals && (in_title(document, sentence, i) || (length > 1 && in_title(document, sentence, i + 1)))) continue;
        if (length == 1 && !capitals && !may_stand_alone(document, sentence, i)) continue;
        if (joined(document, sentence, i, i + length)) continue;
        term->second.places.push_back(std::move(place));
      }
    }
  }

  std::string pattern(const Document& document, const Sentence& sentence, uint32_t first, uint32_t end) const {
    std::string out;
    for (uint32_t i = first; i < end; ++i) {
      const Token& token = document.tokens[i];
      if (token.kind != TokenKind::word || label(token) || token.letter_case == Case::upper || token.letter_case == Case::mixed || tables_.connectors.contains(token.word)) out += '.';
      else if (token.letter_case == Case::lower) out += 'c';
      else out += demanded(document, sentence, i) ? '.' : 'C';
    }
    return out;
  }

  // Part of a longer run of capitals.
  bool in_name(const Document& document, const Sentence& sentence, uint32_t first, uint32_t end) const {
    const auto& tokens = document.tokens;
    uint32_t before = first;
    while (before > sentence.first_token && (tables_.connectors.contains(tokens[before - 1].word) || document.text_of(tokens[before - 1]) == ",")) --before;
    if (before > sentence.first_token) {
      const Token& left = tokens[before - 1];
      const bool name = capital(left) || left.letter_case == Case::mixed || (left.letter_case == Case::upper && left.span.size() > 1);
      // "Ask the Ward Sister": the first word of a sentence is no part of a name across an article.
      const bool across = before != first && tables_.cased_determiners.contains(tokens[before].word) && before + 1 == first && demanded(document, sentence, before - 1);
      if (name && content(left) && !across && !tables_.openers.contains(left.word) && (before == first || capital(tokens[first]))) return true;
    }
    if (!capital(tokens[end - 1]) && !label(tokens[end - 1])) return false;
    uint32_t after = end;
    while (after < sentence.end_token && (tables_.connectors.contains(tokens[after].word) || document.text_of(tokens[after]) == ",")) ++after;
    return after < sentence.end_token && (capital(tokens[after]) || tokens[after].letter_case == Case::mixed || (tokens[after].letter_case == Case::upper && tokens[after].span.size() > 1));
  }

  // Joined by a hyphen, a slash, an apostrophe to something else.
  static bool joined(const Document& document, const Sentence& sentence, uint32_t first, uint32_t end) {
    const auto& tokens = document.tokens;
    const auto mark = [&](uint32_t at) { return std::string_view("-/@_=.").find(document.text_of(tokens[at])) != std::string_view::npos; };
    if (first > sentence.first_token && !tokens[first].space_before && mark(first - 1)) return true;
    return end + 1 < sentence.end_token && !tokens[end].space_before && !tokens[end + 1].space_before && mark(end);
  }

  static bool differs(const CasedTerm& term) {
    for (size_t k = 0; !term.places.empty() && k < term.places[0].pattern.size(); ++k) {
      bool upper = false, lower = false;
      for (const CasedPlace& place : term.places) {
        upper |= place.pattern[k] == 'C';
        lower |= place.pattern[k] == 'c';
      }
      if (upper && lower) return true;
    }
    return false;
  }

  const Collection& texts_;
  const TermTables& tables_;
  const WordNet& wordnet_;
  Shapes shapes_;
  WordSet firsts_;
  std::unordered_map<Symbol, std::vector<uint32_t>> lengths_;
  std::map<uint64_t, CasedTerm> terms_;
};

}  // namespace

std::vector<CasedTerm> find_cased_terms(const Collection& texts, const Rulebook& rules) {
  return Finder(texts, rules.table<TermTables>(), rules.table<LemmaTable>().wordnet()).find();
}

}  // namespace crosscheck
