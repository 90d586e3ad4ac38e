#include "report/report.h"

#include <algorithm>
#include <array>

namespace crosscheck {

Summary summarise(const std::vector<ReportFinding>& findings) {
  Summary summary;
  for (const ReportFinding& finding : findings)
    ++(finding.level == Level::error ? summary.error : finding.level == Level::warning ? summary.warning : summary.suggestion);
  return summary;
}

ReportWriter report_writer(std::string_view format) {
  struct Named {
    std::string_view name;
    ReportWriter writer;
  };
  static constexpr std::array kWriters{
      Named{"text", text_report},       Named{"json", json_report},     Named{"ndjson", ndjson_report}, Named{"sarif", sarif_report},
      Named{"csv", csv_report},         Named{"markdown", markdown_report}, Named{"summary", summary_report}, Named{"github", github_report},
      Named{"html", html_report},       Named{"junit", junit_report},     Named{"vale-json", vale_json_report}};
  const auto found = std::find_if(kWriters.begin(), kWriters.end(), [&](const Named& entry) { return entry.name == format; });
  return found == kWriters.end() ? nullptr : found->writer;
}

}  // namespace crosscheck
