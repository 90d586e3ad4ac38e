// One self-contained page: findings with their places side by side, each document as running text, and a way to
// accept, dismiss and comment that can be exported as a baseline. The page itself lies in report/html/ and is put
// into the program at build time; here only its data is written. Data goes in as JSON with "<" escaped, so no text
// of a document can end the script element, and the page shows it as text, never as markup.
//
// Tested by tests/rooms/report.cpp and tests/page/.
#include <algorithm>

#include "report/claims_report.h"
#include "report/html_page.h"
#include "report/json.h"
#include "report/report.h"
#include "text/utf8.h"

namespace crosscheck {
namespace {

constexpr size_t kMostClaims = 5000;  // of a set; a page that holds more is slow to open

void write(JsonWriter& json, const ReportFinding& finding) {
  json.open('{').field("rule", finding.rule->id).field("level", name_of(finding.level)).field("confidence", finding.confidence).field("set", finding.set);
  json.field("message", finding.message).field("why", finding.why).field("places", finding.places).field("authority", finding.authority).field("fingerprint", finding.fingerprint).key("evidence").open('[');
  for (const Place& place : finding.evidence) {
    json.open('{').field("document", place.document).field("passage", place.passage).field("passage_start", place.passage_start).field("start", place.start);
    json.field("line", place.line).field("location", place.location).field("text", place.text).field("sentence", place.sentence);
    json.field("sentence_start", static_cast<uint32_t>(code_points(std::string_view(place.sentence).substr(0, place.sentence_start)))).field("side", place.side).field("approved", place.approved).close('}');
  }
  json.close(']').key("fixes").open('[');
  for (const Edit& fix : finding.fixes) json.open('{').field("replacement", fix.replacement).field("safe", fix.safe).close('}');
  json.close(']').close('}');
}

// A claim as a row: document, passage, subject, relation, value, what qualifies it, and its sentence where it says no more.
void write(JsonWriter& json, const ReportClaim& claim) {
  json.open('[').value(claim.document).value(claim.passage).value(claim.canonical_subject).value(claim.canonical_relation).value(claim.canonical_value);
  json.value(qualifiers(claim)).value(claim.canonical_relation.empty() ? claim.sentence : std::string()).close(']');
}

void write(JsonWriter& json, const SetReport& set) {
  json.open('{').field("id", set.id).field("documents", static_cast<uint32_t>(set.documents.size())).key("checked").open('[');
  for (const DocumentReport& document : set.documents) {
    json.open('{').field("document", document.name).field("format", document.format).field("encoding", document.encoding).field("hash", document.hash).field("left_out", document.left_out);
    json.key("passages").open('[');
    for (const PassageText& passage : document.texts) json.open('[').value(passage.text).value(passage.kind).value(passage.level).close(']');
    json.close(']').close('}');
  }
  json.close(']').key("claims").open('[');
  const size_t most = std::min(set.said.size(), kMostClaims);
  for (size_t i = 0; i < most; ++i) write(json, set.said[i]);
  json.close(']').field("claims_left", static_cast<uint32_t>(set.said.size() - most)).key("abbreviations").open('[');
  for (const AbbreviationRow& row : set.abbreviations) json.open('[').value(row.short_form).value(row.long_form).value(row.defined_in).value(row.definitions).value(row.uses).close(']');
  json.close(']').key("terms").open('[');
  for (const TermRow& row : set.terms) {
    json.open('[');
    for (const auto& [form, number] : row.forms) json.open('[').value(form).value(number).close(']');
    json.close(']');
  }
  json.close(']').close('}');
}

std::string data_of(const Report& report) {
  JsonWriter json;
  json.open('{').key("tool").open('{').field("version", report.tool.version).key("data").open('[');
  for (const std::string& name : report.tool.data) json.value(name);
  json.close(']').key("rules_off").open('[');
  for (const std::string& id : report.tool.rules_off) json.value(id);
  json.close(']').close('}').key("sets").open('[');
  for (const SetReport& set : report.sets) write(json, set);
  json.close(']').key("findings").open('[');
  for (const ReportFinding& finding : report.findings) write(json, finding);
  json.close(']').key("trouble").open('[');
  for (const Trouble& trouble : report.trouble)
    json.open('{').field("document", trouble.document).field("kind", trouble.kind == TroubleKind::error ? "error" : "note").field("message", trouble.message).close('}');
  const Summary summary = summarise(report.findings);
  json.close(']').key("summary").open('{').field("error", summary.error).field("warning", summary.warning).field("suggestion", summary.suggestion).close('}').close('}');
  std::string escaped;
  escaped.reserve(json.out.size());
  for (const char c : json.out) {
    if (c == '<') escaped += "\\u003c";
    else escaped += c;
  }
  return escaped;
}

}  // namespace

std::string html_report(const Report& report, const Display&) {
  constexpr std::string_view kMark = "@DATA@";
  const size_t at = kHtmlPage.find(kMark);
  std::string out(kHtmlPage.substr(0, at));
  out += data_of(report);
  return out.append(kHtmlPage.substr(at + kMark.size()));
}

}  // namespace crosscheck
