// --since REV: which files changed since a revision, as git knows it.
#pragma once

#include <map>
#include <set>
#include <string>

namespace crosscheck {

class ChangedFiles {
 public:
  explicit ChangedFiles(std::string revision) : revision_(std::move(revision)) {}
  // Did the file change since the revision, or is it new? Throws UsageError where git cannot tell.
  bool contains(const std::string& path);

 private:
  const std::set<std::string>& of_repository(const std::string& folder);
  std::string revision_;
  std::map<std::string, std::string> roots_;             // folder -> top of its repository
  std::map<std::string, std::set<std::string>> changed_;  // repository -> absolute paths
};

}  // namespace crosscheck
