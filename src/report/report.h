// Findings to text, one file a format. A writer sees model/report.h and nothing else.
#pragma once

#include <string>
#include <string_view>

#include "model/report.h"

namespace crosscheck {

struct Summary {
  uint32_t error = 0, warning = 0, suggestion = 0;
};
Summary summarise(const std::vector<ReportFinding>& findings);

// How a report is shown where that is a matter of the reader's place, not of the findings.
struct Display {
  bool color = false;
  bool verbose = false;  // nothing is folded
  size_t width = 80;     // columns
  std::string root;      // absolute path of the repository; paths in reports for machines are relative to it
};

using ReportWriter = std::string (*)(const Report&, const Display&);
// The writer of a format, or nullptr when there is none of that name.
ReportWriter report_writer(std::string_view format);

std::string text_report(const Report&, const Display&);
std::string json_report(const Report&, const Display&);
std::string ndjson_report(const Report&, const Display&);
std::string sarif_report(const Report&, const Display&);
std::string csv_report(const Report&, const Display&);
std::string markdown_report(const Report&, const Display&);
std::string summary_report(const Report&, const Display&);
std::string github_report(const Report&, const Display&);
std::string junit_report(const Report&, const Display&);
std::string vale_json_report(const Report&, const Display&);
std::string html_report(const Report&, const Display&);

// One finding as one line of NDJSON, with its line break: findings stream out set by set.
std::string ndjson_line(const ReportFinding& finding);

}  // namespace crosscheck
