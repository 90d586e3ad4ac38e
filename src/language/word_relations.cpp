// Tested by tests/rooms/word_relations.cpp.
#include "language/word_relations.h"

#include <algorithm>
#include <array>
#include <utility>

#include "language/inflect.h"

namespace crosscheck {
namespace {

std::string trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return std::string(text);
}

std::vector<std::string> split(std::string_view text, std::string_view mark) {
  std::vector<std::string> out;
  for (size_t at = 0; at <= text.size();) {
    const size_t next = std::min(text.find(mark, at), text.size());
    if (std::string part = trimmed(text.substr(at, next - at)); !part.empty()) out.push_back(std::move(part));
    at = next + mark.size();
  }
  return out;
}

constexpr std::array<std::pair<std::string_view, WordClass>, 27> kClasses{{{"function", function_word}, {"filler", filler}, {"negator", negator}, {"auxiliary", auxiliary},
    {"scope", scope_word}, {"condition", condition_word}, {"hedge", hedge}, {"report", report_word}, {"soft_frequency", soft_frequency}, {"pronoun", pronoun},
    {"label", label_word}, {"part", plural_some}, {"time_link", time_link}, {"preposition", preposition}, {"contrast", contrast_word}, {"unit", unit_word}, {"epistemic", epistemic_word}, {"symmetric", symmetric_word}, {"person", person_word}, {"negative", negative_word}, {"remark", remark_word}, {"exempting", exempting_word}, {"anybody", generic_person}, {"inverting", inverting_word}, {"light", light_word}, {"limit", limit_word}, {"speech", speech_word}}};
constexpr std::array<std::pair<std::string_view, Stance>, 8> kStances{{{"none", Stance::none}, {"required", Stance::required}, {"recommended", Stance::recommended}, {"permitted", Stance::permitted},
    {"not_required", Stance::not_required}, {"not_recommended", Stance::not_recommended}, {"forbidden", Stance::forbidden}, {"possible", Stance::possible}}};
constexpr std::array<std::pair<std::string_view, Amount>, 9> kAmounts{{{"all", Amount::all}, {"most", Amount::most}, {"some", Amount::some}, {"few", Amount::few}, {"no", Amount::no},
    {"only", Amount::only}, {"both", Amount::both}, {"even", Amount::even}, {"not_all", Amount::not_all}}};

template <class Table>
auto named(const Table& table, const std::string& name, const Value& at) {
  const auto found = std::find_if(table.begin(), table.end(), [&](const auto& entry) { return entry.first == name; });
  if (found == table.end()) at.fail("unknown class \"" + name + "\"");
  return found->second;
}

template <class T>
T& grown(std::vector<T>& values, size_t at) {
  if (at >= values.size()) values.resize(at + 1);
  return values[at];
}

}  // namespace

WordRelations::WordRelations(Rulebook& book) : arrangement_(book), senses_(1), stemmer_(book.lexicon("irregular")["endings"]), roots_(book.lexicon("irregular")["roots"]) {
  const Inflector inflector(book.lexicon("irregular")["forms"]);
  add_groups(book, inflector, "oppositions", Sense::axis);
  add_groups(book, inflector, "exclusive", Sense::exclusive);
  add_groups(book, inflector, "same_sense", Sense::synonym);
  add_classes(book);
  add_stances(book);
  add_slots(book);
  traits_.resize(senses_.size());
  for (uint32_t entry = 0; entry < senses_.size(); ++entry) each_group(entry, [&](uint32_t group) { traits_[entry] |= uint64_t{1} << (group * 0x9E3779B97F4A7C15u >> 58); });
}

// A file of groups: each has a reason, a kind of word, and lines "a, b / c, d": members parted by " / ",
// words of one sense by commas.
void WordRelations::add_groups(Rulebook& book, const Inflector& inflector, const std::string& file, Sense::Kind kind) {
  for (const Value& group : book.lexicon(file)["groups"].items) {
    const std::string kind_of_word = group["kind"].text("");
    for (const Value& line : group["lines"].items) {
      const std::vector<std::string> members = split(line.text(), " / ");
      const uint16_t number = groups_[kind]++;
      if (kind == Sense::axis) grown(axis_names_, number) = members.front() + " / " + members.back(), grown(axis_kinds_, number) = group["axis"].text("");
      if (kind == Sense::exclusive) grown(exclusive_names_, number) = group["name"].text(""), grown(once_, number) = group["once"].truth(false);
      for (size_t m = 0; m < members.size(); ++m)
        for (const std::string& word : split(members[m], ",")) add(book, inflector, word, kind_of_word, {kind, static_cast<uint8_t>(m), number});
    }
  }
}

void WordRelations::add(Rulebook& book, const Inflector& inflector, const std::string& phrase, std::string_view kind, Sense sense) {
  for (const std::string& form : inflector.forms(phrase, kind)) {
    std::vector<Symbol> words;
    for (const std::string& word : split_phrase(form)) words.push_back(book.symbols.intern(word));
    std::vector<Phrase>& list = grown(phrases_, words.front());
    const auto known = std::find_if(list.begin(), list.end(), [&](const Phrase& p) { return p.words == words; });
    if (known != list.end()) {
      if (std::find(senses_[known->entry].begin(), senses_[known->entry].end(), sense) == senses_[known->entry].end()) senses_[known->entry].push_back(sense);
      continue;
    }
    senses_.push_back({sense});
    const auto place = std::find_if(list.begin(), list.end(), [&](const Phrase& p) { return p.words.size() < words.size(); });
    list.insert(place, Phrase{std::move(words), static_cast<uint32_t>(senses_.size() - 1)});
  }
}

void WordRelations::add_phrase(Rulebook& book, Phrases& phrases, const std::string& phrase, uint32_t entry) {
  Phrase made{{}, entry};
  for (const std::string& word : split_phrase(phrase)) made.words.push_back(book.symbols.intern(word));
  std::vector<Phrase>& list = grown(phrases, made.words.front());
  if (std::any_of(list.begin(), list.end(), [&](const Phrase& p) { return p.words == made.words; })) return;
  const auto longer = [](const Phrase& a, const Phrase& b) { return a.words.size() > b.words.size(); };
  list.insert(std::upper_bound(list.begin(), list.end(), made, longer), std::move(made));
}

void WordRelations::add_classes(Rulebook& book) {
  const Value& file = book.lexicon("word_roles");
  for (const auto& [name, words] : file["classes"].fields) {
    const WordClass known = named(kClasses, name, words);
    for (const Value& line : words.items)
      for (const std::string& word : split(line.text(), " ")) grown(classes_, book.symbols.intern(word)) |= known;
  }
  for (const char* name : {"route", "form"})
    for (const std::string& word : book.lexicon("scope")[name].texts())
      if (split_phrase(word).size() == 1) grown(classes_, book.symbols.intern(word)) |= manner_word;
  for (const auto& [name, words] : file["amounts"].fields)
    for (const Value& line : words.items)
      for (const std::string& phrase : split(line.text(), ",")) {
        const uint8_t amount = static_cast<uint8_t>(named(kAmounts, name, words));
        if (split_phrase(phrase).size() == 1) {
          grown(amounts_, book.symbols.intern(phrase)) = amount;
          continue;
        }
        senses_.emplace_back();
        const uint32_t entry = static_cast<uint32_t>(senses_.size() - 1);
        add_phrase(book, phrases_, phrase, entry);
        grown(phrase_amounts_, entry) = amount;
      }
}

void WordRelations::add_stances(Rulebook& book) {
  for (const auto& [name, lines] : book.lexicon("stance")["stances"].fields)
    for (const Value& line : lines.items)
      for (const std::string& phrase : split(line.text(), ",")) add_phrase(book, stances_, phrase, static_cast<uint32_t>(named(kStances, name, lines)));
}

void WordRelations::add_slots(Rulebook& book) {
  for (const Value& slot : book.lexicon("single_valued")["slots"].items) {
    for (const std::string& phrase : slot["phrases"].texts()) {
      add_phrase(book, slots_, phrase, static_cast<uint32_t>(slot_names_.size()));
      slot_names_.push_back(slot["slot"].text());
    }
  }
}

WordRelations::Match WordRelations::find(const Phrases& phrases, const std::vector<Token>& tokens, size_t at, size_t end) {
  const Symbol first = tokens[at].word;
  if (first >= phrases.size()) return {};
  for (const Phrase& phrase : phrases[first]) {
    if (at + phrase.words.size() > end) continue;
    size_t matched = 1;
    while (matched < phrase.words.size() && tokens[at + matched].word == phrase.words[matched]) ++matched;
    if (matched == phrase.words.size()) return {static_cast<uint32_t>(matched), phrase.entry};
  }
  return {};
}

WordRelations::Match WordRelations::match(const std::vector<Token>& tokens, size_t at, size_t end) const { return find(phrases_, tokens, at, end); }

Relation WordRelations::relation(uint32_t entry, uint32_t other) const {
  if ((traits_[entry] & traits_[other]) == 0) return Relation::none;
  Relation best = Relation::none;
  for (const Sense& a : senses_[entry]) {
    for (const Sense& b : senses_[other]) {
      if (a.kind != b.kind || a.group != b.group) continue;
      if (a.member == b.member) return Relation::same;
      if (a.kind == Sense::axis && axis_kinds_[a.group] == "sole") continue;  // asked for by on_axis() alone
      if (a.kind == Sense::axis) best = Relation::opposite;
      else if (best == Relation::none) best = Relation::exclusive;
    }
  }
  return best;
}

bool WordRelations::once(uint32_t entry, uint32_t other) const {
  bool found = false;
  for (const Sense& a : senses_[entry])
    for (const Sense& b : senses_[other]) {
      if (a.kind != Sense::exclusive || b.kind != Sense::exclusive || a.group != b.group || a.member == b.member) continue;
      if (!once_[a.group]) return false;
      found = true;
    }
  return found;
}

std::string WordRelations::parted_by(uint32_t entry, uint32_t other) const {
  for (const Sense& a : senses_[entry])
    for (const Sense& b : senses_[other])
      if (a.kind == b.kind && a.group == b.group && a.member != b.member && a.kind != Sense::synonym) return a.kind == Sense::axis ? axis_names_[a.group] : exclusive_names_[a.group];
  return {};
}

uint32_t WordRelations::group_key(uint32_t entry) const {
  for (const Sense& sense : senses_[entry])
    if (sense.kind == Sense::synonym) return 0x80000000u + sense.group;
  return 0;
}

uint32_t WordRelations::phrase_key(uint32_t entry) const {
  if (senses_[entry].empty()) return 0x40000000u + entry;
  const Sense& sense = senses_[entry].front();
  return 0x60000000u + (uint32_t{sense.kind} << 24) + (uint32_t{sense.group} << 8) + sense.member;
}

bool WordRelations::on_axis(uint32_t entry, uint32_t other, std::string_view name) const {
  for (const Sense& a : senses_[entry])
    for (const Sense& b : senses_[other])
      if (a.kind == Sense::axis && b.kind == Sense::axis && a.group == b.group && a.member != b.member && axis_kinds_[a.group] == name) return true;
  return false;
}

}  // namespace crosscheck
