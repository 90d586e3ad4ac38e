// Document sets from NDJSON: one document a line, {"set": "...", "id": "...", "text": "..."}, a set's lines together.
#pragma once

#include <istream>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/report.h"
#include "read/read.h"

namespace crosscheck {

class NdjsonSets {
 public:
  NdjsonSets(std::istream& in, std::string name) : in_(in), name_(std::move(name)) {}
  // The next whole set, or nothing at the end. Bad lines leave a Trouble with their number.
  std::optional<SetInput> next(std::vector<Trouble>& trouble);

 private:
  std::istream& in_;
  std::string name_;
  uint64_t line_ = 0;
  std::optional<SetInput> waiting_;
  std::set<std::string> finished_;
};

}  // namespace crosscheck
