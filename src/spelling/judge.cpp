// A dictionary alone cannot tell a rare word from a wrong one: most words that no list has are right. What tells
// is the rest of the set and the background: "symtpoms" is one slip away from a word met hundreds of times, is itself
// met once, and has letters that do not follow one another in English. Each such ground is a number, and a weighted
// sum of them decides (the weights were fitted on labelled text: tests/eval/spelling.py).
//
// Before that come faults with a shape of their own: a lost apostrophe, a lost accent, two words run together.
//
// Tested by tests/checks/spelling/*.yaml and tests/rooms/spelling.cpp.
#include "spelling/judge.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "spelling/edits.h"
#include "spelling/glued.h"
#include "spelling/inner_capital.h"
#include "spelling/setting.h"
#include "spelling/split.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace crosscheck {
namespace {

// A word in question and where it stands as running text.
struct Question {
  Symbol symbol = 0;
  std::vector<WordPlace> places;
  uint32_t small = 0;
};

// "Neven B, Valayannopoulos V": a name with its initials behind it.
bool is_author(const Document& document, const Sentence& sentence, uint32_t i) {
  if (document.tokens[i].letter_case != Case::capitalised || i + 1 >= sentence.end_token) return false;
  const Token& next = document.tokens[i + 1];
  return next.kind == TokenKind::word && next.letter_case == Case::upper && next.span.size() <= 2 && next.space_before;
}

// Half a word: "maculo-papular" and the like, with a hyphen behind it.
bool hangs_on(const Document& document, const Sentence& sentence, uint32_t i, const Dictionary& dictionary) {
  const auto hyphen = [&](uint32_t k) { return k >= sentence.first_token && k < sentence.end_token && document.text_of(document.tokens[k]) == "-" && !document.tokens[k].space_before; };
  const auto joined = [&](uint32_t k) {
    return k >= sentence.first_token && k + 2 < sentence.end_token && dictionary.has(fold(document.text_of(document.tokens[k])) + fold(document.text_of(document.tokens[k + 2])));
  };
  // A line that broke within a word, "produc-tion", and an acronym taken apart, "(L)entigines".
  if ((hyphen(i + 1) && joined(i)) || (i >= sentence.first_token + 2 && hyphen(i - 1) && joined(i - 2))) return true;
  if (i > sentence.first_token && !document.tokens[i].space_before && document.text_of(document.tokens[i - 1]) == ")") return true;
  if (i + 1 >= sentence.end_token || document.tokens[i + 1].space_before || document.text[document.tokens[i + 1].span.begin] != '-') return false;
  const std::string_view word = document.text_of(document.tokens[i]);
  return word.ends_with('o') || word.size() <= 4;
}

std::vector<Question> questions_of(const Collection& texts, const Census& census, const Dictionary& dictionary) {
  std::vector<Question> out;
  std::vector<int32_t> at(texts.symbols.size(), -1);
  for (const auto& [symbol, place] : census.in_question) {
    const Document& document = texts.documents[place.document];
    if (!is_running_word(document, document.sentences[place.sentence], place.token)) continue;
    if (hangs_on(document, document.sentences[place.sentence], place.token, dictionary)) continue;
    if (is_author(document, document.sentences[place.sentence], place.token)) continue;
    if (at[symbol] < 0) {
      at[symbol] = static_cast<int32_t>(out.size());
      out.push_back({symbol, {}, 0});
    }
    Question& question = out[static_cast<size_t>(at[symbol])];
    question.places.push_back(place);
    question.small += document.tokens[place.token].letter_case == Case::lower;
  }
  return out;
}

// The correction as this place writes it.
std::string in_case_of(std::string_view written, const std::string& correction) {
  return is_upper(code_point_at(written, 0).value) ? capitalised(correction) : correction;
}

// A letter twice instead of once or the other way round, or two letters the wrong way round.
bool swapped_or_doubled(std::string_view written, const Candidate& meant) {
  if (meant.edits != 1) return false;
  return written.size() == meant.text.size() ? std::is_permutation(written.begin(), written.end(), meant.text.begin()) : meant.cost < 0.6;
}

// "myotonia fluctuans"
bool looks_latin(const std::string& word) { return word.ends_with("ans") || word.ends_with("us") || word.ends_with("um") || word.ends_with("ae") || word.ends_with("is"); }

// How much must speak against a word; short words are near to anything.
constexpr size_t kTooLongForName = 10, kTorn = 3, kLong = 9, kLongEnough = 6;
constexpr double kRare = 40, kSure = 0, kSureOfShort = 1, kSureOfLong = -0.6, kOdd = 3.2;

class Judge {
 public:
  Judge(const Collection& texts, const Dictionary& dictionary)
      : texts_(texts), dictionary_(dictionary), census_(texts, dictionary), candidates_(texts, census_, dictionary) {}

  Judgement run() {
    Judgement out;
    for (const Question& question : questions_of(texts_, census_, dictionary_))
      if (std::optional<Mistake> mistake = verdict(question)) out.mistakes.push_back(std::move(*mistake));
    for (const WordPlace& place : census_.broken_not)
      if (std::optional<Mistake> mistake = broken_not(place)) out.mistakes.push_back(std::move(*mistake));
    for (Mistake& mistake : run_together_at_capital(texts_, census_, dictionary_)) out.mistakes.push_back(std::move(mistake));
    part_torn(out.mistakes);
    out.census = std::move(census_);
    return out;
  }

  std::string all_grounds() {
    std::string out;
    for (const Question& question : questions_of(texts_, census_, dictionary_)) {
      const std::string word(texts_.word(question.symbol));
      const std::vector<Candidate> near = near_here(question, word);
      out += texts_.id + '\t' + texts_.documents[question.places.front().document].name + '\t' + word + '\t' + std::to_string(question.places.size()) + '\t' + (near.empty() ? "-" : near.front().text);
      const Grounds grounds = grounds_for(question, near.empty() ? Candidate{} : near.front());
      for (const double value : grounds.values) out += '\t' + std::to_string(value);
      out += '\n';
    }
    return out;
  }

 private:
  std::optional<Mistake> verdict(const Question& question) const {
    const std::string word(texts_.word(question.symbol));
    if (std::optional<Mistake> found = lost_apostrophe(question, word)) return found;
    if (std::optional<Mistake> found = lost_accent(question, word)) return found;
    const bool listed = census_.standings[question.symbol] != Standing::unknown;
    if (listed && question.places.size() > 2) return std::nullopt;
    const std::vector<Candidate> near = near_here(question, word);
    const double sum = near.empty() ? -10 : weigh(grounds_for(question, near.front()));
    if (!near.empty() && is_surname(question, near.front())) return std::nullopt;
    // "Valeant", "Shriver": a name is near to some rare word or other.
    if (question.small == 0 && census_.use(question.symbol).capitals > 0 && !near.empty() && near.front().frequency < kRare && near.front().in_set == 0 && (near.front().flags & words_format::kName) == 0 && !is_medical(near.front()) && word.size() < kTooLongForName)
      return std::nullopt;
    if (!listed)
      if (std::optional<Mistake> found = run_together(question, word, near, sum)) return found;
    if (sum > enough_against(question, word, near) && !rightly_built(word, near.front()) && !says_how_it_sounds(question, word)) return misspelt(question, word, near, sum);
    return unknown(question, word);
  }

  // "Owen Brack": behind a first name.
  bool is_surname(const Question& question, const Candidate& meant) const {
    if (question.small > 0 || (meant.flags & words_format::kName) != 0) return false;
    return std::any_of(question.places.begin(), question.places.end(), [&](const WordPlace& at) {
      const Token* left = neighbour(at, -1);
      return left && left->letter_case == Case::capitalised && left->space_before && (dictionary_.find(texts_.word(left->word)).flags & words_format::kName) != 0;
    });
  }

  // "Retreatment" is no "treatment", and "leucocytoclastic" is how the British write it.
  bool rightly_built(const std::string& word, const Candidate& meant) const {
    if (word.ends_with(meant.text) && dictionary_.forms.is_prefix(word.substr(0, word.size() - meant.text.size()))) return true;
    const size_t at = word.find("leuc");
    return at != std::string::npos && std::string(word).replace(at, 4, "leuk") == meant.text;
  }

  // Long words are near to nothing by chance: "achlorhydia", a letter short of a listed word and built of no known parts.
  double enough_against(const Question& question, const std::string& word, const std::vector<Candidate>& near) const {
    if (word.size() <= 3) return kSureOfShort;
    if (word.size() < kLong || near.empty() || near.front().edits != 1 || near.front().flags == 0 || question.places.size() > 1 || census_.standings[question.symbol] != Standing::unknown) return kSure;
    const std::string& meant = near.front().text;
    const bool inside = word[0] == meant[0] && word.substr(word.size() - 2) == meant.substr(meant.size() - 2);
    const WordForm form = form_of(word);
    return inside && form.inflected == 0 && form.affixed == 0 && !form.joined ? kSureOfLong : kSure;
  }

  const Token* neighbour(const WordPlace& at, int step) const {
    const Document& document = texts_.documents[at.document];
    const Sentence& sentence = document.sentences[at.sentence];
    const uint32_t i = at.token + static_cast<uint32_t>(step);
    if (i < sentence.first_token || i >= sentence.end_token || document.tokens[i].kind != TokenKind::word) return nullptr;
    return &document.tokens[i];
  }

  // What is near, ranked by the neighbours too.
  std::vector<Candidate> near_here(const Question& question, const std::string& word) const {
    // Names are many, and those that are more than a letter off would not be believed.
    std::vector<Candidate> near = candidates_.near(word, (question.small > 0 || word.size() >= kTooLongForName) && census_.standings[question.symbol] == Standing::unknown);
    for (Candidate& candidate : near) {
      for (size_t i = 0; i < std::min<size_t>(question.places.size(), 3); ++i) {
        const Token* left = neighbour(question.places[i], -1);
        const Token* right = neighbour(question.places[i], 1);
        double context = left ? std::log1p(dictionary_.words.pair(texts_.word(left->word), candidate.text)) : 0;
        context += right ? std::log1p(dictionary_.words.pair(candidate.text, texts_.word(right->word))) : 0;
        candidate.context = std::max(candidate.context, context);
      }
      candidate.rank = rank_of(candidate);
    }
    std::sort(near.begin(), near.end(), before);
    return near;
  }

  Mistake mistake(const Question& question, const std::string& word, Fault fault, const std::vector<std::string>& corrections) const {
    Mistake out;
    out.fault = fault;
    out.word = word;
    for (const WordPlace& at : question.places) {
      const Document& document = texts_.documents[at.document];
      const Token& token = document.tokens[at.token];
      Mistake::Place place{at.document, token.span, {}};
      for (const std::string& correction : corrections) place.corrections.push_back(in_case_of(document.text_of(token), correction));
      out.places.push_back(std::move(place));
    }
    return out;
  }

  // "the bone marrowa sponge-like tissue": a word that would be right without its last letter, and the phrase goes on.
  bool is_article_behind(const Mistake& mistake) const {
    const std::string& word = mistake.word;
    if (word.size() < 5 || !word.ends_with('a') || lowered(mistake.places.front().corrections.front()) != word.substr(0, word.size() - 1)) return false;
    return std::all_of(mistake.places.begin(), mistake.places.end(), [&](const Mistake::Place& place) {
      const std::string& text = texts_.documents[place.document].text;
      const size_t at = place.span.end + 1;
      return at < text.size() && text[at - 1] == ' ' && (is_digit(text[at]) || (text[at] >= 'a' && text[at] <= 'z'));
    });
  }

  // A text that lost its blanks or dashes in some places lost them in others: "for exampleis" is two words there,
  // though "examples" is near.
  void part_torn(std::vector<Mistake>& mistakes) const {
    const auto torn = static_cast<size_t>(std::count_if(mistakes.begin(), mistakes.end(), [](const Mistake& each) { return each.fault == Fault::run_together; }));
    if (torn < kTorn) return;
    for (Mistake& mistake : mistakes) {
      if (mistake.fault != Fault::misspelling) continue;
      Split split = best_split(mistake.word, texts_, census_, dictionary_);
      if (split.worth <= 0 || split.pair == 0 || std::min(split.first.size(), split.second.size()) < 2) split = {};
      if (split.worth <= 0 && is_article_behind(mistake)) split = {mistake.word.substr(0, mistake.word.size() - 1), "a", 1, 1};
      if (split.worth <= 0) continue;
      mistake.fault = Fault::run_together;
      mistake.safe = false;
      mistake.confidence = 0.8;
      for (Mistake::Place& place : mistake.places) place.corrections = {in_case_of(texts_.documents[place.document].text_of(place.span), split.first + " " + split.second)};
      mistake.why = "No word list has \"" + mistake.word + "\"; \"" + split.first + "\" and \"" + split.second + "\" are both common words here, and the set runs words together in " + std::to_string(torn) + " other places.";
    }
  }

  std::optional<Mistake> lost_apostrophe(const Question& question, const std::string& word) const {
    std::string meant;
    if (const auto found = dictionary_.contractions.find(word); found != dictionary_.contractions.end()) meant = found->second;
    else if (meant = owner(question, word); meant.empty()) meant = owner_in_y(question, word);
    if (meant.empty()) return std::nullopt;
    Mistake out = mistake(question, word, Fault::apostrophe, {meant});
    out.confidence = 0.97;
    out.safe = true;
    out.why = "\"" + word + "\" is \"" + meant + "\" without its apostrophe.";
    return out;
  }

  // "Parkinsons disease": somebody's name with an s, before what is named after people. Empty when it is not that.
  std::string owner(const Question& question, const std::string& word) const {
    if (word.size() < 5 || !word.ends_with('s') || word.ends_with("ss") || question.small > 0 || dictionary_.ends_in_s.contains(question.symbol)) return "";
    const std::string stem = word.substr(0, word.size() - 1);
    bool named = false, owns = false;
    for (const WordPlace& at : question.places) {
      const Token* next = neighbour(at, 1);
      named |= next && (dictionary_.named.contains(next->word) || dictionary_.named.contains(next->lemma));
      const Document& document = texts_.documents[at.document];
      owns |= document.tokens[at.token].span.end < document.text.size() && document.text[document.tokens[at.token].span.end] == '\'';
    }
    if (const auto accented = dictionary_.without_letters.find(stem); named && accented != dictionary_.without_letters.end()) return lowered(accented->second.written) + "'s";
    const Symbol symbol = texts_.symbols.find(stem);
    const bool known = (dictionary_.find(stem).flags & words_format::kName) != 0 || (symbol != 0 && census_.count(symbol) > 0);
    return known && (named || owns) ? stem + "'s" : "";
  }

  // "the babys bloodstream": no plural is made so, and a word follows.
  std::string owner_in_y(const Question& question, const std::string& word) const {
    if (word.size() < 5 || !word.ends_with("ys") || census_.standings[question.symbol] != Standing::unknown) return "";
    const std::string stem = word.substr(0, word.size() - 1);
    const char before = word[word.size() - 3];
    const ListedWord listed = dictionary_.words.find(stem);
    if (before == 'a' || before == 'e' || before == 'o' || before == 'u' || (listed.flags & (words_format::kUS | words_format::kGB)) == 0) return "";
    for (const WordPlace& at : question.places)
      if (!neighbour(at, 1)) return "";
    return stem + "'s";
  }

  std::optional<Mistake> broken_not(const WordPlace& at) const {
    const Document& document = texts_.documents[at.document];
    const Token &host = document.tokens[at.token - 1], &clitic = document.tokens[at.token];
    if (host.kind != TokenKind::word || clitic.space_before) return std::nullopt;
    const std::string word(fold(document.text_of(Span{host.span.begin, clitic.span.end})));
    std::string meant;
    double least = 1.6;
    for (const auto& [bare, whole] : dictionary_.contractions) {
      const double cost = whole.ends_with("n't") ? edit_cost(word, whole, 2) : 9;
      if (cost < least || (cost == least && whole < meant)) least = cost, meant = whole;
    }
    if (meant.empty()) return std::nullopt;
    Mistake out;
    out.word = word;
    out.places.push_back({at.document, {host.span.begin, clitic.span.end}, {in_case_of(document.text_of(host), meant)}});
    out.confidence = 0.95;
    out.safe = true;
    out.why = "\"" + word + "\" is no contraction; \"" + meant + "\" differs by a letter or two.";
    return out;
  }

  std::optional<Mistake> lost_accent(const Question& question, const std::string& word) const {
    const auto found = dictionary_.without_letters.find(word);
    if (found == dictionary_.without_letters.end() || dictionary_.find(word).known()) return std::nullopt;
    const std::string written = found->second.name ? found->second.written : lowered(found->second.written);
    Mistake out = mistake(question, word, Fault::accent, {written});
    out.confidence = 0.95;
    out.safe = true;
    out.why = "\"" + found->second.written + "\" has lost its accented letter here, as happens when a text changes its encoding.";
    return out;
  }

  std::optional<Mistake> run_together(const Question& question, const std::string& word, const std::vector<Candidate>& near, double sum) const {
    Split split = best_split(word, texts_, census_, dictionary_);
    if (const std::string article = lost_article(question, word); !article.empty()) split = {article, "a", 20, 3};
    if (const Split small = glued_here(question, word, near); small.worth > 0) return two_words(question, word, small);
    if (split.worth <= 0) return std::nullopt;
    // Names fall into two words by chance.
    const bool name = question.small == 0 && census_.use(question.symbol).capitals > 0;
    if (name && split.pair < 2) return std::nullopt;
    const WordForm form = form_of(word);
    if (split.pair < 3 && (form.inflected > 0.3 || form.affixed > 0.3 || form.joined)) return std::nullopt;
    // One letter is sooner wrong than a blank lost, where the two words are not known to follow one another.
    const bool one_letter = !near.empty() && near.front().edits <= 1 && near.front().frequency >= 3;
    if (one_letter && (split.pair < 2 || sum > 2) && split.worth < 15) return std::nullopt;
    return two_words(question, word, split);
  }

  Split glued_here(const Question& question, const std::string& word, const std::vector<Candidate>& near) const {
    if (question.places.size() > 2 || (question.small == 0 && census_.use(question.symbol).capitals > 0) || word.size() < 4) return {};
    const WordForm form = form_of(word);
    if (form.inflected > 0.6 || form.affixed > 0.6 || form.joined) return {};
    const Token *left = neighbour(question.places.front(), -1), *right = neighbour(question.places.front(), 1);
    return glued(word, {left ? texts_.word(left->word) : "", right ? texts_.word(right->word) : ""}, near.empty() ? nullptr : &near.front(), dictionary_);
  }

  Mistake two_words(const Question& question, const std::string& word, const Split& split) const {
    Mistake out = mistake(question, word, Fault::run_together, {split.first + " " + split.second});
    out.confidence = 0.9;
    out.why = "No word list has \"" + word + "\"; \"" + split.first + "\" and \"" + split.second + "\" are both common words here.";
    return out;
  }

  // "an endoscopea flexible tube": the word before an article that hangs on it; empty when it is not that.
  std::string lost_article(const Question& question, const std::string& word) const {
    if (word.size() < 6 || !word.ends_with('a')) return "";
    const std::string stem = word.substr(0, word.size() - 1);
    const ListedWord listed = dictionary_.find(stem);
    const Token* next = neighbour(question.places.front(), 1);
    if (!listed.known() || (listed.flags & words_format::kName) != 0 || !next) return "";
    const std::string_view follows = texts_.word(next->word);
    return dictionary_.words.pair("a", follows) >= 2 && dictionary_.words.pair(stem, follows) == 0 ? stem : "";
  }

  Mistake misspelt(const Question& question, const std::string& word, const std::vector<Candidate>& near, double sum) const {
    std::vector<std::string> corrections;
    for (const Candidate& candidate : near)
      if (corrections.size() < 3 && candidate.rank > near.front().rank - 6) corrections.push_back(candidate.text);
    Mistake out = mistake(question, word, Fault::misspelling, corrections);
    out.confidence = 1 / (1 + std::exp(-sum));
    out.safe = out.confidence > 0.9 && near.front().edits == 1 && (near.size() == 1 || near[1].rank < near.front().rank - 2);
    out.why = "No word list has \"" + word + "\", and the set has it " + (question.places.size() == 1 ? "once" : std::to_string(question.places.size()) + " times") + "; \"" + near.front().text + "\" differs by " +
              (near.front().edits == 1 ? "one letter" : "a few letters") + (near.front().in_set > 0 ? " and stands in the set " + std::to_string(near.front().in_set) + (near.front().in_set == 1 ? " time." : " times.") : ".");
    return out;
  }

  std::optional<Mistake> unknown(const Question& question, const std::string& word) const {
    if (census_.standings[question.symbol] != Standing::unknown || question.small == 0 || word.size() < kLongEnough) return std::nullopt;
    const WordForm form = form_of(word);
    if (form.inflected > 0 || form.affixed > 0 || form.joined || form.medicine || form.substance || dictionary_.forms.looks_medical(word)) return std::nullopt;
    if (built_of_short(word)) return std::nullopt;
    // A foreign word, or two words made one: "seatpost".
    if (strip_accents(word) != word || best_split(word, texts_, census_, dictionary_).worth > -8) return std::nullopt;
    if (dictionary_.words.oddness(word) < kOdd || looks_latin(word) || in_brackets(question.places.front())) return std::nullopt;
    if (question.places.size() > 1) return std::nullopt;
    Mistake out = mistake(question, word, Fault::unknown_word, {});
    out.confidence = 0.5;
    out.why = "No word list has \"" + word + "\", it stands once in the set, and no common word is near to it.";
    return out;
  }

  // "plaque (plak)": how the word before it sounds.
  bool says_how_it_sounds(const Question& question, const std::string& word) const {
    return std::all_of(question.places.begin(), question.places.end(), [&](const WordPlace& at) {
      const Document& document = texts_.documents[at.document];
      if (!in_brackets(at) || at.token < document.sentences[at.sentence].first_token + 2) return false;
      return words_format::sound_of(word) == words_format::sound_of(texts_.word(document.tokens[at.token - 2].word));
    });
  }

  // "minipig": a front before a word that is too short to tell much (spelling/forms.h).
  bool built_of_short(const std::string& word) const {
    if (word.size() < 5) return false;
    const size_t cut = word.size() - 3;
    return dictionary_.forms.is_prefix(word.substr(0, cut)) && (dictionary_.find(word.substr(cut)).flags & (words_format::kUS | words_format::kGB)) != 0;
  }

  // "(plak)": how the word before it sounds, or what it is in another language.
  bool in_brackets(const WordPlace& at) const {
    const Document& document = texts_.documents[at.document];
    const Span span = document.tokens[at.token].span;
    return span.begin > 0 && document.text[span.begin - 1] == '(' && span.end < document.text.size() && document.text[span.end] == ')';
  }

  WordForm form_of(const std::string& word) const {
    return dictionary_.forms.read(word, [&](const std::string& stem) {
      using namespace words_format;
      if (stem.size() < 3) return 0.0;
      const Symbol symbol = texts_.symbols.find(stem);
      if (symbol != 0 && census_.count(symbol) >= 5) return 1.0;
      const ListedWord listed = dictionary_.find(stem);
      if (!listed.known() || (listed.flags & kUnusual) != 0) return 0.0;
      // The medical list has some common words with a capital alone: "procollagen".
      if ((listed.flags & kName) != 0) return (listed.flags & kMedical) != 0 && stem.size() >= kLong ? 0.8 : 0.0;
      if (listed.count > 0) return 1.0;
      if ((listed.flags & kUS) != 0 && (listed.flags & kGB) != 0) return 0.7;
      return stem.size() >= 7 ? 0.8 : stem.size() >= 5 ? 0.5 : 0.2;
    });
  }

  bool is_medical(const Candidate& candidate) const {
    return !candidate.text.empty() && ((candidate.flags & (words_format::kUS | words_format::kGB | words_format::kWordNet)) == 0 || form_of(candidate.text).medicine);
  }

  Grounds grounds_for(const Question& question, const Candidate& candidate) const {
    const std::string word(texts_.word(question.symbol));
    const WordUse& use = census_.use(question.symbol);
    const WordForm form = form_of(word);
    const double odd = dictionary_.words.oddness(word), odd_meant = candidate.text.empty() ? odd : dictionary_.words.oddness(candidate.text);
    Grounds grounds;
    double* value = grounds.values;
    const double length = static_cast<double>(word.size());
    value[kAlways] = 1;
    value[kCandidateFrequency] = std::log(candidate.frequency + 0.3);
    value[kCost] = candidate.cost;
    value[kSecondEdit] = candidate.edits >= 2;
    value[kThirdEdit] = candidate.edits >= 3;
    value[kFirstLetter] = !candidate.text.empty() && candidate.text[0] != word[0];
    value[kWordCount] = std::log(use.count);
    value[kWordDocuments] = std::log(use.documents);
    value[kLength] = std::log(length);
    value[kOddness] = odd;
    value[kOddnessGained] = odd * (length + 1) - odd_meant * static_cast<double>(candidate.text.size() + 1);
    value[kNameOnly] = use.small == 0 && use.capitals > 0;
    value[kInflected] = form.inflected;
    value[kAffixed] = form.affixed;
    value[kJoined] = form.joined;
    value[kMedicine] = form.medicine;
    value[kSubstance] = form.substance;
    value[kDoubtful] = census_.standings[question.symbol] != Standing::unknown;
    value[kCandidateInSet] = std::log(candidate.in_set + 1.0);
    value[kCandidateUnlisted] = candidate.flags == 0;
    value[kEndingOnly] = word.substr(0, word.size() - 2) == candidate.text.substr(0, std::min(candidate.text.size(), word.size() - 2));
    value[kMoreCommon] = std::log((candidate.frequency + 0.3) / (use.count + 0.3));
    value[kContext] = candidate.context;
    value[kComposed] = candidate.composed;
    value[kMedicalMeant] = is_medical(candidate);
    value[kBuilt] = form.affixed > 0.9 || form.joined;
    value[kRareMeant] = !candidate.text.empty() && candidate.frequency < 2;
    value[kSwapped] = swapped_or_doubled(word, candidate);
    value[kLostStart] = candidate.text.size() == word.size() + 1 && candidate.text.ends_with(word);
    return grounds;
  }

  double weigh(const Grounds& grounds) const {
    double sum = 0;
    for (size_t i = 0; i < kGrounds; ++i) sum += dictionary_.weights[i] * grounds.values[i];
    return sum;
  }

  const Collection& texts_;
  const Dictionary& dictionary_;
  Census census_;
  const Candidates candidates_;
};

}  // namespace

Judgement judge(const Collection& texts, const Dictionary& dictionary) { return Judge(texts, dictionary).run(); }

std::string grounds_of_all(const Collection& texts, const Dictionary& dictionary) { return Judge(texts, dictionary).all_grounds(); }

}  // namespace crosscheck
