// The tables behind language/quantities: units, comparators, amounts in words.
#include <algorithm>

#include "language/quantities.h"
#include "text/fold.h"

namespace crosscheck {
namespace {

constexpr size_t kLongName = 3;  // shorter names ("mg", "h") have their plural written out

void fill(WordMap<double>& map, const Value& list, Rulebook& book) {
  for (const auto& [word, value] : list.fields) map[book.symbols.intern(fold(word))] = value.number();
}

}  // namespace

QuantityTable::QuantityTable(Rulebook& book) : numbers(book) {
  load_units(book);
  load_comparators(book);
  load_amounts(book);
}

void QuantityTable::load_units(Rulebook& book) {
  for (const auto& [dimension, list] : book.lexicon("units").fields) {
    const auto id = static_cast<uint32_t>(dimensions.size());
    dimensions.push_back(dimension);
    bases.push_back(list.items.at(0).items.at(1).text());
    const bool money = dimension.starts_with("money");
    for (const Value& row : list.items) {
      const double factor = row.items.at(0).number();
      for (size_t i = 1; i < row.items.size(); ++i) {
        const std::string& name = row.items[i].text();
        const auto place = static_cast<int32_t>(units.size());
        units.push_back({factor, id, row.items[1].text(), money});
        unit_phrases.add(name, place, book.symbols);
        if (name.size() >= kLongName && !name.ends_with("s") && name.find_first_of("/0123456789$£€%°") == std::string::npos) unit_phrases.add(name + "s", place, book.symbols);
        if (money) starters.add(book.symbols.intern(split_phrase(name).front()));
      }
    }
  }
}

void QuantityTable::load_comparators(Rulebook& book) {
  const Value& list = book.lexicon("comparators");
  const std::array<std::pair<const char*, int32_t>, 6> kinds = {{{"at_least", 0}, {"more_than", 1}, {"at_most", 2}, {"less_than", 3}, {"about", 4}, {"exact", 5}}};
  for (const auto& [name, value] : kinds) {
    for (const std::string& phrase : list["before"][name].texts()) before.add(phrase, value, book.symbols);
    for (const std::string& phrase : list["after"][name].texts()) after.add(phrase, value, book.symbols);
  }
}

void QuantityTable::load_amounts(Rulebook& book) {
  const Value& list = book.lexicon("amounts");
  fill(shares, list["shares"], book);
  fill(times_words, list["times"], book);
  fill(clock, list["clock"], book);
  fill(months, list["months"], book);
  fill(fractions, list["fractions"], book);
  fill(periods, list["periods"], book);
  for (const auto& [phrase, value] : list["rates"].fields) {
    rates.add(phrase, static_cast<int32_t>(rate_values.size()), book.symbols);
    rate_values.push_back(value.number());
    starters.add(book.symbols.intern(split_phrase(phrase).front()));
  }
  for (const auto& [written, name] : list["written_units"].fields) {
    const std::string& wanted = name.text();
    const auto unit = std::find_if(units.begin(), units.end(), [&](const Unit& known) { return known.name == wanted; });
    if (unit == units.end()) name.fail("no unit has this as its first name");
    written_units.emplace_back(written, static_cast<size_t>(unit - units.begin()));
  }
  before_year = book.word_set(list["before_year"]);
  const Value& words = list["grammar"];
  const std::pair<const char*, WordSet*> sets[] = {{"articles", &articles}, {"per", &per}, {"every", &every}, {"adverb_period", &adverb_period}, {"of", &of}, {"in", &in},
      {"joins", &joins}, {"or", &or_}, {"between", &between}, {"ranges", &ranges}, {"slash", &slash}, {"hyphen", &hyphen}, {"half", &half}, {"quarter", &quarter},
      {"old", &old}, {"age", &age}, {"times", &times}, {"am", &am}, {"pm", &pm}, {"oclock", &oclock}, {"morning", &morning}, {"evening", &evening}, {"colon", &colon},
      {"comma", &comma}, {"plural_s", &plural_s}, {"century", &century}, {"the", &the}, {"pressure", &pressure}, {"degrees", &degrees}, {"open", &open}, {"close", &close},
      {"period_before", &period_before}, {"over", &over}, {"over_measured", &over_measured}, {"labels", &labels}, {"share_verbs", &share_verbs}, {"unit_modifiers", &unit_modifiers}};
  for (const auto& [name, set] : sets) {
    if (!words[name]) words.fail(std::string("has no list \"") + name + "\"");
    *set = book.word_set(words[name]);
  }
  for (const auto* map : {&shares, &times_words, &clock, &months, &fractions}) starters.add_all(map->words());
  for (const auto& [word, value] : book.lexicon("numbers")["words"].fields) starters.add(book.symbols.intern(fold(word)));
  for (const char* name : {"articles", "every", "half"})
    for (const std::string& word : words[name].texts()) starters.add(book.symbols.intern(fold(word)));
}

double day_number(int year, int month, int day) {
  // Days since the epoch of the civil calendar, by eras of 400 years.
  year -= month <= 2;
  const int era = (year >= 0 ? year : year - 399) / 400;
  const int of_era = year - era * 400;
  const int of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const int days = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
  return era * 146097.0 + days - 719468.0;
}

}  // namespace crosscheck
