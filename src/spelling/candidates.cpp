// Two edits are found without trying them all on both sides. The tables hold every word with one letter left out,
// so it is enough to ask for the written word, for it with one or two letters left out, and, only when that brought
// nothing that is one edit away, for it with one letter put in, changed or swapped.
//
// Tested by tests/rooms/spelling.cpp.
#include "spelling/candidates.h"

#include <algorithm>
#include <cmath>

#include "spelling/edits.h"

namespace crosscheck {
namespace {

constexpr uint32_t kOftenInSet = 4;
constexpr double kFarthest = 3.0;

template <class Visit>
void each_delete(const std::string& word, Visit visit) {
  for (size_t i = 0; i < word.size(); ++i)
    if (i == 0 || word[i] != word[i - 1]) visit(word.substr(0, i) + word.substr(i + 1));
}

template <class Visit>
void each_change(const std::string& word, Visit visit) {
  for (size_t i = 0; i + 1 < word.size(); ++i) {
    std::string swapped = word;
    std::swap(swapped[i], swapped[i + 1]);
    if (swapped != word) visit(swapped);
  }
  for (size_t i = 0; i <= word.size(); ++i)
    for (char c = 'a'; c <= 'z'; ++c) {
      visit(word.substr(0, i) + c + word.substr(i));
      if (i < word.size() && c != word[i]) visit(word.substr(0, i) + c + word.substr(i + 1));
    }
}

}  // namespace

class Candidates::Search {
 public:
  Search(const Candidates& all, std::string_view word) : all_(all), word_(word) {}

  void ask(const std::string& key) {
    const auto consider = [&](const ListedWord& listed) { add(listed); };
    all_.dictionary_.words.with_delete(key, consider);
    all_.dictionary_.medical.with_delete(key, consider);
    if (const auto own = all_.own_.find(key); own != all_.own_.end())
      for (const Symbol symbol : own->second) add({all_.texts_.word(symbol), 0, 0, {}});
  }

  void ask_sound() {
    const std::string sound = words_format::sound_of(word_);
    if (sound.size() < 3) return;
    const auto consider = [&](const ListedWord& listed) {
      if (words_format::sound_of(listed.text) == sound) add(listed);
    };
    all_.dictionary_.words.with_sound(sound, consider);
    all_.dictionary_.medical.with_sound(sound, consider);
  }

  bool close() const {
    return std::any_of(found_.begin(), found_.end(), [](const Candidate& c) { return c.edits <= 1; });
  }

  std::vector<Candidate> take() {
    for (Candidate& candidate : found_) candidate.rank = rank_of(candidate);
    std::sort(found_.begin(), found_.end(), before);
    if (found_.size() > 8) found_.resize(8);
    return std::move(found_);
  }

 private:
  void add(const ListedWord& listed) {
    const std::string_view text = listed.text;
    if (text == word_ || text.size() < 3) return;
    for (Candidate& known : found_) {
      if (known.text != text) continue;
      known.flags |= listed.flags;
      return;
    }
    const unsigned edits = edits_between(word_, text, 3);
    if (edits > 3) return;
    const double cost = edit_cost(word_, text, kFarthest);
    if (cost > kFarthest || (edits > 1 && word_.size() < 5)) return;
    if (cost > 0.34 * static_cast<double>(word_.size())) return;
    const Symbol symbol = all_.texts_.symbols.find(text);
    const uint32_t in_set = symbol == 0 ? 0 : all_.census_.use(symbol).count;
    Candidate out{std::string(text), listed.flags, all_.frequency(text, listed.flags, listed.count), in_set, cost, edits, 0, 0};
    // Both spellings of a word are as common as the commoner.
    if (!listed.partner.empty()) out.frequency = std::max(out.frequency, 0.5 * all_.frequency(listed.partner, 0, all_.dictionary_.words.find(listed.partner).count));
    found_.push_back(std::move(out));
  }

  const Candidates& all_;
  const std::string word_;
  std::vector<Candidate> found_;
};

double rank_of(const Candidate& candidate) { return std::log(candidate.frequency + 0.5) - 7 * candidate.cost + 0.8 * candidate.context; }

bool before(const Candidate& a, const Candidate& b) { return a.rank != b.rank ? a.rank > b.rank : a.text < b.text; }

Candidates::Candidates(const Collection& texts, const Census& census, const Dictionary& dictionary) : texts_(texts), census_(census), dictionary_(dictionary) {
  std::vector<uint8_t> seen(texts.symbols.size(), 0);
  for (const auto& [symbol, place] : census.in_question) {
    if (seen[symbol] != 0 || census.use(symbol).count < kOftenInSet || census.use(symbol).documents < 2) continue;
    seen[symbol] = 1;
    const std::string word(texts.word(symbol));
    own_[word].push_back(symbol);
    each_delete(word, [&](const std::string& key) { own_[key].push_back(symbol); });
  }
}

double Candidates::frequency(std::string_view word, uint16_t flags, uint32_t background) const {
  using namespace words_format;
  const Symbol symbol = texts_.symbols.find(word);
  const double in_set = symbol == 0 ? 0 : census_.use(symbol).count;
  const double listed = ((flags & kUS) != 0 ? 0.2 : 0) + ((flags & kGB) != 0 ? 0.2 : 0) + ((flags & kWordNet) != 0 ? 0.2 : 0) + ((flags & kMedical) != 0 ? 0.1 : 0);
  return 2 * in_set + background + listed;
}

std::vector<Candidate> Candidates::near(std::string_view text, bool far) const {
  const std::string word(text);
  std::vector<Candidate> found = near_as_it_stands(word, far);
  if (std::any_of(found.begin(), found.end(), [](const Candidate& c) { return c.edits <= 1; })) return found;
  // "arthopathies": the list may have the word without its ending.
  for (const auto& [end, instead] : {std::pair<std::string_view, std::string_view>{"ies", "y"}, {"s", ""}}) {
    if (!word.ends_with(end) || word.size() < end.size() + 5) continue;
    const std::string stem = word.substr(0, word.size() - end.size()).append(instead);
    for (Candidate& candidate : near_as_it_stands(stem, false)) {
      if (candidate.edits > 1 || !candidate.text.ends_with(instead) || candidate.text.ends_with('s')) continue;
      candidate.text = candidate.text.substr(0, candidate.text.size() - instead.size()).append(end);
      candidate.frequency *= 0.5;
      candidate.rank = rank_of(candidate);
      found.push_back(std::move(candidate));
    }
    break;
  }
  std::sort(found.begin(), found.end(), before);
  return found;
}

std::vector<Candidate> Candidates::near_as_it_stands(const std::string& word, bool far) const {
  Search search(*this, word);
  search.ask(word);
  each_delete(word, [&](const std::string& shorter) {
    search.ask(shorter);
    each_delete(shorter, [&](const std::string& shortest) { search.ask(shortest); });
  });
  if (far && !search.close() && word.size() >= 5 && word.size() <= 18) {
    each_change(word, [&](const std::string& other) { search.ask(other); });
    search.ask_sound();
  }
  return search.take();
}

}  // namespace crosscheck
