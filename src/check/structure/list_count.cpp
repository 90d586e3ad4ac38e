// A list is announced with a number and has another number of items.
//
//   The test looks for five viruses: measles, mumps, rubella and polio.
//   Follow these four steps:           and three bullets below
//   four disease categories: 1 Primary immune deficiencies.   and no 2
//
// The announcement is a number, up to four words and a plural, and the list follows at once: after a colon, after
// "namely", in brackets, or as items below. Where commas and conjunctions leave the count open, every possible count
// is accepted; lists that are examples ("including", "such as") and numbers that are parted, not listed
// ("four patients: two adults and two children"), are left alone.
//
// Tested by tests/checks/structure/list_count.yaml.

#include <map>

#include "check/check.h"
#include "language/enumeration.h"
#include "language/numbers.h"
#include "text/fold.h"

namespace crosscheck::structure {
namespace {

constexpr uint32_t kMostAnnounced = 20;
constexpr uint32_t kLongestItem = 14;

struct Settings {
  ListWords lists;
  WordSet uncounted, plurals, between, loose, labels, prepositions, namely, cues, units, dashes, number_words;
  std::map<uint32_t, std::string> names;  // 4: "four"

  Settings(const Value& settings, Rulebook& book)
      : lists(book),
        uncounted(book.word_set(settings["uncounted"])),
        plurals(book.word_set(settings["plurals"])),
        between(book.word_set(settings["never_between"])),
        loose(book.word_set(settings["loose"])),
        labels(book.word_set(settings["labels"])),
        prepositions(book.word_set(settings["prepositions"])),
        namely(book.word_set(settings["namely"])),
        cues(book.word_set(settings["cues"])),
        units(book.word_set(settings["units"])),
        dashes(book.word_set(settings["dashes"])) {
    for (const auto& [word, value] : book.lexicon("numbers")["words"].fields) {
      number_words.add(book.symbols.intern(word));
      if (value.number() <= kMostAnnounced) names.emplace(static_cast<uint32_t>(value.number()), word);
    }
  }
};

struct Announcement {
  uint32_t number_at = 0, number_tokens = 0, head = 0;  // tokens
  uint32_t count = 0;
  bool in_words = false;
};

struct Listed {
  uint32_t items = 0;
  bool certain = false;  // exactly so many: a fix can name the number
};

class Reader {
 public:
  Reader(const Document& document, const Settings& settings, const NumberTable& numbers) : document_(document), tokens_(document.tokens), settings_(settings), numbers_(numbers) {}

  // Calls back with each announcement whose list has another number of items.
  template <class Report>
  void read(const Report& report) const {
    for (uint32_t p = 0; p < document_.passages.size(); ++p) {
      const Passage& passage = document_.passages[p];
      if (passage.kind == PassageKind::table_cell || passage.kind == PassageKind::caption || passage.kind == PassageKind::code) continue;
      for (uint32_t s = passage.first_sentence; s < passage.end_sentence; ++s) read_sentence(p, document_.sentences[s], s + 1 == passage.end_sentence, report);
    }
  }

 private:
  char mark(uint32_t i) const { return tokens_[i].kind == TokenKind::punctuation && tokens_[i].span.size() == 1 ? document_.text[tokens_[i].span.begin] : '\0'; }

  // A dash between words, not a hyphen within one.
  bool is_dash(uint32_t i) const {
    if (!settings_.dashes.contains(tokens_[i].word) || i + 1 >= tokens_.size()) return false;
    return tokens_[i].space_before == tokens_[i + 1].space_before && (tokens_[i].space_before || tokens_[i].span.size() > 1);
  }

  template <class Report>
  void read_sentence(uint32_t p, const Sentence& sentence, bool last, const Report& report) const {
    uint32_t end = sentence.end_token;
    if (sentence.terminated && end > sentence.first_token) --end;
    for (uint32_t i = sentence.first_token + 1; i < end; ++i) {
      const bool colon = mark(i) == ':', bracket = mark(i) == '(', dash = is_dash(i) && i + 1 < end;
      if (!colon && !bracket && !dash && !settings_.namely.contains(tokens_[i].word)) continue;
      if (colon && i + 1 == end) break;  // the list stands below
      const uint32_t before = !colon && !bracket && !dash && mark(i - 1) == ',' ? i - 1 : i;
      const auto announced = announcement(sentence.first_token, before, bracket || dash);
      if (!announced) {
        if (colon) return;
        continue;
      }
      uint32_t stop = end;
      if (bracket)
        for (stop = i + 1; stop < end && mark(stop) != ')'; ++stop) {}
      if (dash)
        for (stop = i + 1; stop < end && !is_dash(stop); ++stop) {}
      judge(*announced, colon ? listed_after_colon(p, *announced, i + 1, stop) : listed_inline(*announced, i + 1, stop, bracket || dash ? 5 : kLongestItem), report);
      return;
    }
    if (!last || p + 1 >= document_.passages.size() || document_.passages[p + 1].kind != PassageKind::list_item) return;
    const bool colon = end > sentence.first_token && mark(end - 1) == ':';
    if (!colon && !has_cue(sentence)) return;
    if (const auto announced = announcement(sentence.first_token, colon ? end - 1 : end, false)) judge(*announced, listed_below(p + 1, announced->count), report);
  }

  template <class Report>
  void judge(const Announcement& announced, const std::optional<Listed>& listed, const Report& report) const {
    if (listed && listed->items != announced.count) report(announced, *listed);
  }

  bool has_cue(const Sentence& sentence) const {
    for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i)
      if (settings_.cues.contains(tokens_[i].word)) return true;
    return false;
  }

  bool is_plural(uint32_t i) const {
    const std::string_view word = document_.text_of(tokens_[i]);
    if (settings_.plurals.contains(tokens_[i].word)) return true;
    return word.size() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is");
  }

  // The noun a number at `at` counts, or nothing.
  std::optional<uint32_t> counted_noun(uint32_t at, uint32_t end) const {
    for (uint32_t i = at; i < end && i < at + 5; ++i) {
      const bool hyphen = mark(i) == '-';
      if ((tokens_[i].kind != TokenKind::word && !hyphen) || settings_.between.contains(tokens_[i].word)) return std::nullopt;
      if (!hyphen && is_plural(i)) return settings_.uncounted.contains(tokens_[i].word) ? std::nullopt : std::optional(i);
    }
    return std::nullopt;
  }

  // The one number in [begin, end) that can announce a list right after `end`. `close`: it must end there.
  std::optional<Announcement> announcement(uint32_t begin, uint32_t end, bool close) const {
    std::optional<Announcement> found;
    for (uint32_t i = begin; i < end; ++i) {
      if (tokens_[i].kind != TokenKind::number && !settings_.number_words.contains(tokens_[i].word)) continue;
      const auto number = numbers_.read(document_, i, end);
      if (!number) continue;
      const uint32_t at = i;
      if (at + number->tokens < end && mark(at + number->tokens) == '-') continue;  // "6-month trials"
      i += number->tokens - 1;
      if (number->ordinal || number->decimals > 0 || number->value < 2 || number->value > kMostAnnounced) continue;
      const auto head = counted_noun(at + number->tokens, end);
      if (!head) continue;
      if (found) return std::nullopt;  // two numbers: which one announces?
      if (at > begin && (settings_.loose.contains(tokens_[at - 1].word) || settings_.labels.contains(tokens_[at - 1].word))) return std::nullopt;
      if (at > begin + 2 && settings_.loose.contains(tokens_[at - 2].word) && numbers_.read(document_, at - 3, at)) return std::nullopt;  // "two of the three"
      const uint32_t gap = end - *head - 1;
      const bool after_preposition = at > begin && settings_.prepositions.contains(tokens_[at - 1].word);
      if (gap > (close ? 0u : after_preposition ? 2u : 15u)) return std::nullopt;
      for (uint32_t k = *head + 1; k < end; ++k)
        if (mark(k) == ',' || mark(k) == ';' || mark(k) == ':') return std::nullopt;
      found = {at, number->tokens, *head, static_cast<uint32_t>(number->value), number->in_words};
    }
    return found;
  }

  std::optional<Listed> listed_inline(const Announcement& announced, uint32_t begin, uint32_t end, uint32_t longest) const {
    const ItemCount items = count_items(document_, begin, end, settings_.lists, numbers_);
    if (!items.closed || items.capitals || items.clauses || items.longest > longest || items.allows(announced.count)) return std::nullopt;
    if (items.figures && !measures(begin, items.sum, announced.count)) return std::nullopt;
    return Listed{announced.count < items.least ? items.least : items.most, items.least == items.most && items.parted == 0};
  }

  // "4 sizes: 5 × 5 cm, 10 × 10 cm": the items lead with measures, not with a part of the number.
  bool measures(uint32_t begin, double sum, uint32_t announced) const {
    const auto number = numbers_.read(document_, begin, static_cast<uint32_t>(tokens_.size()));
    if (!number || begin + number->tokens >= tokens_.size()) return false;
    return sum > announced && settings_.units.contains(tokens_[begin + number->tokens].word);
  }

  std::optional<Listed> listed_after_colon(uint32_t p, const Announcement& announced, uint32_t begin, uint32_t end) const {
    if (const uint32_t numbered = count_numbered_items(document_, p, begin); numbered > 0) {
      // "1" alone may be a figure of speech ("1 in 10"); a blank number list starts with a capital or goes on to 2.
      if (numbered == 1 && tokens_[begin].kind == TokenKind::number && begin + 1 < end && tokens_[begin + 1].letter_case != Case::capitalised) return std::nullopt;
      return Listed{numbered, numbered > 1};
    }
    return listed_inline(announced, begin, end, kLongestItem);
  }

  // The items of the list that starts with passage `p`.
  std::optional<Listed> listed_below(uint32_t p, uint32_t announced) const {
    const auto& passages = document_.passages;
    const Passage& first = passages[p];
    uint32_t count = 0, strangers = 0;
    for (uint32_t i = p; i < passages.size() && strangers < 3; ++i) {
      const Passage& item = passages[i];
      if (item.kind == PassageKind::list_item && item.list == first.list) {
        ++count;
      } else if (item.kind != PassageKind::list_item) {
        ++strangers;
      } else if (item.level <= first.level) {
        // Another list soon after: this one may go on there, between explanations.
        const bool goes_on = item.marker == first.marker && count < announced && strangers > 0 && (first.marker == Marker::bullet || item.number > 1);
        if (goes_on) return std::nullopt;
        break;
      }
    }
    // A lead-in that is an item of the same list: where its own items end cannot be seen.
    if (passages[p - 1].list == first.list && passages[p - 1].kind == PassageKind::list_item && count > announced) return std::nullopt;
    return Listed{count, count > 1};
  }

  const Document& document_;
  const std::vector<Token>& tokens_;
  const Settings& settings_;
  const NumberTable& numbers_;
};

void run(const CheckInput& in, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  const auto& numbers = in.rulebook.table<NumberTable>();
  for (uint32_t d = 0; d < in.texts.documents.size(); ++d) {
    const Document& document = in.texts.documents[d];
    Reader(document, settings, numbers).read([&](const Announcement& announced, const Listed& listed) {
      const Token& first = document.tokens[announced.number_at];
      const Token& last = document.tokens[announced.number_at + announced.number_tokens - 1];
      const auto name = settings.names.find(listed.items);
      const std::string shown = name != settings.names.end() ? name->second : std::to_string(listed.items);
      Finding out = finding(in, {{d, {first.span.begin, document.tokens[announced.head].span.end}}}, {{"listed", shown}});
      out.why = "The words announce " + std::to_string(announced.count) + "; the list that follows has " + std::to_string(listed.items) + (listed.items == 1 ? " item." : " items.");
      out.confidence = 0.9;
      if (listed.certain) {
        std::string word = announced.in_words ? shown : std::to_string(listed.items);
        if (first.letter_case == Case::capitalised) word = capitalised(word);
        out.fixes = {{d, {first.span.begin, last.span.end}, word, false}};
      }
      findings.push_back(std::move(out));
    });
  }
}

}  // namespace

extern const Check list_count{run, prepare<Settings>};

}  // namespace crosscheck::structure
