// PDF, by pdftotext: a program of its own, because the libraries that read PDF are under licences that would bind
// ours, and because a file that makes it crash or run on then harms nobody.
//
// Tested by tests/rooms/read_pdf.cpp.
#include "read/child_process.h"
#include "read/pdf_layout.h"
#include "read/pdf_page.h"
#include "read/read.h"
#include "read/refused.h"

namespace crosscheck {
namespace {

[[noreturn]] void refuse(const ChildResult& result) {
  using End = ChildResult::End;
  const std::string& words = result.complaints;
  if (result.end == End::out_of_time) throw Refused("takes longer than a minute to read: it may be damaged; save it as a new PDF");
  if (result.end == End::too_much_output) throw Refused("holds more text than is read: split it, or leave it out with exclude:");
  if (result.end == End::not_started) throw Refused("needs pdftotext, which could not be started: install poppler-utils");
  if (words.find("ncorrect password") != std::string::npos) throw Refused("is protected by a password: save it without one");
  if (result.end == End::exited && result.status == 3) throw Refused("does not allow its text to be copied: ask for a PDF that does");
  throw Refused("is damaged or cut short: pdftotext cannot read it");
}

std::vector<PdfPage> pages_of(const std::string& bytes) {
  const std::string program = find_program("pdftotext");
  if (program.empty()) throw Refused("needs pdftotext: install poppler-utils (apt-get install poppler-utils)");
  PdfPages reader;
  const ChildResult result = run_child(program, {"-bbox-layout", "-enc", "UTF-8", "/dev/stdin", "-"}, bytes, {}, [&](std::string_view piece) { reader.take(piece); });
  if (result.end != ChildResult::End::exited || result.status != 0) refuse(result);
  return std::move(reader.pages);
}

}  // namespace

void read_pdf(const std::string& bytes, Document& document, std::vector<Trouble>&) { read_pages(pages_of(bytes), document); }

}  // namespace crosscheck
