// From the paths a user names to document sets.
#pragma once

#include <string>
#include <vector>

#include "model/report.h"
#include "read/read.h"

namespace crosscheck {

struct Selection {
  std::vector<std::string> exclude;  // globs, from exclude: and --glob
  std::vector<std::string> extensions{".txt", ".md", ".markdown", ".html", ".htm"};
  bool one_set = false;
};

// A folder that directly holds documents is one set, named by its path; folders in it are sets of their own.
// Files named alone are grouped by their folder. Sets come by name, documents within a set by name.
std::vector<SetInput> discover(const std::vector<std::string>& paths, const Selection& selection, std::vector<Trouble>& trouble);

}  // namespace crosscheck
