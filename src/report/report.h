// Findings to text, one file a format. A writer sees model/report.h and nothing else.
#pragma once

#include <string>

#include "model/report.h"

namespace crosscheck {

struct Summary {
  uint32_t error = 0, warning = 0, suggestion = 0;
};
Summary summarise(const std::vector<ReportFinding>& findings);

// How a report is shown where that is a matter of the reader's place, not of the findings.
struct Display {
  bool color = false;
  int width = 80;
  bool verbose = false;
};

std::string json_report(const Report& report);
// One finding as one line of NDJSON, with its line break.
std::string ndjson_line(const ReportFinding& finding);
std::string text_report(const Report& report, const Display& display);

}  // namespace crosscheck
