// Document sets from NDJSON: one document a line, {"set": "...", "id": "...", "text": "..."}, a set's lines together.
// Memory stays within one set and one line, however long the stream.
#pragma once

#include <cstdint>
#include <istream>
#include <optional>
#include <streambuf>
#include <string>
#include <vector>

#include "model/report.h"
#include "read/read.h"

namespace crosscheck {

// The hashes of names seen; past its size it forgets all and starts anew.
class SeenNames {
 public:
  bool contains(uint64_t hash) const;
  void add(uint64_t hash);

 private:
  std::vector<uint64_t> slots_;
  size_t used_ = 0;
};

class NdjsonSets {
 public:

  NdjsonSets(std::streambuf& in, std::string name, std::string folder, bool unsorted) : in_(in), name_(std::move(name)), folder_(std::move(folder)), unsorted_(unsorted) {}
  NdjsonSets(std::istream& in, std::string name) : NdjsonSets(*in.rdbuf(), std::move(name), ".", false) {}
  // The next whole set, or nothing at the end. Bad lines leave a Trouble with their number.
  std::optional<SetInput> next(std::vector<Trouble>& trouble);

 private:
  bool read_line(std::string& line, bool& too_long);
  // The document of the next good line, with the id of its set.
  bool read_document(std::string& set, DocumentInput& document, std::vector<Trouble>& trouble);
  void complain(std::vector<Trouble>& trouble, const std::string& what);
  void gather(std::vector<Trouble>& trouble);

  std::streambuf& in_;
  std::string name_, folder_;
  bool unsorted_;
  uint64_t line_ = 0;
  uint32_t complaints_ = 0;
  std::optional<SetInput> waiting_;
  SeenNames finished_;
  bool gathered_ = false;
  std::vector<SetInput> all_;  // --unsorted
  size_t given_ = 0;
};

}  // namespace crosscheck
