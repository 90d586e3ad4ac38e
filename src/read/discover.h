// From the paths a user names to document sets.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "model/report.h"
#include "read/read.h"

namespace crosscheck {

struct Selection {
  std::vector<std::string> globs;       // of files in folders: one must match; "!glob" must not
  std::vector<std::string> extensions;  // instead of those of the formats: ".txt"
  std::optional<Format> format;         // every file is of this format
  bool one_set = false;
  // Does the configuration leave the file out? Empty: nothing is left out.
  std::function<bool(const std::string& path)> excluded;
};

struct Discovery {
  std::vector<SetInput> sets;
  std::vector<Skipped> skipped;
  std::vector<Trouble> trouble;
};

// A folder that directly holds documents is one set, named by its path; folders in it are sets of their own.
// Files named alone are grouped by their folder. Sets come by name, documents within a set by name. A file that
// is named twice, in whatever spelling, counts once.
Discovery discover(const std::vector<std::string>& paths, const Selection& selection);

// The folder whose set a file belongs to.
std::string folder_of(const std::string& path);

}  // namespace crosscheck
