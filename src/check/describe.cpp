#include "check/describe.h"

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

}  // namespace

void describe(const Collection& texts, const Index& index, bool keep_texts, SetReport& out) {
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
      for (const Passage& passage : document.passages) report.texts.emplace_back(document.text_of(passage.span));
    out.passages += report.passages;
    out.sentences += report.sentences;
    out.documents.push_back(std::move(report));
  }
  out.claims = static_cast<uint32_t>(index.claims.size());
}

}  // namespace crosscheck
