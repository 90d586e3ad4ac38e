#pragma once

#include <string_view>

namespace crosscheck {

// The report's page with @DATA@ where its data goes; made from src/report/html/ at build time.
extern const std::string_view kHtmlPage;

}  // namespace crosscheck
