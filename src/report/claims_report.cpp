// Tested by tests/rooms/claims.cpp.
#include "report/claims_report.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdio>
#include <map>
#include <utility>

#include "report/json.h"

namespace crosscheck {
namespace {

// A reference that is surer than this is taken as found; another stays open, with the likeliest meaning told.
constexpr double kOpen = 0.46;
constexpr double kUnsure = 0.4;  // confidence

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

double rounded(double value) { return std::isfinite(value) ? std::round(value * 1e6) / 1e6 : value; }

void optional(JsonWriter& json, const char* name, const std::string& text) {
  json.key(name);
  if (text.empty()) json.null();
  else json.value(text);
}

void write(JsonWriter& json, const ReportQuantity& q) {
  json.open('{').field("text", q.text).field("low", rounded(q.low)).field("high", rounded(q.high)).field("unit", q.unit).field("dimension", q.dimension);
  json.field("comparator", q.comparator).field("approximate", q.approximate).field("of", q.of).field("per", q.per).close('}');
}

void write(JsonWriter& json, const ReportClaim& claim) {
  json.open('{').field("set", claim.set).field("document", claim.document).field("passage", claim.passage).field("start", claim.start).field("end", claim.end);
  json.field("sentence", claim.sentence).field("subject", claim.subject).field("relation", claim.relation).key("arguments").open('[');
  for (const std::string& argument : claim.arguments) json.value(argument);
  json.close(']').field("polarity", claim.polarity).field("modality", claim.modality);
  optional(json, "quantifier", claim.quantifier);
  json.key("quantifiers").open('[');
  for (const ReportQuantified& q : claim.quantified) json.open('{').field("value", q.value).field("text", q.text).field("of", q.of).close('}');
  json.close(']');
  json.key("frequency");
  if (claim.frequency.empty()) json.null();
  else json.open('{').field("word", claim.frequency).field("low", claim.frequency_low).field("high", claim.frequency_high).field("text", claim.frequency_text).field("of", claim.frequency_of).close('}');
  json.key("quantities").open('[');
  for (const ReportQuantity& quantity : claim.quantities) write(json, quantity);
  json.close(']').key("conditions").open('[');
  for (const std::string& condition : claim.conditions) json.value(condition);
  json.close(']');
  optional(json, "time", claim.time);
  optional(json, "attribution", claim.attribution);
  json.key("reference");
  if (claim.resolved == 0) json.null();
  else json.open('{').field("text", claim.subject).field("means", claim.stands_for).field("confidence", std::round(claim.resolved * 100) / 100).field("open", claim.resolved < kOpen).close('}');
  json.field("confidence", std::round(claim.confidence * 100) / 100).key("canonical").open('{');
  json.field("subject", claim.canonical_subject).field("relation", claim.canonical_relation).field("value", claim.canonical_value).close('}').close('}');
}

std::string cell(const std::string& text) {
  if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + '"';
}

}  // namespace

std::string qualifiers(const ReportClaim& claim) {
  std::string out;
  const auto add = [&](const std::string& word) {
    if (word.empty()) return;
    if (!out.empty()) out += "; ";
    out += word;
  };
  if (claim.polarity == "negative") add("not");
  if (claim.modality != "asserted") add(claim.modality);
  add(claim.quantifier);
  add(claim.frequency);
  for (const std::string& condition : claim.conditions) add(condition);
  add(claim.time);
  if (!claim.attribution.empty()) add("reported: " + claim.attribution);
  return out;
}

namespace {

std::string one_line(const std::string& text) {
  std::string out;
  for (const char c : text)
    if (!is_blank(c)) out += c;
    else if (!out.empty() && out.back() != ' ') out += ' ';
  return out;
}

bool same_words(const std::string& shown, const std::string& canonical) {
  return std::equal(shown.begin(), shown.end(), canonical.begin(), canonical.end(), [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; });
}

// "is given as | a plasma protein | in these patients [must]  (passage 1)"; what the words show is not said twice.
std::string line_of(const ReportClaim& claim) {
  std::string words = claim.canonical_relation.empty() ? claim.sentence : claim.relation.empty() ? "is" : claim.relation;
  if (!claim.canonical_relation.empty())
    for (const std::string& argument : claim.arguments) words += " | " + argument;
  words = one_line(words);
  std::string notes;
  const auto note = [&](const std::string& word) {
    if (!word.empty() && words.find(one_line(word)) == std::string::npos) notes += (notes.empty() ? "" : "; ") + one_line(word);
  };
  if (claim.polarity == "negative") note("not");
  if (claim.modality != "asserted") note(claim.modality);
  note(claim.quantifier);
  note(claim.frequency);
  for (const std::string& condition : claim.conditions) note(condition);
  note(claim.time);
  if (!claim.attribution.empty()) note("reported: " + claim.attribution);
  if (claim.confidence < kUnsure) note("unsure");
  return words + (notes.empty() ? "" : " [" + notes + "]") + "  (passage " + std::to_string(claim.passage) + ")\n";
}

}  // namespace

std::string claims_text(const std::vector<ReportClaim>& claims) {
  std::string out;
  for (size_t begin = 0; begin < claims.size();) {
    size_t end = begin;
    while (end < claims.size() && claims[end].document == claims[begin].document && claims[end].set == claims[begin].set) ++end;
    out += claims[begin].set + " · " + claims[begin].document + "\n";
    // Subjects in the order in which they are first spoken of.
    std::map<std::string, size_t> place;
    std::vector<std::vector<size_t>> groups;
    for (size_t i = begin; i < end; ++i) {
      const auto [found, added] = place.emplace(claims[i].canonical_subject, groups.size());
      if (added) groups.emplace_back();
      groups[found->second].push_back(i);
    }
    for (const std::vector<size_t>& group : groups) {
      const std::string& subject = claims[group.front()].canonical_subject;
      const auto named = std::find_if(group.begin(), group.end(), [&](size_t i) { return same_words(claims[i].subject, subject); });
      const std::string& name = named == group.end() ? subject : claims[*named].subject;
      out += "  " + (subject.empty() ? std::string("(unnamed)") : one_line(name)) + "\n";
      for (const size_t i : group) {
        // Under "IVIG" stands "It: helps" where another word was used.
        const ReportClaim& claim = claims[i];
        const bool other = !claim.canonical_relation.empty() && !claim.subject.empty() && !same_words(claim.subject, subject);
        out += "    " + (other ? one_line(claim.subject) + ": " : "") + line_of(claim);
      }
    }
    begin = end;
  }
  return out;
}

std::string claims_json(const std::vector<ReportClaim>& claims) {
  JsonWriter json;
  json.open('{').field("schema", 1).key("claims").open('[');
  for (const ReportClaim& claim : claims) {
    json.line_break();
    write(json, claim);
  }
  json.close(']').close('}').line_break();
  return std::move(json.out);
}

std::string claims_ndjson(const std::vector<ReportClaim>& claims) {
  std::string out;
  for (const ReportClaim& claim : claims) {
    JsonWriter json;
    write(json, claim);
    out += json.out;
    out += '\n';
  }
  return out;
}

std::string claims_csv(const std::vector<ReportClaim>& claims) {
  std::string out = "set,document,passage,start,end,subject,relation,value,polarity,modality,quantifier,frequency,quantities,conditions,time,attribution,confidence,sentence\n";
  for (const ReportClaim& claim : claims) {
    std::string quantities, conditions;
    for (const ReportQuantity& quantity : claim.quantities) quantities += (quantities.empty() ? "" : "; ") + quantity.text;
    for (const std::string& condition : claim.conditions) conditions += (conditions.empty() ? "" : "; ") + condition;
    char confidence[16];
    std::snprintf(confidence, sizeof confidence, "%.2f", claim.confidence);
    const std::string columns[] = {claim.set, claim.document, std::to_string(claim.passage), std::to_string(claim.start), std::to_string(claim.end), claim.canonical_subject,
        claim.canonical_relation, claim.canonical_value, claim.polarity, claim.modality, claim.quantifier, claim.frequency, quantities, conditions, claim.time, claim.attribution, confidence, claim.sentence};
    for (const std::string& column : columns) out += (&column == columns ? "" : ",") + cell(column);
    out += '\n';
  }
  return out;
}

}  // namespace crosscheck
