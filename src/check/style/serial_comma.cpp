// A comma before the "and" of a list, in some places of a set and not in others: "fever, chills, and headache" but
// "nausea, vomiting and diarrhoea".
//
// The work is to tell lists from what looks like them:
//   In Spain, men and women         an opening phrase and a pair
//   peas, such as sugar and snow    an example, a relative clause, an aside
//   It is cheap, and it is safe     two sentences
//   macaroni and cheese             a pair within the last item
// Around the joining word stand the last item, the middle one, and before the middle one's comma the item before.
// Items are short, hold no joining word, and are alike in how they begin (an article, a preposition, a number). An
// opening phrase, seen from its first word, makes a list only when the items are names ("In April, May and June").
//
// Tested by tests/checks/style/serial_comma.yaml.

#include <algorithm>

#include "check/prose.h"
#include "check/usage.h"

namespace crosscheck::style {
namespace {

struct Settings {
  Prose prose;
  WordSet openers, no_item, links, clause_subjects, twos, relatives;
  PhraseSet pairs;
  Symbol open_square, close_square, of;
  std::string prefer;
  Settings(const Value& settings, Rulebook& book)
      : prose(book),
        openers(book.word_set(settings["openers"])),
        no_item(book.word_set(settings["no_item"])),
        links(book.word_set(settings["links"])),
        clause_subjects(book.word_set(settings["clause_subjects"])),
        twos(book.word_set(settings["twos"])),
        relatives(book.word_set(settings["relatives"])),
        pairs(book.phrase_set(settings["pairs"])),
        open_square(book.symbols.intern("[")),
        close_square(book.symbols.intern("]")),
        of(book.symbols.intern("of")),
        prefer(settings["prefer"].text("consistent")) {}
};

constexpr uint32_t kLongestItem = 9;  // tokens

struct Item {
  uint32_t begin = 0, end = 0;  // tokens
  uint32_t size() const { return end - begin; }
};

class Reader {
 public:
  Reader(const Settings& settings, const Document& document, const Sentence& sentence) : settings_(settings), document_(document), tokens_(document.tokens), sentence_(sentence) {}

  // Is the joining word at `i` the last of a list of three or more? `middle` and `last` are the items beside it.
  bool is_list(uint32_t i, bool comma, Item& middle, Item& last) const {
    middle.end = comma ? i - 1 : i;
    middle.begin = item_start(middle.end);
    last = {i + 1, item_end(i + 1)};
    if (middle.begin <= sentence_.first_token || tokens_[middle.begin - 1].word != settings_.prose.comma) return false;
    const Item before{item_start(middle.begin - 1), middle.begin - 1};
    if (middle.size() == 0 || before.size() == 0 || last.size() == 0 || middle.size() > kLongestItem) return false;
    const bool chained = before.begin > sentence_.first_token && tokens_[before.begin - 1].word == settings_.prose.comma;
    // "limbs, eyes and ears, and hair": the pair is one item of a longer list.
    if (!comma && goes_on(last.end, chained)) return false;
    if (!comma && (names_pair(before, chained) || holds_clause(middle))) return false;
    if (holds_joint(middle) || is_fixed_pair(i) || !may_be_middle(middle) || !may_be_last(last) || !may_be_before(before)) return false;
    if (!chained && is_opening(before) && !are_names(before, middle, last)) return false;
    if (settings_.links.contains(tokens_[before.end - 1].word)) return false;
    if (chained && start_of(before) == Start::preposition && start_of(middle) != Start::preposition) return false;
    return alike(before, middle, last, chained, comma);
  }

  bool is_verb(uint32_t i) const { return settings_.prose.auxiliaries.contains(at(i).word) && is_lower(at(i)) && at(i).space_before; }

 private:
  const Token& at(uint32_t i) const { return tokens_[i]; }
  bool closes(uint32_t i) const { return at(i).word == settings_.prose.close || at(i).word == settings_.close_square; }
  bool opens(uint32_t i) const { return at(i).word == settings_.prose.open || at(i).word == settings_.open_square; }
  bool parts(uint32_t i) const {
    return at(i).kind == TokenKind::punctuation && at(i).word != settings_.prose.hyphen && at(i).word != settings_.prose.slash;
  }

  // Walks back to the mark before the item that ends at `end`, over what stands in brackets.
  uint32_t item_start(uint32_t end) const {
    uint32_t i = end;
    int depth = 0;
    while (i > sentence_.first_token) {
      if (closes(i - 1)) ++depth;
      else if (opens(i - 1) && depth > 0) --depth;
      else if (depth == 0 && parts(i - 1)) break;
      --i;
    }
    return i;
  }
  uint32_t item_end(uint32_t begin) const {
    uint32_t i = begin;
    while (i < sentence_.end_token && !parts(i)) ++i;
    return i;
  }

  bool holds_joint(const Item& item) const {
    for (uint32_t i = item.begin; i < item.end; ++i)
      if (settings_.prose.joins(at(i).word)) return true;
    return false;
  }
  bool holds_verb(const Item& item) const {
    for (uint32_t i = item.begin; i < item.end; ++i)
      if (is_verb(i)) return true;
    return false;
  }
  bool ends_in(uint32_t i, std::string_view ending, uint32_t least) const {
    const std::string_view word = document_.text_of(at(i));
    return is_word(at(i)) && word.size() >= least && word.ends_with(ending);
  }

  // Does a comma follow, if only after a bracket, and no new clause after it?
  bool goes_on(uint32_t end, bool chained) const {
    uint32_t i = end;
    if (i < sentence_.end_token && opens(i)) {
      while (i < sentence_.end_token && !closes(i)) ++i;
      i = item_end(std::min(i + 1, sentence_.end_token));
    }
    if (i + 1 >= sentence_.end_token || at(i).word != settings_.prose.comma) return false;
    const Symbol next = at(i + 1).word;
    return !chained || (!settings_.prose.subordinators.contains(next) && !settings_.clause_subjects.contains(next));
  }
  // "two enzymes, amylase and lipase": what follows are the two; "beans and peas, nuts and seeds": pairs beside pairs.
  bool names_pair(const Item& before, bool chained) const {
    for (uint32_t i = before.end - std::min(before.size(), 6u); i < before.end; ++i)
      if (settings_.twos.contains(at(i).word) && !chained) return true;
    for (uint32_t i = before.end - std::min(before.size(), 4u); i < before.end; ++i)
      if (settings_.prose.joins(at(i).word)) return true;
    return false;
  }
  // "cells that line the lips and tongue"; "the Food and Drug Administration"
  bool holds_clause(const Item& item) const {
    for (uint32_t i = item.begin; i < item.end; ++i)
      if (settings_.relatives.contains(at(i).word)) return true;
    return (item.size() > 1 && ends_in(item.begin, "ly", 5)) || (item.size() == 2 && settings_.prose.determiners.contains(at(item.begin).word) && at(item.end - 1).letter_case == Case::capitalised);
  }
  bool may_be_middle(const Item& item) const {
    const Token& first = at(item.begin);
    if (first.kind == TokenKind::punctuation) return false;
    if (first.letter_case == Case::capitalised) return true;  // "May"
    return !settings_.no_item.contains(first.word) && !settings_.clause_subjects.contains(first.word) && !settings_.prose.subordinators.contains(first.word);
  }
  bool may_be_last(const Item& item) const {
    const Token& first = at(item.begin);
    if (first.kind == TokenKind::punctuation || first.letter_case == Case::capitalised) return first.kind != TokenKind::punctuation;
    return !settings_.clause_subjects.contains(first.word) && !settings_.prose.subordinators.contains(first.word);
  }
  // "the nerve, which runs into the palm, becomes pressed or squeezed"
  bool may_be_before(const Item& item) const {
    const bool starts = item.begin == sentence_.first_token;
    if (!starts && at(item.begin - 1).word == settings_.prose.comma && settings_.no_item.contains(at(item.begin).word)) return false;
    return at(item.begin).kind != TokenKind::punctuation && (starts || !settings_.prose.subordinators.contains(at(item.begin).word));
  }
  // "signs and symptoms"
  bool is_fixed_pair(uint32_t i) const { return settings_.pairs.match(tokens_, i - 1, std::min(sentence_.end_token, i + 2)).tokens == 3; }

  // "In Spain", "However", "If you are ill", "Usually", "Last year" at the start of a sentence.
  bool is_opening(const Item& item) const {
    if (item.begin != sentence_.first_token && at(item.begin - 1).word != settings_.prose.colon && at(item.begin - 1).word != settings_.prose.semicolon) return false;
    const bool joined = item.size() > 1 && settings_.prose.conjunctions.contains(at(item.begin).word);  // "But if ..."
    const Symbol first = at(item.begin + joined).word;
    if (settings_.prose.prepositions.contains(first) || settings_.prose.subordinators.contains(first) || settings_.openers.contains(first)) return true;
    if (ends_in(item.end - 1, "ly", 6)) return true;
    return item.size() == 1 ? ends_in(item.begin, "ly", 5) : ends_in(item.begin, "ing", 6) || ends_in(item.begin, "ed", 5) || ends_in(item.begin, "ly", 6);
  }
  bool are_names(const Item& before, const Item& middle, const Item& last) const {
    return middle.size() == 1 && at(before.end - 1).letter_case == Case::capitalised && at(middle.begin).letter_case == Case::capitalised && at(last.begin).letter_case == Case::capitalised;
  }

  enum class Start : uint8_t { bare, article, preposition, number };
  Start start_of(const Item& item) const {
    const Token& first = at(item.begin);
    if (first.kind == TokenKind::number) return Start::number;
    if (settings_.prose.prepositions.contains(first.word)) return Start::preposition;
    return settings_.prose.determiners.contains(first.word) ? Start::article : Start::bare;
  }
  bool has_article_near_end(const Item& item) const {
    for (uint32_t i = item.end - std::min(item.size(), 5u); i < item.end; ++i)
      if (settings_.prose.determiners.contains(at(i).word)) return true;
    return false;
  }
  // A preposition inside, other than "of": "used for pain and fever" holds a pair.
  bool holds_preposition(const Item& item) const {
    for (uint32_t i = item.begin + 1; i < item.end; ++i)
      if (settings_.prose.prepositions.contains(at(i).word) && at(i).word != settings_.of) return true;
    return false;
  }
  bool holds_of(const Item& item) const {
    for (uint32_t i = item.begin; i < item.end; ++i)
      if (at(i).word == settings_.of) return true;
    return false;
  }
  bool is_participle(uint32_t i) const { return ends_in(i, "ing", 5) || ends_in(i, "ed", 5); }

  bool alike(const Item& before, const Item& middle, const Item& last, bool chained, bool comma) const {
    const Start a = start_of(middle), b = start_of(last);
    if (a == Start::preposition && b != Start::preposition) return false;
    if (a != Start::preposition && b == Start::preposition) return false;
    if (a == Start::article && b == Start::bare && !has_article_near_end(before)) return false;
    if (a == Start::bare && b == Start::article && !comma && !has_article_near_end(before)) return false;
    if (!comma && !chained && a != Start::number && middle.size() > 2 && holds_of(middle)) return false;
    if (!comma && chained && middle.size() > 4 && holds_of(middle)) return false;  // "a rigid tunnel of bones and muscles"
    if (a == Start::number && b != Start::number && middle.size() == 1) return false;  // a year, a page
    // Two sentences: a verb after the joint that the middle does not have.
    Item head = last;
    head.end = std::min(last.end, last.begin + 4);
    const bool clause = comma ? holds_verb(head) && !holds_verb(middle) && b != Start::bare : false;
    if (clause || holds_verb(middle)) return false;
    if (comma) return !is_participle(middle.begin) || middle.size() == 1 || is_participle(last.begin);
    const bool aside = is_participle(middle.begin) && middle.size() > 1 && !is_participle(before.begin);
    if (aside && (b != Start::article || !has_article_near_end(before))) return false;
    return chained ? !holds_preposition(middle) || middle.size() <= 3 : !holds_preposition(middle) || a == Start::preposition;
  }

  const Settings& settings_;
  const Document& document_;
  const std::vector<Token>& tokens_;
  const Sentence& sentence_;
};

void run(const CheckInput& in, Findings& findings) {
  const auto& settings = in.settings<Settings>();
  std::vector<Usage> ways{{"no comma", {}}, {"a comma", {}}};
  each_sentence(in, [&](uint32_t d, const Document& document, const Sentence& sentence) {
    const Passage& passage = document.passages[sentence.passage];
    if (passage.kind == PassageKind::table_cell || passage.kind == PassageKind::heading || settings.prose.in_reference_list(document, passage)) return;
    const Reader reader(settings, document, sentence);
    for (uint32_t i = sentence.first_token + 3; i + 1 < sentence.end_token; ++i) {
      if (!settings.prose.joins(document.tokens[i].word) || document.tokens[i + 1].word == settings.prose.slash) continue;
      const bool comma = document.tokens[i - 1].word == settings.prose.comma;
      Item middle, last;
      if (!reader.is_list(i, comma, middle, last)) continue;
      uint32_t end = last.begin + 1;
      while (end < std::min(last.end, last.begin + 3) && !reader.is_verb(end)) ++end;
      ways[comma ? 1 : 0].places.push_back({d, {document.tokens[middle.begin].span.begin, document.tokens[end - 1].span.end}, i});
    }
  });
  const auto rewrite = [&](const UsePlace& place, size_t winner) {
    const Document& document = in.texts.documents[place.document];
    const Token& before = document.tokens[place.detail - 1];
    return winner == 1 ? Fix{place.document, {before.span.end, before.span.end}, ",", false} : Fix{place.document, before.span, "", false};
  };
  const std::string prefer = settings.prefer == "with" ? ways[1].name : settings.prefer == "without" ? ways[0].name : "";
  report_mixed(in, ways, "serial", prefer, rewrite, findings);
}

}  // namespace

extern const Check serial_comma{run, prepare<Settings>};

}  // namespace crosscheck::style
