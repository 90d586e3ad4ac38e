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

std::vector<Question> questions_of(const Collection& texts, const Census& census) {
  std::vector<Question> out;
  std::vector<int32_t> at(texts.symbols.size(), -1);
  for (const auto& [symbol, place] : census.in_question) {
    const Document& document = texts.documents[place.document];
    if (!is_running_word(document, document.sentences[place.sentence], place.token)) continue;
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

class Judge {
 public:
  Judge(const Collection& texts, const Dictionary& dictionary)
      : texts_(texts), dictionary_(dictionary), census_(texts, dictionary), candidates_(texts, census_, dictionary) {}

  Judgement run() {
    Judgement out;
    for (const Question& question : questions_of(texts_, census_))
      if (std::optional<Mistake> mistake = verdict(question)) out.mistakes.push_back(std::move(*mistake));
    out.census = std::move(census_);
    return out;
  }

  std::string all_grounds() {
    std::string out;
    for (const Question& question : questions_of(texts_, census_)) {
      const std::string word(texts_.word(question.symbol));
      const std::vector<Candidate> near = candidates_.near(word);
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
    if (census_.standings[question.symbol] != Standing::unknown && question.places.size() > 2) return std::nullopt;
    const std::vector<Candidate> near = candidates_.near(word);
    const Split split = census_.standings[question.symbol] == Standing::unknown ? best_split(word, texts_, census_, dictionary_) : Split{};
    if (near.empty() && split.worth <= 0) return unknown(question, word);
    const Grounds grounds = near.empty() ? Grounds{} : grounds_for(question, near.front());
    const double sum = near.empty() ? -10 : weigh(grounds);
    if (split.worth > 0 && split.worth > (near.empty() ? -10 : near.front().rank)) return run_together(question, word, split);
    if (sum > 0) return misspelt(question, word, near, sum);
    return unknown(question, word);
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

  std::optional<Mistake> lost_apostrophe(const Question& question, const std::string& word) const {
    if (const auto found = dictionary_.contractions.find(word); found != dictionary_.contractions.end()) {
      Mistake out = mistake(question, word, Fault::apostrophe, {found->second});
      out.confidence = 0.97;
      out.safe = true;
      out.why = "\"" + word + "\" is \"" + found->second + "\" without its apostrophe.";
      return out;
    }
    return std::nullopt;
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

  Mistake run_together(const Question& question, const std::string& word, const Split& split) const {
    Mistake out = mistake(question, word, Fault::run_together, {split.first + " " + split.second});
    out.confidence = 0.9;
    out.why = "No word list has \"" + word + "\"; \"" + split.first + "\" and \"" + split.second + "\" are both common words here.";
    return out;
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
    if (census_.standings[question.symbol] != Standing::unknown || question.small == 0 || word.size() < 4) return std::nullopt;
    const WordForm form = form_of(word);
    if (form.inflected || form.affixed || form.joined || form.medicine || form.substance) return std::nullopt;
    if (question.places.size() > 1) return std::nullopt;
    Mistake out = mistake(question, word, Fault::unknown_word, {});
    out.confidence = 0.5;
    out.why = "No word list has \"" + word + "\", it stands once in the set, and no common word is near to it.";
    return out;
  }

  WordForm form_of(const std::string& word) const {
    return dictionary_.forms.read(word, [&](const std::string& stem) {
      if (stem.size() < 3) return false;
      if (const ListedWord listed = dictionary_.find(stem); listed.known() && (listed.flags & words_format::kName) == 0) return true;
      const Symbol symbol = texts_.symbols.find(stem);
      return symbol != 0 && census_.use(symbol).count >= 5;
    });
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
