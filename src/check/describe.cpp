#include "check/describe.h"

#include "claim/report_claims.h"
#include "index/tables.h"

namespace crosscheck {
namespace {

const char* name_of(Format format) {
  switch (format) {
    case Format::plain: return "text";
    case Format::markdown: return "markdown";
    case Format::html: return "html";
    case Format::docx: return "docx";
    case Format::odt: return "odt";
    case Format::epub: return "epub";
    case Format::pdf: return "pdf";
    case Format::rtf: return "rtf";
    case Format::spl: return "spl";
  }
  return "text";
}

const char* name_of(PassageKind kind) {
  switch (kind) {
    case PassageKind::paragraph: return "paragraph";
    case PassageKind::heading: return "heading";
    case PassageKind::list_item: return "list_item";
    case PassageKind::table_cell: return "table_cell";
    case PassageKind::field: return "field";
    case PassageKind::quote: return "quote";
    case PassageKind::code: return "code";
    case PassageKind::caption: return "caption";
  }
  return "paragraph";
}

}  // namespace

void describe(const Collection& texts, const Index& index, const Rulebook& rules, bool keep_texts, SetReport& out) {
  out.id = texts.id;
  for (const Document& document : texts.documents) {
    DocumentReport report;
    report.name = document.name;
    report.path = document.path;
    report.format = name_of(document.format);
    report.encoding = document.encoding;
    report.hash = document.hash;
    report.passages = static_cast<uint32_t>(document.passages.size());
    report.sentences = static_cast<uint32_t>(document.sentences.size());
    for (const Token& token : document.tokens) report.words += token.kind == TokenKind::word;
    if (!document.english) report.left_out = "not English";
    if (keep_texts)
      for (const Passage& passage : document.passages) report.texts.push_back({std::string(document.text_of(passage.span)), name_of(passage.kind), passage.level});
    out.passages += report.passages;
    out.sentences += report.sentences;
    out.documents.push_back(std::move(report));
  }
  out.claims = index.claims_said;
  if (!keep_texts) return;
  out.said = report_claims(texts, index.claims, rules);
  out.abbreviations = abbreviation_rows(texts, index.abbreviations);
  out.terms = term_rows(texts, index.terms);
}

}  // namespace crosscheck
