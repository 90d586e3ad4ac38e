// Tested by tests/cli/commands.py.
#include <algorithm>

#include "cli/tables.h"
#include "index/tables.h"
#include "report/json.h"
#include "text/utf8.h"

namespace crosscheck {
namespace {

std::string csv_cell(const std::string& text) {
  if (text.find_first_of(",\"\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

std::string padded(const std::string& text, size_t width) { return text + std::string(width > code_points(text) ? width - code_points(text) : 0, ' '); }

}  // namespace

std::string abbreviations_as_ndjson(const Collection& texts, const Abbreviations& found) {
  JsonWriter json;
  json.open('{').field("set", texts.id).key("abbreviations").open('[');
  for (const AbbreviationRow& row : abbreviation_rows(texts, found))
    json.open('{').field("short_form", row.short_form).field("long_form", row.long_form).field("defined_in", row.defined_in).field("definitions", row.definitions).field("uses", row.uses).close('}');
  json.close(']').close('}').line_break();
  return std::move(json.out);
}

std::string abbreviations_as_csv(const Collection& texts, const Abbreviations& found) {
  std::string out;
  for (const AbbreviationRow& row : abbreviation_rows(texts, found))
    out += csv_cell(texts.id) + "," + csv_cell(row.short_form) + "," + csv_cell(row.long_form) + "," + csv_cell(row.defined_in) + "," + std::to_string(row.definitions) + "," + std::to_string(row.uses) + "\n";
  return out;
}

std::string abbreviations_as_table(const Collection& texts, const Abbreviations& found, bool markdown) {
  const std::vector<AbbreviationRow> rows = abbreviation_rows(texts, found);
  std::string out = (markdown ? "## " : "") + texts.id + "\n\n";
  if (rows.empty()) return out + "No abbreviations.\n\n";
  size_t width = 5, long_width = 9;
  for (const AbbreviationRow& row : rows) width = std::max(width, code_points(row.short_form)), long_width = std::max(long_width, code_points(row.long_form));
  if (markdown) out += "| short | long form | defined in | times | used |\n| --- | --- | --- | --- | --- |\n";
  else out += "  " + padded("short", width) + "  " + padded("long form", long_width) + "  used  defined in\n";
  for (const AbbreviationRow& row : rows) {
    if (markdown) {
      out += "| " + row.short_form + " | " + row.long_form + " | " + row.defined_in + " | " + std::to_string(row.definitions) + " | " + std::to_string(row.uses) + " |\n";
      continue;
    }
    const std::string where = row.definitions > 1 ? row.defined_in + " and " + std::to_string(row.definitions - 1) + " more" : row.defined_in;
    const std::string line = "  " + padded(row.short_form, width) + "  " + padded(row.long_form, long_width) + "  " + padded(std::to_string(row.uses), 4) + "  " + where;
    out += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
  return out + "\n";
}

}  // namespace crosscheck
