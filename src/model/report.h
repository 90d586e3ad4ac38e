// The outcome of a run, free of the texts: what the report writers know. Shapes of design A3.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/claim_report.h"
#include "model/rule_info.h"

namespace crosscheck {

// start, end: code points in the source file; line, column from 1, columns in code points.
struct Place {
  std::string document;
  uint32_t passage = 1;
  uint32_t start = 0, end = 0;
  uint32_t line = 1, column = 1, end_line = 1, end_column = 1;
  std::string text;
  std::string sentence;
  uint32_t passage_start = 0;   // code points from the start of the passage
  uint32_t sentence_start = 0;  // byte in `sentence` at which `text` stands
  std::string location;         // page, heading path; empty where lines tell enough
  int side = 1;
  bool approved = false;        // stands in the approved text
};

struct Edit {
  std::string document;
  uint32_t start = 0, end = 0;
  std::string replacement;
  bool safe = false;
};

struct ReportFinding {
  RuleInfo const* rule = nullptr;
  Level level = Level::warning;
  double confidence = 0;
  std::string set;
  std::string message, why;
  std::vector<Place> evidence;
  uint32_t places = 0;  // how many there are; evidence holds at most 100
  std::vector<Edit> fixes;
  std::string fingerprint;
  int authority = 0;    // the side of the approved text; 0: there is none
};

struct PassageText {
  std::string text;
  const char* kind = "";  // "heading", "list_item", "table_cell" ...
  int level = 0;
};

struct DocumentReport {
  std::string name, path, format, encoding, hash;
  uint32_t passages = 0, sentences = 0, words = 0;
  std::string left_out;  // why no rule looked at it, or empty
  std::vector<PassageText> texts;  // its passages, for reports that show the running text; else empty
};

// One meaning of a short form.
struct AbbreviationRow {
  std::string short_form, long_form, defined_in;
  uint32_t definitions = 0, uses = 0;
};

// A term that is written in more than one way, with how often each.
struct TermRow {
  std::vector<std::pair<std::string, uint32_t>> forms;
};

struct SetReport {
  std::string id;
  std::vector<DocumentReport> documents;
  uint32_t passages = 0, sentences = 0, claims = 0;
  uint32_t suppressed = 0;  // findings switched off by ignore comments
  // For reports that show them; else empty.
  std::vector<ReportClaim> said;
  std::vector<AbbreviationRow> abbreviations;
  std::vector<TermRow> terms;
};

enum class TroubleKind : unsigned char { note, error };

struct Trouble {
  std::string document;
  TroubleKind kind = TroubleKind::error;
  std::string message;
};

// A file that was found and left out.
struct Skipped {
  std::string document, why;
  bool looks_checked = false;  // a document of a type that is not read: someone may believe that it was
};

struct ToolInfo {
  std::string version;
  std::vector<std::string> data;       // names of the word data in use
  std::vector<std::string> rules_off;  // rules that did not run
};

struct Report {
  ToolInfo tool;
  std::vector<SetReport> sets;
  std::vector<ReportFinding> findings;
  std::vector<Trouble> trouble;
  std::vector<Skipped> skipped;
};

}  // namespace crosscheck
