// A time of day is an opening hour where a word of opening or closing governs it ("opens at 9 am", "staffed until
// 5 pm"), where it says when a line is answered ("ring the helpline between 9 and 5"), and below a heading that says
// so ("Opening hours"). The days are those named next to it, the place is the noun in front of the opening word,
// else the service named, else the one in the heading.
//
// Two documents are held against each other day by day, as a visitor reads them: of what one document says of a day
// the narrower word counts ("Thursdays until 8 pm" before "Tuesday to Sunday"). Hours of a season, of a holiday or
// "on most days" are compared with hours of the same season alone.
//
// Tested by the fixtures of contradiction.contact.
#include "check/opening_hours.h"

#include <algorithm>
#include <array>
#include <bit>
#include <map>

#include "language/tags.h"

namespace crosscheck {
namespace {

constexpr unsigned kWeek = 0x7f, kWorkdays = 0x1f;
constexpr int kDays = 7, kMidnight = 24 * 60, kUnsaid = OpeningHours::kUnsaid;
constexpr uint32_t kBeside = 8;      // tokens between times and their days in one place
constexpr int kMostlyAll = 5;        // days a week from which "open until 6 pm" is said of them as well

struct Days {
  uint32_t first = 0, end = 0;
  unsigned bits = 0;
};

struct Clock {
  const Quantity* at = nullptr;
  unsigned days = 0;
};

struct Reader {
  const CheckInput& in;
  const OpeningWords& words;
  std::vector<OpeningHours>& out;
  uint32_t d = 0, s = 0;

  const Document& document() const { return in.texts.documents[d]; }
  const Sentence& sentence() const { return document().sentences[s]; }
  const Token& token(uint32_t i) const { return document().tokens[i]; }
  Key key(uint32_t i) const { return in.index.meanings.key(token(i).word); }

  unsigned day(uint32_t i) const {
    if (i >= sentence().end_token) return 0;
    const int* bits = words.days.find(token(i).word);
    return bits == nullptr ? 0 : static_cast<unsigned>(*bits);
  }

  bool is_mark(uint32_t i, char mark) const { return i < sentence().end_token && token(i).span.size() == 1 && document().text[token(i).span.begin] == mark; }

  // "Monday to Friday", "Tuesdays, Thursdays and Saturdays", "every day"
  Days days_at(uint32_t i) const {
    if (const PhraseSet::Match match = words.daily.match(document().tokens, i, sentence().end_token); match.tokens > 0) return {i, i + match.tokens, kWeek};
    Days group{i, i, 0};
    for (uint32_t at = i; day(at) != 0;) {
      const unsigned from = day(at);
      group.bits |= from, group.end = at + 1;
      const bool until = at + 2 < sentence().end_token && (words.ranges.contains(token(at + 1).word) || token(at + 1).tag == tag::HYPH || document().text_of(token(at + 1)) == "–");
      if (const unsigned to = until ? day(at + 2) : 0; to != 0 && std::has_single_bit(from) && std::has_single_bit(to)) {
        for (unsigned bit = from; bit != to; bit = bit == 1u << (kDays - 1) ? 1 : bit << 1) group.bits |= bit;
        group.bits |= to, group.end = at + 3;
      }
      at = group.end;
      while (is_mark(at, ',') || (at < sentence().end_token && words.joins.contains(token(at).word))) ++at;
    }
    return group;
  }

  std::vector<Days> all_days() const {
    std::vector<Days> found;
    for (uint32_t i = sentence().first_token; i < sentence().end_token;) {
      const Days days = days_at(i);
      if (days.bits != 0) found.push_back(days);
      i = std::max(days.end, i + 1);
    }
    return found;
  }

  // Days stand in front of their times throughout a sentence, or behind them.
  const Days* days_of(const std::vector<Days>& days, const Quantity& at, const Quantity* before, const Quantity* after) const {
    if (days.empty()) return nullptr;
    const bool in_front = days.front().first < at.first && (before == nullptr || days.front().first < before->first);
    const Days* found = nullptr;
    for (const Days& group : days) {
      if (in_front && group.first < at.first) found = &group;
      if (!in_front && found == nullptr && group.first >= at.end && (after == nullptr || group.first < after->first)) found = &group;
    }
    return found;
  }

  // The last word of opening or closing in front of `i`, else the first behind it; the end of the sentence if none.
  uint32_t cue_of(uint32_t i) const {
    const auto cue = [&](uint32_t k) { return (words.opens.contains(token(k).word) || words.closes.contains(token(k).word)) && token(k).relation != relation::amod; };
    for (uint32_t k = i; k-- > sentence().first_token;)
      if (cue(k)) return k;
    for (uint32_t k = i; k < sentence().end_token; ++k)
      if (cue(k)) return k;
    return sentence().end_token;
  }

  void take_place(uint32_t at, OpeningHours& hours) const {
    hours.place = key(at);
    for (uint32_t i = at; i-- > sentence().first_token;) {
      if (token(i).tag == tag::POS) continue;
      if (token(i).kind != TokenKind::word || key(i) == 0 || !(is_noun(token(i).tag) || is_proper_noun(token(i).tag) || is_adjective(token(i).tag))) break;
      hours.modifiers.push_back(key(i));
    }
    add_whereabouts(at, hours);
    std::sort(hours.modifiers.begin(), hours.modifiers.end());
    hours.modifiers.erase(std::unique(hours.modifiers.begin(), hours.modifiers.end()), hours.modifiers.end());
  }

  // "On the maternity ward, visitors are welcome from ..."
  void add_whereabouts(uint32_t place, OpeningHours& hours) const {
    bool where = false;
    for (uint32_t i = sentence().first_token; i < place; ++i) {
      const bool word = nominal(i) || is_adjective(token(i).tag);
      if (words.where.contains(token(i).word)) where = true;
      else if (token(i).tag != tag::DT && !word) where = false;
      else if (where && word && !words.besides.contains(token(i).word) && key(i) != 0) hours.modifiers.push_back(key(i));
    }
  }

  bool nominal(uint32_t i) const { return token(i).kind == TokenKind::word && (is_noun(token(i).tag) || is_proper_noun(token(i).tag)) && day(i) == 0; }

  // "the web chat of Harbour Line": the chat.
  uint32_t head_of(uint32_t i) const {
    for (uint32_t k = i; k-- > sentence().first_token;) {
      if (words.of.contains(token(k).word) && k > sentence().first_token && nominal(k - 1)) i = k - 1;
      else if (!nominal(k) && !is_adjective(token(k).tag) && token(k).tag != tag::DT && token(k).tag != tag::POS && !words.of.contains(token(k).word)) break;
    }
    return i;
  }

  // False where the place cannot be told.
  bool find_place(uint32_t cue, OpeningHours& hours) const {
    const uint32_t end = sentence().end_token;
    bool ours = false, pronoun = false;
    for (uint32_t i = cue == end ? sentence().first_token : cue; cue != end && i-- > sentence().first_token;) {
      if (nominal(i)) return take_place(head_of(i), hours), true;
      ours |= words.ours.contains(token(i).word);
      pronoun |= token(i).tag == tag::PRP;
      if (ours || pronoun) break;
    }
    if (ours) return true;
    for (uint32_t i = sentence().first_token; i < end; ++i)
      if ((words.lines.contains(token(i).word) || words.visits.contains(token(i).word)) && nominal(i)) return take_place(i, hours), true;
    return !pronoun && place_of_heading(hours);
  }

  bool place_of_heading(OpeningHours& hours) const {
    const Passage& passage = document().passages[sentence().passage];
    if (passage.heading < 0) return true;
    const Passage& heading = document().passages[static_cast<size_t>(passage.heading)];
    for (uint32_t h = heading.first_sentence; h < heading.end_sentence; ++h) {
      const Sentence& line = document().sentences[h];
      for (uint32_t i = line.end_token; i-- > line.first_token;)
        if (nominal(i) && !words.hours.contains(token(i).word) && !words.opens.contains(token(i).word)) return hours.place = key(i), true;
    }
    return true;
  }

  bool under_hours() const {
    const Passage& passage = document().passages[sentence().passage];
    if (passage.heading < 0) return false;
    const Passage& heading = document().passages[static_cast<size_t>(passage.heading)];
    bool hours = false, opening = false;
    for (uint32_t h = heading.first_sentence; h < heading.end_sentence; ++h)
      for (uint32_t i = document().sentences[h].first_token; i < document().sentences[h].end_token; ++i)
        hours |= words.hours.contains(token(i).word), opening |= words.opens.contains(token(i).word) || words.visits.contains(token(i).word);
    return hours && opening;
  }

  bool has(const WordSet& set) const {
    for (uint32_t i = sentence().first_token; i < sentence().end_token; ++i)
      if (set.contains(token(i).word)) return true;
    return false;
  }

  std::vector<Key> season() const {
    std::vector<Key> found;
    for (uint32_t i = sentence().first_token; i < sentence().end_token; ++i) {
      const WordKind kind = in.index.meanings.kind(token(i).word);
      const bool whom = kind == WordKind::population && i > sentence().first_token && words.whom.contains(token(i - 1).word);  // "for children"
      const bool when = kind == WordKind::time || kind == WordKind::measure;
      if ((when || whom || words.seasons.contains(token(i).word)) && day(i) == 0 && !words.besides.contains(token(i).word) && key(i) != 0) found.push_back(key(i));
    }
    std::sort(found.begin(), found.end());
    return found;
  }

  // "open" and "close" as the times and the word beside them say it; false where they say neither.
  bool take_times(const Quantity& at, uint32_t cue, bool listed, OpeningHours& hours) const {
    if (at.high > at.low) return hours.open = static_cast<int>(at.low), hours.close = static_cast<int>(at.high), true;
    if (cue == sentence().end_token) return false;
    const int minutes = static_cast<int>(at.low);
    const bool until = at.first > sentence().first_token && words.ranges.contains(token(at.first - 1).word);
    if (words.closes.contains(token(cue).word) || until) return hours.close = minutes, true;
    return hours.open = minutes, cue < at.first && !listed;
  }

  void add(const Quantity& at, const Days* days, const std::vector<Key>& season, bool listed) const {
    OpeningHours hours;
    hours.document = d, hours.sentence = s, hours.season = season;
    const uint32_t cue = cue_of(at.first);
    const bool answered = cue == sentence().end_token && at.high > at.low && (has(words.lines) || has(words.visits));
    if (cue == sentence().end_token && !listed && !answered) return;
    if (!take_times(at, cue, listed, hours) || !find_place(cue, hours)) return;
    hours.span = at.span;
    if (days != nullptr) {
      hours.days = days->bits;
      if (days->first < at.first ? at.first - days->end < kBeside : days->first - at.end < kBeside)
        hours.span = {std::min(at.span.begin, token(days->first).span.begin), std::max(at.span.end, token(days->end - 1).span.end)};
    }
    out.push_back(std::move(hours));
  }

  // "closed on Mondays", "Monday: closed"
  void add_closed(const std::vector<Days>& days, const std::vector<Key>& season) const {
    for (uint32_t i = sentence().first_token; i < sentence().end_token; ++i) {
      if (!words.closes.contains(token(i).word) || token(i).relation == relation::amod) continue;
      for (const Days& group : days) {
        if (group.first > i ? group.first - i > kBeside : i - group.end > 1) continue;
        OpeningHours hours;
        hours.document = d, hours.sentence = s, hours.season = season, hours.days = group.bits, hours.closed = true;
        hours.span = {std::min(token(i).span.begin, token(group.first).span.begin), std::max(token(i).span.end, token(group.end - 1).span.end)};
        if (find_place(i, hours)) out.push_back(std::move(hours));
        break;
      }
    }
  }

  // "staffed round the clock"
  void add_around(const std::vector<Days>& days, const std::vector<Key>& season) const {
    for (uint32_t i = sentence().first_token; i < sentence().end_token; ++i) {
      const PhraseSet::Match match = words.around.match(document().tokens, i, sentence().end_token);
      const uint32_t cue = cue_of(i);
      if (match.tokens == 0 || (cue == sentence().end_token ? !has(words.lines) : !words.opens.contains(token(cue).word))) continue;
      OpeningHours hours;
      hours.document = d, hours.sentence = s, hours.season = season, hours.open = 0, hours.close = kMidnight;
      hours.days = days.empty() ? 0 : days.front().bits;
      hours.span = {token(i).span.begin, token(i + match.tokens - 1).span.end};
      if (find_place(cue, hours)) out.push_back(std::move(hours));
      return;
    }
  }

  void read(const std::vector<const Quantity*>& clocks) const {
    const bool listed = under_hours();
    if (has(words.hedges) || !(listed || has(words.opens) || has(words.closes) || has(words.lines) || has(words.visits))) return;
    const std::vector<Days> days = all_days();
    const std::vector<Key> when = season();
    if (clocks.empty()) {
      add_closed(days, when);
      return add_around(days, when);
    }
    for (size_t k = 0; k < clocks.size(); ++k)
      add(*clocks[k], days_of(days, *clocks[k], k > 0 ? clocks[k - 1] : nullptr, k + 1 < clocks.size() ? clocks[k + 1] : nullptr), when, listed);
  }
};

// What a document says of one day.
struct Day {
  const OpeningHours* opens = nullptr;
  const OpeningHours* closes = nullptr;
  const OpeningHours* closed = nullptr;
};

int width(const OpeningHours& hours) { return hours.days == 0 ? kDays + 1 : std::popcount(hours.days); }

// The narrower word on a day counts; of two equally narrow ones (a break at noon) none.
void take(const OpeningHours*& slot, const OpeningHours& hours, const OpeningHours& muted) {
  if (slot == nullptr || slot == &muted || width(hours) < width(*slot)) slot = slot == &muted && width(hours) >= width(muted) ? slot : &hours;
  else if (width(hours) == width(*slot)) slot = &muted;
}

struct Week {
  std::array<Day, kDays> days;
  const OpeningHours* entry = nullptr;  // any, for its place
  bool alone = false;                   // the document has one place of this name
};

// "the dietitians' helpline" is "the helpline" where each document has one.
bool one_place(const Week& a, const Week& b) {
  const std::vector<Key>&one = a.entry->modifiers, &two = b.entry->modifiers;
  if (a.entry->document == b.entry->document) return false;
  return one == two || (a.alone && b.alone && (std::includes(one.begin(), one.end(), two.begin(), two.end()) || std::includes(two.begin(), two.end(), one.begin(), one.end())));
}

Week week_of(const std::vector<const OpeningHours*>& said) {
  static const OpeningHours muted;
  Week week;
  week.entry = said.front();
  for (int day = 0; day < kDays; ++day)
    for (const OpeningHours* hours : said) {
      if (hours->days != 0 && (hours->days >> day & 1) == 0) continue;
      Day& at = week.days[static_cast<size_t>(day)];
      if (hours->closed) take(at.closed, *hours, muted);
      if (hours->open != kUnsaid) take(at.opens, *hours, muted);
      if (hours->close != kUnsaid) take(at.closes, *hours, muted);
    }
  for (Day& at : week.days)
    for (const OpeningHours** slot : {&at.opens, &at.closes, &at.closed})
      if (*slot == &muted) *slot = nullptr;
  return week;
}

bool said_of_alike(const OpeningHours& a, const OpeningHours& b) {
  return (a.days != 0 || b.days == 0 || width(b) >= kMostlyAll) && (b.days != 0 || a.days == 0 || width(a) >= kMostlyAll);
}

std::pair<const OpeningHours*, const OpeningHours*> clash(const Week& a, const Week& b) {
  for (size_t day = 0; day < kDays; ++day) {
    const Day &one = a.days[day], &two = b.days[day];
    if (one.opens != nullptr && two.opens != nullptr && one.opens->open != two.opens->open && said_of_alike(*one.opens, *two.opens)) return {one.opens, two.opens};
    if (one.closes != nullptr && two.closes != nullptr && one.closes->close != two.closes->close && said_of_alike(*one.closes, *two.closes)) return {one.closes, two.closes};
    if (one.closed != nullptr && two.opens != nullptr && two.opens->days != 0 && two.closed == nullptr && one.opens == nullptr) return {one.closed, two.opens};
    if (two.closed != nullptr && one.opens != nullptr && one.opens->days != 0 && one.closed == nullptr && two.opens == nullptr) return {one.opens, two.closed};
  }
  // The same hours on other days, where nothing else is said of the days between.
  for (size_t day = 0; day < kDays; ++day) {
    const OpeningHours *one = a.days[day].opens, *two = b.days[day].opens;
    if (one == nullptr || two == nullptr || one->open != two->open || one->close != two->close || one->days == two->days || one->days == 0 || two->days == 0 || one->close == kUnsaid) continue;
    const unsigned apart = one->days ^ two->days;
    const auto silent = [&](const Week& week, const OpeningHours* own) {
      for (size_t other = 0; other < kDays; ++other)
        if ((apart >> other & 1) != 0 && (own->days >> other & 1) == 0 && (week.days[other].opens != nullptr || week.days[other].closed != nullptr)) return false;
      return true;
    };
    if (silent(a, one) && silent(b, two)) return {one, two};
  }
  return {nullptr, nullptr};
}

}  // namespace

OpeningWords::OpeningWords(const Value& s, Rulebook& book)
    : opens(book.word_set(s["opens"])), closes(book.word_set(s["closes"])), hours(book.word_set(s["hours"])), lines(book.word_set(s["lines"])), visits(book.word_set(s["visits"])), ours(book.word_set(s["ourselves"])),
      hedges(book.word_set(s["hedges"])), seasons(book.word_set(s["seasons"])), besides(book.word_set(s["besides"])), whom(book.word_set(s["whom"])), of(book.word_set(s["of"])), where(book.word_set(s["where"])), daily(book.phrase_set(s["daily"])), around(book.phrase_set(s["around"])), ranges(book.word_set(s["ranges"])),
      joins(book.word_set(s["joins"])) {
  const std::vector<Value>& week = s["week"].items;
  for (size_t row = 0; row < week.size(); ++row)
    for (const std::string& name : week[row].texts()) days.emplace(book.symbols.intern(name), row < kDays ? 1 << row : row == kDays ? kWorkdays : kWeek ^ kWorkdays);
}

std::vector<OpeningHours> find_opening_hours(const CheckInput& in, const OpeningWords& words) {
  std::vector<OpeningHours> out;
  Reader reader{in, words, out};
  std::map<std::pair<uint32_t, uint32_t>, std::vector<const Quantity*>> clocks;
  for (const Claim& claim : in.index.claims)
    for (const Quantity& quantity : claim.quantities)
      if (quantity.dimension == "clock") clocks[{claim.document, claim.sentence}].push_back(&quantity);
  for (reader.d = 0; reader.d < in.texts.documents.size(); ++reader.d)
    for (reader.s = 0; reader.s < in.texts.documents[reader.d].sentences.size(); ++reader.s) {
      const auto found = clocks.find({reader.d, reader.s});
      reader.read(found == clocks.end() ? std::vector<const Quantity*>() : found->second);
    }
  return out;
}

std::vector<std::pair<const OpeningHours*, const OpeningHours*>> clashing_hours(const std::vector<OpeningHours>& all) {
  using Said = std::vector<const OpeningHours*>;
  using Modifiers = std::vector<Key>;
  std::map<std::tuple<Key, std::vector<Key>>, std::map<uint32_t, std::map<Modifiers, Said>>> places;
  for (const OpeningHours& hours : all) places[{hours.place, hours.season}][hours.document][hours.modifiers].push_back(&hours);
  std::vector<std::pair<const OpeningHours*, const OpeningHours*>> out;
  for (const auto& place : places) {
    std::vector<Week> weeks;
    for (const auto& document : place.second)
      for (const auto& said : document.second) {
        weeks.push_back(week_of(said.second));
        weeks.back().alone = document.second.size() == 1;
      }
    for (size_t a = 0; a < weeks.size(); ++a)
      for (size_t b = a + 1; b < weeks.size(); ++b)
        if (one_place(weeks[a], weeks[b]))
          if (const auto pair = clash(weeks[a], weeks[b]); pair.first != nullptr) out.push_back(pair);
  }
  return out;
}

}  // namespace crosscheck
