// Tested by tests/rooms/spelling.cpp.
#include "spelling/candidates.h"

#include <algorithm>
#include <cmath>

#include "spelling/edits.h"

namespace crosscheck {
namespace {

constexpr uint32_t kOftenInSet = 4;
constexpr size_t kShortestPart = 5;
constexpr double kOfParts = 3;

}  // namespace

double rank_of(const Candidate& candidate) { return std::log(candidate.frequency + 0.5) - 7 * candidate.cost + 0.8 * candidate.context; }

bool before(const Candidate& a, const Candidate& b) { return a.rank != b.rank ? a.rank > b.rank : a.text < b.text; }

Candidates::Candidates(const Collection& texts, const Census& census, const Dictionary& dictionary) : texts_(texts), census_(census), dictionary_(dictionary) {
  std::vector<uint8_t> seen(texts.symbols.size(), 0);
  for (const auto& [symbol, place] : census.in_question) {
    if (seen[symbol] != 0 || census.use(symbol).count < kOftenInSet || census.use(symbol).documents < 2) continue;
    seen[symbol] = 1;
    own_.push_back(symbol);
  }
}

double Candidates::frequency(std::string_view word, uint16_t flags, uint32_t background) const {
  using namespace words_format;
  const Symbol symbol = texts_.symbols.find(word);
  const double in_set = symbol == 0 ? 0 : census_.use(symbol).count;
  const double listed = ((flags & kUS) != 0 ? 0.2 : 0) + ((flags & kGB) != 0 ? 0.2 : 0) + ((flags & kWordNet) != 0 ? 0.2 : 0) + ((flags & kMedical) != 0 ? 0.1 : 0);
  const double alone = 2 * in_set + background + listed;
  return alone < kOfParts && flags != 0 && word.size() >= 2 * kShortestPart ? std::max(alone, of_parts(word)) : alone;
}

// "gammaglobulin" is listed but was not met; "gamma" and "globulin" were, so it is no rare word either.
double Candidates::of_parts(std::string_view word) const {
  double best = 0;
  // "dysarthric" likewise, where "dysarthria" was met.
  if (word.ends_with("ic"))
    for (const std::string_view end : {"ia", "y", "is"})
      best = std::max(best, std::min(kOfParts, 0.3 * dictionary_.words.find(std::string(word.substr(0, word.size() - 2)).append(end)).count));
  for (size_t cut = kShortestPart; cut + kShortestPart <= word.size(); ++cut) {
    const ListedWord one = dictionary_.words.find(word.substr(0, cut)), two = dictionary_.words.find(word.substr(cut));
    if (one.count > 0 && two.count > 0) best = std::max(best, std::min(kOfParts, 0.3 * std::min(one.count, two.count)));
  }
  return best;
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
  if (found.empty() && far) compose(word, found);
  std::sort(found.begin(), found.end(), before);
  return found;
}

// "fluoropyrmidine": no list has what is meant, but each of its halves. One half must stand as it is.
void Candidates::compose(const std::string& word, std::vector<Candidate>& found) const {
  const auto add = [&](std::string meant, unsigned edits, double cost) {
    if (cost > 1.0) return;
    const Symbol symbol = texts_.symbols.find(meant);
    const uint32_t in_set = symbol == 0 ? 0 : census_.use(symbol).count;
    const double of_length = 0.01 * static_cast<double>(meant.size());  // the longer says more
    Candidate out{std::move(meant), 0, 2 * in_set + of_length, in_set, cost, edits, 0, true, 0};
    out.rank = rank_of(out);
    found.push_back(std::move(out));
  };
  for (size_t cut = kShortestPart; cut + kShortestPart <= word.size(); ++cut) {
    const std::string front = word.substr(0, cut), rest = word.substr(cut);
    if (dictionary_.forms.is_prefix(front)) {
      if (dictionary_.find(rest).known()) return found.clear();  // as it stands, then
      if (rest.size() < kShortestPart + 2) continue;
      for (const Candidate& near : near_as_it_stands(rest, false))
        if (near.edits == 1 && near.text[0] == rest[0] && near.flags != 0 && (near.flags & words_format::kName) == 0) add(front + near.text, 1, near.cost);
    } else if (dictionary_.find(rest).known() && (dictionary_.find(rest).flags & words_format::kName) == 0) {
      for (const std::string& meant : dictionary_.forms.prefixes_near(front)) add(meant + rest, 1, edit_cost(front, meant, 2));
    }
  }
}

std::vector<Candidate> Candidates::near_as_it_stands(const std::string& word, bool far) const {
  const std::shared_ptr<const Neighbourhood> listed = dictionary_.neighbours.of(word, far, dictionary_.words, dictionary_.medical);
  std::vector<Candidate> found;
  const auto add = [&](const Neighbour& near) {
    const ListedWord& meant = near.listed;
    const Symbol symbol = texts_.symbols.find(meant.text);
    Candidate out{std::string(meant.text), meant.flags, frequency(meant.text, meant.flags, meant.count), symbol == 0 ? 0 : census_.use(symbol).count, near.cost, near.edits, 0, false, 0};
    // Both spellings of a word are as common as the commoner.
    if (!meant.partner.empty()) out.frequency = std::max(out.frequency, 0.5 * frequency(meant.partner, 0, dictionary_.words.find(meant.partner).count));
    out.rank = rank_of(out);
    found.push_back(std::move(out));
  };
  for (const Neighbour& near : listed->close) add(near);
  for (const Symbol symbol : own_) {
    Neighbour near{{texts_.word(symbol), 0, 0, {}}, 0, 0};
    if (near_enough(word, near) && near.edits <= 2) add(near);
  }
  if (std::none_of(found.begin(), found.end(), [](const Candidate& c) { return c.edits <= 1; }))
    for (const Neighbour& near : listed->wide) add(near);
  std::sort(found.begin(), found.end(), before);
  if (found.size() > 8) found.resize(8);
  return found;
}

}  // namespace crosscheck
