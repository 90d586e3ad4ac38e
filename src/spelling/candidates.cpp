// Tested by tests/rooms/spelling.cpp.
#include "spelling/candidates.h"

#include <algorithm>
#include <cmath>

namespace crosscheck {
namespace {

constexpr uint32_t kOftenInSet = 4;

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
  const std::shared_ptr<const Neighbourhood> listed = dictionary_.neighbours.of(word, far, dictionary_.words, dictionary_.medical);
  std::vector<Candidate> found;
  const auto add = [&](const Neighbour& near) {
    const ListedWord& meant = near.listed;
    const Symbol symbol = texts_.symbols.find(meant.text);
    Candidate out{std::string(meant.text), meant.flags, frequency(meant.text, meant.flags, meant.count), symbol == 0 ? 0 : census_.use(symbol).count, near.cost, near.edits, 0, 0};
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
