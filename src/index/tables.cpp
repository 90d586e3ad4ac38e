// Tested by tests/cli/commands.py and tests/page/.
#include "index/tables.h"

#include <algorithm>

namespace crosscheck {
namespace {

std::string in_one_line(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  return out;
}

void count(TermRow& row, std::string form) {
  const auto known = std::find_if(row.forms.begin(), row.forms.end(), [&](const auto& each) { return each.first == form; });
  if (known != row.forms.end()) ++known->second;
  else row.forms.emplace_back(std::move(form), 1);
}

template <class Term>
void add_rows(const Collection& texts, const std::vector<Term>& terms, std::vector<TermRow>& rows) {
  for (const Term& term : terms) {
    TermRow row;
    for (const TermPlace& place : term.places) count(row, in_one_line(texts.documents[place.document].text_of(place.span)));
    std::stable_sort(row.forms.begin(), row.forms.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    if (row.forms.size() > 1) rows.push_back(std::move(row));
  }
}

}  // namespace

std::vector<AbbreviationRow> abbreviation_rows(const Collection& texts, const Abbreviations& found) {
  std::vector<AbbreviationRow> rows;
  for (const Abbreviation& each : found.all) {
    if (each.word) continue;
    const auto uses = static_cast<uint32_t>(each.uses.size());
    std::vector<std::string> keys;
    for (const Expansion& expansion : each.expansions) {
      const Document& document = texts.documents[expansion.use.document];
      const auto key = std::find(keys.begin(), keys.end(), expansion.key);
      if (key != keys.end()) {
        ++rows[rows.size() - static_cast<size_t>(keys.end() - key)].definitions;
        continue;
      }
      keys.push_back(expansion.key);
      rows.push_back({each.text, in_one_line(document.text_of(expansion.long_form)), document.name, 1, uses});
    }
    if (keys.empty()) rows.push_back({each.text, each.well_known ? "(well known)" : "", "", 0, uses});
  }
  return rows;
}

std::vector<TermRow> term_rows(const Collection& texts, const Terms& terms) {
  std::vector<TermRow> rows;
  add_rows(texts, terms.compounds, rows);
  add_rows(texts, terms.cased, rows);
  return rows;
}

}  // namespace crosscheck
